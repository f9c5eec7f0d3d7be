package profile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// The host's own rules are judged by what is known of the unit: those that are its own, or
// of a unit above, each once.
func TestRules(t *testing.T) {
	set := func(id, more, measure, level string) string {
		return `{"kind":"ruleSet","schemaVersion":1,"id":"` + id + `",` + more + `"rules":[{"id":"r","title":"use","require":{"measure":"` + measure + `","atLeast":"` + level + `"}}]}`
	}
	const district, school = `"scope":{"unit":"d-1","kind":"district"},`, `"scope":{"unit":"s-1","kind":"school"},`
	for _, c := range []struct {
		why   string
		files []string
		want  string // the decisions of the unit, and of the innovation
		told  string
	}{
		{"of everyone, the same with any innovation", []string{set("a", "", "team.meetings", "50%")}, "a undetermined / ", ""},
		{"of everyone, by the innovation", []string{set("a", "", "fidelity.practitioners", "60%")}, " / a undetermined", ""},
		{"met by one of two", []string{set("a", "", "fidelity.practitioners", "10%")}, " / a met", ""},
		{"of the unit above", []string{set("a", district, "team.meetings", "50%")}, "a undetermined / ", ""},
		{"the lowest of two", []string{set("a", district, "team.meetings", "50%"), strings.Replace(set("b", school+`"refines":"a",`, "team.meetings", "60%"), `"r"`, `"r2"`, 1)}, "a undetermined, b undetermined / ", ""},
		{"two that have nothing to do with each other", []string{set("a", "", "team.meetings", "50%"), set("b", "", "team.meetings", "60%")}, "a undetermined, b undetermined / ", ""},
		{"of another unit", []string{set("a", `"scope":{"unit":"s-2","kind":"school"},`, "team.meetings", "50%")}, " / ", "does not belong to"},
		{"one given twice", []string{set("a", "", "team.meetings", "50%"), set("a", "", "team.meetings", "50%")}, "a undetermined / ", "more than once"},
		{"two of one id", []string{set("a", "", "team.meetings", "50%"), set("a", "", "team.meetings", "60%")}, "a undetermined / ", "is a second rule set a"},
		{"a measure that there is not", []string{set("a", "", "team.meeting", "50%"), set("b", "", "team.meetings", "60%")}, "b undetermined / ", "team.meetings"},
		{"a circle", []string{set("a", `"refines":"b",`, "team.meetings", "50%"), set("b", `"refines":"a",`, "team.meetings", "60%")}, " / ", "rule.scope"},
	} {
		files := small()
		for i, f := range c.files {
			files["rules"+string(rune('0'+i))+".json"] = f
		}
		d, err := profile.Read(folder(files))
		if err != nil {
			t.Fatal(c.why, mtss.Issues(err))
		}
		p, err := profile.Of(d, profile.Options{Unit: mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}})
		said := strings.Join(placesOf(err), " ")
		for _, issue := range mtss.Issues(err) {
			said += " " + string(issue.Code)
		}
		for _, one := range p.Concerns {
			said += " " + one.Notice.Message
		}
		if got := decided(p.Rules) + " / " + decided(p.Innovations[0].Rules); got != c.want || !strings.Contains(said, c.told) {
			t.Errorf("%s: %q, want %q; told %s", c.why, got, c.want, said)
		}
		if len(c.files) == 1 && c.told == "" && !slices.ContainsFunc(p.Definitions, func(in profile.Input) bool { return in.Kind == "ruleSet" }) {
			t.Errorf("%s: the set is not among the definitions", c.why)
		}
	}
}

func decided(all []rule.Decision) string {
	var out []string
	for _, d := range all {
		out = append(out, d.Set+" "+d.Verdict.String())
	}
	return strings.Join(out, ", ")
}
