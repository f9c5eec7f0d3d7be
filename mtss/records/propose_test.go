package records_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// threeItems are definitions with the items 1.1, 1.2 and 1.3, and one of them with a
// second version.
func threeItems(versions ...string) (all []instrument.Definition) {
	for _, version := range versions {
		d := instrument.Definition{ID: "toy", Version: version, Scales: []instrument.Scale{{ID: "s", Scores: []int{0, 1, 2}}}}
		for _, id := range []string{"1.1", "1.2", "1.3"} {
			d.Items = append(d.Items, instrument.Item{ID: id, Scale: "s"})
		}
		all = append(all, d)
	}
	return all
}

func TestPropose(t *testing.T) {
	for _, test := range []struct {
		why      string
		versions string
		in       string
		want     string   // members of the layout
		open     []string // what is left to a person
	}{
		{"the library's own table", "1", "unit,unitKind,date,instrument,version,1.1,1.2,1.3\ns-1,school,2026-01-20,toy,1,2,1,0\n", ``, nil},
		{"a column of comments", "1", "unit,unitKind,date,1.1,1.2,1.3,Notes\ns-1,school,2026-01-20,2,1,0,x\n",
			`,"constant":{"instrument":"toy","version":"1"},"ignore":["Notes"]`, nil},
		{"names written in another way", "1", "Unit,Unit kind,DATE,1.1,1.2,1.3\ns-1,school,2026-01-20,2,1,0\n",
			`,"columns":{"date":"DATE","unit":"Unit","unitKind":"Unit kind"},"constant":{"instrument":"toy","version":"1"}`, nil},
		{"two versions have such items", "1 2", "unit,unitKind,date,1.1,1.2,1.3\ns-1,school,2026-01-20,2,1,0\n", ``, []string{"toy@1; toy@2"}},
		{"numbered, with words for scores", "1", "Submitted,School,1.1 One,1.2 Two,1.3 Three\n1/20/2026,s-1,2 = yes,0 = no,N/A\n",
			`,"columns":{"date":"Submitted","unit":"School"},"items":{"1.1 One":"1.1","1.2 Two":"1.2","1.3 Three":"1.3"},"constant":{"instrument":"toy","unitKind":"school","version":"1"},` +
				`"codes":[{"cell":"0 = no","means":"0"},{"cell":"2 = yes","means":"2"},{"cell":"N/A","means":"NA"}]`, nil},
		{"days with the month first", "1", "Submitted,School,i_1_1,i_1_2,i_1_3\n1/5/2026,s-1,2,0,1\n1/20/2026,s-1,2,0,1\n",
			`,"columns":{"date":"Submitted","unit":"School"},"items":{"i_1_1":"1.1","i_1_2":"1.2","i_1_3":"1.3"},"constant":{"instrument":"toy","unitKind":"school","version":"1"},"dateOrder":"monthFirst"`, nil},
		{"days that may be two", "1", "Submitted,School,i_1_1,i_1_2,i_1_3\n1/5/2026,s-1,2,0,1\n",
			`,"columns":{"date":"Submitted","unit":"School"},"items":{"i_1_1":"1.1","i_1_2":"1.2","i_1_3":"1.3"},"constant":{"instrument":"toy","unitKind":"school","version":"1"}`, []string{"say dateOrder"}},
		{"two columns of days, two of schools", "1", "Start,End,School,Home school,1.1,1.2,1.3\n2026-01-20,2026-01-21,s-1,s-2,2,1,0\n",
			`,"constant":{"instrument":"toy","version":"1"}`, []string{`"Start", "End"`, `"School", "Home school"`, "unitKind"}},
		{"a question about schools", "1", "date,School,1.1,1.2,1.3,Is it taught in each classroom?\n2026-01-20,s-1,2,1,0,1\n",
			`,"columns":{"unit":"School"},"constant":{"instrument":"toy","unitKind":"school","version":"1"},"ignore":["Is it taught in each classroom?"]`, nil},
		{"an answer off the scale, and a word", "1", "unit,unitKind,date,1.1,1.2,1.3\ns-1,school,2026-01-20,99,In Place,0\n",
			`,"constant":{"instrument":"toy","version":"1"}`, []string{`"99", "In Place"`}},
		{"questions that a survey tool numbers", "1", "unit,unitKind,date,Q1.1,Q1.2,Q1.3\ns-1,school,2026-01-20,2,1,0\n", ``,
			[]string{"items are not known", `"Q1.1", "Q1.2", "Q1.3" mean nothing yet`}},
		{"and by their ids", "1", "unit,unitKind,date,QID1_1,QID1_2,QID1_3\ns-1,school,2026-01-20,2,1,0\n", ``,
			[]string{"items are not known", `"QID1_1", "QID1_2", "QID1_3" mean nothing yet`}},
		{"labels and a title", "1", "An export\nunit,unitKind,date,1.1,1.2,1.3\nUnit,Kind,Day,One,Two,Three\n\"{\"\"ImportId\"\":\"\"x\"\"}\",,,,,\ns-1,school,2026-01-20,2,1,0\n",
			`,"labelRows":2,"constant":{"instrument":"toy","version":"1"}`, nil},
		{"semicolons", "1", "unit;unitKind;date;1.1;1.2;1.3\ns-1;school;2026-01-20;2;1;0\n", `,"constant":{"instrument":"toy","version":"1"}`, nil},
	} {
		layout, notices, err := records.Propose(strings.NewReader(test.in), threeItems(strings.Fields(test.versions)...))
		if err != nil {
			t.Errorf("%s: %v", test.why, mtss.Issues(err))
			continue
		}
		got, err := json.Marshal(layout)
		if err != nil {
			t.Errorf("%s: the proposal is no layout: %v", test.why, mtss.Issues(err))
		}
		want := strings.Replace(`{"kind":"layout","schemaVersion":1,"form":"wide"`+test.want+`}`, `"wide","form"`, `"wide"`, 1)
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
		var open []string
		for _, n := range notices {
			if n.Code == records.CodeOpen {
				open = append(open, n.Message)
			} else if n.Code != records.CodeSure && n.Code != records.CodeCheck {
				t.Errorf("%s: %s", test.why, n.Code)
			}
		}
		if len(open) != len(test.open) || slices.ContainsFunc(test.open, func(part string) bool {
			return !slices.ContainsFunc(open, func(says string) bool { return strings.Contains(says, part) })
		}) {
			t.Errorf("%s: open is %q, want %q", test.why, open, test.open)
		}
		if len(test.open) > 0 {
			continue
		}
		for record, err := range layout.Read(strings.NewReader(test.in)) { // with nothing open it reads
			if err != nil || record.Administration.Unit.ID != "s-1" || record.Administration.Instrument.ID != "toy" {
				t.Errorf("%s: read as %v, %v", test.why, record.Administration, mtss.Issues(err))
			}
		}
	}
}

