package evidence

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// definitions are the measures of a policy by name, with their places.
type definitions struct {
	all []MeasureDefinition
	at  map[string]int
}

// define puts the host's measures behind those that ship. A measure that ships
// may be declared again, as a model does that lists what it asks for.
func (p HostPolicy) define() (definitions, []mtss.Issue) {
	d := definitions{all: MeasureDefinitions(), at: map[string]int{}}
	for i, m := range d.all {
		d.at[m.Measure.Name] = i
	}
	ships := len(d.all)
	var issues []mtss.Issue
	for i, m := range p.Measures {
		at := pointer.Element("/measures", i)
		known, repeated := d.at[m.Measure.Name]
		switch {
		case m.Measure.Name == "":
			issues = append(issues, mtss.Issuef(at, CodePolicy, "a measure has a name"))
		case repeated && known < ships && d.all[known].Measure.Kind == m.Measure.Kind:
		case repeated:
			issues = append(issues, mtss.Issuef(at, CodePolicy, "measure %q is declared twice", m.Measure.Name))
		default:
			d.at[m.Measure.Name] = len(d.all)
			d.all = append(d.all, m)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Terms)) {
		at, term := pointer.Member("/terms", name), p.Terms[name]
		if _, known := d.at[name]; !known {
			issues = append(issues, d.unknown(at, name))
		}
		if term.Days < 0 || term.UntilChanged && term.Days != 0 || term == (Term{}) {
			issues = append(issues, mtss.Issuef(at, CodePolicy, "a term is a number of days, or until changed"))
		}
	}
	return d, issues
}

// unknown says that a name is not a measure, and which one may be meant.
func (d definitions) unknown(at, name string) mtss.Issue {
	names := make([]string, len(d.all))
	for i, m := range d.all {
		names[i] = m.Measure.Name
	}
	if meant := mtss.Nearest(name, names); meant != "" {
		return mtss.Issuef(at, CodeMeasure, "%q is not a measure; did you mean %q?", name, meant)
	}
	return mtss.Issuef(at, CodeMeasure, "%q is not a measure: it neither ships nor is declared", name)
}

// through returns the last day on which a record counts; no date where it
// counts until something takes its place.
func (p HostPolicy) through(r *Record, d MeasureDefinition) mtss.Date {
	for _, term := range [...]Term{r.Term, p.Terms[d.Measure.Name], d.Term} {
		switch {
		case !r.Through.IsZero():
			return r.Through
		case term.UntilChanged:
			return mtss.Date{}
		case term.Days > 0:
			return r.On.AddDays(term.Days)
		}
	}
	return p.Calendar.NextYear(r.On)
}
