package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

const codeCell mtss.Code = "t.cell"

// Each cause is told once, with how often and where it is.
func TestCauses(t *testing.T) {
	type at struct {
		line          int
		path, message string
	}
	day := func(line int, cell string) at {
		return at{line, "/date", fmt.Sprintf("%q is 2026-01-%02d or 2026-%02d-01; write YYYY-MM-DD", cell, line, line)}
	}
	score := func(line int, item, cell string) at {
		return at{line, "/responses/" + item, fmt.Sprintf("%q is not a score, want a whole number", cell)}
	}
	many := func(n int, of func(line int) at) (all []at) {
		for i := range n {
			all = append(all, of(i+2))
		}
		return all
	}
	for _, test := range []struct {
		why  string
		in   []at
		want []string
	}{
		{"nothing", nil, nil},
		{"one row", []at{day(3, "1/2/2026")}, []string{`3 /date "1/2/2026" is 2026-01-03 or 2026-03-01; write YYYY-MM-DD`}},
		{"the same day in two rows", []at{day(3, "1/2/2026"), day(5, "1/2/2026")}, []string{`3 /date "1/2/2026" is 2026-01-03 or 2026-03-01; write YYYY-MM-DD; the same in 2 rows, those of lines 3 and 5`}},
		{"two days", []at{day(3, "1/2/2026"), day(5, "2/3/2026")}, []string{`3 /date "1/2/2026" is 2026-01-03 or 2026-03-01; write YYYY-MM-DD; the same in 2 rows, those of lines 3 and 5; also "2/3/2026"`}},
		{"ten rows", many(10, func(line int) at { return score(line, "1.1", "x") }), []string{`2 /responses/1.1 "x" is not a score, want a whole number; the same in 10 rows, those of lines 2, 3, 4, 5, 6, 7, 8, 9, 10 and 11`}},
		{"more rows", many(412, func(line int) at { return score(line, "1.1", "x") }), []string{`2 /responses/1.1 "x" is not a score, want a whole number; the same in 412 rows, first in lines 2, 3 and 4`}},
		{"several items", []at{score(2, "1.1", "x"), score(2, "1.2", "x"), score(3, "1.3", "x")}, []string{`2 /responses/1.1 "x" is not a score, want a whole number; the same in 2 rows, those of lines 2 and 3 (1.3)`}},
		{"one row alone", []at{score(2, "1.1", "x"), score(2, "1.2", "x")}, []string{`2 /responses/1.1 "x" is not a score, want a whole number; the same 2 times in this row`}},
		{"more cells than are named", many(9, func(line int) at { return score(line, "1.1", fmt.Sprintf("x%d", line)) }), []string{`2 /responses/1.1 "x2" is not a score, want a whole number; the same in 9 rows, those of lines 2, 3, 4, 5, 6, 7, 8, 9 and 10; also "x3", "x4", "x5", "x6", "x7" and others`}},
		{"the name of an item is no cell", []at{{2, "/responses/1.1", `item "1.1" is scored 9`}, {3, "/responses/1.2", `item "1.2" is scored 9`}}, []string{`2 /responses/1.1 item "1.1" is scored 9; the same in 2 rows, those of lines 2 and 3 (1.2)`}},
		{"another number is another cause", []at{{2, "/responses/1.1", "is scored 9"}, {3, "/responses/1.1", "is scored 7"}}, []string{"2 /responses/1.1 is scored 9", "3 /responses/1.1 is scored 7"}},
		{"two columns", []at{{2, "/date", `"x" is not a day`}, {2, "/recorded", `"x" is not a day`}}, []string{`2 /date "x" is not a day`, `2 /recorded "x" is not a day`}},
		{"what is meant", []at{{2, "/kind", `"scool", did you mean "school"?`}, {3, "/kind", `"distric", did you mean "district"?`}, {4, "/kind", `"shool", did you mean "school"?`}},
			[]string{`2 /kind "scool", did you mean "school"?; the same in 2 rows, those of lines 2 and 4; also "shool"`, `3 /kind "distric", did you mean "district"?`}},
		{"columns of a header", []at{{1, "", `column "x" appears twice`}, {1, "", `column "y" appears twice`}}, []string{`1  column "x" appears twice`, `1  column "y" appears twice`}},
		{"places in lists", []at{{2, "/teams/0/role", `"x" is no role`}, {3, "/teams/1/role", `"x" is no role`}}, []string{`2 /teams/0/role "x" is no role; the same in 2 rows, those of lines 2 and 3`}},
		{"the first line comes first", []at{{5, "/a", "b"}, {4, "/c", "d"}}, []string{"4 /c d", "5 /a b"}},
	} {
		var all kit.Causes
		for _, one := range test.in {
			if all.Add(one.line, mtss.Issuef(one.path, codeCell, "%s", one.message)) {
				t.Errorf("%s: full", test.why)
			}
		}
		var got []string
		for line, issues := range all.Flush() {
			for _, issue := range issues {
				got = append(got, fmt.Sprint(line, " ", issue.Path, " ", issue.Message))
				if filled := mtss.FillIn(issue.Template, issue.Params); filled != issue.Message {
					t.Errorf("%s: the template is filled in as %q, want %q", test.why, filled, issue.Message)
				}
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", test.why, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
		for range all.Flush() {
			t.Errorf("%s: is told again", test.why)
		}
	}
}

// What is kept is bounded, whatever comes: each cause is told, and so is each row counted.
func TestCausesAreBounded(t *testing.T) {
	var all kit.Causes
	told, rows := 0, 0
	flush := func() {
		n := 0
		for _, issues := range all.Flush() {
			n += len(issues)
		}
		if told += n; n > 1000 {
			t.Errorf("%d are kept", n)
		}
	}
	for line := range 5500 {
		if rows++; all.Add(line, mtss.Issuef("/x", codeCell, "is %d", line)) {
			flush()
		}
	}
	if flush(); told != rows {
		t.Errorf("%d of %d are told", told, rows)
	}
}
