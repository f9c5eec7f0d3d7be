package lint_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

const measured = `{"kind":"ruleSet","schemaVersion":1,"id":"d","calendar":{"windows":[{"id":"spring","from":"03-01","to":"05-31"}]},"measures":{"staff":{"kind":"tally","unit":"people"},"points":{"kind":"tally","unit":"points"},"hours":{"kind":"quantity","unit":"h"},
"rate":{"kind":"ratio"},"done":{"kind":"yesNo"},"met":{"kind":"yesNo","series":true},"scores":{"kind":"tally","unit":"points","series":true},"words":{"kind":"quantity","unit":"words","series":true},"day":{"kind":"date"},"group":{"kind":"category"}},
"derived":[{"name":"sites","of":"met","share":"sites"},{"name":"growth","of":"words","slope":7},{"name":"visits","of":"met","countWithin":30},{"name":"up","of":"scores","rising":true,"unit":"administrations"},{"name":"down","of":"words","falling":true},{"name":"above","of":"words","gap":{"from":{"on":"2025-09-01","value":"20 words"},"to":{"on":"2026-05-31","value":"60 words"}}}],"rules":[{"id":"r",%s}]}`

func TestProposedCasesStraddleEachBound(t *testing.T) {
	for _, c := range []struct {
		rule    string
		lacking int
		why     string
	}{
		{`"require":{"measure":"staff","atLeast":"80%"}`, 0, ""},
		{`"require":{"measure":"staff","moreThan":"2/3"}`, 0, ""},
		{`"require":{"measure":"staff","between":["20%","70%"]}`, 0, ""},
		{`"require":{"measure":"points","lessThan":"44 points"}`, 0, ""},
		{`"require":{"measure":"points","atLeast":"12.5 points"}`, 0, "no tally lies on it"},
		{`"require":{"measure":"hours","atMost":"12.5 h"}`, 0, ""},
		{`"require":{"measure":"rate","atMost":"2.27%"}`, 0, ""},
		{`"require":{"measure":"rate","atLeast":"1/3"}`, 0, "no percentage says it"},
		{`"require":{"measure":"day","atMost":"2026-01-31"}`, 0, ""},
		{`"require":{"measure":"done","is":"no"}`, 0, ""},
		{`"require":{"measure":"group","oneOf":["a","other"]}`, 0, ""},
		{`"require":{"measure":"met","last":3,"is":"yes"}`, 0, ""},
		{`"require":{"measure":"scores","last":2,"atLeast":"70%"}`, 0, ""},
		{`"require":{"each":["staff","points"],"atLeast":"80%"}`, 0, ""},
		{`"require":{"any":[{"measure":"staff","atLeast":"80%"},{"measure":"rate","atMost":"10%"}]}`, 0, ""},
		{`"require":{"not":{"all":[{"measure":"staff","atLeast":"80%"},{"measure":"done","is":"yes"}]}}`, 0, ""},
		{`"when":{"measure":"group","is":"a"},"require":{"measure":"staff","atLeast":"80%"},"then":"go"`, 0, ""},
		{`"require":{"measure":"sites","atLeast":"50%"}`, 0, "derived"},
		{`"require":{"measure":"growth","moreThan":"2 words"}`, 0, "derived"},
		{`"require":{"measure":"visits","atLeast":"2 values"}`, 0, "derived"},
		{`"require":{"measure":"up","atLeast":"4 administrations"}`, 0, "derived"},
		{`"require":{"measure":"down","lessThan":"4 values"}`, 0, "derived"},
		{`"require":{"measure":"above","last":4,"atLeast":"0 words"}`, 0, "derived"},
		{`"require":{"measure":"staff","within":"365 days","atLeast":"80%"}`, 0, "and a day before"},
		{`"require":{"measure":"scores","within":"lastSchoolYear","times":2,"atLeast":"70%"}`, 0, "of the year before"},
		{`"require":{"measure":"scores","within":"window:spring","last":1,"atLeast":"70%"}`, 0, "of the window"},
		{`"require":{"measure":"met","within":"schoolYear","times":2,"is":"yes"}`, 0, ""},
		{`"require":{"measure":"staff","atLeast":"0%"}`, 1, "no tally misses it"},
	} {
		files := folder("rules.json", fmt.Sprintf(measured, c.rule))
		book, r, day, problems := suite.Find(files, rule.Vocabulary{}, "", mtss.Date{Year: 2026, Month: 1, Day: 20})
		if len(problems) > 0 {
			t.Fatalf("%s: %+v", c.rule, problems)
		}
		cases, lacking := lint.Propose(book, r.ID, day)
		data, err := json.Marshal(cases)
		if err != nil {
			t.Fatal(err)
		}
		report := suite.Run(append(files, suite.File{Name: "cases.json", Data: data}), rule.Vocabulary{})
		if !report.OK() || len(report.Gaps) != c.lacking || len(lacking) != c.lacking {
			t.Errorf("%s %s: lacking %v\n%s\n%s", c.rule, c.why, lacking, strings.Join(report.Lines(), "\n"), data)
		}
	}
}

func TestProposal(t *testing.T) {
	files := folder("rules.json", rules)
	book, r, day, _ := suite.Find(files, rule.Vocabulary{}, "commit", mtss.Date{})
	cases, _ := lint.Propose(book, r.ID, day)
	var got []string
	for _, c := range cases.Cases {
		got = append(got, fmt.Sprint(c.Name, "; ", c.On, "; ", c.Facts[0].Text, "; ", c.Expect.Verdict))
	}
	want := []string{
		"staff just below 80%, where more than 80% is wanted; 2025-08-01; 7/10; notMet",
		"staff on 80%, where more than 80% is wanted; 2025-08-01; 8/10; notMet",
		"staff just above 80%, where more than 80% is wanted; 2025-08-01; 9/10; met",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	book, r, day, _ = suite.Find(files, rule.Vocabulary{}, "commit", mtss.Date{Year: 2025, Month: 1, Day: 20})
	if cases, _ = lint.Propose(book, r.ID, day); cases.Cases[1].Expect.Verdict != "met" {
		t.Error("last year 80% was enough")
	}
}

// Every published rule gets cases on both sides.
func TestProposalsOfGallery(t *testing.T) {
	for _, file := range gallery(t) {
		set, err := rule.DecodeSet(file.Data)
		if err != nil {
			continue // cases
		}
		for _, r := range set.Rules {
			book, r, day, problems := suite.Find([]suite.File{file}, rule.Vocabulary{}, r.ID, r.Since)
			cases, lacking := lint.Propose(book, r.ID, day)
			if len(problems) > 0 || len(lacking) > 0 || len(cases.Cases) < 2 {
				t.Errorf("%s %s: %+v %+v %+v", file.Name, r.ID, problems, lacking, cases)
			}
		}
	}
}

// Without a rulebook there is nothing to propose.
func TestProposeWithoutRulebook(t *testing.T) {
	cases, lacking := lint.Propose(nil, "r", mtss.Date{Year: 2026, Month: 1, Day: 20})
	if len(cases.Cases)+len(lacking) > 0 {
		t.Errorf("got %v, %v", cases, lacking)
	}
}
