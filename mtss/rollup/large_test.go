package rollup_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// many is an input of very many lines of one length, made as they are read: each of an id
// of its own, of 5 schools in turn and 28 days, of which the last
// is of one each.
type many struct {
	lines int
	bad   int // the line whose first score is off the scale
}

const manyLine = `{"kind":"administration","schemaVersion":1,"id":"00000000","instrument":{"id":"toy","version":"1"},"unit":{"id":"s0","kind":"school"},"date":"2026-02-00","responses":{"1":2,"2":1,"3":0,"4":1}}` + "\n"

func (m many) source() rollup.InputFile {
	return rollup.InputFile{Name: "many", In: m, Size: int64(m.lines * len(manyLine))}
}

func (m many) ReadAt(p []byte, off int64) (n int, err error) {
	line := []byte(manyLine)
	id, unit, day := strings.Index(manyLine, "00000000"), strings.Index(manyLine, "s0")+1, strings.Index(manyLine, "02-00")+3
	score := strings.Index(manyLine, `"1":2`) + 4
	for n < len(p) {
		k := int(off / int64(len(line)))
		if k >= m.lines {
			return n, io.EOF
		}
		for i, rest := 7, k; i >= 0; i, rest = i-1, rest/10 {
			line[id+i] = byte('0' + rest%10)
		}
		date := 1 + k/5%27
		if k/5 == 1000 {
			date = 28 // the latest of each
		}
		line[unit], line[day], line[day+1], line[score] = byte('0'+k%5), byte('0'+date/10), byte('0'+date%10), '2'
		if k+1 == m.bad {
			line[score] = '3'
		}
		copied := copy(p[n:], line[off%int64(len(line)):])
		n, off = n+copied, off+int64(copied)
	}
	return n, nil
}

// gap is an input with very many bytes of one kind between two texts.
type gap struct {
	before, after string
	many          int64
	of            byte
}

func (g gap) source() rollup.InputFile {
	return rollup.InputFile{Name: "gap", In: g, Size: int64(len(g.before)+len(g.after)) + g.many}
}

func (g gap) ReadAt(p []byte, off int64) (n int, err error) {
	page := bytes.Repeat([]byte{g.of}, 1<<16)
	for n < len(p) {
		at, from := off+int64(n), []byte(nil)
		switch behind := at - int64(len(g.before)) - g.many; {
		case at < int64(len(g.before)):
			from = []byte(g.before[at:])
		case behind < 0:
			from = page[:min(int64(len(page)), -behind)]
		case behind < int64(len(g.after)):
			from = []byte(g.after[behind:])
		default:
			return n, io.EOF
		}
		n += copy(p[n:], from)
	}
	return n, nil
}

