package profile

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

// Options say what a profile is wanted of. The zero value is the single unit at the
// top, on the latest day of the documents, by the model of NIRN.
type Options struct {
	// Unit is the unit; none is the single one at the top of the documents.
	Unit mtss.Unit
	// On is the day; none is that of [Documents.Latest].
	On mtss.Date
	// KnownOn is the day by which documents are to be known, as [Documents.KnownBy]
	// has them; no day takes all of them. Policy.KnownOn may say it as well.
	KnownOn mtss.Date
	// Model is the stage model; without stages it is the one among the documents, or
	// else stages.NIRN.
	Model stages.Model
	// Policy says how long evidence counts.
	Policy evidence.HostPolicy
	// MadeBy is the version of the library, which the profile names.
	MadeBy string
}

// halfYear is how many days around its day a profile tells what is due.
const halfYear = 180

// Of puts together what documents say of one unit on one day. The order of the
// documents does not matter, and one that is there twice counts once.
//
// What is wrong with some documents is among the concerns of the profile, which is
// made of the others, and is returned beside it, as [FileError] where a document was read
// from a file. Errors without a profile: CodeUnit,
// CodeDay, and those of stages.Compile.
func Of(d Documents, options Options) (Profile, error) {
	m := making{documents: d, Profile: Profile{
		Unit: options.Unit, On: options.On, MadeBy: options.MadeBy, Units: []mtss.Unit{}, Assessed: []Assessed{}, Innovations: []Innovation{},
		Measures: []KnownMeasure{}, Components: []district.ComponentStatus{}, Coaching: []Contacts{}, Steps: []Step{}, Due: []schedule.Due{},
	}}
	if err := m.known(&options); err != nil {
		return Profile{}, err
	}
	m.sorted()
	m.single(options.Model)
	m.above = m.hierarchy()
	if err := m.settle(); err != nil {
		return Profile{}, err
	}
	if err := m.model(options.Model); err != nil {
		return Profile{}, err
	}
	m.below()
	m.instruments()
	m.infrastructure()
	m.coaching()
	m.evidence(options.Policy)
	m.rules()
	m.plans()
	m.due()
	m.steps()
	m.sentences()
	m.quality()
	m.finish()
	return m.Profile, joined(m.problems)
}

// making is a profile on its way.
type making struct {
	Profile

	documents Documents
	entries   []entry
	above     mtss.Hierarchy
	assessor  *stages.Assessor
	set       *evidence.Gathered
	more      suppliers[evidence.Supplier] // besides those of the documents
	results   []instrument.Result          // of all units, scored
	concerns  []concern
	problems  []placed
}

// refuse notes what is wrong with documents. The profile is the same whatever their files
// are called, so that it names their kinds.
func (m *making) refuse(subject string, all ...placed) {
	for _, p := range all {
		m.problems = append(m.problems, p)
		path := p.Path
		if p.known {
			path = "/" + p.at.kind + p.Path
		}
		m.concern(Refused, mtss.Notice{Code: p.Code, Message: p.said.Message, Template: p.said.Template, Params: p.said.Params}.About(cmp.Or(subject, path)))
	}
}

func (m *making) hierarchy() mtss.Hierarchy {
	above, problems := m.documents.hierarchy()
	m.refuse("units", problems...)
	return above
}

// settle settles the unit and the day.
func (m *making) settle() error {
	if m.On.IsZero() {
		m.On = m.documents.Latest()
	}
	if !m.On.Valid() {
		m.refuse("", unplaced(mtss.Issuef("/on", CodeDay, "no day is asked for, and no document has one"))...)
	}
	if err := m.whole(); err != nil || !m.On.Valid() {
		m.refuse("", unplaced(err)...)
		return joined(m.problems) // among them what is wrong with where units belong
	}
	return nil
}

// whole settles the unit.
func (m *making) whole() error {
	if m.Unit.ID != "" {
		known, placed := m.above.Unit(m.Unit.ID)
		switch {
		case placed && (m.Unit.Kind == "" || m.Unit.Kind == known.Kind):
			m.Unit = known
		case placed:
			return mtss.Issuef("/unit", CodeUnit, "is %s %s, which is of kind %s by the documents", m.Unit.Kind, m.Unit.ID, known.Kind)
		case !slices.Contains(m.mentioned(), m.Unit):
			return mtss.Issuef("/unit", CodeUnit, "is %s %s, of which no document speaks; at the top are %s", m.Unit.Kind, m.Unit.ID, cmp.Or(someUnits(m.tops()), "none"))
		}
		return nil
	}
	tops := m.tops()
	if len(tops) == 1 {
		m.Unit = tops[0]
		return nil
	}
	if len(tops) == 0 {
		return mtss.Issuef("/unit", CodeUnit, "no unit is asked for, and the documents have none")
	}
	return mtss.Issuef("/unit", CodeUnit, "no unit is asked for, and the documents have several at the top: %s; ask for one", someUnits(tops))
}

