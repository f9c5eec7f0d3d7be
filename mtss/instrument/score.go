package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Score scores an administration, with missing answers treated as the definition
// says. The administration is not changed. Errors: those of [Scorer.Responses].
func (s *Scorer) Score(a Administration) (Result, error) {
	if !s.made() {
		return s.ScoreWith(a, Missing{})
	}
	return s.ScoreWith(a, s.definition.Missing)
}

// ScoreWith is Score with another policy for missing answers than the
// definition's; the result names it.
func (s *Scorer) ScoreWith(a Administration, missing Missing) (r Result, err error) {
	if len(a.Summary) > 0 {
		return s.summed(&a)
	}
	var with scratch
	answers, unscored, err := s.read(&with, &a)
	if err != nil {
		return r, err
	}
	tallies := s.tallies(with.tallies[:0], answers, missing)
	b := builder{s: s, answers: answers, tallies: tallies, missing: &missing, r: &r}
	b.findReach(a.Sections)
	b.result(&a, unscored)
	return r, nil
}

// reach says how much of a scale was administered.
type reach uint8

const (
	reachAll reach = iota
	reachPart
	reachNone
)

// builder turns tallies into a result.
type builder struct {
	s       *Scorer
	answers []answer
	tallies []mtss.Tally
	missing *Missing // not in place: what it holds is told of, and would take all that is beside it to the heap
	summed  bool     // whether only points of scales are known
	reach   []reach  // nil where everything was administered
	r       *Result
}

// findReach notes which scales were administered, where sections were chosen.
func (b *builder) findReach(sections []string) {
	if len(sections) == 0 {
		return
	}
	b.reach = make([]reach, len(b.s.scales))
	for i, plan := range b.s.scales {
		left := 0
		for _, item := range plan.items {
			if b.answers[item] == notAdministered {
				left++
			}
		}
		switch left {
		case 0:
		case len(plan.items):
			b.reach[i] = reachNone
		default:
			b.reach[i] = reachPart
		}
	}
}

func (b *builder) reached(scale int) reach {
	if b.reach == nil {
		return reachAll
	}
	return b.reach[scale]
}

// ready adds a caveat that was made at [Compile], with params of the result's own.
func (b *builder) ready(notice *mtss.Notice) {
	own := *notice
	own.Params = slices.Clone(own.Params)
	b.r.Caveats = append(b.r.Caveats, own)
}

func (b *builder) caveat(code mtss.Code, format string, args ...any) {
	b.r.Caveats = append(b.r.Caveats, mtss.Noticef(code, format, args...))
}

func (b *builder) result(a *Administration, unscored Responses) {
	d, r := &b.s.definition, b.r
	r.Administration, r.Unit, r.Date, r.Missing = a.ID, a.Unit, a.Date, b.missing.String()
	r.Instrument = UsedDefinition{Ref: b.s.ref, Title: d.Title, Edition: d.Edition, Profile: d.Profile, Digest: b.s.digest, CompletedBy: d.CompletedBy}
	for _, lack := range d.Lacks {
		r.Instrument.Lacks = append(r.Instrument.Lacks, lack.Of)
	}
	r.Recorded, r.ProtocolKept = a.Recorded, a.ProtocolKept
	r.Sections = append([]string(nil), a.Sections...)
	r.Points = b.tallies[len(b.tallies)-1]
	r.Caveats = make([]mtss.Notice, 0, len(b.s.caveats)+len(b.s.criteria)+1)
	for i := range b.s.caveats {
		b.ready(&b.s.caveats[i])
	}
	if !b.missing.IsZero() {
		b.r.Caveats = append(b.r.Caveats, b.missing.caution())
	}
	if note := d.NotApplicableNote; note != "" && len(a.NotApplicable) > 0 {
		b.caveat(CaveatOtherwise, "%s", note)
	}
	if a.AdministeredBy.Role == "" {
		b.r.Caveats = append(b.r.Caveats, b.s.unstated)
	} else if notice := a.AdministeredBy.caution(a.Date); notice.Code != "" {
		b.r.Caveats = append(b.r.Caveats, notice)
	}
	if a.Recorded.After(a.Date) {
		b.caveat(CaveatRecorded, "it was entered on %s, %d days after the scores were agreed", a.Recorded, a.Recorded.DaysSince(a.Date))
	}
	if b.summed {
		b.caveat(CaveatSummary, "only scores of scales are known, and not those of items")
	}
	for i := range a.Notices {
		b.ready(&a.Notices[i])
	}
	b.items(unscored)
	total := b.subscales()
	var few [fewScales]rule.Value
	values := b.values(few[:])
	r.Total = b.total(total, values)
	b.criteria(values)
}

