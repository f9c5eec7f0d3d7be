package coaching

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

// Published is a comparison of access in which small groups are withheld.
type Published struct {
	// Below is the number under which a group is withheld.
	Below int64 `json:"below"`
	// Rows are the groups, in the order of the comparison.
	Rows []PublishedRow `json:"rows"`
	// Caveats say that something is withheld.
	Caveats []mtss.Caveat `json:"caveats"`
}

// PublishedRow is one group.
type PublishedRow struct {
	// By is what is compared; empty for all together.
	By Grouping `json:"by,omitzero"`
	// Name is the group; empty for all together.
	Name string `json:"name,omitzero"`
	// Reached are those reached of those intended; nil where it is withheld,
	// which is neither zero nor unknown.
	Reached *mtss.Tally `json:"reached"`
}

// Publish withholds what would tell about fewer than so many people, and
// besides whatever would let it be worked out from the rest: groups of enough
// people, and at last the row of all together. Whoever knows who belongs to which
// group, and adds and subtracts all that is published, finds the numbers of none
// of these: a group of fewer people, those outside a group where they are fewer,
// those who share all their groups where they are fewer, and any group that says
// the same of all its people, all reached or none, since that tells of each.
// Bounds remain: a withheld number lies between 0 and what its sum with others
// leaves. Publish one comparison; it does not look at others of the same people.
//
// Needs are left out, since they tell of persons. Errors: CodeSuppression for a
// number under 2.
func Publish(access []Access, below int64) (Published, error) {
	if below < 2 {
		return Published{}, mtss.Invalid([]mtss.Issue{mtss.Issuef("", CodeSuppression, "withhold groups below %d, want 2 or more", below)})
	}
	g := newGuard(access, below)
	g.withhold()
	p := Published{Below: below, Rows: []PublishedRow{}, Caveats: []mtss.Caveat{}}
	withheld := int64(0)
	for i, a := range access {
		row := PublishedRow{By: a.By, Name: a.Name}
		if g.shown[i] {
			reached := a.Reached
			row.Reached = &reached
		} else {
			withheld++
		}
		p.Rows = append(p.Rows, row)
	}
	if withheld > 0 {
		p.Caveats = append(p.Caveats, mtss.Caveat{Code: CaveatWithheld, Message: count(withheld, "row") + " withheld: of fewer than " + strconv.FormatInt(below, 10) + " people, the same of all people, or telling such a row"})
	}
	return p, nil
}

// guard decides which rows may be shown. People who share all their rows are
// one atom, since no sum tells them apart.
type guard struct {
	access []Access
	below  int64
	shown  []bool
	rows   [][]uint64 // by row, one number for each atom: 1 where it belongs to it
	sizes  []int64    // of the atoms
}

func newGuard(access []Access, below int64) *guard {
	g := &guard{access: access, below: below, shown: make([]bool, len(access))}
	profile := map[int][]byte{}
	for row, a := range access {
		for _, member := range a.members {
			profile[member] = strconv.AppendInt(append(profile[member], ' '), int64(row), 10)
		}
	}
	atom := map[string]int{}
	place := map[int]int{}
	for _, member := range sortedKeys(profile) {
		key := string(profile[member])
		if _, known := atom[key]; !known {
			atom[key] = len(g.sizes)
			g.sizes = append(g.sizes, 0)
		}
		place[member] = atom[key]
		g.sizes[atom[key]]++
	}
	for row, a := range access {
		g.shown[row] = a.Reached.Possible == 0 || a.Reached.Possible >= below && !uniform(a.Reached)
		vector := make([]uint64, len(g.sizes))
		for _, member := range a.members {
			vector[place[member]] = 1
		}
		g.rows = append(g.rows, vector)
	}
	return g
}

