package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// steps says what to do; what is the same of several innovations, once.
func (t *talk) steps(p *profile.Profile) (out []step) {
	for _, s := range p.Steps {
		one := t.step(p, s)
		if i := slices.IndexFunc(out, func(o step) bool {
			return o.Says == one.Says && o.For == one.For && o.Who == one.Who && o.stage == one.stage && o.enough == one.enough
		}); i >= 0 && one.stage != "" {
			out[i].of = append(out[i].of, one.of...)
			out[i].needs = append(out[i].needs, one.needs...)
			continue
		}
		out = append(out, one)
	}
	for i := range out {
		t.purpose(&out[i])
	}
	return out
}

// purpose says what a step is for, and how much it takes: where that differs between
// innovations, of each.
func (t *talk) purpose(s *step) {
	if s.names {
		s.Says = mtss.FillIn(s.Says, []string{t.some(s.of)})
	}
	var groups []string // the innovations that need the same
	var names [][]string
	for i, need := range s.needs {
		at := slices.Index(groups, need)
		if at < 0 {
			at, groups, names = len(groups), append(groups, need), append(names, nil)
		}
		if i < len(s.of) {
			names[at] = append(names[at], s.of[i])
		}
	}
	key, needs := "step.stage.part", ""
	if s.enough {
		key = "step.stage"
	}
	switch {
	case len(groups) > 1:
		key += ".any"
		for i, need := range groups {
			groups[i] = t.say("says.bare", t.some(names[i]), need)
		}
		needs = t.few(groups, "; ") + "."
	case len(groups) == 1 && groups[0] != "":
		needs = groups[0] + "."
	}
	if s.enough && len(groups) == 1 && len(s.of) > 1 {
		key += ".each"
	}
	s.need = needs
	said := []string{needs, s.For}
	if s.stage != "" {
		said = append(said, t.say(key, lowerFirst(t.stage(s.stage)), t.some(s.of)))
	}
	s.For = strings.Join(strings.Fields(strings.Join(said, " ")), " ")
}

// some names the first of several.
func (t *talk) some(names []string) string {
	if len(names) == 2 {
		return t.say("list.two", names[0], names[1])
	}
	return t.few(names, ", ")
}

// few joins the first of several, and counts the rest.
func (t *talk) few(texts []string, between string) string {
	const most = 3
	if left := len(texts) - most; left > 1 {
		return t.say("quality.more", strings.Join(texts[:most], between), strconv.Itoa(left))
	}
	return strings.Join(texts, between)
}

// step says what to do.
func (t *talk) step(p *profile.Profile, s profile.Step) (out step) {
	what, record := lowerFirst(t.measure(s.Finding.Measure)), t.toRecord(s.Finding.Measure)
	if s.Criterion != "" {
		record = ""
		i := slices.IndexFunc(p.Assessed, func(a profile.Assessed) bool { return a.Instrument == s.Instrument })
		if i >= 0 {
			what = t.capacityName(p.Assessed[i])
			out.For = t.say("step.criterion", t.criterion(p.Assessed[i], s.Criterion))
		}
	} else {
		out.stage, out.of, out.enough = s.Stage, []string{t.innovation(s.Innovation)}, s.Enough
	}
	items, at := unscored(p, s), slices.IndexFunc(p.Assessed, func(a profile.Assessed) bool { return s.Criterion != "" && a.Instrument == s.Instrument })
	do, named := t.find("do." + s.Finding.Measure)
	_, whether := t.find("whether." + s.Finding.Measure)
	switch open := s.Finding.Verdict == mtss.Undetermined; {
	case at >= 0 && tooOld(p, p.Assessed[at]):
		out.Says, s.Finding.Needed = t.say("step.again", what), nil
	case at >= 0 && scoreless(p.Assessed[at]):
		out.Says, s.By = t.say("step.complete", t.instrument(s.Instrument)), mtss.Date{} // by which it is to be assessed again
	case items != "":
		out.Says = t.say("step.items", what, items)
	case open && whether:
		out.Says = t.say("step.record", record)
	case open:
		out.Says = t.say("step.record.count", cmp.Or(record, lowerFirst(what)))
	case named:
		out.Says, out.names = do, true
	default:
		out.Says = t.say("step.raise", lowerFirst(what))
	}
	out.needs = []string{t.need(s.Finding)}
	switch {
	case s.By.IsZero():
		out.Who = t.say("step.nobody")
	case s.By.Before(p.On) && s.Who == "":
		out.Who = t.say("step.since.nobody", t.date(s.By))
	case s.By.Before(p.On):
		out.Who = t.say("step.since", upper(t.who(s.Who)), t.date(s.By))
	case s.Who == "":
		out.Who = t.say("step.by.nobody", t.date(s.By))
	default:
		out.Who = t.say("step.by", upper(t.who(s.Who)), t.date(s.By))
	}
	return out
}

// unscored names the items without which a criterion is not decided.
func unscored(p *profile.Profile, s profile.Step) string {
	if s.Criterion == "" || s.Finding.Verdict != mtss.Undetermined {
		return ""
	}
	var items []string
	for _, a := range p.Assessed {
		if a.Instrument == s.Instrument && a.Latest != nil {
			items = append(items, a.Latest.Items.Missing...)
		}
	}
	if len(items) > 12 {
		return ""
	}
	return strings.Join(items, ", ")
}
