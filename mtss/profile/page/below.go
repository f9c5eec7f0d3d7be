package page

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// table shows an innovation in the units below: by the verdict on the share at fidelity.
func (t *talk) table(in profile.Innovation) table {
	out := table{Unit: t.unitHead(in.Below)}
	if len(in.Below) > 0 {
		kind := "kinds."
		if len(in.Below) == 1 {
			kind = "kind."
		}
		out.Name = t.say("schools", t.innovation(in.ID), strconv.Itoa(len(in.Below)), t.say(kind+string(in.Below[0].Unit.Kind)))
	}
	f, _ := in.Stage.Compared(practitioners)
	at := cuts(f.Wanted.Comparison())
	if len(at) > 0 {
		out.Cut = t.say("percent", trim(at[0].PercentAgainst()))
	}
	verdictOf := func(s profile.Standing) mtss.Verdict {
		if s.Count == nil || len(at) == 0 {
			return mtss.Undetermined
		}
		return s.Count.Span().AtLeast(at[0])
	}
	sorted := slices.Clone(in.Below)
	slices.SortStableFunc(sorted, func(a, b profile.Standing) int {
		share := func(s profile.Standing) mtss.Ratio {
			if s.Count != nil && s.Count.Possible > 0 {
				return s.Count.Span().Low
			}
			return mtss.Whole(0)
		}
		return share(a).Cmp(share(b))
	})
	listed := 0
	for _, v := range []mtss.Verdict{mtss.NotMet, mtss.Undetermined, mtss.Met} {
		g := tableGroup{Verdict: v.String(), Says: t.verdict(v)}
		var improved mtss.Tally
		for _, s := range sorted {
			if verdictOf(s) != v {
				continue
			}
			r := t.standing(s, at)
			tallyOf(s.Verdict, &improved)
			if r.HasBar = listed < rows; r.HasBar {
				listed++
				g.Rows = append(g.Rows, r)
			} else {
				g.More = append(g.More, r)
			}
		}
		if n := len(g.Rows) + len(g.More); n > 0 {
			g.Printed = t.printed(len(g.Rows), n)
			out.Groups = append(out.Groups, g)
			out.Tally = append(out.Tally, tallied{g.Verdict, g.Says, t.improved(improved), n})
			out.Long = out.Long || g.Printed != ""
			out.More = out.More || len(g.More) > 0
		}
	}
	return out
}

// standing shows one unit below.
func (t *talk) standing(s profile.Standing, at []mtss.Ratio) row {
	r := row{Name: t.unit(s.Unit), Figure: t.say("not known"), Outcome: t.answer(s.Verdict), At: t.standingAt(s), Bar: barOf(mtss.Span{}, at)}
	if s.Count != nil && s.Count.Possible == 0 {
		r.Figure, r.Bar = t.say("staff.not started"), bar{Low: "0.0%", Cut: r.Bar.Cut}
	} else if s.Count != nil {
		r.Figure, r.Bar, r.Share = t.figure(*s.Count), barOf(s.Count.Span(), at), t.share(s.Count.Span(), at...)
	}
	return r
}

// results shows the latest result of each unit below.
func (t *talk) results(below []profile.Standing, out *assessed) {
	for _, s := range below {
		r := row{Name: t.unit(s.Unit), Day: t.day(s.On), Verdict: s.Verdict.String(), Label: t.verdict(s.Verdict), HasBar: len(out.Below) < rows}
		if s.Count != nil {
			r.Figure, r.Bar, r.Share = t.figure(*s.Count), barOf(s.Count.Span(), nil), t.share(s.Count.Span())
		}
		if r.HasBar {
			out.Below = append(out.Below, r)
		} else {
			out.MoreBelow = append(out.MoreBelow, r)
		}
	}
	if len(below) > 0 {
		out.Beneath, out.Printed = t.say("capacity.below", t.say("kind."+string(below[0].Unit.Kind))), t.printed(len(out.Below), len(below))
	}
}

// unitHead heads the units below: a word for one of them.
func (t *talk) unitHead(below []profile.Standing) string {
	if len(below) == 0 {
		return ""
	}
	return upper(t.say("kind." + string(below[0].Unit.Kind)))
}

