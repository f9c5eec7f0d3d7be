package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

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

// sum packs earned, possible and unknown points, 20 bits each, so that adding
// an item is one addition. 2000 items of 250 points stay below 2^20. The top
// bit marks an answer that is not on the item's scale.
type sum uint64

const (
	sumBits = 20
	sumMask = 1<<sumBits - 1
	sumBad  = sum(1) << 63
)

func pack(earned, possible, unknown int) sum {
	return sum(earned) | sum(possible)<<sumBits | sum(unknown)<<(2*sumBits)
}

func (s sum) tally() mtss.Tally {
	return mtss.Tally{Earned: int64(s & sumMask), Possible: int64(s >> sumBits & sumMask), Unknown: int64(s >> (2 * sumBits) & sumMask)}
}

// answerTable holds what each answer to an item adds. Items of one scale and
// one not-applicable rule share a table, so that it stays in the nearest cache.
type answerTable struct {
	adds [256]sum
	// what a missing answer adds, by policy
	unknown, zero sum
	top           int
}

// stretch is a row of neighbouring items of one scale.
type stretch struct {
	from, to int
}

func (s *Scorer) compileTables() {
	type kind struct {
		scale         string
		notApplicable bool
	}
	tables := map[kind]*answerTable{}
	scores := map[string][]int{}
	for _, scale := range s.definition.Scales {
		scores[scale.ID] = scale.Scores
	}
	for _, item := range s.definition.Items {
		k := kind{item.Scale, item.NotApplicable}
		if tables[k] == nil {
			tables[k] = newAnswerTable(scores[item.Scale], item.NotApplicable)
		}
		s.tables = append(s.tables, tables[k])
	}
	if len(tables) == 1 {
		s.only = s.tables[0]
	}
}

func newAnswerTable(scores []int, notApplicable bool) *answerTable {
	least, top := scores[0], scores[len(scores)-1]
	t := &answerTable{unknown: pack(least, top, top-least), zero: pack(0, top, 0), top: top}
	for i := range t.adds {
		t.adds[i] = sumBad
	}
	for _, score := range scores {
		t.adds[score] = pack(score, top, 0)
	}
	t.adds[notAdministered] = 0
	t.adds[noAnswer] = t.unknown
	if notApplicable {
		t.adds[doesNotApply] = 0
	}
	return t
}

// tallies appends the points of each subscale, in the definition's order, and
// then those of all items together, to dst. answers holds an answer for each
// item, in the definition's order and on its scale. Sections do not matter here:
// an item that was not administered adds nothing. It allocates nothing where dst
// is large enough.
func (s *Scorer) tallies(dst []mtss.Tally, answers []answer, missing Missing) []mtss.Tally {
	if missing.way != missingUnknown {
		return s.talliesOf(dst, answers, missing)
	}
	var few [64]sum
	upTo := few[:]
	if len(answers) >= len(few) {
		upTo = make([]sum, len(answers)+1)
	}
	s.sums(upTo, answers)
	at := len(dst)
	dst = slices.Grow(dst, len(s.firsts))[:at+len(s.firsts)]
	out := dst[at:]
	for i, part := range s.firsts {
		out[i] = (upTo[part.to] - upTo[part.from]).tally()
	}
	for _, more := range s.split {
		total := sum(0)
		for _, part := range s.scales[more].stretches {
			total += upTo[part.to] - upTo[part.from]
		}
		out[more] = total.tally()
	}
	return dst
}

// sums notes what the items up to each one add, so that any stretch of them is
// one subtraction.
func (s *Scorer) sums(upTo []sum, answers []answer) {
	total := sum(0)
	upTo = upTo[1 : len(answers)+1]
	if s.only != nil {
		adds := &s.only.adds
		for i, given := range answers {
			total += adds[given]
			upTo[i] = total
		}
		return
	}
	tables := s.tables[:len(answers)]
	for i, given := range answers {
		total += tables[i].adds[given]
		upTo[i] = total
	}
}

// talliesOf scores under a policy other than unknown, scale by scale, since
// prorating decides for each scale by itself.
func (s *Scorer) talliesOf(dst []mtss.Tally, answers []answer, missing Missing) []mtss.Tally {
	for i := range s.scales {
		items := s.scales[i].items
		way := missing.decide(answers, items)
		total := sum(0)
		for _, item := range items {
			switch {
			case answers[item] != noAnswer || way == missingUnknown:
				total += s.tables[item].adds[answers[item]]
			case way == missingZero:
				total += s.tables[item].zero
			}
		}
		dst = append(dst, total.tally())
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
