package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// attacker knows who is in which row and that a total is the sum of its subscales, and
// adds and subtracts the published numbers. It counts modulo a prime, unlike the audit.
type attacker struct {
	rows [][]int64 // each with 1 in its first column, in which the others have 0
}

const prime = 1_000_003

func (a *attacker) left(row []int64) []int64 {
	row = slices.Clone(row)
	for _, known := range a.rows {
		first := slices.IndexFunc(known, func(x int64) bool { return x != 0 })
		if times := row[first]; times != 0 {
			for i := range row {
				row[i] = ((row[i]-times*known[i])%prime + prime) % prime
			}
		}
	}
	return row
}

func (a *attacker) learn(row []int64) {
	row = a.left(row)
	first := slices.IndexFunc(row, func(x int64) bool { return x != 0 })
	if first < 0 {
		return
	}
	inverse := int64(1)
	for power, square := int64(prime-2), row[first]; power > 0; power, square = power/2, square*square%prime {
		if power%2 == 1 {
			inverse = inverse * square % prime
		}
	}
	for i := range row {
		row[i] = row[i] * inverse % prime
	}
	a.rows = append(a.rows, row)
}

func (a *attacker) knows(row []int64) bool {
	return !slices.ContainsFunc(a.left(row), func(x int64) bool { return x != 0 })
}

// TestPublishedTables attacks whole tables of thousands of small hierarchies: from all
// that a table publishes, of every score, level, group and period together, no points of
// fewer units than the policy's number follow, whether they are a row or not, and none of a
// row that is withheld or coded.
func TestPublishedTables(t *testing.T) {
	s := toy(t, "1")
	tries, withheld, shown := 2000, 0, 0
	if testing.Short() {
		tries = 300
	}
	r := rand.New(rand.NewPCG(5, 20))
	for try := range tries {
		n, districts := 4+r.IntN(6), 1+r.IntN(3)
		all := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
		for i := range districts {
			all = append(all, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d", i), Kind: mtss.KindDistrict}, Parent: "x"})
		}
		var state rollup.State
		within, group := make([]string, n), make([]string, n)
		parts := make([]string, n) // the subscales that apply
		var said []string
		for i := range n {
			within[i], group[i] = fmt.Sprint("d", r.IntN(districts)), []string{"", "g", "h"}[r.IntN(3)]
			all = append(all, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}, Parent: within[i]})
			answers, section := fmt.Sprintf("%d%d%d%d", r.IntN(3), r.IntN(3), r.IntN(3), r.IntN(3)), ""
			switch parts[i] = "ab"; r.IntN(6) {
			case 0, 1:
				answers, parts[i] = "nn"+answers[2:], "b"
			case 2:
				answers, section, parts[i] = "--"+answers[2:], " section=two", "B" // without a total
			}
			said = append(said, fmt.Sprintf("s%d 2026-02-1%d %s%s", i, r.IntN(3), answers, section))
			add(t, &state, s, given(t, s, said[i]))
		}
		below, policy := 2+r.Int64N(2), rollup.WithholdingPolicy{}
		if policy.Below = below; r.IntN(2) == 0 {
			policy.Top, policy.Bottom = mtss.NewRatio(2, 3), mtss.NewRatio(1, 5)
		}
		table := stateTable(t, state, all, group, policy)
		// The points of a unit in a and in b are what is unknown to the attacker.
		points := func(row *rollup.Row) []int64 {
			out := make([]int64, 2*n)
			for i := range n {
				if row.Unit.ID != "x" && row.Unit.ID != within[i] || row.Group != "" && row.Group != group[i] {
					continue
				}
				whole := parts[i] != "B"
				if strings.Contains(parts[i], "a") && (row.Measure.ID == "a" || row.Measure.ID == "total") {
					out[2*i] = 1
				}
				if row.Measure.ID == "b" || row.Measure.ID == "total" && whole {
					out[2*i+1] = 1
				}
			}
			return out
		}
		var a attacker
		for k := range table.Rows {
			if row := &table.Rows[k]; row.Measure.Of == rollup.OfScore && row.Status == rollup.Shown {
				a.learn(points(row))
				shown++
			}
		}
		context := func() string {
			return fmt.Sprintf("try %d, below %d, of %v in %v and %q", try, below, said, within, group)
		}
		for k := range table.Rows {
			row := &table.Rows[k]
			if row.Measure.Of != rollup.OfScore || row.Status != rollup.Suppressed && row.Status != rollup.Extreme || !slices.Contains(points(row), 1) {
				continue
			}
			withheld++
			if a.knows(points(row)) {
				t.Fatalf("%s: %s of %s %q is not shown and follows\n%s", context(), row.Measure.ID, row.Unit.ID, row.Group, strings.Join(table.Lines(), "\n"))
			}
		}
		for part := range 2 {
			for few := range 1 << n {
				target, size := make([]int64, 2*n), int64(0)
				for i := range n {
					if few>>i&1 != 0 && (part == 1 || strings.Contains(parts[i], "a")) {
						target[2*i+part] = 1
						size++
					}
				}
				if size > 0 && size < below && a.knows(target) {
					t.Fatalf("%s: what %v have in %c follows\n%s", context(), target, 'a'+part, strings.Join(table.Lines(), "\n"))
				}
			}
		}
	}
	if withheld < tries || shown < tries {
		t.Errorf("%d rows withheld and %d shown in %d tries", withheld, shown, tries)
	}
}

