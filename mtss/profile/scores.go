package profile

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// scorers makes the definitions that administrations are scored by, as they are
// asked for: those among the documents or else those that ship, completed and with
// the criteria of an adopter where documents say so.
type scorers struct {
	m    *making
	made map[instrument.Ref]*instrument.Scorer
}

// of returns the scorer of an instrument that a document names; nil where there is none,
// which was reported.
func (s *scorers) of(ref instrument.Ref, by origin) *instrument.Scorer {
	if scorer, known := s.made[ref]; known {
		return scorer
	}
	scorer, from, err := s.make(ref)
	if len(from) == 0 {
		from[whole] = []origin{by}
	}
	s.m.refuse(ref.String(), from.of(err)...)
	s.made[ref] = scorer
	return scorer
}

// make makes a scorer; or tells what is wrong, and with which document.
func (s *scorers) make(ref instrument.Ref) (*instrument.Scorer, origins, error) {
	d, found := shipped(ref)
	documents := s.m.documents
	from := origins{}
	for i, own := range listed[instrument.Definition](documents) {
		if own.Ref() == ref {
			d, found, from[whole] = own, true, originsOf[instrument.Definition](documents)[i:i+1]
		}
	}
	if !found {
		return nil, from, mtss.Issuef("/instrument", CodeDefinition, "%s neither ships nor is defined by a document, so it is not scored", ref)
	}
	var err error
	for i, c := range listed[instrument.Completion](documents) {
		if c.Instrument != ref {
			continue
		}
		from[whole] = originsOf[instrument.Completion](documents)[i : i+1]
		if d, err = instrument.Complete(d, c); err != nil {
			return nil, from, err
		}
	}
	for i, p := range listed[instrument.CriteriaProfile](documents) {
		if p.Instrument != ref {
			continue
		}
		from[whole] = originsOf[instrument.CriteriaProfile](documents)[i : i+1]
		if d, err = instrument.WithProfile(d, p); err != nil {
			return nil, from, err
		}
	}
	scorer, err := instrument.Compile(d)
	return scorer, from, err
}

// scored is what identifies a result.
type scored struct {
	ref  instrument.Ref
	unit mtss.Unit
	on   mtss.Date
	id   string
}

func scoredBy(r *instrument.Result) scored {
	return scored{r.Instrument.Ref, r.Unit, r.Date, r.Administration}
}

// instruments scores what was administered, and follows each instrument of the unit.
func (m *making) instruments() {
	s := &scorers{m: m, made: map[instrument.Ref]*instrument.Scorer{}}
	voted, meetings := m.meetings(s)
	given, from := append(listed[instrument.Administration](m.documents), voted...), append(originsOf[instrument.Administration](m.documents), meetings...)
	corrections, ids := make([]mtss.Correction[string], len(given)), map[string]int{}
	for i := range given {
		corrections[i] = given[i].Correction()
	}
	standing, err := mtss.Standing(corrections)
	m.refuse("administrations", origins{"": from}.of(err)...)
	var later, elsewhere []string
	for _, i := range standing {
		a := given[i]
		if a.Date.After(m.On) {
			later = append(later, a.Instrument.String()+" "+a.Unit.ID+" "+a.Date.String())
			continue
		}
		scorer := s.of(a.Instrument, from[i])
		if scorer == nil {
			continue
		}
		r, err := scorer.Score(a)
		if err != nil {
			m.refuse(cmp.Or(a.ID, a.Instrument.String()+" "+a.Unit.ID+" "+a.Date.String()), origins{whole: {from[i]}}.of(err)...)
			continue
		}
		ids[r.Administration]++
		m.results = append(m.results, r)
	}
	m.results = slices.DeleteFunc(m.results, func(r instrument.Result) bool {
		return r.Administration != "" && ids[r.Administration] > 1 // of one id, which was reported: which of them holds is not known
	})
	known := map[scored]int{}
	for i := range m.results {
		known[scoredBy(&m.results[i])] = i
	}
	later = append(later, m.stored(known)...)
	used := map[instrument.Ref][]instrument.Result{}
	for _, r := range m.results {
		if !m.within(r.Unit) {
			elsewhere = append(elsewhere, string(r.Unit.Kind)+" "+r.Unit.ID)
			continue
		}
		used[r.Instrument.Ref] = append(used[r.Instrument.Ref], r)
	}
	m.left(mtss.Noticef(NoticeLater, "results after %s were not used", m.On), later)
	m.left(mtss.Noticef(NoticeUnused, "results of units that do not belong to %s were not used", m.Unit.ID), elsewhere)
	for _, ref := range slices.SortedFunc(maps.Keys(used), func(a, b instrument.Ref) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Version, b.Version))
	}) {
		m.assessed(ref, used[ref])
	}
}

// stored takes the results among the documents that were not scored from others, and
// returns what came later.
func (m *making) stored(known map[scored]int) (later []string) {
	stored := listed[instrument.Result](m.documents)
	evident := map[scored]bool{}
	for i := range stored {
		evident[scoredBy(&stored[i])] = true
	}
	m.more.add(dca.Supplier(slices.DeleteFunc(slices.Clone(m.results), func(r instrument.Result) bool {
		return evident[scoredBy(&r)]
	})), nil)
	for at, r := range stored {
		i, again := known[scoredBy(&r)]
		switch {
		case r.Date.After(m.On):
			later = append(later, r.Instrument.Ref.String()+" "+r.Unit.ID+" "+r.Date.String())
		case !again:
			known[scoredBy(&r)] = len(m.results)
			m.results = append(m.results, r)
		case m.results[i].Points != r.Points || m.results[i].Instrument.Digest != r.Instrument.Digest:
			m.refuse(r.Unit.ID, origins{whole: originsOf[instrument.Result](m.documents)[at : at+1]}.of(
				mtss.Issuef("", CodeResult, "the stored result of %s on %s says otherwise than what was scored, and was not used", r.Instrument.Ref, r.Date))...)
		}
	}
	return later
}