func TestProposeRefuses(t *testing.T) {
	for in, code := range map[string]mtss.Code{"": records.CodeEmpty, "PK\x03\x04": records.CodeHeader, "a\"b,c,d\n": records.CodeRow} {
		if _, _, err := records.Propose(strings.NewReader(in), nil); !strings.Contains(string(mtss.Issues(err)[0].Code), string(code)) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// The layouts that ship as examples are good, name where their form was read and read
// their tables; what is proposed for the tables agrees where it says something.
func TestExampleLayouts(t *testing.T) {
	const folder = "../../examples/layouts/"
	for _, name := range []string{"google-forms", "qualtrics", "redcap", "kobo", "pyramid-model"} {
		document, err := os.ReadFile(folder + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		layout, err := records.DecodeLayout(document)
		if err != nil {
			t.Errorf("%s: %v", name, mtss.Issues(err))
		}
		data, err := os.ReadFile(folder + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		read := 0
		for record, err := range layout.Read(strings.NewReader(string(data))) {
			d, _ := catalog.Lookup(record.Administration.Instrument)
			scorer, bad := instrument.Compile(d)
			if err != nil || bad != nil {
				t.Errorf("%s: line %d: %v %v", name, record.Line, mtss.Issues(err), bad)
				continue
			}
			if _, err := scorer.Score(record.Administration); err != nil {
				t.Errorf("%s: line %d: %v", name, record.Line, mtss.Issues(err))
			}
			read++
		}
		if read < 2 || layout.Source.Title == "" {
			t.Errorf("%s: %d are read, and its form is of %q", name, read, layout.Source)
		}
		proposed, _, err := records.Propose(strings.NewReader(string(data)), catalog.All())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for title, item := range proposed.Items {
			if layout.Items[title] != item {
				t.Errorf("%s: %q is proposed for %q, and is %q", name, item, title, layout.Items[title])
			}
		}
	}
}
