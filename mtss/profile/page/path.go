package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// path shows how far an innovation has come, and why.
func (t *talk) path(p *profile.Profile, in profile.Innovation) path {
	a := in.Stage
	out := path{Name: t.innovation(in.ID)}
	lost, isLost := lostOf(in)
	for i, s := range a.Stages {
		n := node{Class: "", Icon: "yet", Stage: t.node(s.ID), Says: t.say("at.not")}
		switch {
		case s.ID == a.Primary:
			n = node{"now", "now", n.Stage, t.say("at.now")}
		case isLost && lost.Stage == s.ID:
			n = node{"lost", "lost", n.Stage, t.say("at.left", t.say("date.day", t.say("month.short."+strconv.Itoa(lost.On.Month)), strconv.Itoa(lost.On.Day)))}
		case s.Entered == mtss.Met:
			n = node{"", "met", n.Stage, t.say("at.entered")}
		case s.Entered == mtss.Undetermined:
			n = node{"dash", "may", n.Stage, t.say("at.unknown")}
		}
		switch at := slices.IndexFunc(a.Stages, func(s stages.StageFinding) bool { return s.ID == a.Primary }); {
		case i < at || last(a) && n.Class == "now":
			n.Class = strings.TrimSpace(n.Class + " on")
		case i+1 < len(a.Stages) && a.Stages[i+1].Entered == mtss.Undetermined && n.Class != "dash":
			n.Class = strings.TrimSpace(n.Class + " dash") // on the way to what is not known
		}
		out.Steps = append(out.Steps, n)
		out.Tree = append(out.Tree, t.tree(s.Enter, t.stage(s.ID)))
	}
	out.Lead, out.Says = t.missing(p, in)
	for _, e := range in.Events {
		out.Events = append(out.Events, t.day(e.On)+": "+t.say("change."+string(e.Change), t.stage(e.Stage)))
	}
	out.Outcomes = t.outcomes(p, in)
	return out
}

// outcomes says how each outcome of an innovation changed.
func (t *talk) outcomes(p *profile.Profile, in profile.Innovation) (out []string) {
	if in.Outcomes == nil {
		return nil
	}
	for _, o := range in.Outcomes.Outcomes {
		now := t.say("not known")
		if latest, known := o.Latest(p.On); known {
			now = t.share(latest.Value.Span())
		}
		out = append(out, t.say("outcomes.of", upper(t.own(mtss.Plain(o.Measure))), t.share(o.Baseline.Value.Span()), now))
	}
	return out
}

// node names a stage where there is little room: a word may say where it breaks.
func (t *talk) node(id mtss.StageID) string {
	if text, found := t.find("node." + string(id)); found {
		return text
	}
	return t.stage(id)
}

// missing says what the next stage waits for.
func (t *talk) missing(p *profile.Profile, in profile.Innovation) (lead, says string) {
	if slices.ContainsFunc(in.Stage.Caveats, func(n mtss.Notice) bool { return n.Code == stages.CaveatLeft }) {
		return t.say("left"), ""
	}
	next, more := in.Stage.Next()
	if !more {
		return t.say("last"), t.say("last.holds", t.all(in.Stage.Stages[len(in.Stage.Stages)-1].Enter))
	}
	var needs, record []string
	open := true // nothing is missing for certain
	for _, s := range p.Steps {
		if s.Innovation == in.ID {
			record = append(record, t.toRecord(s.Finding.Measure))
			needs = append(needs, cmp.Or(t.need(s.Finding), lowerFirst(t.finding(s.Finding))))
			open = open && t.need(s.Finding) == "" && s.Finding.Verdict == mtss.Undetermined
		}
	}
	if in.Stage.Primary == "" && len(in.Measures) == 0 {
		return t.say("next.unknown"), t.say("next.record", strings.Join(record, "; "))
	}
	lead = "next"
	if open && len(record) > 0 {
		lead, needs = "next.open", record
	}
	if in.Stage.LastKnown != nil {
		needs = append(needs, strings.TrimSuffix(t.say("lost.known", t.stage(in.Stage.LastKnown.Stage), t.day(in.Stage.LastKnown.Through)), "."))
	}
	return t.say(lead, lowerFirst(t.stage(next.ID))), strings.Join(needs, "; ") + "."
}

func lowerFirst(text string) string {
	r := []rune(text)
	if len(r) > 1 && strings.ToLower(string(r[1])) == string(r[1]) {
		return strings.ToLower(string(r[:1])) + string(r[1:])
	}
	return text
}

// rules shows what the host's own rules come to, those that apply or may.
func (t *talk) rules(p *profile.Profile) (out []tree) {
	of := func(all []rule.Decision, innovation string) {
		for _, d := range all {
			name := upper(t.own(cmp.Or(d.Title, d.Rule)))
			if innovation != "" {
				name = t.say("rules.of", name, t.innovation(innovation))
			}
			switch {
			case d.Applies == rule.Applies(mtss.NotMet):
				continue
			case d.Applies == rule.Applies(mtss.Undetermined):
				out = append(out, tree{Verdict: mtss.Undetermined.String(), Says: t.say("rules.perhaps", name)})
				continue
			case d.Require != nil:
				out = append(out, t.tree(*d.Require, name))
			default:
				out = append(out, tree{Verdict: d.Verdict.String(), Says: t.say("rules.applies", name)})
			}
			if d.Then != "" {
				out[len(out)-1].Need = t.say("rules.then", t.own(d.Then))
			}
		}
	}
	of(p.Rules, "")
	for _, in := range p.Innovations {
		of(in.Rules, in.ID)
	}
	return out
}

// tree shows how a finding was reached.
func (t *talk) tree(f rule.Finding, name string) tree {
	out := tree{Verdict: f.Verdict.String(), Need: t.need(f)}
	met, n := 0, 0
	for _, child := range f.Children {
		if child.Measure == "" && len(child.Children) == 0 {
			continue // of parts that nobody knows
		}
		out.Below = append(out.Below, t.tree(child, ""))
		n++
		if child.Verdict == mtss.Met {
			met++
		}
	}
	if f.Verdict == mtss.Met {
		out.Need = ""
	}
	switch {
	case f.Measure != "":
		out.Says = t.sentence(f)
	case f.Operator == rule.OperatorAny:
		out.Says = t.say("working.any", strconv.Itoa(met), strconv.Itoa(n))
	case f.Operator == rule.OperatorAtLeastOf:
		out.Says = t.say("working.atLeast", strconv.Itoa(met), strconv.Itoa(n), strconv.Itoa(f.Count))
	case f.Operator == rule.OperatorNot:
		out.Says = t.say("working.not")
	default:
		out.Says = t.say("working.all", strconv.Itoa(met), strconv.Itoa(n))
	}
	if name != "" {
		out.Says = t.say("says.bare", name, out.Says)
	}
	return out
}