func (b *builder) items(unscored Responses) {
	account := &b.r.Items
	*account = ItemAccount{Missing: []string{}, NotApplicable: []string{}, Unscored: Responses{}}
	for i, answer := range b.answers {
		if b.summed {
			break // nothing is known of any item
		}
		if answer <= MaxScore {
			account.Scored++
			continue
		}
		switch answer {
		case noAnswer:
			account.Missing = append(account.Missing, b.s.definition.Items[i].ID)
		case doesNotApply:
			account.NotApplicable = append(account.NotApplicable, b.s.definition.Items[i].ID)
		}
	}
	if len(unscored) > 0 {
		account.Unscored = unscored
		ids := make([]string, len(unscored))
		for i, response := range unscored {
			ids[i] = response.Item
		}
		b.caveat(CaveatUnscored, "answers to %s were noted but not scored, since the list of items is not known to end where the definition's does", itemsNamed(ids))
	}
}

// subscales scores them and returns the place of the total beside them.
func (b *builder) subscales() (total *Score) {
	if b.s.definition.incomplete() {
		if len(b.s.definition.Subscales) > 0 {
			b.caveat(CaveatLacks, "subscales are left out, since items that are not in the definition may belong to them")
		}
		b.r.Subscales = []Score{}
		return nil
	}
	scores := make([]Score, 0, len(b.s.definition.Subscales)+1)
	for i := range b.s.definition.Subscales {
		sub := &b.s.definition.Subscales[i]
		switch b.reached(i) {
		case reachNone:
			continue
		case reachPart:
			b.caveat(CaveatNotAdministered, "subscale \"%s\" is left out, since only a part of it was administered", sub.ID)
			continue
		}
		scores = scores[:len(scores)+1] // in place: copying each would take as long as filling it in
		score, t := &scores[len(scores)-1], b.tallies[i]
		score.ID, score.Label = sub.ID, sub.Label
		if top := b.s.scales[i].mean; top > 0 {
			score.Items = t.Possible / top
		}
		b.measure(score, i)
		if sub.Report == ReportItems {
			score.ItemsAtTop = b.itemsAtTop(i)
		}
		if score.NotApplicable {
			b.caveat(CaveatNotApplicable, "subscale \"%s\" is wholly not applicable, so it drops out of criteria over each subscale", sub.ID)
		}
	}
	b.r.Subscales = slices.Clip(scores)
	return &scores[:cap(scores)][len(scores)]
}

// measure fills in the points of a scale, and how they are shown.
func (b *builder) measure(score *Score, scale int) {
	plan := &b.s.scales[scale]
	score.Tally = b.tallies[scale]
	score.NotApplicable = b.whollyNotApplicable(scale)
	if score.Tally.Possible < plan.full {
		score.Full, score.Prorated = plan.full, score.Tally.Possible > 0 && score.Tally.Unknown == 0 && b.missing.prorates(b.answers, plan.items)
	}
	if len(plan.cuts) > 0 {
		score.show(plan.cuts)
	}
}

// whollyNotApplicable reports whether every item of a scale is not applicable,
// rather than left out by the policy for missing answers.
func (b *builder) whollyNotApplicable(scale int) bool {
	if b.tallies[scale].Possible != 0 {
		return false
	}
	for _, item := range b.s.scales[scale].items {
		if b.answers[item] != doesNotApply {
			return false
		}
	}
	return true
}

// values returns what criteria compare, in the places of the vocabulary.
func (b *builder) values(few []rule.Value) []rule.Value {
	d := &b.s.definition
	values, last := few, len(b.tallies)-1
	if last+2 > len(few) {
		values = make([]rule.Value, last+2)
	}
	values = values[:last+2]
	values[b.s.kept] = rule.OfYesNo(b.r.ProtocolKept)
	if d.incomplete() {
		return values // nothing is known of any scale as a whole
	}
	for _, i := range b.s.compared {
		if b.reached(i) == reachAll {
			values[i] = b.value(i)
		}
	}
	switch {
	case b.reached(last) != reachAll:
	case d.Total == TotalPoints && b.tallies[last].Possible > 0:
		values[last] = b.value(last)
	case d.Total == TotalMean:
		if parts, known := b.topLevel(); known {
			values[last] = rule.OfMean(parts)
		}
	}
	return values
}

