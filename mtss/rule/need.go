package rule

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// Need is what would make a comparison met. Needs of different units are never
// added up.
type Need struct {
	// More is how many more must be certain; absent where fewer are needed.
	More int64 `json:"more,omitzero" jsonschema:"minimum=1"`
	// Fewer is how many fewer there may be, counting every unknown as one.
	Fewer int64 `json:"fewer,omitzero" jsonschema:"minimum=1"`
	// EvenIf is how many of More or Fewer remain even if every unknown turns
	// out well: 0 while the verdict is undetermined.
	EvenIf int64 `json:"evenIf" jsonschema:"minimum=0"`
	// Gap is the distance from the worst case to the threshold where nothing
	// is counted: hours, or percentage points written as "5%".
	Gap string `json:"gap,omitzero"`
	// Unit is what is counted, in the plural, or what Gap is in.
	Unit string `json:"unit"`
}

// need works out what would make a comparison met that is not met.
func (o *op) need(v, today *Value, m *Measure) (Need, bool) {
	switch {
	case (o.last > 0 || o.times > 0) && o.over(today):
		return Need{}, false // no value can be added
	case o.times > 0:
		met, open := o.meeting(v.once())
		return Need{More: int64(o.times - met), EvenIf: int64(max(0, o.times-met-open)), Unit: "administrations"}, v.form == series
	case o.last > 0:
		certain, open := o.trailing(v.once())
		return Need{More: int64(o.last - certain), EvenIf: int64(max(0, o.last-open)), Unit: "administrations"}, v.form == series
	case !o.forms.hold(v.form):
		return Need{}, false
	case v.form == tally && v.scaled && o.counted:
		share, full := *o, mtss.Whole(v.full)
		share.low, share.high, share.counted = o.low.Quo(full), o.high.Quo(full), false
		return share.tallyNeed(v.tally, m.Unit)
	case v.form == tally:
		return o.tallyNeed(v.tally, m.Unit)
	case v.form == mean && v.span().Low.Defined() && o.operator.Lower() && !o.operator.Upper():
		return o.meanNeed(v.parts(), m.Unit)
	case v.form == span || v.form == mean:
		return o.gap(v.span(), m)
	}
	return Need{}, false
}

// trailing counts the last values of a series that meet the comparison for certain, and
// those that may: what was below it has to drop out of the last ones before they all meet
// it. In which order the values of one day came, nobody knows.
func (o *op) trailing(series []Dated) (certain, open int) {
	sure := true
	for end := len(series); end > 0; {
		begin := end
		for begin > 0 && series[begin-1].On == series[end-1].On {
			begin--
		}
		met, maybe := o.meeting(series[begin:end])
		open += met + maybe
		if sure = sure && met == end-begin; sure {
			certain += met
		}
		if met+maybe < end-begin {
			break
		}
		end = begin
	}
	return certain, open
}

// unreachable reports whether a comparison that is not met, and has no need, can
// never be: it asks for more than is possible of a tally, or of a series of days that
// are over for more than its unknowns can give.
func (o *op) unreachable(verdict mtss.Verdict, v, today *Value) bool {
	switch {
	case o.last > 0 || o.times > 0:
		return verdict == mtss.NotMet && o.over(today)
	case !o.forms.hold(v.form), v.form != tally || v.tally.Validate() != nil || v.scaled:
		return false
	}
	least, ok1 := o.least(v.tally)
	most, ok2 := o.most(v.tally)
	return ok1 && (least > v.tally.Possible || ok2 && least > most)
}

// tallyNeed compares what is earned with what the bounds ask for.
func (o *op) tallyNeed(t mtss.Tally, unit string) (Need, bool) {
	least, ok1 := o.least(t)
	most, ok2 := o.most(t)
	if t.Validate() != nil || ok1 && ok2 && least > most || ok1 && least > t.Possible {
		return Need{}, false // no number of points would do
	}
	worstOver, bestUnder := t.Earned+t.Unknown-most, least-t.Earned
	switch {
	case ok1 && bestUnder > 0 && !(ok2 && worstOver > 0):
		return Need{More: bestUnder, EvenIf: max(0, bestUnder-t.Unknown), Unit: unit}, true
	case ok2 && worstOver > 0 && !(ok1 && bestUnder > 0):
		return Need{Fewer: worstOver, EvenIf: max(0, t.Earned-most), Unit: unit}, true
	}
	return Need{}, false
}

// least is the fewest earned that the lower bound allows, most the greatest
// that the upper one does; ok is false where there is no such bound.
func (o *op) least(t mtss.Tally) (int64, bool) {
	if !o.operator.Lower() {
		return 0, false
	}
	return o.scale(t).Target(o.low, o.operator.Strict())
}

func (o *op) most(t mtss.Tally) (int64, bool) {
	if !o.operator.Upper() {
		return 0, false
	}
	return o.scale(t).Limit(o.high, o.operator.Strict())
}

// scale lets a counted threshold pass as a share: "44 points" is 44 times 1.
func (o *op) scale(t mtss.Tally) mtss.Tally {
	if o.counted {
		return mtss.Tally{Possible: 1}
	}
	return mtss.Tally{Possible: t.Possible}
}

// gap is the distance to the threshold of a measure that counts nothing.
func (o *op) gap(s mtss.Span, m *Measure) (Need, bool) {
	distance := o.low.Sub(s.Low)
	if !o.operator.Lower() {
		distance = s.High.Sub(o.high)
	}
	if o.operator == threshold.Between || distance.Sign() <= 0 || m.Kind == KindDate {
		return Need{}, false
	}
	if m.Kind != KindQuantity {
		return Need{Gap: distance.Mul(mtss.Whole(100)).Number() + "%", Unit: "percentage points"}, true
	}
	return Need{Gap: distance.Number(), Unit: m.Unit}, true
}

// meanNeed spends points where one raises the mean most: in the part with the
// fewest possible. Each point adds 1/(parts*Possible), so no other choice
// reaches the cut with fewer.
func (o *op) meanNeed(parts []mtss.Tally, unit string) (Need, bool) {
	certain, ok1 := pointsToMean(parts, o.low, o.operator.Strict(), false)
	hoped, ok2 := pointsToMean(parts, o.low, o.operator.Strict(), true)
	if unit == "" {
		unit = "points"
	}
	return Need{More: certain, EvenIf: hoped, Unit: unit}, ok1 && ok2
}

func pointsToMean(parts []mtss.Tally, cut mtss.Ratio, strict, hoping bool) (int64, bool) {
	sorted := slices.Clone(parts)
	if hoping {
		for i := range sorted {
			sorted[i].Earned += sorted[i].Unknown
		}
	}
	slices.SortStableFunc(sorted, func(a, b mtss.Tally) int { return cmp.Compare(a.Possible, b.Possible) })
	missing := cut.Mul(mtss.Whole(int64(len(parts))))
	for _, p := range sorted {
		missing = missing.Sub(mtss.NewRatio(p.Earned, p.Possible))
	}
	points := int64(0)
	for _, p := range sorted {
		if missing.Sign() < 0 || missing.Sign() == 0 && !strict {
			return points, true
		}
		spare := p.Possible - p.Earned
		wanted, ok := mtss.Tally{Possible: p.Possible}.Target(missing, strict)
		taken := spare
		if ok {
			taken = min(spare, wanted)
		}
		points += taken
		missing = missing.Sub(mtss.NewRatio(taken, p.Possible))
	}
	return points, missing.Sign() < 0 || missing.Sign() == 0 && !strict
}
