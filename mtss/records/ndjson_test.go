package records_test

import (
	"errors"
	"iter"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// document returns an administration with the responses given, in one line.
func document(unit, responses string) string {
	return `{"kind":"administration","schemaVersion":1,"instrument":{"id":"a","version":"1"},"unit":{"id":"` + unit + `","kind":"district"},"date":"2026-01-20","responses":{` + responses + `}}`
}

var (
	good = document("d-1", `"1":2`)
	next = document("d-2", `"1":0`)
)

// spread is a document with each member of the root, and of objects in it that
// are long, on a line of its own.
func spread(document string) string {
	return strings.NewReplacer(`{"kind":"a`, "{\n\"kind\":\"a", `,"instrument`, ",\n\"instrument", `,"unit`, ",\n\"unit", `{"id":"","k`, "{\n\"id\":\"\",\"k", `,"date`, ",\n\"date", `,"responses`, ",\n\"responses").Replace(document)
}

const (
	goodShown = " d-1 2026-01-20 1=2"
	nextShown = " d-2 2026-01-20 1=0"
)

func TestNDJSON(t *testing.T) {
	large := document(strings.Repeat("x", 10<<20), `"1":2`)
	full := document("d-1", `"1":2`)
	full = strings.Repeat(" ", records.MaxLine-len(full)) + full
	check(t, records.NDJSON, []reading{
		{"two records", "the usual case", good + "\n" + next + "\n", lines("1"+goodShown, "2"+nextShown)},
		{"no line end at the end", "editors leave it out", good + "\n" + next, lines("1"+goodShown, "2"+nextShown)},
		{"CR LF", "Windows", good + "\r\n" + next + "\r\n", lines("1"+goodShown, "2"+nextShown)},
		{"blank lines", "they count as lines, and are no records", "\n" + good + "\n \t\r\n\n" + next + "\n\n", lines("2"+goodShown, "5"+nextShown)},
		{"null", "asked and not scored", document("d-1", `"1":null,"2":0`), lines("1 d-1 2026-01-20 1=null 2=0")},
		{"empty", "an export that failed must not look like one without problems", "", lines("1 !  records.empty")},
		{"blank throughout", "no record either", "\n \n\n", lines("1 !  records.empty")},
		{"space that JSON has not", "a line of it is no blank line", "\u00a0\n" + good, lines("1 !  json.syntax", "2"+goodShown)},
		{"truncated", "a download that broke off", good + "\n" + next[:len(next)-3] + "\n" + good, lines("1"+goodShown, "2 ! /responses/1 json.syntax", "3"+goodShown)},
		{"10 MB line", "it is passed over, whatever it holds, and the next line is read", good + "\n" + large + "\n" + next + "\n", lines("1"+goodShown, "2 !  records.line.large", "3"+nextShown)},
		{"10 MB line at the end", "without a line end", good + "\n" + large, lines("1"+goodShown, "2 !  records.line.large")},
		{"as long as a line may be", "the limit itself is allowed; a line end counts for nothing", full + "\r\n" + full + "\n" + full, lines("1"+goodShown, "2"+goodShown, "3"+goodShown)},
		{"one byte longer", "on each kind of line end", " " + full + "\r\n " + full + "\n " + full, lines("1 !  records.line.large", "2 !  records.line.large", "3 !  records.line.large")},
		{"bad UTF-8", "the record is refused, its neighbours are not", good + "\n" + document("d-\xff", `"1":2`) + "\n" + next, lines("1"+goodShown, "2 ! /unit/id json.encoding", "3"+nextShown)},
		{"byte order mark", "RFC 8259 forbids it; only the first record suffers", "\ufeff" + good + "\n" + next, lines("1 !  json.bom", "2"+nextShown)},
		{"several problems", "all at once, in the order of the document", document("", `"1":"2","2":1.5`) + "\n" + next,
			lines("1 ! /unit/id json.length", "1 ! /responses/1 json.type", "1 ! /responses/2 json.number", "2"+nextShown)},
		{"one document over lines", "editors and exports write it so", "\n" + spread(good) + "\n", lines("2" + goodShown)},
		{"one document over lines, with problems", "each has its line", spread(document("", `"1":"2","2":1`)), lines("1 ! /unit/id json.length @5", "1 ! /responses/1 json.type @7")},
		{"one document over lines, truncated", "said once, not for each line", spread(good)[:60], lines("1 ! /instrument json.syntax @3")},
		{"the first line truncated", "the good line is read", good[:len(good)-3] + "\n" + next, lines("1 ! /responses/1 json.syntax", "2"+nextShown)},
		{"each line truncated", "each is said", good[:40] + "\n" + next[:40], lines("1 !  json.syntax", "2 !  json.syntax")},
		{"two documents on a line", "one a line", good + good, lines("1 !  json.trailing")},
	})
}

func TestNDJSONBreaksOff(t *testing.T) {
	// The second line is a whole document, but more of it may have been coming.
	got := show(records.NDJSON(breaking{strings.NewReader(good + "\n" + next)}))
	want := lines("1"+goodShown, "2 !  records.read")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	contains(t, messages(records.NDJSON(breaking{strings.NewReader("")})), "connection lost")
}

func TestNDJSONStops(t *testing.T) {
	stops(t, good+"\n{\n"+strings.Repeat("x", records.MaxLine+1)+"\n"+next, records.NDJSON)
}

func TestLines(t *testing.T) {
	var got []string
	for line, err := range records.Lines(strings.NewReader("a\r\n\n b \n" + strings.Repeat("x", records.MaxLine+1) + "\r")) {
		if err != nil {
			got = append(got, string(mtss.Issues(err)[0].Code))
			if line.Data != nil {
				t.Errorf("line %d was refused and has data", line.Number)
			}
			continue
		}
		got = append(got, string(line.Data))
	}
	if diff := cmp.Diff([]string{"a", " b ", string(records.CodeLineLarge)}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNDJSONData(t *testing.T) {
	for r, err := range records.NDJSON(strings.NewReader(good + "\r\n" + next)) {
		if err != nil {
			t.Fatal(err)
		}
		again, err := instrument.DecodeAdministration(r.Data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(again, r.Administration); diff != "" {
			t.Errorf("line %d: Data is of another record (-data +record)\n%s", r.Line, diff)
		}
	}
}

func TestRecordSort(t *testing.T) {
	// Scoring finds problems head first; a document may have its head last.
	const backwards = `{"responses":{"10":9,"2":9},"notApplicable":["x"],"date":"2026-01-20","unit":{"id":"d","kind":"school"},"instrument":{"id":"a","version":"1"},"schemaVersion":1,"kind":"administration"}`
	wide := "3,date,NA,unit,1/2,unitKind,instrument,version\n9,2026-01-20,NA,d,9,school,a,1\n"
	long := "item,score,unit,unitKind,date,instrument,version\n2,9,d,school,2026-01-20,a,1\n10,NA,d,school,2026-01-20,a,1\n1,9,d,school,2026-01-20,a,1\n"
	for _, c := range []struct {
		name, why string
		record    records.Record
		want      []string
	}{
		{"document", "as it was written", first(t, records.NDJSON(strings.NewReader(backwards))),
			[]string{"/responses/10", "/responses/2", "/notApplicable/0", "/date", "/unit/id"}},
		{"wide", "by column, answers and not applicable ones alike", first(t, records.Wide(strings.NewReader(wide), records.Layout{})),
			[]string{"/responses/3", "/date", "/notApplicable/0", "/unit/id", "/responses/1~12"}},
		{"long", "by row; all rows have the head, so it comes first", first(t, records.Long(strings.NewReader(long), records.Layout{})),
			[]string{"/date", "/unit/id", "/responses/2", "/notApplicable/0", "/responses/1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var issues []mtss.Issue
			for i := range c.want { // backwards, so that none is in place by chance
				issues = append(issues, mtss.Issue{Path: c.want[len(c.want)-1-i]})
			}
			if c.name == "long" {
				issues[3], issues[4] = issues[4], issues[3] // of the head: they keep their order
			}
			c.record.Sort(issues)
			var got []string
			for _, issue := range issues {
				got = append(got, issue.Path)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", c.why, diff)
			}
		})
	}
}

// first returns the first record with its methods still good: the reader is
// not asked for another.
func first(t *testing.T, all func(func(records.Record, error) bool)) records.Record {
	t.Helper()
	for r, err := range all {
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	t.Fatal("no record")
	return records.Record{}
}

func TestLinesOfPaths(t *testing.T) {
	const long = "unit,unitKind,date,instrument,version,item,score\nd,school,2026-01-20,a,1,x,1\nd,school,2026-01-20,a,1,y/z,NA\nd,school,2026-01-20,a,1,w~,2\n"
	r := first(t, records.Long(strings.NewReader(long), records.Layout{}))
	for path, want := range map[string]int{
		"": 2, "/date": 2, "/responses/x": 2, "/responses/y~1z": 3, "/notApplicable/0": 3, "/responses/w~0": 4,
		"/responses/none": 2, "/notApplicable/1": 2, "/notApplicable/-1": 2, "/notApplicable/x": 2,
	} {
		if got := r.LineOf()(path); got != want {
			t.Errorf("Lines(%q) = %d, want %d", path, got, want)
		}
	}
	if got := (records.Record{Line: 7}).LineOf()("/responses/1"); got != 7 {
		t.Errorf("Lines of any other record = %d, want its line, 7", got)
	}
}

// A document over several lines with a problem in each is read once for all of
// them: once for each would take minutes.
func TestLinesOfManyProblems(t *testing.T) {
	const problems = 20_000
	var in strings.Builder
	in.WriteString(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"a","version":"1"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","responses":{`)
	for i := range problems {
		in.WriteString("\n\"x" + strconv.Itoa(i) + "\":1,")
	}
	in.WriteString("\n\"x\":1}}\n")
	for r, err := range records.NDJSON(strings.NewReader(in.String())) {
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		lineOf := r.LineOf()
		for i := range problems {
			if got := lineOf("/responses/x" + strconv.Itoa(i)); got != i+2 {
				t.Fatalf("item x%d is on line %d, want %d", i, got, i+2)
			}
		}
	}
}

// An input that is not there breaks off at once.
func TestNoReader(t *testing.T) {
	for name, all := range map[string]iter.Seq2[records.Record, error]{
		"NDJSON": records.NDJSON(nil), "Wide": records.Wide(nil, records.Layout{}), "Long": records.Long(nil, records.Layout{}),
	} {
		n := 0
		for _, err := range all {
			if n++; !errors.Is(err, records.CodeRead) {
				t.Errorf("%s: got %v", name, err)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d records", name, n)
		}
	}
}