// value is a scale as criteria compare it, and rules by [Result.Facts].
func (b *builder) value(scale int) rule.Value {
	var score Score
	b.measure(&score, scale)
	return score.value()
}

// topLevel returns the points of the subscales that a mean is of; known is false
// where all answers to one of them are left out.
func (b *builder) topLevel() (parts []mtss.Tally, known bool) {
	for i, sub := range b.s.definition.Subscales {
		if sub.Parent != "" {
			continue
		}
		if b.tallies[i].Possible == 0 && !b.whollyNotApplicable(i) {
			return nil, false
		}
		parts = append(parts, b.tallies[i])
	}
	return parts, true
}

// total fills in the score, or returns nil where the instrument has none, or
// none for what was administered.
func (b *builder) total(score *Score, values []rule.Value) *Score {
	last := len(b.tallies) - 1
	if b.reached(last) != reachAll && b.s.definition.Total != TotalNone {
		b.caveat(CaveatNotAdministered, "there is no total, since only a part of the instrument was administered")
	}
	if b.s.definition.incomplete() || b.reached(last) != reachAll {
		return nil
	}
	switch b.s.definition.Total {
	case TotalPoints:
		b.measure(score, last)
	case TotalMean:
		mean := values[last].Span()
		score.OfSubscales = &mean
		score.show(b.s.scales[last].cuts)
	default:
		return nil
	}
	if b.s.definition.Report == ReportItems {
		score.ItemsAtTop = b.itemsAtTop(last)
	}
	return score
}

func (b *builder) criteria(values []rule.Value) {
	out := make([]CriterionResult, 0, len(b.s.criteria))
	for i := range b.s.criteria {
		plan, c := &b.s.criteria[i], &b.s.definition.Criteria[i]
		if !b.administered(plan) {
			b.caveat(CaveatNotAdministered, "criterion \"%s\" is left out, since what it asks for was not administered whole", c.ID)
			continue
		}
		out = out[:len(out)+1]
		judged := &out[len(out)-1]
		judged.ID, judged.Title, judged.Provenance = c.ID, c.Title, c.Provenance
		f := &judged.Finding
		*f = plan.judge.Explain(values)
		f.Cite(c.Source)
		b.shortened(c, plan, f)
		if need, ok := b.s.jointNeed(f); ok {
			f.Needed = append(f.Needed, need)
		}
		f.Needed = slices.Clip(f.Needed)
		if plan.caveat.Code != "" {
			b.ready(&plan.caveat)
		}
	}
	b.r.Criteria, b.r.Caveats = slices.Clip(out), slices.Clip(b.r.Caveats)
}

// shortened says where a bound in points is meant for more points than were
// possible.
func (b *builder) shortened(c *Criterion, plan *criterionPlan, f *rule.Finding) {
	for _, scale := range plan.points {
		var score Score
		if b.measure(&score, scale); score.Full == 0 {
			continue
		}
		of, left := b.s.scales[scale].id, score.Full-score.Tally.Possible
		switch {
		case score.Prorated:
			b.caveat(CaveatPoints, "criterion \"%s\" asks for points of \"%s\", of which %d of %d do not apply or were left out: the %d points of the rest were scaled up to %s", c.ID, of, left, score.Full, score.Tally.Earned, score.prorated())
		case f.Verdict == mtss.Met:
			b.caveat(CaveatPoints, "criterion \"%s\" asks for points of \"%s\", of which %d of %d do not apply or were left out; it is met without them", c.ID, of, left, score.Full)
		case unreachable(f, of):
			b.caveat(CaveatPoints, "criterion \"%s\" asks for points of \"%s\", of which %d of %d do not apply or were left out; the rest can't reach it", c.ID, of, left, score.Full)
		default:
			b.caveat(CaveatPoints, "criterion \"%s\" asks for points of \"%s\", of which %d of %d do not apply or were left out, and is meant for all of them", c.ID, of, left, score.Full)
		}
	}
}

// unreachable reports whether a lower bound of a scale is one that no points reach.
func unreachable(f *rule.Finding, scale string) bool {
	if f.Measure == scale {
		return f.Wanted.Upward() && f.Verdict != mtss.Met && len(f.Needed) == 0
	}
	return slices.ContainsFunc(f.Children, func(child rule.Finding) bool { return unreachable(&child, scale) })
}

func (b *builder) administered(plan *criterionPlan) bool {
	for _, scale := range plan.scales {
		if b.reached(scale) != reachAll {
			return false
		}
	}
	return true
}
