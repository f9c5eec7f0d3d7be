package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// place writes a share as a place in percent.
func place(r mtss.Ratio) string { return r.Percent(1) + "%" }

func trim(percent string) string { return strings.TrimSuffix(percent, ".0") }

// barOf draws a span.
func barOf(s mtss.Span, at []mtss.Ratio) bar {
	b := bar{Low: "0.0%", Open: "100%"}
	if s.Low.Defined() && s.High.Defined() {
		b.Low, b.Open = place(s.Low), place(s.High.Sub(s.Low))
		if s.High.Equal(s.Low) {
			b.Open = ""
		}
	}
	if len(at) > 0 {
		b.Cut = place(at[0])
	}
	return b
}

// level says the level to reach.
func (t *talk) level(at []mtss.Ratio) string {
	if len(at) == 0 {
		return ""
	}
	return t.say("line", t.say("percent", trim(at[0].PercentAgainst())))
}

// labelLines leaves what is said over the line of a bar where it differs from the bar
// before, and says how it hangs there.
func labelLines(all []row) {
	before := ""
	for i := range all {
		r := &all[i]
		if r.Wanted == before {
			r.Wanted = ""
			continue
		}
		before = cmp.Or(r.Wanted, before)
		switch at := number(strings.TrimSuffix(r.Bar.Cut, "%")); {
		case at.Cmp(mtss.Whole(20)) < 0:
			r.Anchor = "start"
		case at.Cmp(mtss.Whole(80)) > 0:
			r.Anchor = "end"
		default:
			r.Anchor = "middle"
		}
	}
}

// capacityName names what an instrument measures.
func (t *talk) capacityName(a profile.Assessed) string {
	if text, found := t.find("capacity." + a.Instrument.ID); found {
		return text
	}
	return t.instrument(a.Instrument)
}

// scoreShare says the share of a score.
func (t *talk) scoreShare(s instrument.Score) string {
	low, high := s.Bounds()
	if low == high && low != "" {
		return t.say("percent", low)
	}
	if low == "" {
		return t.say("not known")
	}
	return t.say("percent.open", low, high)
}

// scale is one scale of a result with the comparison that a criterion makes of it.
type scale struct {
	id, name string
	f        rule.Finding
}

func (t *talk) assessed(p *profile.Profile, a profile.Assessed) assessed {
	out := assessed{Name: t.capacityName(a), Course: t.say("capacity.section", t.capacityName(a)), Unit: t.unitHead(a.Below)}
	t.results(a.Below, &out)
	if a.Latest == nil {
		return out
	}
	out.When = t.say("capacity.points", t.date(a.Latest.Date))
	if tooOld(p, a) {
		out.When = t.say("capacity.points.old", t.date(a.Latest.Date))
	}
	var all []scale
	found := func(id string) (f rule.Finding) {
		for _, c := range a.Latest.Criteria {
			if f, is := c.Comparing(id); is {
				return f
			}
		}
		return f
	}
	scores := []instrument.Score{}
	if a.Latest.Total != nil {
		all, scores = append(all, scale{"", t.say("total"), found("total")}), append(scores, *a.Latest.Total)
	}
	for _, s := range a.Latest.Subscales {
		all, scores = append(all, scale{s.ID, t.own(cmp.Or(s.Label, mtss.Plain(s.ID))), found(s.ID)}), append(scores, s)
	}
	for i, s := range all {
		at := cuts(s.f.Wanted.Comparison())
		r := row{Name: s.name, Figure: t.figure(scores[i].Tally), Share: t.scoreShare(scores[i]), HasBar: true, Bar: barOf(scores[i].Share(), at)}
		if scores[i].OfSubscales != nil {
			r.Figure = ""
		}
		if s.f.Measure != "" && !tooOld(p, a) {
			r.Verdict, r.Label = s.f.Verdict.String(), t.verdict(s.f.Verdict)
			if r.Wanted = t.level(at); out.Cut == "" {
				out.Cut = r.Wanted
			}
			t.target(&r, scores[i].Tally, s.f.Verdict, at)
		}
		out.Rows = append(out.Rows, r)
	}
	labelLines(out.Rows)
	for _, c := range a.Latest.Criteria {
		out.Criteria = append(out.Criteria, t.tree(c.Finding, t.criterion(a, c.ID)))
	}
	if a.Trend != nil {
		t.trend(p, a, all, &out)
	}
	return out
}

// first returns the first threshold; undefined where there is none.
func first(at []mtss.Ratio) (r mtss.Ratio) {
	if len(at) > 0 {
		r = at[0]
	}
	return r
}

