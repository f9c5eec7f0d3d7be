package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
)

// Answer is what was answered to one item: a score from 0 to [MaxScore], or one
// of the three words below. The zero value is the score 0.
type Answer uint8

// The answers that are no scores.
const (
	// NoAnswer is a missing answer.
	NoAnswer Answer = 255
	// DoesNotApply marks an item that is not applicable.
	DoesNotApply Answer = 254
	// NotAdministered marks an item of a section that was not administered.
	NotAdministered Answer = 253
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
	t.adds[NotAdministered] = 0
	t.adds[NoAnswer] = t.unknown
	if notApplicable {
		t.adds[DoesNotApply] = 0
	}
	return t
}

// Tallies appends the points of each subscale, in the definition's order, and
// then those of all items together, to dst. answers holds an answer for each
// item, in the definition's order. Sections do not matter here: an item that
// was not administered adds nothing. It allocates nothing where dst has room.
//
// Errors: CodeIncomplete where nothing can be scored, CodeAnswers for a row of
// another length, CodeScore for an answer that is not on its item's scale.
func (s *Scorer) Tallies(dst []mtss.Tally, answers []Answer, missing Missing) ([]mtss.Tally, error) {
	if s.refuses != nil {
		return dst, s.refuses
	}
	if len(answers) != len(s.tables) {
		return dst, mtss.Issuef("", CodeAnswers, "%d answers to the %d items of %s", len(answers), len(s.tables), s.ref)
	}
	if missing.way != missingUnknown {
		return s.talliesOf(dst, answers, missing)
	}
	var few [64]sum
	upTo := few[:]
	if len(answers) >= len(few) {
		upTo = make([]sum, len(answers)+1)
	}
	if s.sums(upTo, answers)&sumBad != 0 {
		return dst, s.badAnswer(answers)
	}
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
	return dst, nil
}

// sums notes what the items up to each one add, so that any stretch of them is
// one subtraction. It returns every bit that was added, to find bad answers.
func (s *Scorer) sums(upTo []sum, answers []Answer) sum {
	total, seen := sum(0), sum(0)
	upTo = upTo[1 : len(answers)+1]
	if s.only != nil {
		adds := &s.only.adds
		for i, answer := range answers {
			total += adds[answer]
			seen |= adds[answer]
			upTo[i] = total
		}
		return seen
	}
	tables := s.tables[:len(answers)]
	for i, answer := range answers {
		add := tables[i].adds[answer]
		total += add
		seen |= add
		upTo[i] = total
	}
	return seen
}

// talliesOf scores under a policy other than unknown, scale by scale, since
// prorating decides for each scale by itself.
func (s *Scorer) talliesOf(dst []mtss.Tally, answers []Answer, missing Missing) ([]mtss.Tally, error) {
	if err := s.badAnswer(answers); err != nil {
		return dst, err
	}
	for i := range s.scales {
		items := s.scales[i].items
		way := missing.way
		if way == missingProrate {
			way = missing.decide(answers, items)
		}
		total := sum(0)
		for _, item := range items {
			switch {
			case answers[item] != NoAnswer || way == missingUnknown:
				total += s.tables[item].adds[answers[item]]
			case way == missingZero:
				total += s.tables[item].zero
			}
		}
		dst = append(dst, total.tally())
	}
	return dst, nil
}

// decide reports whether enough of a scale's items are answered to exclude the rest.
func (m Missing) decide(answers []Answer, items []int) missingWay {
	asked, answered := int64(0), int64(0)
	for _, item := range items {
		switch answers[item] {
		case DoesNotApply, NotAdministered:
		case NoAnswer:
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

// badAnswer names every answer that is not on its item's scale.
func (s *Scorer) badAnswer(answers []Answer) error {
	var issues []mtss.Issue
	for i, answer := range answers {
		if s.tables[i].adds[answer] == sumBad {
			issues = append(issues, mtss.Issuef(pointer.Element("", i), CodeScore, "item %q is answered %d, which is not on its scale", s.definition.Items[i].ID, answer))
		}
	}
	return strict.Invalid(issues)
}
