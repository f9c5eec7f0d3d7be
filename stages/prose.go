package stages

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Line renders the change for people, such as "2025-09-22: installation entered".
func (e StageEvent) Line() string {
	return e.On.String() + ": " + named(e.Stage) + " " + string(e.Change)
}

// Lines renders the assessment for people.
func (a Assessment) Lines() []string {
	lines := []string{string(a.Unit.Kind) + " " + a.Unit.ID + ", " + a.Innovation + ", on " + a.On.String() + ": " + a.headline()}
	if len(a.Active) > 0 {
		lines = append(lines, "  active: "+joined(a.Active))
	}
	for _, s := range a.Stages {
		lines = append(lines, "  "+named(s.ID)+": "+entryWords(s.Entered)+doneWords(s.Done))
		for _, sentence := range s.Enter.Sentences() {
			lines = append(lines, "    "+sentence)
		}
	}
	if next, ok := a.Next(); ok {
		lines = append(lines, "  next: "+named(next.ID))
	}
	for _, c := range a.Caveats {
		lines = append(lines, "  caveat: "+c.Message)
	}
	return lines
}

func (a Assessment) headline() string {
	text := named(a.Primary)
	switch {
	case a.Primary == "" && a.Possible != "":
		text = "no stage is certain, " + named(a.Possible) + " is not excluded"
	case a.Primary == "":
		text = "no stage entered"
	case a.Possible != a.Primary:
		text += " is certain, " + named(a.Possible) + " is not excluded"
	}
	if a.Possible != a.Primary && a.unheard(a.Possible) {
		text += ", since nothing is known of it"
	}
	if a.LastKnown != nil {
		text += "; last known " + named(a.LastKnown.Stage) + ", through " + a.LastKnown.Through.String()
	}
	return text
}

func joined(stages []mtss.StageID) string {
	words := make([]string, len(stages))
	for i, s := range stages {
		words[i] = named(s)
	}
	return strings.Join(words, ", ")
}

func named(s mtss.StageID) string { return mtss.Plain(string(s)) }

// unheard reports whether nothing is known of what a stage asks for.
func (a Assessment) unheard(stage mtss.StageID) bool {
	i := slices.IndexFunc(a.Stages, func(s StageFinding) bool { return s.ID == stage })
	return i >= 0 && unheard(a.Stages[i].Enter)
}

func unheard(f rule.Finding) bool {
	if len(f.Children) == 0 {
		return f.Measured.Missing()
	}
	return !slices.ContainsFunc(f.Children, func(c rule.Finding) bool { return !unheard(c) })
}

func entryWords(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "entered"
	case mtss.NotMet:
		return "not entered"
	}
	return "undetermined"
}

func doneWords(t *mtss.Tally) string {
	if t == nil {
		return ""
	}
	done := strconv.FormatInt(t.Earned, 10)
	if t.Unknown > 0 {
		done += " to " + strconv.FormatInt(t.Earned+t.Unknown, 10)
	}
	return ", " + done + " of " + strconv.FormatInt(t.Possible, 10) + " activities done"
}

// Compared finds the comparison of a measure in what enters a stage: in the last stage
// that compares it. ok is false if none does.
func (a Assessment) Compared(measure string) (f rule.Finding, ok bool) {
	for i := len(a.Stages) - 1; i >= 0 && !ok; i-- {
		f, ok = a.Stages[i].Enter.Comparing(measure)
	}
	return f, ok
}
