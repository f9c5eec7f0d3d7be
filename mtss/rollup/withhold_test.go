package rollup_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// named returns the members of a group: "a b c", each with an answer where one
// follows: "a=1/1".
func named(text string) (members []rollup.Member) {
	for _, word := range strings.Fields(text) {
		id, answer, _ := strings.Cut(word, "=")
		m := rollup.Member{ID: id}
		if answer != "" {
			_, _ = fmt.Sscanf(answer, "%d/%d", &m.Answer.Earned, &m.Answer.Possible)
		}
		members = append(members, m)
	}
	return members
}

func TestWithhold(t *testing.T) {
	for _, test := range []struct {
		name   string
		policy rollup.WithholdingPolicy
		groups []string
		want   []bool
		why    string
	}{
		{"no policy", rollup.WithholdingPolicy{}, []string{"a", "a b"}, []bool{true, true}, "nothing is withheld"},
		{"small", rollup.WithholdingPolicy{Below: 3}, []string{"a b c", "d e"}, []bool{true, false}, "2 are fewer than 3"},
		{"exactly as many", rollup.WithholdingPolicy{Below: 3}, []string{"a b c"}, []bool{true}, "3 are not fewer than 3"},
		{
			"a lone small child", rollup.WithholdingPolicy{Below: 3},
			[]string{"a b c d e f g h", "a b c", "d e f", "g h"},
			[]bool{true, true, false, false}, "with the second child the third would follow from the whole",
		},
		{
			"small ones that are enough together", rollup.WithholdingPolicy{Below: 3},
			[]string{"a b c d e f g", "a b c", "d e", "f g"},
			[]bool{true, true, false, false}, "the two that are left are 4 together, and nothing tells them apart",
		},
		{
			"three levels", rollup.WithholdingPolicy{Below: 2},
			[]string{"a b c d e", "a b c", "d e", "a b", "c"},
			[]bool{true, true, true, false, false}, "a child that would leave a single one is withheld with it",
		},
		{
			"crosswise", rollup.WithholdingPolicy{Below: 2},
			[]string{"a b c d", "a b", "c d", "a c", "b d"},
			[]bool{true, true, true, false, false}, "a and c alone are told apart by what they are not",
		},
		{"none in it", rollup.WithholdingPolicy{Below: 3}, []string{"", "a b c"}, []bool{true, true}, "nobody is told of by zero"},
		{"one twice", rollup.WithholdingPolicy{Below: 3}, []string{"a a b"}, []bool{false}, "they are two"},
		{"the same group twice", rollup.WithholdingPolicy{Below: 3}, []string{"a b c", "c b a"}, []bool{true, true}, "it tells nothing more"},
		{"all say the same", rollup.WithholdingPolicy{Below: 2}, []string{"a=1/1 b=1/1", "c=0/1 d=1/1"}, []bool{false, true}, "what all say is what each says"},
		{
			"above the top", rollup.WithholdingPolicy{Below: 2, Top: mtss.NewRatio(3, 4)}, []string{"a=4/4 b=3/4", "c=3/4 d=3/4", "e=0/4 f=0/4"},
			[]bool{false, true, true}, "7 of 8 are more than 75 %, 6 of 8 are not, and there is no bottom",
		},
		{
			"what is left is above the top", rollup.WithholdingPolicy{Below: 2, Top: mtss.NewRatio(3, 4)}, []string{"a=2/4 b=2/4 c=4/4 d=4/4", "a=2/4 b=2/4"},
			[]bool{true, false}, "the others would have 8 of 8",
		},
	} {
		var groups [][]rollup.Member
		for _, g := range test.groups {
			groups = append(groups, named(g))
		}
		shown, err := test.policy.Withhold(groups)
		if err != nil || !slices.Equal(shown, test.want) {
			t.Errorf("%s: got %v %v, want %v: %s", test.name, shown, err, test.want, test.why)
		}
		if found := rollup.Audit(groups, shown); len(found) > 0 && !test.policy.Top.Defined() && !strings.Contains(test.groups[0], "=") {
			t.Errorf("%s: %v follow", test.name, found)
		}
	}
}

