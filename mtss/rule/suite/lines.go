package suite

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Lines renders a failing or passing case for people: what was expected, what
// came out, and the sentences that say why and what would change it.
func (r CaseResult) Lines() []string {
	verb := "FAIL"
	if r.Passed {
		verb = "ok"
	}
	lines := []string{fmt.Sprintf("%s  %s:%d  %s", verb, r.File, r.Line, r.Name)}
	if r.Passed {
		return lines
	}
	lines = append(lines, "  expected: "+expected(r.Expected), "  got:      "+got(r.Decision))
	for _, sentence := range r.Decision.Sentences() {
		lines = append(lines, "  "+sentence)
	}
	return lines
}

// Lines renders the report for people: problems, failures, gaps and a summary.
func (r CaseReport) Lines() []string {
	lines := []string{}
	for _, p := range r.Problems {
		lines = append(lines, fmt.Sprintf("BAD   %s:%d %s: %s (%s)", p.File, p.Line, p.Path, p.Message, p.Code))
	}
	failures := r.Failures()
	for _, f := range failures {
		lines = append(lines, f.Lines()...)
	}
	for _, g := range r.Gaps {
		lines = append(lines, fmt.Sprintf("gap   %s %s %s: %s", g.File, g.Rule, g.Path, g.Message))
	}
	return append(lines, fmt.Sprintf("%s, %s: %d passed, %d failed; %s, %s",
		kit.Count(r.Rules, "rule"), kit.Count(len(r.Results), "case"), len(r.Results)-len(failures), len(failures), kit.Count(len(r.Problems), "problem"), kit.Count(len(r.Gaps), "gap")))
}

func expected(e Expect) string {
	var parts []string
	for _, p := range []struct{ name, value string }{{"verdict", mtss.Plain(e.Verdict)}, {"applies", e.Applies}, {"then", e.Then}} {
		if p.value != "" {
			parts = append(parts, p.name+" "+p.value)
		}
	}
	return strings.Join(parts, ", ")
}

func got(d rule.Decision) string {
	if d.Applies == rule.Applies(mtss.NotMet) {
		return "applies no, so there is no verdict"
	}
	text := "verdict " + mtss.Plain(d.Verdict.String()) + ", applies " + d.Applies.String()
	if d.Then != "" && d.Matches() == mtss.Met {
		text += ", then " + d.Then
	}
	return text
}