// moment is an administration, or one that is missed or to come.
type moment struct {
	on     mtss.Date
	scores func(id string) (instrument.Score, bool)
	later  bool
}

// momentsOf returns the latest administrations, those that were missed between them and
// the next one.
func momentsOf(p *profile.Profile, a profile.Assessed) []moment {
	var moments []moment
	points := a.Trend.Points
	if len(points) > 8 {
		points = points[len(points)-8:]
	}
	for _, pt := range points {
		moments = append(moments, moment{on: pt.Date, scores: func(id string) (instrument.Score, bool) {
			if id == "" {
				if pt.Total == nil {
					return instrument.Score{}, false
				}
				return *pt.Total, true
			}
			i := slices.IndexFunc(pt.Subscales, func(s instrument.Score) bool { return s.ID == id })
			if i < 0 {
				return instrument.Score{}, false
			}
			return pt.Subscales[i], true
		}})
	}
	for _, d := range a.Trend.Missed {
		if len(points) > 0 && d.Until.After(points[0].Date) {
			moments = append(moments, moment{on: d.Until})
		}
	}
	for _, d := range p.Due {
		if d.Kind == schedule.Administration && d.Unit == p.Unit && d.Instrument == a.Instrument && !d.Settled() && d.Until.After(p.On) {
			moments = append(moments, moment{on: d.Until, later: true})
			break
		}
	}
	slices.SortStableFunc(moments, func(a, b moment) int { return a.on.Compare(b.on) })
	return moments
}

// trend draws each scale over time.
func (t *talk) trend(p *profile.Profile, a profile.Assessed, all []scale, out *assessed) {
	moments := momentsOf(p, a)
	out.Heads = []string{t.say("date.head")}
	for _, s := range all {
		out.Heads = append(out.Heads, s.name)
	}
	for _, m := range moments {
		if m.scores == nil {
			continue
		}
		row := cells{t.day(m.on)}
		for _, s := range all {
			if score, is := m.scores(s.id); is {
				row = append(row, t.figure(score.Tally)+" ("+t.scoreShare(score)+")")
			} else {
				row = append(row, t.say("none"))
			}
		}
		out.Scores = append(out.Scores, row)
	}
	out.Course = t.say("says.bare", out.Name, lowerFirst(t.course(all, moments)))
	for _, s := range all {
		out.Trend = append(out.Trend, t.figureOf(s, moments))
	}
}

// figureOf draws one scale over time.
func (t *talk) figureOf(s scale, moments []moment) figure {
	f := figure{Name: s.name}
	if at := cuts(s.f.Wanted.Comparison()); len(at) > 0 {
		f.Cut = height(mtss.Whole(1).Sub(at[0]))
	}
	for i, m := range moments {
		c := t.column(i, len(moments), t.say("month.short."+strconv.Itoa(m.on.Month)), m.on.Year)
		score, is := instrument.Score{}, false
		if m.scores != nil {
			score, is = m.scores(s.id)
		}
		c.Nothing, c.Later = !is, m.later
		if is {
			c.draw(score.Share(), first(cuts(s.f.Wanted.Comparison())))
			low, high := score.Bounds()
			c.Figure = trim(low)
			if low != high {
				c.Figure = trim(low) + "–" + trim(high)
			}
		}
		if n := len(f.Columns); n > 0 && beside(f.Columns[n-1], c) {
			c.LabelAt = number(f.Columns[n-1].LabelAt).Sub(mtss.Whole(13)).Decimal(1) // not to run into it
		}
		f.Columns = append(f.Columns, c)
	}
	return f
}

// beside reports whether the label of a column would run into that of the one before it:
// one of them says a range, and they are less than a line apart.
func beside(before, c column) bool {
	if before.LabelAt == "" || c.LabelAt == "" || before.Wide == "" || !strings.Contains(before.Figure+c.Figure, "–") {
		return false
	}
	apart := number(before.LabelAt).Sub(number(c.LabelAt))
	line := mtss.Whole(13)
	return apart.Cmp(line) < 0 && mtss.Whole(0).Sub(line).Cmp(apart) < 0
}

