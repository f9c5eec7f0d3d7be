package records_test

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

const goodLayout = `{"kind":"layout","schemaVersion":1,"source":{"title":"T"},"form":"wide","labelRows":2,"columns":{"date":"EndDate"},` +
	`"items":{"Q1":"1","Q2":"2"},"constant":{"instrument":"a","unitKind":"school","version":"1"},` +
	`"joined":[{"header":"unit","from":["State","School"],"between":"-"}],"split":[{"header":"Place","between":" - ","into":["p","q"]}],` +
	`"ignore":["Comments","p","q"],"ignoreOthers":true,"dateOrder":"monthFirst","decimalComma":true,` +
	`"codes":[{"cell":"In Place","means":"2"},{"cell":"-9","means":"missing","in":["Q1","Q2"]}],"choices":[{"in":["Q2"],"between":", ","take":"count"}]}`

func TestDecodeLayout(t *testing.T) {
	layout, err := records.DecodeLayout([]byte(goodLayout))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	got, err := json.Marshal(layout)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(goodLayout, string(got)); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	for _, err := range strict.Check(records.Layout{}) {
		t.Error(err)
	}
	if err := layout.Validate(); err != nil {
		t.Error(err)
	}
}

func TestDecodeLayoutRefuses(t *testing.T) {
	for _, test := range []struct{ why, old, new, path string }{
		{"a column that is read and has a value", `"version":"1"`, `"version":"1","date":"2026-01-20"`, "/constant/date"},
		{"an item in two columns", `"Q2":"2"`, `"Q2":"1"`, "/items/Q2"},
		{"a column made twice", `"into":["p","q"]`, `"into":["p","unit"]`, "/split/0/into/1"},
		{"a code that means a word", `"means":"2"`, `"means":"two"`, "/codes/0/means"},
		{"a code with a space", `"cell":"In Place"`, `"cell":"In Place "`, "/codes/0/cell"},
		{"two meanings", `"cell":"-9","means":"missing","in":["Q1","Q2"]`, `"cell":"In Place","means":"NA"`, "/codes/1/cell"},
		{"two meanings in a column", `"in":["Q1","Q2"]}`, `"in":["Q1","Q2"]},{"cell":"-9","means":"1","in":["Q2"]}`, "/codes/2/cell"},
	} {
		in := strings.Replace(goodLayout, test.old, test.new, 1)
		_, err := records.DecodeLayout([]byte(in))
		issues := mtss.Issues(err)
		if len(issues) != 1 || issues[0].Path != test.path || !errors.Is(err, records.CodeLayout) {
			t.Errorf("%s: got %v, want one at %s", test.why, issues, test.path)
		}
	}
}

// layout reads a layout that says what is given.
func layoutOf(t *testing.T, members string) records.Layout {
	t.Helper()
	layout, err := records.DecodeLayout([]byte(`{"kind":"layout","schemaVersion":1,"constant":{"unitKind":"school","instrument":"a","version":"1"}` + members + `}`))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return layout
}

