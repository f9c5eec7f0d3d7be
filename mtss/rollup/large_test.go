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
