package kit_test

import (
	"embed"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data/*.json
var files embed.FS

func same(t *testing.T, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", why, diff)
	}
}

func day(t *testing.T, text string) (d mtss.Date) {
	t.Helper()
	if text != "" && d.UnmarshalText([]byte(text)) != nil {
		t.Fatalf("%q is no day", text)
	}
	return d
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		why, on, from, until string
		within, happened     bool // whether from has happened
	}{
		{"the first day", "2026-01-01", "2026-01-01", "2026-01-31", true, true},
		{"the day before", "2025-12-31", "2026-01-01", "2026-01-31", false, false},
		{"the last day", "2026-01-31", "2026-01-01", "2026-01-31", true, true},
		{"the day after", "2026-02-01", "2026-01-01", "2026-01-31", false, true},
		{"an open end", "2126-02-01", "2026-01-01", "", true, true},
		{"no first day is as early as can be", "2026-01-01", "", "", true, false},
	} {
		same(t, c.why+": within", c.within, kit.Within(day(t, c.on), day(t, c.from), day(t, c.until)))
		same(t, c.why+": happened", c.happened, kit.Happened(day(t, c.from), day(t, c.on)))
	}
}

func TestAge(t *testing.T) {
	for _, c := range [][3]string{
		{"2026-01-01", "2026-01-01", "0 days"}, {"2026-01-01", "2026-01-02", "1 day"}, {"2026-01-31", "2026-03-30", "58 days"},
		{"2026-01-31", "2026-03-31", "2 months"}, {"2025-01-31", "2026-01-30", "11 months"}, {"2025-01-31", "2026-01-31", "1 year"},
		{"2022-01-10", "2026-11-27", "4 years and 10 months"}, {"2024-02-29", "2026-03-29", "2 years and 1 month"},
	} {
		same(t, c[0]+" to "+c[1], c[2], kit.Age(day(t, c[0]), day(t, c[1])))
	}
}

func TestWords(t *testing.T) {
	same(t, "none, one and two", []string{"0 days", "1 day", "2 days"}, []string{kit.Count(0, "day"), kit.Count(int64(1), "day"), kit.Count(2, "day")})
	same(t, "a number of things", []string{"1 dosage left out", "2 dosages left out"}, []string{kit.Counted("c", 1, "dosage", "left out").Message, kit.Counted("c", 2, "dosage", "left out").Message})
	one, two := mtss.Noticef("c", "%q is late", "x"), mtss.Noticef("c", "%q is late", "y")
	same(t, "each once", []mtss.Notice{one, two, one.About("z")}, kit.AddNew([]mtss.Notice{one}, two, one, one.About("z"), two))
	same(t, "verdicts", []mtss.Verdict{mtss.Met, mtss.NotMet}, []mtss.Verdict{kit.YesNo(true), kit.YesNo(false)})
	same(t, "a list that is there", []int{1}, kit.OrEmpty([]int{1}))
	if kit.OrEmpty[int](nil) == nil {
		t.Error("nil is written as null, want a list")
	}
}

func TestPlus(t *testing.T) {
	same(t, "each part", mtss.Tally{Earned: 4, Possible: 12, Unknown: 3}, kit.Plus(mtss.Tally{Earned: 1, Possible: 5, Unknown: 2}, mtss.Tally{Earned: 3, Possible: 7, Unknown: 1}))
	most := mtss.Tally{Earned: mtss.MaxCount, Possible: mtss.MaxCount}
	if kit.Plus(most, most).Validate() == nil {
		t.Error("a sum past the limit passes for a tally")
	}
}

func TestData(t *testing.T) {
	type row struct {
		ID string `json:"id"`
	}
	same(t, "a table", []row{{"a"}, {"b"}}, kit.Rows[row](files, "table"))
	same(t, "a table with kind and version", []row{{"c"}}, kit.Rows[row](files, "kind"))
	same(t, "a table with a member that rows lack", []row(nil), kit.Rows[row](files, "bad"))
	same(t, "no table", []row(nil), kit.Rows[row](files, "none"))
	again := kit.Rows[row](files, "table")
	again[0].ID = "changed"
	same(t, "a fresh copy each time", "a", kit.Rows[row](files, "table")[0].ID)
	same(t, "rules", "set", kit.Rules(files, "rules").ID)
	same(t, "bad rules", "", kit.Rules(files, "bad").ID)
	same(t, "no rules", "", kit.Rules(files, "none").ID)
}

func TestProblems(t *testing.T) {
	var p kit.Problems
	for i := range strict.MaxIssues - 1 {
		p.Fail(fmt.Sprintf("/%d", i), "c", "is %d", i)
	}
	p.Add(mtss.Issuef("/x", "c", "one more"))
	same(t, "as many as are listed", strict.MaxIssues, len(p.List()))
	p.Fail("/y", "c", "too many")
	p.Add(mtss.Issuef("/z", "c", "too many"), mtss.Issuef("/z", "c", "too many"))
	list := p.List()
	same(t, "one for the rest", mtss.Issuef("", strict.CodeLarge, "%d more problems are not listed", int64(3)), list[len(list)-1])
	same(t, "and no more", strict.MaxIssues+1, len(list))
	same(t, "asking twice adds nothing", strict.MaxIssues+1, len(p.List()))
}

func TestWordsOfDocuments(t *testing.T) {
	var p kit.Problems
	seen := map[string]bool{}
	p.Once("/a", "c", seen, "x")
	p.Once("/b", "c", seen, "x")
	if p.Word("/word", "w", "c", "a letter", []string{"a", "b"}) || !p.Word("/word", "w", "b", "a letter", []string{"a", "b"}) {
		t.Error("c is one of a and b, or b is not")
	}
	if p.Word("/near", "w", "alhpa", "a letter", []string{"alpha", "beta"}) {
		t.Error("alhpa is no letter")
	}
	var got []string
	for _, issue := range p.List() {
		got = append(got, issue.Path+" "+string(issue.Code))
	}
	same(t, "a word twice and two that are not listed", []string{"/b c", "/word w", "/near w"}, got)
	same(t, "the nearest word", `"alhpa" is not a letter, did you mean "alpha"?`, p.List()[2].Message)
}

func TestAmong(t *testing.T) {
	even := func(n int) mtss.Verdict { return kit.YesNo(n%2 == 0) }
	same(t, "2 of 3 are even", mtss.Tally{Earned: 2, Possible: 3}, kit.Among([]int{1, 2, 4}, even))
	said := func(word string) mtss.Verdict { return kit.Said(word, "yes") }
	same(t, "a yes, a no and two that are open", mtss.Tally{Earned: 1, Possible: 4, Unknown: 2}, kit.Among([]string{"yes", "no", "", "unsure"}, said))
	same(t, "none of none", mtss.Tally{}, kit.Among(nil, even))
}

func TestMeasures(t *testing.T) {
	want := []rule.Measure{{Name: "a", Kind: rule.KindTally, Unit: "points"}, {Name: "b", Kind: rule.KindTally, Unit: "points"}}
	same(t, "two of a kind", want, kit.Measures(rule.KindTally, "points", "a", "b"))
}

func TestSpellings(t *testing.T) {
	same(t, "groups", [][]string{{"PBIS", "pbis"}, {"S-1", "s 1", "s1"}}, kit.Spellings([]string{"s 1", "pbis", "reading", "PBIS", "s1", "S-1", "pbis"}))
	same(t, "accents, in one character and in two, dashes and quotes", [][]string{{"O'Brien–Pen\u0303a", "O’Brien Peña"}, {"Resume", "Re\u0301sume\u0301", "Résumé"}},
		kit.Spellings([]string{"Résumé", "Re\u0301sume\u0301", "Resume", "O'Brien–Pen\u0303a", "O’Brien Peña"}))
	same(t, "numbers are apart", [][]string{{"11 1", "11-1"}}, kit.Spellings([]string{"1-11", "11-1", "111", "11 1"}))
	same(t, "none", [][]string(nil), kit.Spellings([]string{"a", "b", "a"}))
}