// tallyOf counts a verdict.
func tallyOf(v mtss.Verdict, c *mtss.Tally) {
	c.Possible++
	switch v {
	case mtss.Met:
		c.Earned++
	case mtss.Undetermined:
		c.Unknown++
	}
}

// improved says in how many units outcomes improved.
func (t *talk) improved(c mtss.Tally) string {
	low, high := strconv.FormatInt(c.Earned, 10), strconv.FormatInt(c.Earned+c.Unknown, 10)
	switch c.Unknown {
	case 0:
		return t.say("schools.improved", low)
	case c.Possible:
		return t.say("schools.improved.unknown")
	}
	return t.say("schools.improved.open", low, high)
}

// printed is how many rows of a group are printed: the style sheet leaves out the others.
const printed = 4

// printed says how many of n rows are printed, where that is not all; of those that are
// put away, none.
func (t *talk) printed(rows, n int) string {
	if rows = min(rows, printed); rows == n {
		return ""
	}
	return t.say("printed", strconv.Itoa(rows), strconv.Itoa(n))
}

// overview shows how all innovations stand, where there are too many to look at one by
// one.
func (t *talk) overview(p *profile.Profile, ordered []profile.Innovation) (out overview) {
	if len(ordered) <= atGlance {
		return out
	}
	out.Name = t.count("innovation.count", len(ordered))
	out.Heads = []string{t.say("schools.stage"), t.say("staff")}
	verdicts := []mtss.Verdict{mtss.NotMet, mtss.Undetermined, mtss.Met}
	if len(p.Units) > 0 {
		for _, v := range verdicts {
			out.Heads = append(out.Heads, t.say("says.bare", upper(t.say("kinds."+string(p.Units[0].Kind))), lowerFirst(t.verdict(v))))
		}
	}
	for _, in := range ordered {
		r := t.staff(p, in)
		r.At = t.standingAt(profile.Standing{Stage: in.Stage.Primary, Possible: in.Stage.Possible})
		for _, v := range verdicts[:len(out.Heads)-2] {
			n := 0
			for _, one := range t.table(in).Tally {
				if one.Verdict == v.String() {
					n = one.N
				}
			}
			r.Counts = append(r.Counts, n)
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

func (t *talk) standingAt(s profile.Standing) string {
	switch {
	case s.Stage == s.Possible && s.Stage == "":
		return t.say("none")
	case s.Stage == s.Possible:
		return t.stage(s.Stage)
	case s.Stage == "":
		return t.say("stage.not known", lowerFirst(t.stage(s.Possible)))
	}
	return t.say("stage.open", t.stage(s.Stage), lowerFirst(t.stage(s.Possible)))
}

func (t *talk) comparison(profiles []profile.Profile) comparison {
	out := comparison{Lang: t.language, Title: t.say("compare", strconv.Itoa(len(profiles)))}
	for i := range profiles {
		p := &profiles[i]
		out.Illustrative = out.Illustrative || p.Illustrative
		n := standing(p)
		c := compared{Name: t.unit(p.Unit), On: t.day(p.On), Trust: t.say("figure", strconv.Itoa(n[0]), strconv.Itoa(n[1]))}
		for _, a := range p.Assessed {
			if shown := t.assessed(p, a); len(shown.Rows) > 0 {
				first := shown.Rows[0]
				if first.Name = shown.Name; tooOld(p, a) {
					first.Name = t.say("says.bare", shown.Name, lowerFirst(shown.When))
				}
				c.Capacity = append(c.Capacity, first)
			}
		}
		for _, in := range byUrgency(p.Innovations) {
			if len(c.Staff) == atGlance {
				c.More++
				continue
			}
			r := t.staff(p, in)
			r.At = t.standingAt(profile.Standing{Stage: in.Stage.Primary, Possible: in.Stage.Possible})
			c.Staff = append(c.Staff, r)
		}
		labelLines(c.Staff)
		out.Rows = append(out.Rows, c)
	}
	return out
}
