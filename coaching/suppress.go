package coaching

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/room"
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
// people, and at last the row of all together. Three things are kept: the numbers
// of a group of fewer people, those of the people outside a group, or in it and
// outside a group within it, where they are fewer, and those of such people of
// whom all were reached or none, since that tells of each.
//
// Kept means: whoever knows who belongs to which group, and does what can be
// done with everything that is shown, still finds more than one number possible
// for each of these. It rests on an exchange. People who are in the same shown
// rows can trade their answers and nothing that is shown changes; a set is kept
// where some of them are in it, some are not, and their answers differ. Rows are
// withheld until this holds for every set that must be kept, so that more may be
// withheld than is strictly needed, and never less.
//
// That a row is withheld says by itself that it is small, says one thing of all,
// or stands beside such a row. Publish one comparison; it does not look at others of the same people. Needs
// are left out, since they tell of persons. Errors: CodeSuppression for a number
// under 2.
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
		p.Caveats = append(p.Caveats, mtss.Caveat{Code: CaveatWithheld, Message: room.Count(withheld, "row") + " withheld: of fewer than " + strconv.FormatInt(below, 10) + " people, the same of all people, or telling such a row"})
	}
	return p, nil
}

// guard decides which rows may be shown.
type guard struct {
	access  []Access
	shown   []bool
	people  []string // ids, sorted
	answers map[string]mtss.Verdict
	rows    []map[string]bool // who belongs to a row
	secrets []secret
}

// secret is a set of people that must not be told, and the row that it comes from.
type secret struct {
	people map[string]bool
	row    int
}

func newGuard(access []Access, below int64) *guard {
	g := &guard{access: access, shown: make([]bool, len(access)), answers: map[string]mtss.Verdict{}}
	for _, a := range access {
		row := make(map[string]bool, len(a.members))
		for _, m := range a.members {
			row[m.Coached.ID], g.answers[m.Coached.ID] = true, m.Reached
		}
		g.rows = append(g.rows, row)
	}
	g.people = slices.Sorted(maps.Keys(g.answers))
	for i, row := range g.rows {
		g.shown[i] = !g.keep(row, i, below)
		rest := map[string]bool{}
		for _, p := range g.people {
			if !row[p] {
				rest[p] = true
			}
		}
		g.keep(rest, i, below)
		g.differences(i, below)
	}
	return g
}

// differences enters what a row has beyond each row within it, since taking one
// from the other tells it.
func (g *guard) differences(i int, below int64) {
	row := g.rows[i]
	for j, inner := range g.rows {
		if len(row) == len(g.people) || len(inner) == 0 || len(inner) >= len(row) || g.access[j].By == g.access[i].By && g.access[i].By != ByGroup {
			continue // of all people, it is what is outside the row within
		}
		if !contained(inner, row) {
			continue
		}
		rest := maps.Clone(row)
		maps.DeleteFunc(rest, func(p string, _ bool) bool { return inner[p] })
		g.keep(rest, i, below)
	}
}

func contained(inner, outer map[string]bool) bool {
	for p := range inner {
		if !outer[p] {
			return false
		}
	}
	return true
}

// keep enters a set among the secrets if it is one.
func (g *guard) keep(people map[string]bool, row int, below int64) bool {
	var t mtss.Tally
	for p := range people {
		t = room.Plus(t, mtss.Count(g.answers[p]))
	}
	is := t.Possible > 0 && (t.Possible < below || uniform(t))
	if is {
		g.secrets = append(g.secrets, secret{people, row})
	}
	return is
}

// uniform reports whether a tally says of all its people that they were
// reached, or that none was. That nothing is known of them tells nothing.
func uniform(t mtss.Tally) bool {
	return t.Earned == t.Possible || t.Earned == 0 && t.Unknown == 0
}

// withhold takes rows back until every secret is kept.
func (g *guard) withhold() {
	alike := g.alike()
	for done := false; !done; {
		done = true
		for _, s := range g.secrets {
			for !g.kept(s, alike) && g.hideOne(s) {
				alike, done = g.alike(), false
			}
		}
	}
}

// alike parts the people by the shown rows that they are in.
func (g *guard) alike() [][]string {
	place := map[string]int{}
	var out [][]string
	for _, p := range g.people {
		var key []byte
		for i, row := range g.rows {
			if g.shown[i] && row[p] {
				key = strconv.AppendInt(append(key, ' '), int64(i), 10)
			}
		}
		if _, known := place[string(key)]; !known {
			place[string(key)] = len(out)
			out = append(out, nil)
		}
		out[place[string(key)]] = append(out[place[string(key)]], p)
	}
	return out
}

// kept reports whether people in and out of a secret, who are alike in what is
// shown, have different answers among them.
func (g *guard) kept(s secret, alike [][]string) bool {
	return slices.ContainsFunc(alike, func(people []string) bool {
		in, differ := 0, false
		for _, p := range people {
			if s.people[p] {
				in++
			}
			differ = differ || g.answers[p] != g.answers[people[0]]
		}
		return differ && in > 0 && in < len(people)
	})
}

// hideOne withholds one more row: the secret's own, then the smallest of its
// grouping, of those that part its people from others, of all; all together
// last.
func (g *guard) hideOne(s secret) bool {
	rank := func(i int) int {
		switch a := g.access[i]; {
		case a.By == "":
			return 4
		case i == s.row:
			return 0
		case a.By == g.access[s.row].By:
			return 1
		case !g.mixes(i, s):
			return 2
		}
		return 3
	}
	best := -1
	for i, a := range g.access {
		if !g.shown[i] {
			continue
		}
		if best < 0 || cmp.Or(cmp.Compare(rank(i), rank(best)), cmp.Compare(a.Reached.Possible, g.access[best].Reached.Possible)) < 0 {
			best = i
		}
	}
	if best >= 0 {
		g.shown[best] = false
	}
	return best >= 0
}

// mixes reports whether a row has people both in and out of a secret.
func (g *guard) mixes(row int, s secret) bool {
	in := 0
	for p := range g.rows[row] {
		if s.people[p] {
			in++
		}
	}
	return in > 0 && in < len(g.rows[row])
}
