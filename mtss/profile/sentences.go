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
			a.Sentences = append(a.Sentences, a.Latest.Notices()...)
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
