package rule

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// Derived is a measure that is worked out from another one. Exactly one of
// Share, Gap, Slope, CountWithin, Rising and Falling is set.
type Derived struct {
	// Name is what rules call it.
	Name string `json:"name" jsonschema:"minLength=1,maxLength=200"`
	// Of is the measure that it is worked out from, itself derived or not.
	Of string `json:"of" jsonschema:"minLength=1,maxLength=200"`
	// Share counts how many of a yes-or-no series are yes, of those that apply:
	// a tally, in this unit, such as "schools". Values of one day are of as many
	// members.
	Share string `json:"share,omitzero" jsonschema:"minLength=1,maxLength=50"`
	// Gap is how far each value of a quantity series lies above an aimline,
	// below it as a negative number: a series of quantities.
	Gap *Aimline `json:"gap,omitzero"`
	// Slope is the least-squares slope of a quantity series, as the change in
	// this many days: a quantity. It needs values on two days; where some are
	// unknown, it runs from the least to the greatest slope that they allow.
	Slope int `json:"slope,omitzero" jsonschema:"minimum=1,maximum=3660"`
	// CountWithin counts the values of a series in this many days up to the
	// day of judgement, that day included: a quantity in Unit. A value that is there
	// twice on one day may be two events or one record again, so it counts as one or two.
	CountWithin int `json:"countWithin,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Rising counts how many values at the end of a series of numbers or days rise
	// one after another, the first of them included: a quantity in Unit. Equal ones
	// neither end the row nor count, nor do those that do not apply. Where values are
	// unknown, or of one day, so that their order is, it runs from how many certainly
	// rise to how many may.
	Rising bool `json:"rising,omitzero"`
	// Falling counts those that fall, in the same way.
	Falling bool `json:"falling,omitzero"`
	// Unit is the unit of CountWithin, Rising and Falling, and goes with nothing else;
	// absent means "values".
	Unit string `json:"unit,omitzero" jsonschema:"minLength=1,maxLength=50"`
}

// Aimline is the straight line from where a student or site starts to where it
// should be.
type Aimline struct {
	// From is where the line begins, To where it ends, on a later day.
	From DatedText `json:"from"`
	// To is where the line ends.
	To DatedText `json:"to"`
}

// derivation is a derived measure made ready.
type derivation struct {
	of, to   int // places in the vocabulary
	spec     Derived
	from     mtss.Date
	start    mtss.Ratio
	perDay   mtss.Ratio
	isSeries bool
}

// derive adds derived measures to a vocabulary, each after the one it is of.
// Errors: CodeMeasureRepeated, CodeMeasureUnknown, CodeDerived, CodeCircular.
func derive(path string, vocabulary Vocabulary, derived []Derived) (Vocabulary, []derivation, []mtss.Issue) {
	d := deriver{path: path, vocabulary: vocabulary, specs: derived, state: make([]visit, len(derived))}
	d.vocabulary.Measures = slices.Clone(vocabulary.Measures)
	for i := range derived {
		if vocabulary.index(derived[i].Name) >= 0 || slices.IndexFunc(derived, func(o Derived) bool { return o.Name == derived[i].Name }) != i {
			d.fail(i, "name", CodeMeasureRepeated, "measure %q is declared twice", derived[i].Name)
			d.state[i] = visited
		}
	}
	for i := range derived {
		d.visit(i)
	}
	return d.vocabulary, d.out, d.issues
}

func (d Derived) clone() Derived {
	if d.Gap != nil {
		own := *d.Gap
		d.Gap = &own
	}
	return d
}

type visit uint8

const (
	unvisited visit = iota
	visiting
	visited
)

type deriver struct {
	path       string
	vocabulary Vocabulary
	specs      []Derived
	state      []visit
	out        []derivation
	issues     []mtss.Issue
}

// fail reports a problem of a member, or of the whole if member is "".
func (d *deriver) fail(i int, member string, code mtss.Code, format string, args ...any) {
	at := pointer.Element(d.path, i)
	if member != "" {
		at = pointer.Member(at, member)
	}
	d.issues = append(d.issues, mtss.Issuef(at, code, format, args...))
}

// visit adds a derived measure after the one that it is of.
func (d *deriver) visit(i int) {
	switch d.state[i] {
	case visited:
		return
	case visiting:
		d.fail(i, "of", CodeCircular, "measure %q is worked out from itself", d.specs[i].Name)
		d.state[i] = visited
		return
	}
	d.state[i] = visiting
	spec := d.specs[i]
	k := slices.IndexFunc(d.specs, func(o Derived) bool { return o.Name == spec.Of })
	if k >= 0 {
		d.visit(k)
	}
	if d.state[i] == visited {
		return // it was found to be circular
	}
	d.state[i] = visited
	of := d.vocabulary.index(spec.Of)
	switch {
	case of >= 0:
		d.add(i, of)
	case k < 0:
		d.fail(i, "of", CodeMeasureUnknown, "measure %q, of which %q is worked out, is unknown%s", spec.Of, spec.Name, d.vocabulary.suggest(spec.Of))
	} // else what it is of is bad itself, which has been said
}

// add checks that a measure can be derived as asked, and declares it.
func (d *deriver) add(i, of int) {
	spec, base := d.specs[i].clone(), d.vocabulary.Measures[of]
	entry := derivation{of: of, to: len(d.vocabulary.Measures), spec: spec}
	m := Measure{Name: spec.Name, Kind: KindQuantity, Unit: base.Unit}
	ways, ok := 0, base.Series
	if spec.Share != "" {
		ways++
		ok = ok && base.Kind == KindYesNo
		m.Kind, m.Unit = KindTally, spec.Share
	}
	if spec.Gap != nil {
		ways++
		m.Series, entry.isSeries = true, true
		ok = ok && base.Kind == KindQuantity && entry.aim(base, spec.Gap)
	}
	if spec.Slope > 0 {
		ways++
		ok = ok && base.Kind == KindQuantity
	}
	counts := spec.CountWithin > 0
	if counts {
		ways++
	}
	for _, row := range []bool{spec.Rising, spec.Falling} {
		if row {
			ways++
			counts = true
			ok = ok && base.Kind != KindYesNo && base.Kind != KindCategory
		}
	}
	if counts {
		m.Unit = cmp.Or(spec.Unit, "values")
	}
	switch {
	case ways != 1:
		d.fail(i, "", CodeDerived, "measure %q is derived in %d ways, want exactly one of share, gap, slope, countWithin, rising, falling", spec.Name, ways)
	case spec.Unit != "" && !counts:
		d.fail(i, "unit", CodeDerived, "measure %q: a unit goes with countWithin, rising and falling only", spec.Name)
	case !ok:
		d.fail(i, "", CodeDerived, "measure %q cannot be worked out like this from %q: share takes a yesNo series, gap and slope a quantity series, rising and falling any series but yesNo and category, countWithin any series, and an aimline two days and values in the series' unit", spec.Name, spec.Of)
	default:
		d.vocabulary.Measures = append(d.vocabulary.Measures, m)
		d.out = append(d.out, entry)
	}
}

// aim reads an aimline; false if it cannot be read.
func (e *derivation) aim(base Measure, line *Aimline) bool {
	from, ok1 := parseQuantity(base, line.From.Value)
	to, ok2 := parseQuantity(base, line.To.Value)
	days := int64(0)
	if line.From.On.Valid() && line.To.On.Valid() {
		days = int64(line.To.On.DaysSince(line.From.On))
	}
	if !ok1 || !ok2 || days <= 0 {
		return false
	}
	e.from, e.start = line.From.On, from.span().Low
	e.perDay = to.span().Low.Sub(from.span().Low).Quo(mtss.Whole(days))
	return true
}

// value works the derived measure out as of a day, from a base that ends there.
func (e *derivation) value(base Value, on mtss.Date) Value {
	known := base.series()
	if base.form != series {
		return Value{}
	}
	switch {
	case e.spec.Share != "":
		verdicts := make([]mtss.Verdict, 0, len(known))
		for _, d := range known {
			if d.Value.Applies() {
				verdicts = append(verdicts, d.Value.verdict)
			}
		}
		return Of(mtss.Count(verdicts...))
	case e.isSeries:
		return e.gaps(known)
	case e.spec.Slope > 0:
		return e.slope(applying(base.once()))
	case e.spec.Rising, e.spec.Falling:
		return inARow(applying(base.once()), e.spec.Falling)
	}
	n, twice := int64(0), int64(0)
	for i, d := range known { // up to the day
		if on.DaysSince(d.On) < e.spec.CountWithin {
			n++
			if base.again(i) {
				twice++ // another event of the day, or the same record again
			}
		}
	}
	return OfSpan(mtss.Span{Low: mtss.Whole(n - twice), High: mtss.Whole(n)})
}

func (e *derivation) gaps(known []Dated) Value {
	out := make([]Dated, len(known))
	for i, d := range known {
		aim := e.start.Add(e.perDay.Mul(mtss.Whole(int64(d.On.DaysSince(e.from)))))
		s := d.Value.span()
		out[i] = Dated{On: d.On, Value: OfSpan(mtss.Span{Low: s.Low.Sub(aim), High: s.High.Sub(aim)})}
	}
	return OfSeries(out...)
}

// applying returns the values of a series that apply.
func applying(series []Dated) []Dated {
	return slices.DeleteFunc(slices.Clone(series), func(d Dated) bool { return !d.Value.Applies() })
}

// slope is the least-squares slope; missing where all values are of one day, and open
// as far as they are.
func (e *derivation) slope(known []Dated) Value {
	zero := mtss.Whole(0)
	n, sx, sxx := mtss.Whole(int64(len(known))), zero, zero
	at := func(i int) mtss.Ratio { return mtss.Whole(int64(known[i].On.DaysSince(known[0].On))) }
	for i := range known {
		sx, sxx = sx.Add(at(i)), sxx.Add(at(i).Mul(at(i)))
	}
	times := mtss.Whole(int64(e.spec.Slope)).Quo(n.Mul(sxx).Sub(sx.Mul(sx)))
	if !times.Defined() {
		return Value{}
	}
	slope := mtss.Exactly(zero)
	for i := range known { // each value weighs n*x - sx
		y, weight := known[i].Value.span(), n.Mul(at(i)).Sub(sx)
		switch weight.Sign() {
		case -1:
			y.Low, y.High = y.High, y.Low
		case 0:
			continue // whatever it is
		}
		slope = mtss.Span{Low: slope.Low.Add(weight.Mul(y.Low)), High: slope.High.Add(weight.Mul(y.High))}
	}
	return OfSpan(mtss.Span{Low: slope.Low.Mul(times), High: slope.High.Mul(times)})
}