// TestReadingOfBadInput reads what is bad in one place: that is told with its line, and all
// else counts.
func TestReadingOfBadInput(t *testing.T) {
	good := func(i int) string {
		return strings.Replace(strings.Replace(manyLine[:len(manyLine)-1], "00000000", fmt.Sprintf("%08d", i), 1), "02-00", fmt.Sprintf("02-%02d", 1+i%28), 1)
	}
	whole := strings.Join([]string{good(1), good(2), good(3)}, "\n")
	of := func(text string) rollup.InputFile { return sources(text)[0] }
	for _, test := range []struct {
		name    string
		in      rollup.InputFile
		told    map[int]mtss.Code
		records int64
		why     string
	}{
		{"one among a million", many{1_000_000, 765_432}.source(), map[int]mtss.Code{765_432: instrument.CodeScore}, 999_999, "it is found, and no other"},
		{"a line of 100 MB", gap{good(1) + "\n" + good(2)[:50], good(2)[50:] + "\n" + good(3), 100_000_000, 'x'}.source(), map[int]mtss.Code{2: records.CodeLineLarge}, 2, "it is passed over, and not held"},
		{"a last line of 100 MB", gap{good(1) + "\n{", "", 100_000_000, ' '}.source(), map[int]mtss.Code{2: records.CodeLineLarge}, 1, "it has no end"},
		{"a line as long as one may be", gap{good(1) + "\n{", good(2)[1:] + "\r\n" + good(3), int64(records.MaxLine - len(good(2))), ' '}.source(), nil, 3, "its end does not count"},
		{"a line longer by a byte", gap{good(1) + "\n{", good(2)[1:] + "\n" + good(3), int64(records.MaxLine + 1 - len(good(2))), ' '}.source(), map[int]mtss.Code{2: records.CodeLineLarge}, 2, "whatever it says"},
		{"100 MB of nothing", gap{good(1) + "\n", "\n" + good(3), 100_000_000, '\n'}.source(), nil, 2, "empty lines say nothing"},
		{"a truncated last line", of(whole[:len(whole)-20]), map[int]mtss.Code{3: "json.syntax"}, 2, "the upload broke off"},
		{"no end of the last line", of(whole), nil, 3, "it is whole all the same"},
		{"a byte order mark", of("\ufeff" + whole), map[int]mtss.Code{1: "json.bom"}, 2, "JSON has none"},
		{"ends of lines of Windows", of(strings.ReplaceAll(whole, "\n", "\r\n") + "\r\n"), nil, 3, "they are space"},
		{"bytes that are not UTF-8", of(strings.Replace(whole, "00000002", "0000000\xff", 1)), map[int]mtss.Code{2: "json.encoding"}, 2, "which JSON is"},
		{"another instrument", of(strings.Replace(whole, `"toy"`, `"boy"`, 1)), map[int]mtss.Code{1: ""}, 2, "there is no definition of it"},
		{"another version", of(strings.Replace(whole, `"version":"1"`, `"version":"9"`, 1)), map[int]mtss.Code{1: ""}, 2, "it is not taken for the one that is there"},
		{"given twice", of(whole + "\n" + good(2)), map[int]mtss.Code{4: mtss.NoticeRepeated}, 4, "it counts once"},
		{"one id of two", of(whole + "\n" + strings.Replace(good(2), `"1":2`, `"1":1`, 1)), map[int]mtss.Code{4: mtss.CodeRecordRepeated}, 4, "neither counts"},
		{"a unit without a parent", of(strings.Replace(whole, `"s0"`, `"s9"`, 1)), nil, 3, "it is in no row, and the account says so"},
		{"nothing at all", of(""), map[int]mtss.Code{1: records.CodeEmpty}, 0, "an export that failed"},
	} {
		s := toy(t, "1")
		for workers := 1; workers <= 2; workers++ {
			told := map[int]mtss.Code{}
			reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}, Workers: workers, Tell: func(_ int, record records.Record, err error) {
				if _, twice := told[record.Line]; twice {
					t.Errorf("%s: line %d: told twice", test.name, record.Line)
				}
				told[record.Line] = ""
				if found := mtss.Issues(err); len(found) > 0 {
					told[record.Line] = found[0].Code
				}
			}}
			_, account, err := reading.Table([]rollup.InputFile{test.in}, places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
			if err != nil || account.Records != test.records || fmt.Sprint(told) != fmt.Sprint(test.told) {
				t.Errorf("%s, %d workers: %s: told %v of %d records, %v, want %v of %d", test.name, workers, test.why, told, account.Records, err, test.told, test.records)
			}
			sum := account.Counted + account.Repeated + account.Corrected + account.Conflicting + account.Later + account.Earlier + account.Unplaced + account.Outside
			if sum != account.Records {
				t.Errorf("%s: %+v do not add up", test.name, account)
			}
		}
	}
	if _, err := records.DecodeUnits([]byte(`{"kind":"units","schemaVersion":1,"units":[{"id":"a","kind":"district","parent":"b"},{"id":"b","kind":"district","parent":"a"}]}`)); err == nil {
		t.Error("a cycle of units is taken")
	}
}

// manyRows is many of a table.
type manyRows struct {
	many
	header string
}

const manyRow = "00000000,s0,school,2026-02-00,toy,1,2,1,0,1\n"

func (m manyRows) source() rollup.InputFile {
	return rollup.InputFile{Name: "many", In: m, Size: int64(len(m.header) + m.lines*len(manyRow)), Layout: &records.Layout{}}
}