// model chooses and compiles the stage model.
func (m *making) model(model stages.Model) (err error) {
	if len(model.Stages) == 0 {
		model = stages.NIRN(stages.Entry{})
		if own := listed[stages.Model](m.documents); len(own) > 0 {
			model = own[0]
		}
	}
	if m.assessor, err = stages.Compile(model); err != nil {
		return err
	}
	m.defined(&model, model.ID)
	return nil
}

// below finds the units that rows are of: the largest below the unit, and those of
// smaller kinds that belong to none of them.
func (m *making) below() {
	kinds := mtss.UnitKinds()
	at := slices.Index(kinds, m.Unit.Kind)
	for i := at - 1; i >= 0; i-- {
		for _, u := range m.above.Below(m.Unit.ID, kinds[i]) {
			if !slices.ContainsFunc(m.above.Above(u.ID), func(v mtss.Unit) bool { return slices.Contains(m.Units, v) }) {
				m.Units = append(m.Units, u)
			}
		}
		if len(m.Units) > 0 && kinds[i] != mtss.KindSchool {
			break // programs stand beside schools
		}
	}
	slices.SortStableFunc(m.Units, func(a, b mtss.Unit) int { return cmp.Compare(a.ID, b.ID) })
}

// within reports whether a unit is the profile's own or below it.
func (m *making) within(u mtss.Unit) bool {
	return u == m.Unit || slices.Contains(m.above.Above(u.ID), m.Unit)
}

// infrastructure finds how far components are in place, where documents speak of them.
func (m *making) infrastructure() {
	d := m.documents
	if len(listed[district.Teams](d))+len(listed[district.Ownership](d))+len(listed[district.Communication](d))+len(listed[district.Checklist](d))+len(listed[district.TierModels](d)) == 0 {
		return
	}
	for _, s := range d.Suppliers() {
		if teams, is := s.(district.Documents); is {
			report, _ := teams.Report(m.above, m.Unit, "", m.On) // what is wrong is found again where evidence is gathered
			m.Components = report.Components
			for _, n := range report.Notices {
				m.concern(qualityOf(n.Code, Remark), n)
			}
		}
	}
}

// evidence gathers what is known, and judges each innovation by it.
func (m *making) evidence(policy evidence.HostPolicy) {
	year := mtss.Period{From: m.On.AddDays(-365), Until: m.On}
	var err error
	known := m.documents.suppliers()
	for i, more := range m.more.all {
		known.add(more, m.more.from[i])
	}
	m.set, err = m.assessor.Gather(m.above, year, policy, known.all...)
	m.refuse("", known.of(err)...)
	for _, n := range m.set.Notices() {
		m.concern(qualityOf(n.Code, Remark), n)
	}
	improved := m.outcomes()
	general, err := m.set.On(m.Unit, "", m.On)
	m.refuse("", unplaced(err)...)
	m.Measures = m.measures("", general, nil)
	for _, id := range m.names() {
		m.innovation(id, general, improved, year)
	}
}

