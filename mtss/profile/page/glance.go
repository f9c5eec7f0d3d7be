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
	"github.com/openmtss/mtss-go/stages"
)

// standing counts the verdicts that no unknown can change, of all: on the stage of each
// innovation and on each criterion.
func standing(p *profile.Profile) (n [2]int) {
	for _, in := range p.Innovations {
		n[1]++
		if in.Stage.Primary == in.Stage.Possible {
			n[0]++
		}
	}
	for _, a := range p.Assessed {
		if a.Latest == nil {
			continue
		}
		for _, c := range a.Latest.Criteria {
			n[1]++
			if !tooOld(p, a) && c.Verdict != mtss.Undetermined {
				n[0]++
			}
		}
	}
	return n
}

// tooOld reports whether the latest result of an instrument counts no longer on the day.
func tooOld(p *profile.Profile, a profile.Assessed) bool {
	return slices.ContainsFunc(p.Measures, func(m profile.KnownMeasure) bool {
		return m.Expired && a.Latest != nil && m.On == a.Latest.Date && strings.HasPrefix(m.Measure, a.Instrument.ID+".")
	})
}

// scoreless reports whether an instrument gives no score, since its definition lacks facts.
func scoreless(a profile.Assessed) bool {
	return a.Latest != nil && a.Latest.Total == nil && len(a.Latest.Subscales) == 0 &&
		slices.ContainsFunc(a.Latest.Caveats, func(n mtss.Notice) bool { return n.Code == instrument.CaveatLacks })
}

// trust says how many of the verdicts stand.
func (t *talk) trust(n [2]int) (verdicts, says string) {
	key := ""
	switch n[1] {
	case 0:
		key = ".none"
	case 1:
		key = ".one"
	}
	return t.say("trust"+key, strconv.Itoa(n[0]), strconv.Itoa(n[1])), t.say("trust.says" + key)
}

// urgency orders innovations: lost, then unsettled, then by stage.
func urgency(in profile.Innovation) int {
	if _, lost := lostOf(in); lost {
		return 0
	}
	at := slices.IndexFunc(in.Stage.Stages, func(s stages.StageFinding) bool { return s.ID == in.Stage.Primary })
	if in.Stage.Primary != in.Stage.Possible {
		return 1
	}
	return 2 + at
}

// byUrgency returns innovations in the order in which they are shown.
func byUrgency(all []profile.Innovation) []profile.Innovation {
	ordered := slices.Clone(all)
	slices.SortStableFunc(ordered, func(a, b profile.Innovation) int { return cmp.Compare(urgency(a), urgency(b)) })
	return ordered
}

// lostOf returns the last stage that was lost within the year and is not entered again.
func lostOf(in profile.Innovation) (e stages.StageEvent, lost bool) {
	for _, s := range in.Stage.Stages {
		for _, one := range in.Events {
			if one.Stage == s.ID && one.Change == stages.Lost && s.Entered == mtss.NotMet {
				e, lost = one, true
			}
		}
	}
	return e, lost
}

// last reports whether the primary stage is the last of the model.
func last(a stages.Assessment) bool {
	return len(a.Stages) > 0 && a.Primary == a.Stages[len(a.Stages)-1].ID
}

// short says the most important in at most four sentences.
func (t *talk) short(p *profile.Profile, ordered []profile.Innovation) (out []line) {
	add := func(v mtss.Verdict, says, more string) {
		if len(out) < 4 {
			out = append(out, line{v.String(), says, more})
		}
	}
	more := func(in profile.Innovation) string {
		i := slices.IndexFunc(p.Steps, func(s profile.Step) bool { return s.Innovation == in.ID })
		if i >= 0 {
			return upper(t.sentence(p.Steps[i].Finding)) + "."
		}
		return ""
	}
	for _, in := range ordered {
		if e, lost := lostOf(in); lost {
			add(mtss.NotMet, t.say("short.lost", t.innovation(in.ID), t.date(e.On)), more(in))
		}
	}
	for _, in := range ordered {
		if _, lost := lostOf(in); last(in.Stage) && !lost {
			key := "short.last"
			if _, found := t.find(key + "." + string(in.Stage.Primary)); found {
				key += "." + string(in.Stage.Primary)
			}
			add(mtss.Met, t.say(key, t.innovation(in.ID), lowerFirst(t.stage(in.Stage.Primary))), t.holds(in.Stage))
		}
	}
	t.shortCriteria(p, add)
	t.shortOpen(ordered, add, more)
	if len(out) == 0 {
		for _, in := range ordered {
			add(mtss.Met, t.say("short.stage", t.innovation(in.ID), lowerFirst(t.stage(in.Stage.Primary))), more(in))
		}
	}
	if len(out) == 0 {
		add(mtss.Undetermined, t.say("short.nothing"), t.say("short.nothing.says"))
	}
	return out
}

// shortCriteria says which criteria are met.
func (t *talk) shortCriteria(p *profile.Profile, add func(v mtss.Verdict, says, more string)) {
	for _, a := range p.Assessed {
		if a.Latest == nil {
			continue
		}
		for _, c := range a.Latest.Criteria {
			if tooOld(p, a) {
				figure := ""
				if s := a.Latest.Total; s != nil {
					figure = t.say("short.score.old", t.figure(s.Tally), t.scoreShare(*s), t.date(a.Latest.Date))
				}
				add(mtss.Undetermined, t.say("short.criterion.old", t.capacityName(a)), figure)
				continue
			}
			figure := ""
			if scoreless(a) {
				figure = t.say("short.lacks", t.instrument(a.Instrument))
			}
			if s := a.Latest.Total; s != nil {
				figure = t.say("short.score", t.figure(s.Tally), t.scoreShare(*s))
				if need := t.need(c.Finding); need != "" {
					figure += " " + t.say("short.needs", need)
				}
			}
			add(c.Verdict, t.say("short.criterion."+c.Verdict.String(), t.capacityName(a)), figure)
		}
	}
}

