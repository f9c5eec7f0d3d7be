package mtss_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// The parts of a message always make the message that the format makes.
func TestIssuefParts(t *testing.T) {
	for _, test := range []struct {
		name, format string
		args         []any
		template     string
		params       []string
	}{
		{"none", "is missing", nil, "is missing", nil},
		{"a quoted one", "%q is no kind of unit", []any{"shire"}, "{0} is no kind of unit", []string{`"shire"`}},
		{"several", "item %q of %s is scored %d, want %s", []any{"1", "dca@7.7", 3, "0 to 2"}, "item {0} of {1} is scored {2}, want {3}", []string{`"1"`, "dca@7.7", "3", "0 to 2"}},
		{"a percent sign", "%d%% of %.12s", []any{50, "abcdefghijklmnop"}, "{0}% of {1}", []string{"50", "abcdefghijkl"}},
		{"width and flags", "%04d-%02d %+v", []any{7, 3, 1}, "{0}-{1} {2}", []string{"0007", "03", "1"}},
		{"a param that looks like a place", "%s and %s", []any{"{1}", "{0}"}, "{0} and {1}", []string{"{1}", "{0}"}},
		{"an error that is a list", "cannot be written: %v", []any{several{"full"}}, "cannot be written: {0}", []string{"several"}},
		{"bytes", "%s", []any{[]byte("text")}, "{0}", []string{"text"}},
		{"an error", "cannot be written: %s", []any{fmt.Errorf("full")}, "cannot be written: {0}", []string{"full"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			issue := mtss.Issuef("/a", mtss.CodeDate, test.format, test.args...)
			same(t, "template", test.template, issue.Template)
			same(t, "params", test.params, issue.Params)
			want := fmt.Sprintf(test.format, test.args...)
			same(t, "message", want, issue.Message)
			same(t, "filled in", issue.Message, mtss.FillIn(issue.Template, issue.Params))
		})
	}
}

type several []string

func (several) Error() string { return "several" }

// A list reads as people write one, not as Go prints it.
func TestIssuefLists(t *testing.T) {
	for _, test := range []struct {
		name, format string
		list         any
		want         string
	}{
		{"words", "want one of %s", []string{"a", "b"}, "want one of a, b"},
		{"words of a type", "want one of %v", []mtss.UnitKind{mtss.KindSchool, mtss.KindISD}, "want one of school, isd"},
		{"quoted", "want one of %q", []string{"a b", "c"}, `want one of "a b", "c"`},
		{"numbers", "want one of %d", []int{0, 1, 2}, "want one of 0, 1, 2"},
		{"days", "want one of %s", []mtss.Date{{}}, "want one of " + mtss.Date{}.String()},
		{"one", "want %v", []int{4}, "want 4"},
		{"none", "want one of %v", []int(nil), "want one of "},
	} {
		same(t, test.name, test.want, mtss.Issuef("", mtss.CodeDate, test.format, test.list).Message)
	}
}

// What is not the place of a param stays as it is, and what a param says is not looked at.
func TestFillIn(t *testing.T) {
	for _, test := range []struct{ why, template, want string }{
		{"no place", "as it is", "as it is"},
		{"two", "{0} of {1}", "a of {0}"},
		{"one twice, in another order", "{1}{0}{0}", "{0}aa"},
		{"without a param", "{0} {2}", "a {2}"},
		{"another way to write a number", "{00} {+0} {-0} {}", "{00} {+0} {-0} {}"},
		{"a brace before it", "{{0}} {x {1}", "{a} {x {0}"},
		{"without an end", "{0} {1", "a {1"},
		{"nothing", "", ""},
	} {
		same(t, test.why, test.want, mtss.FillIn(test.template, []string{"a", "{0}"}))
	}
	same(t, "without params", "{0}", mtss.FillIn("{0}", nil))
}

func ExampleFillIn() {
	issue := mtss.Issuef("/responses/1", "instrument.score", "item %q is scored %d, want %s", "1", 3, "0 to 2")
	spanish := map[string]string{"item {0} is scored {1}, want {2}": "el elemento {0} tiene {1}; se espera {2}"}
	fmt.Println(mtss.FillIn(spanish[issue.Template], issue.Params))
	// Output: el elemento "1" tiene 3; se espera 0 to 2
}
