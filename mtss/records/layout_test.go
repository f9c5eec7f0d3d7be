package records_test

import (
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss/records"
)

// survey is a layout as a survey tool's export needs it.
func survey() records.Layout {
	return records.Layout{
		Columns:  map[string]string{"unit": "District ID", "date": "Submitted"},
		Items:    map[string]string{"Q1": "1", "Q2": "2"},
		Constant: map[string]string{"unitKind": "district", "instrument": "a", "version": "1"},
		Ignore:   []string{"Comments", "Never there"},
	}
}

func TestLayout(t *testing.T) {
	const head = "District ID,Submitted,Q1,Q2,Comments\n"
	row := "d-1,2026-01-20,2,0,\"caf\xe9, \nand more\"\n"
	for _, c := range []struct {
		name, why string
		change    func(*records.Layout)
		in, want  string
	}{
		{"as the export has it", "an ignored column may hold anything, in any encoding", func(*records.Layout) {}, head + row, "2 d-1 2026-01-20 1=2 2=0\n"},
		{"ignored and constant", "the constant stands in for what the file says", func(l *records.Layout) { l.Ignore = append(l.Ignore, "version") },
			"version," + head + "9," + row, "2 d-1 2026-01-20 1=2 2=0\n"},
		{"constant and in the file", "which one counts, nobody can tell", func(*records.Layout) {}, "version," + head, "1 ! column \"version\" is in the file, and the layout gives it a value too; ignore one\n"},
		{"a bad constant", "is a bad cell of each row", func(l *records.Layout) { l.Constant["unitKind"] = "planet" }, head + row, "2 ! \"planet\" is not a kind of unit, want classroom, program, school, district, isd, region or state\n"},
		{"mapped column missing", "also if its own name is there", func(l *records.Layout) { l.Columns["id"] = "Response ID" }, "id," + head, "1 ! column \"Response ID\" is missing\n"},
		{"required column ignored", "then it is missing", func(l *records.Layout) { l.Ignore = append(l.Ignore, "Submitted") }, head, "1 ! column \"Submitted\" is missing\n"},
		{"two columns under one header", "only one can have it", func(l *records.Layout) { l.Columns["date"] = "District ID" }, head + row, "1 ! column \"District ID\" is missing\n"},
		{"mapped item missing", "a typing error would else make it an item without answers", func(l *records.Layout) { l.Items["Q3"] = "3" }, head, "1 ! column \"Q3\" is missing, which the layout says holds item \"3\"\n"},
		{"two columns of one item", "by name and by mapping", func(*records.Layout) {}, "1," + head, "1 ! columns \"1\" and \"Q1\" both hold item \"1\"\n"},
		{"item without a name", "", func(l *records.Layout) { l.Items["Q1"] = "" }, head, "1 ! column \"Q1\" holds item \"\", which can't be an item's id\n"},
		{"unknown column mapped", "a typing error in the layout", func(l *records.Layout) { l.Columns["Date"] = "x" }, head, "1 ! the layout names column \"Date\", which is not a column of such files, did you mean \"date\"?\n"},
		{"unknown constant", "a column of long files only", func(l *records.Layout) { l.Constant["item"] = "1" }, head, "1 ! the layout names column \"item\", which is not a column of such files\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			layout := survey()
			c.change(&layout)
			got := showMessages(records.Wide(strings.NewReader(c.in), layout))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", c.why, diff)
			}
		})
	}
}

func TestLayoutLong(t *testing.T) {
	layout := records.Layout{
		Columns:  map[string]string{"item": "Question", "score": "Points"},
		Constant: map[string]string{"unitKind": "district", "instrument": "a", "version": "1"},
		Ignore:   []string{"Notes"},
	}
	in := "Question,Notes,Points,unit,date\n1,\xff,2,d-1,2026-01-20\n2,,,d-1,2026-01-20\n"
	if diff := cmp.Diff("2 d-1 2026-01-20 1=2 2=null\n", showMessages(records.Long(strings.NewReader(in), layout))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// showMessages is show with the messages of issues.
func showMessages(all iter.Seq2[records.Record, error]) string {
	var b strings.Builder
	for r, err := range all {
		one := show(func(yield func(records.Record, error) bool) { yield(r, err) })
		if err == nil {
			b.WriteString(one)
			continue
		}
		for _, m := range messages(func(yield func(records.Record, error) bool) { yield(r, err) }) {
			b.WriteString(strings.SplitN(one, " ", 2)[0] + " ! " + m + "\n")
		}
	}
	return b.String()
}

func TestLayoutIsNotChanged(t *testing.T) {
	layout := survey()
	for range records.Wide(strings.NewReader("x"), layout) {
	}
	for range records.Long(strings.NewReader("x"), layout) {
	}
	if diff := cmp.Diff(survey(), layout); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// long is records.Long with the library's own layout.
func long(r io.Reader) iter.Seq2[records.Record, error] { return records.Long(r, records.Layout{}) }