func TestLayoutReads(t *testing.T) {
	const good = " s-1 2026-01-20 1=2 2=0\n"
	for _, test := range []struct{ why, layout, in, want string }{
		{"label rows, as Qualtrics has them", `,"labelRows":2`, "unit,date,1,2\n\"School,\nplease\",Day,One,Two\n\"{\"\"ImportId\"\":\"\"x\"\"}\",,,\ns-1,2026-01-20,2,0\n", "5" + good},
		{"label rows and no record", `,"labelRows":2`, "unit,date,1,2\nx,x,x,x\n", "3 ! the input holds a header and no record\n"},
		{"joined", `,"joined":[{"header":"unit","from":["kind","number"],"between":"-"}]`, "kind,number,date,1,2\ns, 1,2026-01-20,2,0\n", "2" + good},
		{"joined of nothing", `,"joined":[{"header":"unit","from":["kind","number"],"between":"-"}]`, "kind,number,date,1,2\n,,2026-01-20,2,0\n", "2 ! column \"unit\" is empty\n"},
		{"joined of what is not there", `,"joined":[{"header":"unit","from":["kind","number"]}]`, "kind,Number,date,1,2\n", "1 ! column \"number\" is missing, which the layout makes others of, did you mean \"Number\"?\n1 ! columns \"Number\" and \"x\"\n"},
		{"split", `,"split":[{"header":"School","between":" - ","into":["unit","name"]}],"ignore":["name"]`, "School,date,1,2\ns-1 - North,2026-01-20,2,0\n", "2" + good},
		{"split into too many", `,"split":[{"header":"School","between":"-","into":["unit","name"]}],"ignore":["name"]`, "School,date,1,2\ns-1-North,2026-01-20,2,0\n", "2 ! column \"School\" holds \"s-1-North\", which has 3 parts between \"-\", want 2\n2 ! column \"unit\" is empty\n"},
		{"the month first", `,"dateOrder":"monthFirst"`, "unit,date,1,2\ns-1,1/20/2026 9:15,2,0\n", "2" + good},
		{"days counted from 1900", `,"dateOrder":"days1900"`, "unit,date,1,2\ns-1,46042,2,0\n", "2" + good},
		{"a decimal comma", `,"decimalComma":true`, "unit,date,1,2\ns-1,2026-01-20,\"2,0\",0\n", "2" + good},
		{"words for scores", `,"codes":[{"cell":"In Place","means":"2"},{"cell":"Not in Place","means":"0"}]`, "unit,date,1,2\ns-1,2026-01-20,In Place, Not in Place\n", "2" + good},
		{"99 and -9", `,"codes":[{"cell":"99","means":"NA"},{"cell":"-9","means":"missing"}]`, "unit,date,1,2,3,4\ns-1,2026-01-20,2,0,99,-9\n", "2 s-1 2026-01-20 1=2 2=0 3=NA\n"},
		{"a code in one column", `,"codes":[{"cell":"9","means":"2"},{"cell":"9","means":"0","in":["2"]}]`, "unit,date,1,2\ns-1,2026-01-20,9,9\n", "2" + good},
		{"a code that is not in the table", `,"codes":[{"cell":"9","means":"0","in":["3"]}]`, "unit,date,1,2\n", "1 ! column \"3\" is missing, whose cells the layout explains\n"},
		{"a code for a unit", `,"codes":[{"cell":"North","means":"s-1","in":["unit"]}]`, "unit,date,1,2\nNorth,2026-01-20,2,0\n", "2" + good},
		{"several answers, counted", `,"choices":[{"in":["1"],"between":";","take":"count"}]`, "unit,date,1,2\ns-1,2026-01-20,a;b,0\n", "2" + good},
		{"several answers, the highest", `,"codes":[{"cell":"a","means":"1"},{"cell":"b","means":"2"}],"choices":[{"in":["1"],"between":", ","take":"highest"}]`, "unit,date,1,2\ns-1,2026-01-20,\"a, b\",0\n", "2" + good},
		{"several answers, the lowest", `,"choices":[{"in":["2"],"between":"|","take":"lowest"}]`, "unit,date,1,2\ns-1,2026-01-20,2,1|0\n", "2" + good},
		{"several answers, one of them no score", `,"choices":[{"in":["2"],"between":"|","take":"lowest"}]`, "unit,date,1,2\ns-1,2026-01-20,2,1|x\n", "2 ! \"1|x\" is not a score, want a whole number, NA, or nothing; the codes of a layout say what words mean\n"},
		{"none of several", `,"choices":[{"in":["2"],"between":"|","take":"count"}]`, "unit,date,1,2,3\ns-1,2026-01-20,2,,0\n", "2 s-1 2026-01-20 1=2 3=0\n"},
		{"what the layout does not name", `,"items":{"Q1":"1","Q2":"2"},"ignoreOthers":true`, "IP,unit,date,Q1,Q2,Notes\nx,s-1,2026-01-20,2,0,y\n", "2" + good},
		{"a title before the header", `,"columns":{"unit":"School"}`, "Export\nSchool,date,1,2\ns-1,2026-01-20,2,0\n", "3" + good},
		{"a row for each item", `,"form":"long","codes":[{"cell":"In Place","means":"2"}]`, "unit,date,item,score\ns-1,2026-01-20,1,In Place\ns-1,2026-01-20,2,0\n", "2" + good},
	} {
		got := showMessages(layoutOf(t, test.layout).Read(strings.NewReader(test.in)))
		if test.why == "joined of what is not there" { // the item Number is another matter
			test.want = got[:strings.Index(got, "\n")+1]
			if !strings.HasPrefix(got, "1 ! column \"number\" is missing, which the layout makes others of, did you mean \"Number\"?\n") {
				t.Errorf("%s: %s", test.why, got)
			}
			continue
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
	}
}

// A layout reads what the library's own form says, whatever its form.
func TestLayoutFormsAgree(t *testing.T) {
	wideForm := layoutOf(t, "")
	longForm := layoutOf(t, `,"form":"long"`)
	read := func(layout records.Layout, in string) string {
		return show(func(yield func(records.Record, error) bool) { layout.Read(strings.NewReader(in))(yield) })
	}
	if a, b := read(wideForm, "unit,date,1,2\ns,2026-01-20,2,NA\n"), read(longForm, "unit,date,item,score\ns,2026-01-20,1,2\ns,2026-01-20,2,NA\n"); a != b || !strings.Contains(a, "2=NA") {
		t.Errorf("%q and %q", a, b)
	}
}

// Whatever a layout says and a table holds, reading ends and does not panic.
func FuzzLayout(f *testing.F) {
	f.Add([]byte(goodLayout), []byte("State,School,Place,EndDate,Q1,Q2\nx\ny\nMI,1,a - b,1/20/2026,In Place,\"a, b\"\n"))
	f.Fuzz(func(t *testing.T, document, data []byte) {
		layout, err := records.DecodeLayout(document)
		if err != nil {
			return
		}
		for _, read := range []func(io.Reader) iter.Seq2[records.Record, error]{layout.Read, func(r io.Reader) iter.Seq2[records.Record, error] { return records.Long(r, layout) }} {
			for record, err := range read(strings.NewReader(string(data))) {
				if err == nil && record.Administration.Validate() != nil {
					t.Errorf("%v is read and is no administration: %v", record.Administration, record.Administration.Validate())
				}
			}
		}
	})
}

// A layout that states what its records are reads no others.
func TestLayoutOfRecords(t *testing.T) {
	for _, kind := range append(records.TableKinds(), "administration") {
		if err := (records.Layout{Records: kind}).Validate(); err != nil {
			t.Errorf("tables of %s: %v", kind, err)
		}
	}
	for _, kind := range []string{"contcat", "profile"} {
		if err := (records.Layout{Records: kind}).Validate(); err == nil {
			t.Errorf("tables of %s are taken", kind)
		}
	}
	contacts := records.Layout{Records: "contact"}
	for _, err := range contacts.Read(strings.NewReader("unit,unitKind,date,instrument,version,1\ns,school,2026-01-20,a,1,2\n")) {
		if !errors.Is(err, records.CodeLayout) {
			t.Errorf("contacts as administrations: %v", err)
		}
	}
	table := func(of string) (err error) {
		for _, err = range records.Table(strings.NewReader("id,kind\ns-1,school\n"), records.Layout{Records: of}, &records.Units{}) {
		}
		return err
	}
	if err := table("contact"); !errors.Is(err, records.CodeLayout) {
		t.Errorf("contacts as units: %v", err)
	}
	for _, of := range []string{"", "units"} {
		if err := table(of); err != nil {
			t.Errorf("units as %q: %v", of, mtss.Issues(err))
		}
	}
}