// course says what changed for certain from the first moment with scores to the last:
// every scale, or the total. The worst of one must be better than the best of the other.
func (t *talk) course(all []scale, moments []moment) string {
	var scored []moment
	for _, m := range moments {
		if m.scores != nil {
			scored = append(scored, m)
		}
	}
	if len(scored) < 2 {
		return t.say("capacity.trend")
	}
	from, to := scored[0], scored[len(scored)-1]
	ways := make([]int, len(all))
	for i, s := range all {
		was, known := from.scores(s.id)
		is, still := to.scores(s.id)
		a, b := was.Share(), is.Share()
		switch {
		case !known || !still || !a.Low.Defined() || !a.High.Defined() || !b.Low.Defined() || !b.High.Defined():
		case b.Low.Cmp(a.High) > 0:
			ways[i] = 1
		case b.High.Cmp(a.Low) < 0:
			ways[i] = -1
		}
	}
	since := t.say("month."+strconv.Itoa(from.on.Month)) + " " + strconv.Itoa(from.on.Year)
	for _, way := range []int{1, -1} {
		key := "capacity.up"
		if way < 0 {
			key = "capacity.down"
		}
		switch every := !slices.ContainsFunc(ways, func(w int) bool { return w != way }); {
		case every && len(ways) > 1:
			return t.say(key+".every", since)
		case len(ways) > 0 && ways[0] == way && all[0].id == "":
			return t.say(key, since)
		}
	}
	return t.say("capacity.trend")
}

// column is the place of one of several columns.
func (t *talk) column(i, of int, month string, year int) column {
	wide := mtss.NewRatio(1, int64(of))
	x := wide.Mul(mtss.Whole(int64(i)))
	label := month
	if year > 0 {
		label += " ’" + strconv.Itoa(year)[2:]
	}
	return column{X: place(x.Add(wide.Mul(mtss.NewRatio(1, 6)))), Wide: place(wide.Mul(mtss.NewRatio(2, 3))), Mid: place(x.Add(wide.Mul(mtss.NewRatio(1, 2)))), Label: label}
}

// chart is how many pixels high a chart is.
const chart = 96

// height is a share of the height of a chart.
func height(r mtss.Ratio) string { return r.Mul(mtss.Whole(chart)).Decimal(1) }

// draw gives a column its heights.
func (c *column) draw(s mtss.Span, cut mtss.Ratio) {
	if !s.Low.Defined() || !s.High.Defined() {
		c.Nothing = true
		return
	}
	one := mtss.Whole(1)
	c.Low, c.LowAt = height(s.Low), height(one.Sub(s.Low))
	if !s.High.Equal(s.Low) {
		c.Open, c.OpenAt = height(s.High.Sub(s.Low)), height(one.Sub(s.High))
	}
	label := one.Sub(s.High).Mul(mtss.Whole(chart)).Sub(mtss.Whole(5))
	if cut.Defined() { // a label that would touch the line moves above it
		line := one.Sub(cut).Mul(mtss.Whole(chart))
		if label.Cmp(line.Sub(mtss.Whole(6))) > 0 && label.Cmp(line.Add(mtss.Whole(14))) < 0 {
			label = line.Sub(mtss.Whole(6))
		}
	}
	c.LabelAt = label.Decimal(1)
}

// number reads a number that this package wrote.
func number(text string) mtss.Ratio {
	r, _ := mtss.ParseNumber(text)
	return r
}

// coaching draws the contacts by month.
func (t *talk) coaching(p *profile.Profile) (out coaching) {
	months := p.Coaching
	if p.Effect != nil {
		out.Effect = t.say("coaching.effect", t.figure(p.Effect.Higher))
	}
	if len(months) == 0 {
		return out
	}
	var sum mtss.Tally
	most := int64(1)
	for _, m := range months {
		if plus, err := sum.Add(m.Delivered); err == nil {
			sum = plus
		}
		out.Rows = append(out.Rows, cells{
			t.say("month."+strconv.Itoa(m.Month.Month)) + " " + strconv.Itoa(m.Month.Year), strconv.FormatInt(m.Delivered.Possible, 10),
			strconv.FormatInt(m.Delivered.Earned, 10), strconv.FormatInt(m.Delivered.Unknown, 10),
		})
	}
	out.Figure, out.Share = t.figure(sum), t.share(sum.Span())
	if len(months) > 12 {
		months = months[len(months)-12:]
	}
	for _, m := range months {
		most = max(most, m.Delivered.Possible)
	}
	for i, m := range months {
		c := t.column(i, len(months), t.say("month.short."+strconv.Itoa(m.Month.Month)), 0)
		d := m.Delivered
		c.draw(mtss.Span{Low: mtss.NewRatio(d.Earned, most), High: mtss.NewRatio(d.Earned+d.Unknown, most)}, mtss.Ratio{})
		planned := mtss.NewRatio(d.Possible, most)
		c.Figure, c.LabelAt = height(planned), height(mtss.Whole(1).Sub(planned))
		out.Columns = append(out.Columns, c)
	}
	out.Lines = [2]string{strconv.FormatInt(most, 10), "0"}
	return out
}