func (m manyRows) ReadAt(p []byte, off int64) (n int, err error) {
	if off < int64(len(m.header)) {
		n = copy(p, m.header[off:])
		off += int64(n)
	}
	row := []byte(manyRow)
	for off -= int64(len(m.header)); n < len(p); {
		k := int(off / int64(len(row)))
		if k >= m.lines {
			return n, io.EOF
		}
		copy(row, fmt.Sprintf("%08d,s%d,school,2026-02-%02d,toy,1,2", k, k%5, 1+k/5%28))
		if k+1 == m.bad {
			row[len(manyRow)-8] = '3'
		}
		copied := copy(p[n:], row[off%int64(len(row)):])
		n, off = n+copied, off+int64(copied)
	}
	return n, nil
}

// TestTablesOfBadInput does the same with tables. Those whose rows are not lines by
// themselves are refused as a whole, to be read from the first row to the last.
func TestTablesOfBadInput(t *testing.T) {
	const header = "id,unit,unitKind,date,instrument,version,1,2,3,4\n"
	row := func(i int) string {
		return fmt.Sprintf("r%07d,s0,school,2026-02-%02d,toy,1,2,1,0,1\n", i, 1+i%28)
	}
	whole := header + row(1) + row(2) + row(3)
	of := func(text string) rollup.InputFile {
		in := sources(text)[0]
		in.Layout = &records.Layout{}
		return in
	}
	with := func(in rollup.InputFile, layout records.Layout) rollup.InputFile {
		in.Layout = &layout
		return in
	}
	wide := "\xff\xfe"
	for _, c := range []byte(whole) {
		wide += string([]byte{c, 0})
	}
	constants := map[string]string{"unitKind": "school", "instrument": "toy", "version": "1"}
	for _, test := range []struct {
		name    string
		in      rollup.InputFile
		told    map[int]mtss.Code
		records int64 // -1 where the whole is refused
		why     string
	}{
		{"all is well", of(whole), nil, 3, "and nothing is told"},
		{"one among a million", manyRows{many{1_000_000, 765_432}, header}.source(), map[int]mtss.Code{765_433: instrument.CodeScore}, 999_999, "it is found, and no other"},
		{"a line of 100 MB", with(gap{whole + row(4)[:20], row(4)[20:] + row(5), 100_000_000, 'x'}.source(), records.Layout{}), map[int]mtss.Code{5: records.CodeLineLarge}, 4, "it is passed over, and not held"},
		{"a last line of 100 MB", with(gap{whole + "r", "", 100_000_000, ' '}.source(), records.Layout{}), map[int]mtss.Code{5: records.CodeLineLarge}, 3, "it has no end"},
		{"a line of more than 1 MiB", with(gap{whole + row(4)[:20], row(4)[20:] + row(5), records.MaxLine, 'x'}.source(), records.Layout{}), map[int]mtss.Code{5: records.CodeLineLarge}, 4, "which is held, and too long all the same"},
		{"100 MB of nothing", with(gap{whole, row(4), 100_000_000, '\n'}.source(), records.Layout{}), nil, 4, "empty lines say nothing"},
		{"a truncated last line", of(whole[:len(whole)-4]), map[int]mtss.Code{4: records.CodeRow}, 2, "the upload broke off"},
		{"no end of the last line", of(whole[:len(whole)-1]), nil, 3, "it is whole all the same"},
		{"a byte order mark", of("\ufeff" + whole), nil, 3, "as spreadsheets write it"},
		{"ends of lines of Windows", of(strings.ReplaceAll(whole, "\n", "\r\n")), nil, 3, "they are ends of lines"},
		{"bytes that are not UTF-8", of(strings.Replace(whole, "r0000002", "r000000\xff", 1)), map[int]mtss.Code{3: records.CodeCell}, 2, "which a table is"},
		{"another instrument", of(strings.Replace(whole, "toy", "boy", 1)), map[int]mtss.Code{2: ""}, 2, "there is no definition of it"},
		{"another version", of(strings.Replace(whole, "toy,1", "toy,9", 1)), map[int]mtss.Code{2: ""}, 2, "it is not taken for the one that is there"},
		{"given twice", of(whole + row(2)), map[int]mtss.Code{5: mtss.NoticeRepeated}, 4, "it counts once"},
		{"one id of two", of(whole + strings.Replace(row(2), "1,2,1", "1,1,1", 1)), map[int]mtss.Code{5: mtss.CodeRecordRepeated}, 4, "neither counts"},
		{"a unit without a parent", of(strings.Replace(whole, "s0", "s9", 1)), nil, 3, "it is in no row, and the account says so"},
		{"a title and a label", with(of("Fall\n\n"+header+"Id,Unit\n"+row(1)), records.Layout{LabelRows: 1}), nil, 1, "as survey tools write them"},
		{"nothing at all", of(""), map[int]mtss.Code{1: records.CodeEmpty}, 0, "an export that failed"},
		{"no row", of(header), map[int]mtss.Code{2: records.CodeEmpty}, 0, "likewise"},
		{"no row but blank ones", of(header + "\n,,,,,,,,,\n"), map[int]mtss.Code{4: records.CodeEmpty}, 0, "likewise"},
		{"no header", of(row(1) + row(2)), map[int]mtss.Code{1: records.CodeHeader}, 0, "nobody knows what is what"},
		{"a layout of other records", with(of(whole), records.Layout{Records: "contact"}), map[int]mtss.Code{1: records.CodeLayout}, 0, "as any reader says"},
		{"a table of items", with(of(whole), records.Layout{Form: records.FormLong}), nil, -1, "an administration has many rows"},
		{"UTF-16", of(wide), nil, -1, "its lines are other bytes"},
		{"carriage returns alone", of(strings.ReplaceAll(whole, "\n", "\r")), nil, -1, "likewise"},
		{"a cell of two lines", of(whole + strings.Replace(row(4), "s0", "\"s\n0\"", 1)), nil, -1, "where it begins and ends depends on what comes before"},
		{"a quote that does not end", of(whole + strings.Replace(row(4), "s0", `"s0`, 1)), nil, -1, "likewise"},
		{"rows of less than 32 bytes", with(of("unit,date,1\ns0,2026-02-01,1\n"), records.Layout{Constant: constants}), nil, -1, "two may lie in one place"},
	} {
		s := toy(t, "1")
		for workers := 1; workers <= 2; workers++ {
			told := map[int]mtss.Code{}
			reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}, Workers: workers, Tell: func(_ int, record records.Record, err error) {
				if _, twice := told[record.Line]; twice {
					t.Errorf("%s: line %d: told twice", test.name, record.Line)
				}
				told[record.Line] = ""
				if found := mtss.Issues(err); len(found) > 0 {
					told[record.Line] = found[0].Code
				}
			}}
			_, account, err := reading.Table([]rollup.InputFile{test.in}, places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
			if refused := isOf(err, rollup.CodeSources); refused != (test.records < 0) || !refused && (err != nil || account.Records != test.records) || fmt.Sprint(told) != fmt.Sprint(test.told) {
				t.Errorf("%s, %d workers: %s: told %v of %d records, %v, want %v of %d", test.name, workers, test.why, told, account.Records, err, test.told, test.records)
			}
		}
	}
}

// What is read takes no more memory but for 16 bytes a record, which identity needs.
func TestReadingMemory(t *testing.T) {
	s := toy(t, "1")
	reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}}
	used := func(lines int) int64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, account, err := reading.Table([]rollup.InputFile{many{lines: lines}.source()}, places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}, Period: rollup.SchoolYear})
		if err != nil || account.Records != int64(lines) {
			t.Fatal(account, err)
		}
		runtime.ReadMemStats(&after)
		return int64(after.TotalAlloc - before.TotalAlloc)
	}
	const few, more = 100_000, 600_000
	if each := float64(used(more)-used(few)) / (more - few); each > 16 {
		t.Errorf("%.1f bytes for each record more, want 16 at most", each)
	}
}
