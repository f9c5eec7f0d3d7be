package agreement

import "github.com/openmtss/mtss-go/mtss"

// Summary is how the ratings of one unit are spread.
type Summary struct {
	// Unit is the id of the unit.
	Unit string `json:"unit"`
	// Ratings is how many ratings it was given.
	Ratings int `json:"ratings"`
	// Missing is how many raters gave it none.
	Missing int `json:"missing"`
	// Counts are the scores it was given, rising, and how often each.
	Counts []Count `json:"counts"`
	// Modes are the scores it was given most often, rising. Two or more are a
	// tie, which is an outcome: none of them is the one. Without a rating there
	// is none.
	Modes []int `json:"modes"`
	// Pairs are the pairs of its ratings that are the same, of all pairs.
	Pairs mtss.Tally `json:"pairs"`
	// SpansScale is whether both the lowest and the highest score of the scale
	// were given.
	SpansScale bool `json:"spansScale"`
}

// Count is how often a score was given.
type Count struct {
	// Score is the score.
	Score int `json:"score"`
	// Times is how often it was given, 1 or more.
	Times int `json:"times"`
}

// Spread returns the highest score given less the lowest; ok is false without
// a rating.
func (s Summary) Spread() (spread int, ok bool) {
	if len(s.Counts) == 0 {
		return 0, false
	}
	return s.Counts[len(s.Counts)-1].Score - s.Counts[0].Score, true
}

// Summaries returns how the ratings of each unit are spread, in the units' order.
func (t Table) Summaries() []Summary {
	summaries := make([]Summary, 0, len(t.units))
	counts := make([]int64, len(t.scale))
	for _, u := range t.units {
		clear(counts)
		u.histogram(counts)
		summaries = append(summaries, t.summary(u, counts))
	}
	return summaries
}

func (t Table) summary(u unit, counts []int64) Summary {
	s := Summary{
		Unit:       u.id,
		Ratings:    len(u.cells),
		Missing:    len(t.raters) - len(u.cells),
		Counts:     []Count{},
		Modes:      []int{},
		Pairs:      agreeing(counts),
		SpansScale: counts[0] > 0 && counts[len(counts)-1] > 0,
	}
	most := int64(1)
	for c, n := range counts {
		if n == 0 {
			continue
		}
		s.Counts = append(s.Counts, Count{Score: t.scale[c], Times: int(n)})
		if n > most {
			s.Modes, most = s.Modes[:0], n
		}
		if n == most {
			s.Modes = append(s.Modes, t.scale[c])
		}
	}
	return s
}

// Spanning returns the ids of the units to which both ends of the scale were
// given, in the units' order: the ones that a meeting should talk about first.
func (t Table) Spanning() []string {
	ids := []string{}
	for _, s := range t.Summaries() {
		if s.SpansScale {
			ids = append(ids, s.Unit)
		}
	}
	return ids
}
