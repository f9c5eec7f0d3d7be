// Package sheet has one job: it writes results, reports and profiles as one tidy table,
// a row for each fact, for spreadsheets and statistics.
//
//	rows, err := sheet.Result(result)
//	err = sheet.Write(file, rows)
//
// # Columns
//
//   - unit, unitKind, date: what the fact is of, and on which day
//   - innovation, instrument, version, administration, sections: what it is of besides
//   - missing: what an unanswered item counted as
//   - profile, definition: by what it was judged, a definition by its SHA-256
//   - fact, id, subject: what is said, of what, and of whom or which activity
//   - verdict: met, notMet or undetermined
//   - earned, possible, unknown, percent, low, high, mean: the numbers, as documents have
//     them
//   - from, until: the days for which it holds
//   - status: what a word says, such as the stage or that something was missed
//   - provenance, says: how well it is known, and a title or a sentence
//
// A cell is empty where nothing is known, or where its column does not apply. A text
// that a spreadsheet would take for a formula, or that begins with an apostrophe, has an
// apostrophe before it: without the first one of any, all are as documents have them.
package sheet

import (
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Header returns the names of the columns.
func Header() []string {
	return []string{
		"unit", "unitKind", "date", "innovation", "instrument", "version", "administration", "sections", "missing", "profile", "definition",
		"fact", "id", "subject", "verdict", "earned", "possible", "unknown", "percent", "low", "high", "mean", "from", "until", "status", "provenance", "says",
	}
}

// Write writes rows as a table, below its header; to nil it writes nothing.
func Write(w io.Writer, rows [][]string) error {
	if w == nil {
		return nil
	}
	return csv.NewWriter(w).WriteAll(append([][]string{Header()}, rows...))
}

// AppendResult appends the rows of a result, without a header, as CSV to dst. Errors:
// those of [Result].
func AppendResult(dst []byte, r instrument.Result) ([]byte, error) {
	rows, err := Result(r)
	out := bytes.NewBuffer(dst)
	if err == nil {
		err = csv.NewWriter(out).WriteAll(rows)
	}
	return out.Bytes(), err
}

// cells are the cells of a row by their columns.
type cells map[string]string

// sheet gathers rows.
type sheet struct {
	common cells // what all rows repeat
	rows   [][]string
	err    error
}

// add adds a row of a fact, with what is particular to it.
func (s *sheet) add(fact, id string, own cells) {
	all := maps.Clone(s.common)
	maps.Copy(all, own)
	all["fact"], all["id"] = fact, id
	row := make([]string, 0, 27)
	for _, name := range Header() {
		cell := all[name]
		if !slices.Contains([]string{"earned", "possible", "unknown", "percent", "low", "high", "mean"}, name) { // of which some are negative
			cell = kit.Inert(cell)
		}
		row = append(row, cell)
	}
	s.rows = append(s.rows, row)
}

// notices adds a row for each notice.
func (s *sheet) notices(all []mtss.Notice) {
	for _, n := range all {
		s.add("caveat", string(n.Code), cells{"says": n.String()})
	}
}

// of adds what a row is of.
func of(unit mtss.Unit, on mtss.Date) cells {
	return cells{"unit": unit.ID, "unitKind": string(unit.Kind), "date": on.String()}
}

// with returns cells with others in their places.
func (c cells) with(more cells) cells {
	out := maps.Clone(c)
	maps.Copy(out, more)
	return out
}

// document returns the cells that a value as its document has it fills: the numbers,
// and the verdict of an answer or else the word, the day or whatever it is.
func (s *sheet) document(v json.Marshaler) cells {
	data, err := v.MarshalJSON()
	var members map[string]any
	if err == nil {
		decoder := json.NewDecoder(strings.NewReader(string(data)))
		decoder.UseNumber()
		err = decoder.Decode(&members)
	}
	if err != nil {
		s.err = err
	}
	out := cells{}
	for name, value := range members {
		switch value := value.(type) {
		case json.Number:
			out[name] = value.String()
		case string:
			out[name] = value
		case bool:
			if name == "notApplicable" || name == "missing" {
				out["status"] = name
			}
		}
	}
	for _, name := range []string{"date", "category"} {
		if word, ok := out[name]; ok {
			delete(out, name)
			out["status"] = word
		}
	}
	if answer, ok := out["answer"]; ok {
		out["verdict"] = map[string]string{"yes": mtss.Met.String(), "no": mtss.NotMet.String(), "unknown": mtss.Undetermined.String()}[answer]
	}
	return out
}

func (s *sheet) tally(t mtss.Tally) cells {
	return s.document(rule.Of(t))
}

// Result returns the facts of a result: "total", "points" (all items that were
// administered), "subscale", "criterion" and "caveat". All rows repeat the policy for
// missing answers and the definition.
func Result(r instrument.Result) ([][]string, error) {
	var s sheet
	s.result(r)
	return s.rows, s.err
}

func (s *sheet) result(r instrument.Result) {
	s.common = of(r.Unit, r.Date).with(cells{
		"instrument": r.Instrument.ID, "version": r.Instrument.Version, "administration": r.Administration,
		"sections": strings.Join(r.Sections, " "), "missing": r.Missing, "profile": r.Instrument.Profile, "definition": r.Instrument.Digest,
	})
	if r.Total != nil {
		s.add("total", "", s.document(r.Total))
	}
	s.add("points", "", s.tally(r.Points))
	for i := range r.Subscales {
		c := &r.Subscales[i]
		s.add("subscale", c.ID, s.document(c).with(cells{"says": c.Label}))
	}
	for _, c := range r.Criteria {
		s.add("criterion", c.ID, cells{"verdict": c.Verdict.String(), "provenance": string(c.Provenance), "says": c.Title})
	}
	s.notices(r.Caveats)
}

// Due returns what is due on the day of asking, each a fact "due" with what is to be
// done as its id, and the schedule or plan that asks for it as its definition.
func Due(on mtss.Date, all ...schedule.Due) [][]string {
	var s sheet
	s.due(on, all)
	return s.rows
}

func (s *sheet) due(on mtss.Date, all []schedule.Due) {
	for _, d := range all {
		s.common = of(d.Unit, on)
		s.add("due", string(d.Kind), cells{
			"innovation": d.Innovation, "instrument": d.Instrument.ID, "version": d.Instrument.Version, "definition": d.Schedule,
			"from": d.From.String(), "until": d.Until.String(), "status": string(d.Status), "subject": d.Subject, "says": d.Line(on),
		})
	}
}

// Fidelity returns the facts of a report: "fidelity", the practitioners at fidelity of a
// population, intended or observed, of each unit and innovation, "dimension" and
// "caveat". All rows repeat the policy.
func Fidelity(r fidelity.ShareReport) ([][]string, error) {
	var s sheet
	content, err := r.Policy.MarshalJSON()
	sum := digest.Sum(content)
	s.err = err
	policy := cells{"date": r.On.String(), "profile": r.Policy.ID, "definition": hex.EncodeToString(sum[:])}
	for _, share := range r.Shares {
		s.common = policy.with(cells{"unit": share.Unit.ID, "unitKind": string(share.Unit.Kind), "innovation": share.Innovation})
		for _, p := range []mtss.Population{mtss.Intended, mtss.Observed} {
			s.add("fidelity", string(p), s.tally(share.Of(p)).with(cells{"from": share.Oldest.String(), "until": share.ConfirmedThrough.String(), "says": share.Sentence(p)}))
		}
		for _, d := range share.Dimensions {
			s.add("dimension", string(d.Dimension), s.tally(d.Score))
		}
		s.notices(share.Caveats(mtss.Intended))
	}
	s.common = policy
	s.notices(r.Caveats)
	return s.rows, s.err
}

// Coaching returns the facts of a report: "dosage", what was delivered of what a plan
// planned for a recipient and a period, with what is counted as its id and the plan as
// its definition, and "caveat". The status "surplus" marks a dosage of which more was
// delivered than was planned, which does not count.
func Coaching(r coaching.Report) ([][]string, error) {
	var s sheet
	for i := range r.Dosages {
		d := &r.Dosages[i]
		s.common = of(d.Unit, r.On)
		t, surplus := d.Tally()
		own := s.tally(t).with(cells{"innovation": d.Innovation, "definition": d.Plan, "from": d.From.String(), "until": d.Until.String(), "subject": d.Practitioner})
		if surplus > 0 {
			own["status"] = "surplus"
		}
		s.add("dosage", d.Of, own)
	}
	s.common = of(r.Unit, r.On)
	s.notices(r.Caveats)
	return s.rows, s.err
}

// Profile returns the facts of profiles, one after the other: those of the latest result
// of each instrument; "stage", each stage of each innovation with the verdict on entering it; "outcomes";
// "measure" with its value, the day of its evidence and the last day on which it counts;
// "below", how a unit below stands; "component" of infrastructure; "dosage", the coaching
// contacts of a month; "due"; "definition" and "caveat". What is wrong with the data is a
// caveat, its kind in the column status.
func Profile(all ...profile.Profile) ([][]string, error) {
	var s sheet
	for _, p := range all {
		s.common = nil
		s.profile(p)
	}
	return s.rows, s.err
}

func (s *sheet) profile(p profile.Profile) {
	for _, a := range p.Assessed {
		if a.Latest != nil {
			s.result(*a.Latest)
		}
		s.below(a.Below, p.On, cells{"instrument": a.Instrument.ID, "version": a.Instrument.Version})
	}
	unit := of(p.Unit, p.On)
	for _, one := range p.Innovations {
		s.common = unit.with(cells{"innovation": one.ID})
		for _, stage := range one.Stage.Stages {
			own := cells{"definition": one.Stage.Model, "verdict": stage.Entered.String()}
			switch stage.ID {
			case one.Stage.Primary:
				own["status"] = "certain"
			case one.Stage.Possible:
				own["status"] = "possible"
			}
			s.add("stage", string(stage.ID), own)
		}
		if one.Outcomes != nil {
			s.add("outcomes", "", cells{"verdict": one.Outcomes.Verdict.String()})
			s.notices(one.Outcomes.Caveats)
		}
		s.notices(one.Stage.Caveats)
		s.measures(one.Measures)
		s.below(one.Below, p.On, cells{"innovation": one.ID})
	}
	s.common = unit
	s.measures(p.Measures)
	for _, c := range p.Components {
		s.add("component", string(c.Component), cells{"verdict": c.Derived.String(), "status": string(c.Declared)})
	}
	for _, c := range p.Coaching {
		s.add("dosage", "contacts", s.tally(c.Delivered).with(cells{"from": c.Month.First().String(), "until": c.Month.Last().String()}))
	}
	s.due(p.On, p.Due)
	s.common = unit
	for _, d := range p.Definitions {
		s.add("definition", d.ID, cells{"definition": d.Digest, "says": d.Kind})
	}
	for _, c := range p.Concerns {
		s.add("caveat", string(c.Notice.Code), cells{"status": string(c.Quality), "says": c.Notice.String()})
	}
}

func (s *sheet) measures(all []profile.KnownMeasure) {
	for _, m := range all {
		own := s.document(m.Value).with(cells{"from": m.On.String(), "until": m.Through.String(), "provenance": string(m.Basis), "says": m.Of})
		if m.Expired {
			own["status"] = "expired"
		}
		s.add("measure", m.Measure, own)
	}
}

// below adds how the units below stand.
func (s *sheet) below(all []profile.Standing, on mtss.Date, what cells) {
	for _, b := range all {
		day := b.On
		if day.IsZero() {
			day = on
		}
		s.common = of(b.Unit, day).with(what)
		own := cells{"verdict": b.Verdict.String(), "status": string(b.Stage)}
		if b.Count != nil {
			own = s.tally(*b.Count).with(own)
		}
		s.add("below", "", own)
	}
}