func TestPolicies(t *testing.T) {
	seen := map[string]int64{}
	for _, p := range rollup.Policies() {
		if err := p.Validate(); err != nil || p.Source.Title == "" || p.Provenance != mtss.Inferred || !strings.Contains(p.Note, "of students") {
			t.Errorf("%s: %v, %q", p.ID, err, p.Note)
		}
		seen[p.ID] = p.Below
	}
	if want := "map[ca:10 dc:10 de:16 ut:11 wi:6]"; fmt.Sprint(seen) != want {
		t.Errorf("got %v, want %s", seen, want)
	}
	for _, bad := range []rollup.WithholdingPolicy{
		{Below: 1}, {Below: -3}, {Top: mtss.NewRatio(95, 100)}, {Below: 5, Top: mtss.Whole(1)}, {Below: 5, Top: mtss.NewRatio(1, 3)},
		{Below: 5, Bottom: mtss.NewRatio(2, 3)}, {Below: 5, Bottom: mtss.Whole(0)},
	} {
		if _, err := bad.Withhold(nil); !errors.Is(err, rollup.CodePolicy) {
			t.Errorf("%+v: got %v", bad, err)
		}
	}
}

func TestAudit(t *testing.T) {
	for _, test := range []struct {
		name   string
		groups []string // + shown, - withheld
		want   []int
		why    string
	}{
		{"the lone withheld child", []string{"+ a b c", "+ a b", "- c"}, []int{2}, "the whole less the other"},
		{"two withheld children", []string{"+ a b c", "+ a", "- b", "- c"}, nil, "only their sum is told"},
		{"the withheld whole", []string{"- a b c", "+ a b", "+ c"}, []int{0}, "the sum of its parts"},
		{"across levels", []string{"+ a b c d", "- a b", "- c d", "+ a", "- b", "+ c d e", "+ e"}, []int{1, 2, 4}, "c and d are a group less e"},
		{"crosswise", []string{"+ a b", "+ c d", "+ a c", "- b d"}, []int{3}, "rows less a column"},
		{"two tables apart", []string{"+ a b c d", "- a b", "- c d", "+ b c d", "- a"}, []int{4}, "what one table withholds, another gives away"},
		{"twice", []string{"+ a b c", "+ a b", "+ a c", "+ b c", "- a"}, []int{4}, "half of two pairs less the third"},
		{"none in it", []string{"+ a", "-"}, nil, "there is nothing to tell"},
	} {
		var groups [][]rollup.Member
		var shown []bool
		for _, g := range test.groups {
			groups, shown = append(groups, named(g[1:])), append(shown, g[0] == '+')
		}
		if got := rollup.Audit(groups, shown); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v: %s", test.name, got, test.want, test.why)
		}
	}
	if got := rollup.Audit([][]rollup.Member{named("a")}, nil); got != nil {
		t.Errorf("nothing is shown, got %v", got)
	}
}

