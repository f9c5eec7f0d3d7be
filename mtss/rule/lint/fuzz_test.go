package lint_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Whatever a folder holds, looking at it ends, and what can be read is looked at.
func FuzzFolder(f *testing.F) {
	f.Add([]byte(rules), []byte(good))
	f.Add([]byte(rules), []byte(failing))
	f.Add([]byte(fmt.Sprintf(measured, `"require":{"each":["staff","points"],"atLeast":"80%"}`)), []byte("{"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		files := []suite.File{{Name: "a.json", Data: a}, {Name: "b.json", Data: b}}
		report := suite.Run(files, rule.Vocabulary{})
		_, unread := lint.Lint(files, rule.Vocabulary{})
		if report.OK() && len(report.Results) == 0 {
			t.Error("nothing was tested, and that is no pass")
		}
		if report.OK() && len(unread) > 0 {
			t.Errorf("runs, but lint cannot read it: %+v", unread)
		}
		if book, r, day, problems := suite.Find(files, rule.Vocabulary{}, "", mtss.Date{}); len(problems) == 0 {
			cases, _ := lint.Propose(book, r.ID, day)
			for _, c := range cases.Cases {
				if _, passed, err := c.Run(book); err != nil || !passed {
					t.Errorf("a proposed case fails: %+v %v", c, err)
				}
			}
		}
	})
}
