package profile

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// sentences says the findings of criteria, stages and steps.
func (p *Profile) sentences() {
	say := func(into *[]mtss.Notice, f rule.Finding, subject string) {
		for _, n := range f.Notices() {
			*into = append(*into, n.About(subject))
		}
	}
	for i := range p.Assessed {
		if a := &p.Assessed[i]; a.Latest != nil {
			for _, c := range a.Latest.Criteria {
				say(&a.Sentences, c.Finding, c.ID)
			}
		}
	}
	for i := range p.Innovations {
		in := &p.Innovations[i]
		for _, s := range in.Stage.Stages {
			say(&in.Sentences, s.Enter, string(s.ID))
		}
	}
	for i := range p.Steps {
		say(&p.Steps[i].Sentences, p.Steps[i].Finding, "")
	}
}

// asOld leaves out what a stored profile of before it was written does not have: all
// sentences, and titles of instruments, which follow from what it has.
func (p *Profile) asOld(stored Profile) {
	told := false
	for _, a := range stored.Assessed {
		told = told || a.Sentences != nil
	}
	for _, in := range stored.Innovations {
		told = told || in.Sentences != nil
	}
	for _, s := range stored.Steps {
		told = told || s.Sentences != nil
	}
	for i := range p.Assessed {
		a := &p.Assessed[i]
		if i < len(stored.Assessed) && a.Latest != nil && stored.Assessed[i].Latest != nil && stored.Assessed[i].Latest.Instrument.Title == "" {
			a.Latest.Instrument.Title = ""
		}
		if !told {
			a.Sentences = nil
		}
	}
	if told {
		return
	}
	for i := range p.Innovations {
		p.Innovations[i].Sentences = nil
	}
	for i := range p.Steps {
		p.Steps[i].Sentences = nil
	}
}