// stateTable is the table of a state by districts, the state and groups of schools, which are
// called s0, s1 and so on.
func stateTable(t *testing.T, state rollup.State, places []mtss.Place, group []string, policy rollup.WithholdingPolicy) rollup.Table {
	t.Helper()
	places = slices.Clone(places)
	for i, p := range places {
		school := 0
		if _, err := fmt.Sscanf(p.ID, "s%d", &school); err == nil && group[school] != "" {
			places[i].Characteristics = []mtss.Characteristic{{ID: "group", Value: group[school]}}
		}
	}
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(err)
	}
	by := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Policy: policy}
	if len(units.Characteristics()) > 0 {
		by.Characteristic = "group"
	}
	table, _, err := state.Table(units, by)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// Where whole agencies meet a criterion, what gives a withheld district away is withheld,
// and little besides: not one row after the other of other agencies.
func TestLittleIsWithheldBesides(t *testing.T) {
	s := toy(t, "1")
	var state rollup.State
	places := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
	for d, school := 0, 0; d < 60; d++ {
		district, agency := fmt.Sprint("d", d), fmt.Sprint("i", d/10)
		if d%10 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: agency, Kind: mtss.KindISD}, Parent: "x"})
		}
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: district, Kind: mtss.KindDistrict}, Parent: agency})
		for k := range 1 + d%5*2 {
			answers := []string{"1011", "2121", "0121", "1222"}[(school+k)%4]
			if d >= 40 {
				answers = []string{"1222", "2122", "2212"}[k%3]
			}
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", school), Kind: mtss.KindSchool}, Parent: district})
			add(t, &state, s, given(t, s, fmt.Sprintf("s%d 2025-01-01 %s", school, answers)))
			school++
		}
	}
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(err)
	}
	table, _, err := state.Table(units, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD, mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: 6}})
	if err != nil {
		t.Fatal(err)
	}
	rows := map[mtss.UnitKind]int{}
	for _, row := range table.Rows {
		if row.Status == rollup.Shown {
			rows[row.Unit.Kind]++
		}
	}
	// 24 districts have 6 schools or more, each with the total, two subscales and the criterion
	if rows[mtss.KindDistrict] < 68 || rows[mtss.KindISD] < 13 || rows[mtss.KindState] != 4 {
		t.Errorf("shown are %v rows of %d", rows, len(table.Rows))
	}
}
