package profile

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

// steps finds what to do next: each comparison that the next stage of an innovation
// waits for, and each criterion that is not met. First comes what suffices by itself;
// what only has to be recorded comes before what has to be done.
func (m *making) steps() {
	for _, in := range m.Innovations {
		next, more := in.Stage.Next()
		if !more || next.Entered == mtss.Met {
			continue
		}
		for _, f := range wanting(next.Enter, false) {
			m.Steps = append(m.Steps, Step{
				Innovation: in.ID, Stage: next.ID, Finding: f, Enough: with(next.Enter, f.Path) == mtss.Met, Lost: lost(in.Events, next.ID),
			})
		}
	}
	for _, a := range m.Assessed {
		if a.Latest == nil {
			continue
		}
		for _, c := range a.Latest.Criteria {
			if c.Verdict != mtss.Met {
				m.Steps = append(m.Steps, Step{Instrument: a.Instrument, Criterion: c.ID, Finding: c.Finding, Enough: true})
			}
		}
	}
	slices.SortStableFunc(m.Steps, func(a, b Step) int { return slices.Compare(a.rank(), b.rank()) })
	for i := range m.Steps {
		m.Steps[i].By, m.Steps[i].Who = m.served(&m.Steps[i])
	}
}

// rank orders steps.
func (s *Step) rank() []int64 {
	first := func(yes bool) int64 {
		if yes {
			return 0
		}
		return 1
	}
	least := int64(mtss.MaxCount)
	for _, n := range s.Finding.Needed {
		least = min(least, n.More+n.Fewer)
	}
	return []int64{first(s.Enough), first(s.Lost), first(s.Finding.Verdict == mtss.Undetermined), first(s.Stage != ""), least}
}

// wanting returns the comparisons below a finding that are not met.
func wanting(f rule.Finding, opposite bool) (out []rule.Finding) {
	if f.Verdict == mtss.Met && !opposite {
		return nil
	}
	if f.Measure != "" {
		return []rule.Finding{f}
	}
	for _, child := range f.Children {
		if f.Operator == rule.OperatorNot {
			out = append(out, wanting(child, !opposite)...)
		} else {
			out = append(out, wanting(child, opposite)...)
		}
	}
	return out
}

// with is the verdict of a finding if the comparison at a path were as wanted.
func with(f rule.Finding, path string) mtss.Verdict {
	if f.Path == path {
		return mtss.Met
	}
	if len(f.Children) == 0 {
		return f.Verdict
	}
	verdicts := make([]mtss.Verdict, 0, len(f.Children))
	for _, child := range f.Children {
		if f.Operator == rule.OperatorEach && !child.Measured.Applies() {
			continue
		}
		verdicts = append(verdicts, with(child, path))
	}
	switch f.Operator {
	case rule.OperatorAny:
		return mtss.AtLeastOf(1, verdicts...)
	case rule.OperatorAtLeastOf:
		return mtss.AtLeastOf(f.Count, verdicts...)
	case rule.OperatorNot:
		return f.Verdict // what to do for the opposite, no count says
	}
	return mtss.AtLeastOf(len(verdicts), verdicts...)
}

// lost reports whether a stage was lost, and is not entered again.
func lost(events []stages.StageEvent, stage mtss.StageID) (gone bool) {
	for _, e := range events {
		if e.Stage == stage {
			gone = e.Change == stages.Lost || gone && e.Change == stages.Completed
		}
	}
	return gone
}

// served finds what is due for a step: the earliest of it that is not done.
func (m *making) served(s *Step) (by mtss.Date, who string) {
	kinds := map[string][]schedule.DueKind{
		string(evidence.Practitioners): {schedule.Observation}, string(evidence.EmployedPractitioners): {schedule.Observation},
		string(evidence.Used):                   {schedule.Observation},
		string(evidence.ExplorationActivities):  {schedule.Activity},
		string(evidence.InstallationActivities): {schedule.Activity},
		string(evidence.InstallationComponents): {schedule.Activity},
		string(evidence.InitialComponents):      {schedule.Activity},
		string(evidence.InitialActivities):      {schedule.Activity},
	}[s.Finding.Measure]
	if s.Criterion != "" {
		kinds = []schedule.DueKind{schedule.Administration}
	}
	for _, d := range m.Due {
		fits := slices.Contains(kinds, d.Kind) && !d.Settled() && !d.Until.IsZero() && (s.Instrument == (instrument.Ref{}) || d.Instrument == s.Instrument) && (d.Innovation == s.Innovation || d.Kind == schedule.Administration)
		if fits && (by.IsZero() || d.Until.Before(by)) {
			by, who = d.Until, cmp.Or(d.CompletedBy, d.SubmittedBy)
		}
	}
	return by, who
}