// shortOpen says of which innovations the stage is not certain; of many at once.
func (t *talk) shortOpen(ordered []profile.Innovation, add func(v mtss.Verdict, says, more string), more func(profile.Innovation) string) {
	var open []profile.Innovation
	var names []string
	for _, in := range ordered {
		if _, lost := lostOf(in); in.Stage.Primary != in.Stage.Possible && !lost {
			open, names = append(open, in), append(names, t.innovation(in.ID))
		}
	}
	if len(open) > 2 {
		add(mtss.Undetermined, t.say("short.may.many", strconv.Itoa(len(open)), strconv.Itoa(len(ordered))), strings.Join(names, ", ")+".")
		return
	}
	for _, in := range open {
		says := t.say("short.may.none", t.innovation(in.ID))
		if in.Stage.Primary != "" {
			says = t.say("short.may", t.innovation(in.ID), lowerFirst(t.stage(in.Stage.Primary)))
		}
		add(mtss.Undetermined, says, more(in))
	}
}

func upper(text string) string {
	r := []rune(text)
	if len(r) > 0 {
		return strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return text
}

// holds says what holds in the last stage.
func (t *talk) holds(a stages.Assessment) string {
	i := len(a.Stages) - 1
	return upper(t.all(a.Stages[i].Enter)) + "."
}

// all joins what was found.
func (t *talk) all(f rule.Finding) string {
	var parts []string
	var walk func(rule.Finding)
	walk = func(f rule.Finding) {
		if f.Measure != "" {
			parts = append(parts, t.finding(f))
		}
		for _, child := range f.Children {
			walk(child)
		}
	}
	walk(f)
	if len(parts) == 2 {
		return t.say("list.two", parts[0], parts[1])
	}
	return strings.Join(parts, ", ")
}

// noSteps says why there is no next step: nothing is missing, or there is nothing at all.
func (t *talk) noSteps(p *profile.Profile) string {
	if len(p.Innovations) > 0 || len(p.Assessed) > 0 {
		return t.say("steps.none")
	}
	for _, c := range p.Concerns {
		if c.Notice.Code == profile.NoticeAbsent {
			names := make([]string, 0, len(c.Subjects))
			for _, s := range c.Subjects {
				names = append(names, t.named(p, s))
			}
			return t.say("steps.begin", strings.Join(names, ", "))
		}
	}
	return t.say("steps.none")
}

// staff is the share at fidelity of an innovation, with its outcomes beside it.
func (t *talk) staff(p *profile.Profile, in profile.Innovation) row {
	r := row{Name: t.innovation(in.ID), Figure: t.say("not known"), HasBar: true}
	f, found := in.Stage.Compared(practitioners)
	at := cuts(f.Wanted.Comparison())
	count, counted := f.Measured.Tally()
	r.Bar, r.Wanted = barOf(mtss.Span{}, at), t.level(at)
	switch {
	case !found:
		r.HasBar = false
	case counted && count.Possible == 0:
		r.Figure, r.Share, r.Bar = t.say("staff.not started"), t.say("staff.none"), bar{Low: "0.0%", Cut: r.Bar.Cut}
	case counted:
		r.Figure, r.Bar, r.Verdict, r.Label = t.figure(count), barOf(count.Span(), at), f.Verdict.String(), t.verdict(f.Verdict)
		r.Share = t.share(count.Span(), at...)
		if count.Unknown > 0 {
			r.Bare, r.Share = r.Share, t.say("percent.unknown", r.Share, strconv.FormatInt(count.Unknown, 10))
		}
	case slices.ContainsFunc(in.Measures, func(m profile.KnownMeasure) bool { return m.Measure == practitioners && m.Expired }):
		r.Share, r.Verdict, r.Label = t.say("staff.old"), f.Verdict.String(), t.verdict(f.Verdict)
	default:
		r.Share, r.Verdict, r.Label = t.say("staff.list"), f.Verdict.String(), t.verdict(f.Verdict)
	}
	if all := t.outcomes(p, in); len(all) > 0 {
		r.Improved, r.Outcome = in.Outcomes.Verdict.String(), all[0]
		if len(all) > 1 {
			r.Outcome = t.say("quality.more", all[0], strconv.Itoa(len(all)-1))
		}
	}
	return r
}

func (t *talk) noAssessment(p *profile.Profile) string {
	lacking := ""
	for _, a := range p.Assessed {
		switch {
		case scoreless(a):
			lacking = t.say("capacity.lacks", t.instrument(a.Instrument))
		case a.Latest != nil:
			return ""
		}
	}
	if lacking != "" {
		return lacking
	}
	text := t.say("capacity.none")
	for _, d := range p.Due {
		if d.Kind == schedule.Administration && d.Unit == p.Unit && !d.Settled() {
			when := t.say("due.any")
			if !d.Until.IsZero() {
				when = t.say("due.by", t.day(d.Until))
			}
			return text + " " + t.say("capacity.due", when, cmp.Or(t.who(d.CompletedBy), t.say("step.nobody")))
		}
	}
	return text
}
