package fidelity

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

// Report is how the intended practitioners stand on a day.
type Report struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Shares are the shares of every unit that practitioners work in, and of
	// every unit above it, by innovation; in the order in which the units
	// first appear, from the smallest up.
	Shares []Share `json:"shares"`
	// NotIntended counts observations of practitioners who are not intended to
	// use the innovation on the day. They are in no share.
	NotIntended int64 `json:"notIntended"`
	// Later counts observations after the day, which were not used.
	Later int64 `json:"later"`
	// Dimensions are the points by dimension over the observations that were
	// used, in the order of [Dimensions], then Dose; those without points are
	// left out.
	Dimensions []DimensionScore `json:"dimensions"`
	// Caveats say what is unknown and why.
	Caveats []mtss.Caveat `json:"caveats"`
}

// Count judges every practitioner who is intended on the day by the policy, and
// counts them up through the hierarchy. Bad records are reported with paths
// such as /observations/3, and the good ones beside them are counted all the
// same: the report holds them even where there is an error. A wrong policy
// counts nothing.
//
// Errors: those of [Policy.Validate], CodePractitioner, CodeObservation,
// CodeInstrument.
func Count(intended []Practitioner, observations []Observation, policy Policy, above mtss.Hierarchy, on mtss.Date) (Report, error) {
	report := Report{On: on, Shares: []Share{}, Dimensions: []DimensionScore{}, Caveats: []mtss.Caveat{}}
	if err := policy.Validate(); err != nil {
		return report, err
	}
	c := counter{policy: policy, on: on, above: above, report: &report, of: map[subject][]Observation{}, place: map[subject]int{}}
	current := c.intended(intended)
	c.observations(observations, current)
	for _, p := range current {
		c.practitioner(p)
	}
	c.dimensions()
	slices.SortStableFunc(report.Shares, func(a, b Share) int { return rank(a.Unit) - rank(b.Unit) })
	c.caveats()
	return report, mtss.Invalid(c.issues)
}

// subject is a practitioner, or a unit, and an innovation.
type subject struct {
	id, innovation string
}

type counter struct {
	policy Policy
	on     mtss.Date
	above  mtss.Hierarchy
	report *Report
	of     map[subject][]Observation
	place  map[subject]int // of a unit's share
	issues []mtss.Issue
}

func (c *counter) fail(list string, i int, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(mtss.Element("/"+list, i), code, format, args...))
}

// intended returns those who are intended on the day, checked.
func (c *counter) intended(all []Practitioner) []Practitioner {
	var current []Practitioner
	spans := map[subject][]Practitioner{}
	for i, p := range all {
		key := subject{p.ID, p.Innovation}
		switch {
		case p.ID == "" || p.Innovation == "" || p.Unit.ID == "":
			c.fail("intended", i, CodePractitioner, "a practitioner has an id, a unit and an innovation")
			continue
		case !p.From.IsZero() && !p.Until.IsZero() && p.Until.Before(p.From):
			c.fail("intended", i, CodePractitioner, "practitioner %q is intended until %s, before from %s", mtss.Clip(p.ID), p.Until, p.From)
			continue
		case slices.ContainsFunc(spans[key], func(o Practitioner) bool { return atOnce(p, o) }):
			c.fail("intended", i, CodePractitioner, "practitioner %q is intended twice at once for %q", mtss.Clip(p.ID), mtss.Clip(p.Innovation))
			continue
		}
		spans[key] = append(spans[key], p)
		if p.On(c.on) {
			current = append(current, p)
		}
	}
	return current
}

// atOnce reports whether two periods share a day.
func atOnce(a, b Practitioner) bool {
	begins := func(a, b Practitioner) bool { return a.From.IsZero() || b.Until.IsZero() || !a.From.After(b.Until) }
	return begins(a, b) && begins(b, a)
}

// observations files the good observations under their practitioner.
func (c *counter) observations(all []Observation, current []Practitioner) {
	known := map[subject]bool{}
	for _, p := range current {
		known[subject{p.ID, p.Innovation}] = true
	}
	for i, o := range all {
		key := subject{o.Practitioner, o.Innovation}
		switch {
		case o.Practitioner == "" || o.Innovation == "" || !o.Date.Valid() || o.Score.Validate() != nil:
			c.fail("observations", i, CodeObservation, "an observation has a practitioner, an innovation, a valid date and a score of so many of so many points")
		case o.Instrument != c.policy.Instrument:
			c.fail("observations", i, CodeInstrument, "was made with %s, yet the criterion belongs to %s", mtss.Clip(o.Instrument.String()), c.policy.Instrument)
		case o.Date.After(c.on):
			c.report.Later++
		case !known[key]:
			c.report.NotIntended++
		default:
			c.of[key] = append(c.of[key], o)
		}
	}
}

// practitioner counts one in their unit and in every unit above it.
func (c *counter) practitioner(p Practitioner) {
	standing := Unobserved
	if !p.Vacant {
		standing = c.policy.Stand(c.of[subject{p.ID, p.Innovation}], c.on)
	}
	for _, unit := range append([]mtss.Unit{p.Unit}, c.above.Above(p.Unit.ID)...) {
		key := subject{unit.ID, p.Innovation}
		if _, known := c.place[key]; !known {
			c.place[key] = len(c.report.Shares)
			c.report.Shares = append(c.report.Shares, Share{Unit: unit, Innovation: p.Innovation})
		}
		c.report.Shares[c.place[key]].count(standing, p.Vacant)
	}
}

// dimensions adds up the points by dimension over the observations on file.
func (c *counter) dimensions() {
	sums := map[Dimension]mtss.Tally{}
	for _, observations := range c.of {
		for _, o := range observations {
			for _, d := range o.Dimensions {
				if sum, err := sums[d.Dimension].Add(d.Score); err == nil {
					sums[d.Dimension] = sum
				}
			}
		}
	}
	for _, d := range append(Dimensions(), Dose) {
		if sum, ok := sums[d]; ok {
			c.report.Dimensions = append(c.report.Dimensions, DimensionScore{Dimension: d, Score: sum})
		}
	}
}

// rank orders units from the smallest kind up.
func rank(u mtss.Unit) int { return slices.Index(mtss.UnitKinds(), u.Kind) }

// caveats say, over all practitioners once, why some are unknown.
func (c *counter) caveats() {
	var all Share
	for _, s := range c.report.Shares {
		if len(c.above.Above(s.Unit.ID)) == 0 { // those below count there already
			all, _ = all.Add(s)
		}
	}
	say := func(code mtss.Code, n int64, text string) {
		if n > 0 {
			c.report.Caveats = append(c.report.Caveats, mtss.Caveat{Code: code, Message: strconv.FormatInt(n, 10) + " " + text})
		}
	}
	say(CaveatUnobserved, all.Unobserved, "intended practitioners were not observed")
	say(CaveatExpired, all.Expired, "intended practitioners have only observations that no longer count")
	say(CaveatUntrained, all.Untrained, "intended practitioners were observed only by observers whose training is not stated or was not current")
	say(CaveatNotIntended, c.report.NotIntended, "observations are of practitioners who are not intended to use the innovation on the day; they are in no share")
	say(CaveatLater, c.report.Later, "observations are later than the day and were not used")
}