// names returns the innovations of the unit, of those below, and of those above that
// it is served by.
func (m *making) names() []string {
	found := map[string]bool{}
	above := m.above.Above(m.Unit.ID)
	for _, s := range m.set.Subjects() {
		if s.Innovation != "" && (m.within(s.Unit) || slices.Contains(above, s.Unit)) {
			found[s.Innovation] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// outcomes judges the outcomes, by innovation and unit.
func (m *making) outcomes() map[evidence.Subject]*fidelity.Improvement {
	out := map[evidence.Subject]*fidelity.Improvement{}
	all, _ := m.documents.fidelity().Improved(m.above, m.On) // what is wrong is found again where evidence is gathered
	for i := range all {
		out[evidence.Subject{Unit: all[i].Unit, Innovation: all[i].Innovation}] = &all[i]
	}
	return out
}

// innovation judges one innovation.
func (m *making) innovation(id string, general []evidence.KnownValue, improved map[evidence.Subject]*fidelity.Improvement, year mtss.Period) {
	in := Innovation{ID: id, Events: []stages.StageEvent{}, Below: []Standing{}, Outcomes: improved[evidence.Subject{Unit: m.Unit, Innovation: id}]}
	items, err := m.set.On(m.Unit, id, m.On)
	m.refuse("", unplaced(err)...)
	if in.Stage, err = m.assessor.On(m.set, m.Unit, id, m.On); err != nil {
		m.refuse("", unplaced(err)...)
		return
	}
	history, err := m.assessor.Follow(m.set, m.Unit, id, year)
	m.refuse("", unplaced(err)...)
	in.Events = kit.OrEmpty(slices.DeleteFunc(history.Events, func(e stages.StageEvent) bool { return e.On == year.From }))
	in.Measures = m.measures(id, items, general)
	subjects := map[mtss.Unit]bool{}
	for _, s := range m.set.Subjects() {
		subjects[s.Unit] = subjects[s.Unit] || s.Innovation == id
	}
	for _, u := range m.Units {
		if !subjects[u] && !slices.ContainsFunc(m.smaller(u), func(v mtss.Unit) bool { return subjects[v] }) {
			continue
		}
		a, err := m.assessor.On(m.set, u, id, m.On)
		if err != nil {
			continue // which was reported of the unit above
		}
		row := Standing{Unit: u, Stage: a.Primary, Possible: a.Possible}
		if f, found := a.Compared(string(evidence.Practitioners)); found {
			if t, is := f.Measured.Tally(); is {
				row.Count = &t
			}
		}
		if f, found := a.Compared(string(evidence.OutcomesImproved)); found {
			row.Verdict = f.Verdict
		}
		in.Below = append(in.Below, row)
	}
	for _, n := range in.Stage.Caveats {
		m.concern(qualityOf(n.Code, Remark), n)
	}
	if in.Outcomes != nil {
		for _, n := range in.Outcomes.Caveats {
			m.concern(qualityOf(n.Code, Remark), n.About(cmp.Or(n.Subject, id)))
		}
	}
	m.Innovations = append(m.Innovations, in)
}

// smaller returns all units below one.
func (m *making) smaller(u mtss.Unit) (out []mtss.Unit) {
	for _, kind := range mtss.UnitKinds() {
		if kind == u.Kind {
			break
		}
		out = append(out, m.above.Below(u.ID, kind)...)
	}
	return out
}

// measures keeps the items of an innovation, or of any where it is "", of which something is known, or was;
// without those that are the same of any innovation.
func (m *making) measures(innovation string, items, general []evidence.KnownValue) []KnownMeasure {
	out := []KnownMeasure{}
	units := map[string]string{}
	for _, d := range evidence.MeasureDefinitions() {
		units[d.Measure.Name] = d.Measure.Unit
	}
	for i, it := range items {
		if it.Value.Missing() && (general == nil || general[i].On != it.On) {
			for _, n := range it.Notices {
				if n.Code == evidence.NoticeConflict { // which is why nothing is known
					m.concern(Conflict, n, "measure/"+innovation+"/"+it.Measure)
				}
			}
		}
		if it.Value.Missing() && !it.Expired || general != nil && !general[i].Value.Missing() && general[i].Value.Equal(it.Value) && general[i].On == it.On {
			continue
		}
		out = append(out, KnownMeasure{
			Measure: it.Measure, Of: units[it.Measure], Value: it.Value, Basis: it.Basis, On: it.On, Through: it.Through, Expired: it.Expired,
		})
		for _, n := range it.Notices {
			if !it.Value.Missing() || n.Code != evidence.NoticeConflict {
				m.concern(qualityOf(n.Code, Remark), n, "measure/"+innovation+"/"+it.Measure)
			}
		}
	}
	return out
}

// finish lists the sources and the documents.
func (m *making) finish() {
	m.others()
	m.sources()
	m.Inputs = m.inputs()
	slices.SortFunc(m.Definitions, func(a, b Input) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	m.Definitions = kit.OrEmpty(slices.CompactFunc(m.Definitions, func(a, b Input) bool { return a.Kind == b.Kind && a.ID == b.ID && a.Digest == b.Digest }))
}

// sources collects where rules are stated, each once.
func (m *making) sources() {
	m.Sources = []mtss.Source{}
	add := func(s mtss.Source) {
		if s.Title != "" && !slices.Contains(m.Sources, s) {
			m.Sources = append(m.Sources, s)
		}
	}
	for _, a := range m.Assessed {
		if a.Latest != nil {
			for _, c := range a.Latest.Criteria {
				if c.Source != nil {
					add(*c.Source)
				}
			}
		}
	}
	add(m.assessor.Model().Source)
	for _, s := range m.assessor.Model().Stages {
		add(s.Source)
	}
	for _, p := range listed[fidelity.Policy](m.documents) {
		add(p.Source)
	}
	for _, s := range listed[schedule.Schedule](m.documents) {
		add(s.Source)
	}
	for _, p := range listed[dca.Protocol](m.documents) {
		add(p.Source)
	}
	for _, d := range m.Rules {
		add(d.Source)
	}
	for _, in := range m.Innovations {
		for _, d := range in.Rules {
			add(d.Source)
		}
	}
}
