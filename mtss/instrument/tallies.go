package instrument

import "github.com/openmtss/mtss-go/mtss"

// answer is what was answered to one item: a score from 0 to [MaxScore], or one
// of the three words below. The zero value is the score 0.
type answer uint8

// The answers that aren't scores.
const (
	// noAnswer is a missing answer.
	noAnswer answer = 255
	// doesNotApply marks an item that is not applicable.
	doesNotApply answer = 254
	// notAdministered marks an item of a section that was not administered.
	notAdministered answer = 253
)

// itemScores is what may be scored of an item. Items of one scale share it.
type itemScores struct {
	on         [MaxScore + 1]bool // by score
	least, top int64
}

func (s *Scorer) compileScores() {
	of := map[string]*itemScores{}
	for _, scale := range s.definition.Scales {
		scores := &itemScores{least: int64(scale.Scores[0]), top: int64(scale.Scores[len(scale.Scores)-1])}
		for _, score := range scale.Scores {
			scores.on[score] = true
		}
		of[scale.ID] = scores
	}
	for _, item := range s.definition.Items {
		s.byItem = append(s.byItem, of[item.Scale])
	}
}

// tallies appends the points of each subscale, in the definition's order, and
// then those of all items together, to dst. answers holds an answer for each
// item, in the definition's order and on its scale. Sections do not matter here:
// an item that was not administered adds nothing. It allocates nothing where dst
// is large enough.
func (s *Scorer) tallies(dst []mtss.Tally, answers []answer, missing Missing) []mtss.Tally {
	for i := range s.scales {
		items := s.scales[i].items
		way := missing.decide(answers, items) // prorating decides for each scale by itself
		var t mtss.Tally
		for _, item := range items {
			scores := s.byItem[item]
			switch answer := answers[item]; {
			case answer <= MaxScore:
				t.Earned, t.Possible = t.Earned+int64(answer), t.Possible+scores.top
			case answer != noAnswer:
			case way == missingUnknown:
				t.Earned, t.Possible, t.Unknown = t.Earned+scores.least, t.Possible+scores.top, t.Unknown+scores.top-scores.least
			case way == missingZero:
				t.Possible += scores.top
			}
		}
		dst = append(dst, t)
	}
	return dst
}

// prorates reports whether the points of a scale are scaled up to those of all
// its items: under prorate, if enough of them are answered.
func (m Missing) prorates(answers []answer, items []int) bool {
	if m.way != missingProrate {
		return false
	}
	answered := int64(0)
	for _, item := range items {
		if answers[item] <= MaxScore {
			answered++
		}
	}
	return answered > 0 && mtss.NewRatio(answered, int64(len(items))).Cmp(m.least) >= 0
}

// decide returns the way for one scale: under prorate, it reports whether enough of
// its items are answered to exclude the rest.
func (m Missing) decide(answers []answer, items []int) missingWay {
	if m.way != missingProrate {
		return m.way
	}
	asked, answered := int64(0), int64(0)
	for _, item := range items {
		switch answers[item] {
		case doesNotApply, notAdministered:
		case noAnswer:
			asked++
		default:
			asked, answered = asked+1, answered+1
		}
	}
	if answered > 0 && mtss.NewRatio(answered, asked).Cmp(m.least) >= 0 {
		return missingExclude
	}
	return missingUnknown
}
