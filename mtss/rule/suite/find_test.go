package suite_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

func TestFind(t *testing.T) {
	state := strings.ReplaceAll(strings.ReplaceAll(rules, "d-1", "state"), `"since"`, `"refinable":true,"since"`)
	lower := `{"kind":"ruleSet","schemaVersion":1,"id":"d-1","refines":"state","rules":[{"id":"commit","until":"2024-12-31","require":{"measure":"staff","atLeast":"10%"}}]}`
	files := folder("state.json", state, "d.json", lower)
	for _, c := range []struct {
		id, on, set string
		code        mtss.Code
	}{
		{"", "", "d-1", ""},
		{"commit", "2024-12-31", "d-1", ""},
		{"commit", "2025-01-01", "state", ""},
		{"other", "", "", suite.CodeCaseRule},
	} {
		on, _ := mtss.ParseDate(c.on)
		book, _, day, problems := suite.Find(files, rule.Vocabulary{}, c.id, on)
		if c.code != "" {
			if len(problems) != 1 || problems[0].Code != c.code {
				t.Errorf("%+v: %+v", c, problems)
			}
			continue
		}
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if d, ok := book.Decide("commit", nil, day); !ok || d.Set != c.set {
			t.Errorf("%+v: the decision names %q", c, d.Set)
		}
	}
	if _, _, _, problems := suite.Find(folder("r.json", rules), rule.Vocabulary{}, "commit", mtss.Date{Year: 2020, Month: 1, Day: 1}); len(problems) != 1 || problems[0].Code != suite.CodeNotInForce {
		t.Errorf("not in force: %+v", problems)
	}
	if _, _, _, problems := suite.Find(files[1:], rule.Vocabulary{}, "commit", mtss.Date{}); len(problems) != 2 || problems[0].Code != rule.CodeScope {
		t.Errorf("the set above is missing: %+v", problems)
	}
}