func sortedKeys[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// withhold takes rows back until nothing secret can be worked out.
func (g *guard) withhold() {
	for leaks := true; leaks; {
		leaks = false
		space := g.space()
		for _, secret := range g.secrets() {
			if space.contains(secret.people) {
				g.hideOne(secret)
				space, leaks = g.space(), true
			}
		}
	}
}

// secret is a set of people, by atom, and the grouping that it comes from.
type secret struct {
	people []uint64
	by     Grouping
}

// secrets are the sets of people that must not be worked out.
func (g *guard) secrets() []secret {
	var out []secret
	var all mtss.Tally
	for _, a := range g.access {
		if a.By == "" {
			all = a.Reached
		}
	}
	add := func(people []uint64, t mtss.Tally, by Grouping) {
		if t.Possible > 0 && (t.Possible < g.below || uniform(t)) {
			out = append(out, secret{people, by})
		}
	}
	for i, row := range g.rows {
		a := g.access[i]
		add(row, a.Reached, a.By)
		rest := make([]uint64, len(row))
		for j := range row {
			rest[j] = 1 - row[j]
		}
		add(rest, minus(all, a.Reached), a.By)
	}
	for i, size := range g.sizes {
		one := make([]uint64, len(g.sizes))
		one[i] = 1
		if size < g.below {
			out = append(out, secret{people: one})
		}
	}
	for _, by := range Groupings() {
		rest, t := g.hidden(by)
		add(rest, t, by)
	}
	return out
}

// hidden adds up the withheld rows of a grouping.
func (g *guard) hidden(by Grouping) (people []uint64, t mtss.Tally) {
	people = make([]uint64, len(g.sizes))
	for i, a := range g.access {
		if a.By == by && !g.shown[i] {
			t = plus(t, a.Reached)
			for j, v := range g.rows[i] {
				people[j] += v
			}
		}
	}
	return people, t
}

func minus(a, b mtss.Tally) mtss.Tally {
	return mtss.Tally{Earned: a.Earned - b.Earned, Possible: a.Possible - b.Possible, Unknown: a.Unknown - b.Unknown}
}

// uniform reports whether a tally says one thing of all its people.
func uniform(t mtss.Tally) bool {
	return t.Earned == t.Possible || t.Earned == 0 && t.Unknown == 0
}

// hideOne withholds the smallest row of a secret's own grouping, else one that
// touches it, else any; all together last.
func (g *guard) hideOne(secret secret) {
	rank := func(i int) int {
		switch {
		case g.access[i].By == "":
			return 3
		case g.access[i].By == secret.by:
			return 0
		case touches(g.rows[i], secret.people):
			return 1
		}
		return 2
	}
	best := -1
	for i, a := range g.access {
		if !g.shown[i] || a.Reached.Possible == 0 {
			continue
		}
		if best < 0 || cmp.Or(cmp.Compare(rank(i), rank(best)), cmp.Compare(a.Reached.Possible, g.access[best].Reached.Possible)) < 0 {
			best = i
		}
	}
	if best >= 0 {
		g.shown[best] = false
	}
}

func touches(a, b []uint64) bool {
	for i := range a {
		if a[i]&b[i] != 0 {
			return true
		}
	}
	return false
}

// prime is the field in which sums are solved, 2^61-1. What can be worked out
// with fractions can be in it too, so that nothing is overlooked: the entries
// are 0 and 1, and no determinant that occurs is a multiple of it.
const prime = 1<<61 - 1

// space is what can be worked out from the rows that are shown.
type space struct {
	basis  [][]uint64 // each with a leading 1
	pivots []int
}

func (g *guard) space() *space {
	s := &space{}
	for i, row := range g.rows {
		if g.shown[i] {
			if rest, pivot := s.reduce(row); pivot >= 0 {
				s.basis, s.pivots = append(s.basis, scaled(rest, inverse(rest[pivot]))), append(s.pivots, pivot)
			}
		}
	}
	return s
}

func (s *space) contains(vector []uint64) bool {
	_, pivot := s.reduce(vector)
	return pivot < 0
}

// reduce takes out of a vector what the basis holds, and returns the first
// place where something is left, or -1.
func (s *space) reduce(vector []uint64) (rest []uint64, pivot int) {
	rest = slices.Clone(vector)
	for i, b := range s.basis {
		if f := rest[s.pivots[i]]; f != 0 {
			for j := range rest {
				rest[j] = (rest[j] + prime - times(f, b[j])) % prime
			}
		}
	}
	return rest, slices.IndexFunc(rest, func(v uint64) bool { return v != 0 })
}

func scaled(vector []uint64, by uint64) []uint64 {
	for i := range vector {
		vector[i] = times(vector[i], by)
	}
	return vector
}

func times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	_, rest := bits.Div64(high, low, prime)
	return rest
}

// inverse raises to the power of the prime less two.
func inverse(a uint64) uint64 {
	out := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			out = times(out, a)
		}
		a = times(a, a)
	}
	return out
}