// tree makes a hierarchy of up to seven members at random: the whole, districts and
// schools in them, and further groups that lie across.
func tree(r *rand.Rand) (groups [][]int) {
	n := 3 + r.IntN(5)
	district, school := make([]int, n), make([]int, n)
	var whole []int
	by := map[string][]int{}
	for i := range n {
		district[i], school[i] = r.IntN(3), r.IntN(3)
		whole = append(whole, i)
		for _, key := range []string{fmt.Sprint("d", district[i]), fmt.Sprint("s", district[i], school[i]), fmt.Sprint("g", r.IntN(4)/2)} {
			by[key] = append(by[key], i)
		}
	}
	groups = append(groups, whole)
	keys := make([]string, 0, len(by))
	for key := range by {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	cross := r.IntN(2) == 0
	for _, key := range keys {
		if cross || key[0] != 'g' {
			groups = append(groups, by[key])
		}
	}
	r.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	return groups
}

func members(groups [][]int) (out [][]rollup.Member) {
	for _, g := range groups {
		var m []rollup.Member
		for _, i := range g {
			m = append(m, rollup.Member{ID: fmt.Sprint("m", i)})
		}
		out = append(out, m)
	}
	return out
}

// recovered tries changes of what each member adds, of up to two either way, that
// leave everything shown as it is. A group that none of them changes follows.
func recovered(groups [][]int, shown []bool) (follow []int) {
	n := 0
	for _, g := range groups {
		n = max(n, slices.Max(g)+1)
	}
	moved := make([]bool, len(groups))
	change := make([]int, n)
	sum := func(g []int) (s int) {
		for _, i := range g {
			s += change[i]
		}
		return s
	}
	var try func(i int)
	try = func(i int) {
		if i < n {
			for change[i] = -2; change[i] <= 2; change[i]++ {
				try(i + 1)
			}
			return
		}
		for k, g := range groups {
			if shown[k] && sum(g) != 0 {
				return
			}
		}
		for k, g := range groups {
			moved[k] = moved[k] || sum(g) != 0
		}
	}
	try(0)
	for k := range groups {
		if !shown[k] && !moved[k] {
			follow = append(follow, k)
		}
	}
	return follow
}

// The audit finds what trying finds, whatever is shown, right or wrong.
func TestAuditAgainstTrying(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 20))
	tries, found := 400, 0
	if testing.Short() {
		tries = 60
	}
	for range tries {
		groups := tree(r)
		shown := make([]bool, len(groups))
		for i := range shown {
			shown[i] = r.IntN(3) > 0
		}
		want := recovered(groups, shown)
		found += len(want)
		if got := rollup.Audit(members(groups), shown); !slices.Equal(got, want) {
			t.Fatalf("of %v, shown %v: got %v, want %v", groups, shown, got, want)
		}
	}
	if found < tries/4 {
		t.Errorf("only %d groups follow in %d tries", found, tries)
	}
}

// What is withheld in thousands of small hierarchies can't be had from what is shown:
// not by adding and subtracting, and no set of fewer members than the policy's number is
// the intersection or the difference of what is shown. What is withheld has to be: it
// could not be shown beside the rest.
func TestWithheldStaysWithheld(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 20))
	tries, shownAll, withheldAll := 5000, 0, 0
	if testing.Short() {
		tries = 500
	}
	for range tries {
		groups, below := tree(r), 2+r.Int64N(3)
		all := members(groups)
		shown, err := rollup.WithholdingPolicy{Below: below}.Withhold(all)
		if err != nil {
			t.Fatal(err)
		}
		if follow := rollup.Audit(all, shown); len(follow) > 0 {
			t.Fatalf("of %v, shown %v below %d: %v follow", groups, shown, below, follow)
		}
		for set, size := range told(groups, shown) {
			if size < below {
				t.Fatalf("of %v, shown %v below %d: the set %b is told", groups, shown, below, set)
			}
		}
		for i := range groups {
			if shown[i] {
				shownAll++
				continue
			}
			withheldAll++
			later := slices.Clone(all[i:])
			for k := range groups {
				if shown[k] {
					later = slices.Insert(later, 0, all[k])
				}
			}
			if again, _ := (rollup.WithholdingPolicy{Below: below}).Withhold(later[:len(later)-len(all[i:])+1]); again[len(again)-1] {
				t.Fatalf("of %v, shown %v below %d: %v could be shown", groups, shown, below, groups[i])
			}
		}
	}
	if shownAll < tries || withheldAll < tries {
		t.Errorf("%d shown and %d withheld in %d tries", shownAll, withheldAll, tries)
	}
}

// told returns every set of members that shown groups give by intersection and
// difference, whole groups as bits, with its size.
func told(groups [][]int, shown []bool) map[int]int64 {
	sets := map[int]int64{}
	var known []int
	for k, g := range groups {
		if shown[k] {
			bits := 0
			for _, i := range g {
				bits |= 1 << i
			}
			known = append(known, bits)
		}
	}
	for more := true; more; {
		more = false
		for _, a := range known {
			for _, b := range known {
				for _, c := range []int{a & b, a &^ b} {
					if c != 0 && !slices.Contains(known, c) {
						known, more = append(known, c), true
					}
				}
			}
		}
	}
	for _, bits := range known {
		for b := bits; b != 0; b &= b - 1 {
			sets[bits]++
		}
	}
	return sets
}
