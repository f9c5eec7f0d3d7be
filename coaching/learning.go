package coaching

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// developed are the measures that series of professional learning give of what is
// provided in a school; those of coaching.development add them up.
func developed() []string {
	return []string{"access", "benefit", "fidelity", "impact", "purposes", "byNeed"}
}

// learningFacts adds up what the series that run on the day of asking provide.
func (in *Inputs) learningFacts() rule.Facts {
	sums := rule.Facts{}
	for _, s := range in.Learning {
		facts := s.Facts(in.On)
		for _, name := range developed() {
			if t, known := facts["learning."+name].Tally(); known {
				sum, _ := sums["coaching.development."+name].Tally()
				sums["coaching.development."+name] = rule.Of(kit.Plus(sum, t))
			}
		}
	}
	return sums
}

// learningNotices returns what the series say on the day of asking.
func (in *Inputs) learningNotices() (n []mtss.Notice) {
	for _, s := range in.Learning {
		n = append(n, s.Check(in.On)...)
	}
	return n
}

// takenSeries returns the series, each once, with a notice for each that is there
// again.
func takenSeries(all []learning.Series, found *problems) (list []learning.Series, notices []mtss.Notice) {
	places, again := kit.Sound("/learning", all, func(s *learning.Series) string { return s.ID }, func(s *learning.Series) error { return s.Validate() }, CodeRepeated, &found.Problems)
	for _, i := range places {
		var issues []mtss.Issue
		list = append(list, taken(pointer.Element("/learning", i), all[i], nil, &issues))
		found.Add(issues...)
	}
	for _, pair := range again {
		notices = append(notices, mtss.Noticef(NoticeRepeated, "the series %s is there already, as %s, and is used once", pointer.Element("/learning", pair[0]), pointer.Element("/learning", pair[1])))
	}
	return list, notices
}