// left notes what was left out, if something was.
func (m *making) left(n mtss.Notice, what []string) {
	for _, one := range what {
		m.concern(Unused, n.About(one))
	}
}

// meetings takes the administrations from meetings, with what was done otherwise than
// their protocols say.
func (m *making) meetings(s *scorers) (out []instrument.Administration, from []origin) {
	all := originsOf[dca.VotingMeeting](m.documents)
	for i, met := range listed[dca.VotingMeeting](m.documents) {
		scorer := s.of(met.Instrument, all[i])
		if scorer == nil || met.Date.After(m.On) {
			continue
		}
		p, found := dca.ProtocolOf(met.Instrument.ID)
		for _, own := range listed[dca.Protocol](m.documents) {
			if own.ID == met.Instrument.ID || !found && len(listed[dca.Protocol](m.documents)) == 1 {
				p, found = own, true
			}
		}
		if !found {
			m.concern(Unused, mtss.Noticef(NoticeUnused, "the meeting about %s was not used, since no protocol says how its votes are resolved", met.Instrument).About(met.ID))
			continue
		}
		reviewed, err := dca.Review(met, p, scorer)
		if err != nil {
			m.refuse(met.ID, origins{whole: all[i : i+1]}.of(err)...)
			continue
		}
		out, from = append(out, reviewed.Administration), append(from, all[i])
		for _, d := range reviewed.Deviations {
			n := mtss.Noticef(NoticeDeviation, "%s", d.Message)
			m.concern(Deviation, n.About(met.ID+" "+d.Subject), "instrument/"+met.Instrument.String())
		}
	}
	return out, from
}

// assessed follows one instrument.
func (m *making) assessed(ref instrument.Ref, results []instrument.Result) {
	a := Assessed{Instrument: ref, Below: []Standing{}}
	latest := map[mtss.Unit]*instrument.Result{}
	for i := range results {
		r := &results[i]
		if before := latest[r.Unit]; before == nil || before.Date.Before(r.Date) || before.Date == r.Date && before.Administration < r.Administration {
			latest[r.Unit] = r
		}
	}
	for _, u := range m.Units {
		if r := latest[u]; r != nil {
			a.Below = append(a.Below, Standing{Unit: u, On: r.Date, Count: &r.Points, Verdict: criteria(r)})
		}
	}
	if own := latest[m.Unit]; own != nil {
		a.Latest = own
		m.Definitions = append(m.Definitions, Input{Kind: "definition", ID: ref.String(), Digest: own.Instrument.Digest})
		m.trend(&a, results)
		if n := slices.IndexFunc(results, func(r instrument.Result) bool {
			return r.Unit == own.Unit && r.Date == own.Date && r.Points != own.Points
		}); n >= 0 {
			m.concern(Conflict, mtss.Noticef(evidence.NoticeConflict, "administrations of %s on %s say different things, and one of them is shown", ref, own.Date).About(ref.String()), "instrument/"+ref.String())
		}
		for _, n := range own.Caveats {
			m.concern(qualityOf(n.Code, Remark), n, "instrument/"+ref.String())
		}
	}
	if a.Latest != nil || len(a.Below) > 0 {
		m.Assessed = append(m.Assessed, a)
	}
}

// trend follows the results of the unit that can be compared with the latest.
func (m *making) trend(a *Assessed, results []instrument.Result) {
	var own []instrument.Result
	var other []string
	for _, r := range results {
		switch {
		case r.Unit != m.Unit:
		case r.Instrument.Digest != a.Latest.Instrument.Digest || r.Missing != a.Latest.Missing || !slices.Equal(r.Sections, a.Latest.Sections):
			other = append(other, r.Date.String())
		default:
			own = append(own, r)
		}
	}
	m.left(mtss.Noticef(NoticeUnused, "results of %s that cannot be compared with the latest are not in its trend", a.Instrument), other)
	windows := []mtss.Window{}
	if a.Instrument.ID == "dca" {
		windows = mtss.DCAWindows()
	}
	for _, s := range listed[schedule.Schedule](m.documents) {
		if s.Instrument == a.Instrument {
			windows = s.Windows
		}
	}
	trend, err := dca.TrendOf(own, windows, m.On)
	if err != nil {
		m.refuse(a.Instrument.String(), unplaced(err)...)
		return
	}
	a.Trend = &trend
	for _, n := range trend.Caveats {
		if !slices.ContainsFunc(a.Latest.Caveats, func(c mtss.Notice) bool { return c.Code == n.Code && c.Message == n.Message }) {
			m.concern(qualityOf(n.Code, Remark), n)
		}
	}
}

// criteria is the verdict on all criteria of a result.
func criteria(r *instrument.Result) mtss.Verdict {
	if len(r.Criteria) == 0 {
		return mtss.Undetermined
	}
	all := mtss.Met
	for _, c := range r.Criteria {
		all = all.And(c.Verdict)
	}
	return all
}
