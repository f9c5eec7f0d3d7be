package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// pair is a made-up instrument of two items of 1, each a subscale, with a criterion.
func pair(t testing.TB) *instrument.Scorer {
	t.Helper()
	d, err := instrument.DecodeDefinition([]byte(`{"kind":"definition","schemaVersion":1,"id":"pair","version":"1","title":"T","license":"l",` +
		`"scales":[{"id":"s","scores":[0,1]}],"items":[{"id":"1","scale":"s"},{"id":"2","scale":"s","notApplicable":true}],` +
		`"subscales":[{"id":"a","items":["1"]},{"id":"b","items":["2"]}],"total":"points",` +
		`"criteria":[{"id":"c","title":"C","require":{"measure":"total","atLeast":"50%"},"provenance":"inferred","source":{"title":"made up"}}],` +
		`"facts":[{"id":"all","covers":[""],"says":"made up","provenance":"inferred","source":{"title":"made up"}}]}`))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	s, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return s
}

// imagining knows of every multiset of answers what a row of such units would say.
type imagining struct {
	scorer *instrument.Scorer
	known  map[string]map[string]imagined
}

// imagined is a row of no particular units, and all that it says.
type imagined struct {
	rollup.Row
	says      string
	published string // what it says beside others that are withheld, if it is of two or more
}

// of returns the rows of units with these answers, by measure.
func (im *imagining) of(t testing.TB, answers []string) map[string]imagined {
	slices.Sort(answers)
	key := strings.Join(answers, " ")
	if rows := im.known[key]; rows != nil {
		return rows
	}
	places := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
	var state rollup.State
	for i, a := range answers {
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}, Parent: "x"})
		add(t, &state, im.scorer, given(t, im.scorer, fmt.Sprintf("s%d 2026-02-01 %s", i, a)))
	}
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]imagined{}
	for _, below := range []int64{0, 2} {
		table, _, err := state.Table(units, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: below}})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Rows {
			if below == 0 {
				rows[row.Measure.ID] = imagined{Row: row, says: says(&row)}
			} else if own := rows[row.Measure.ID]; row.Units != nil {
				own.published = says(&row)
				rows[row.Measure.ID] = own
			}
		}
	}
	im.known[key] = rows
	return rows
}

// says is all that a row says: its status, number and figures.
func says(row *rollup.Row) string {
	if row.Figures == nil {
		return fmt.Sprint(row.Status, " ", *row.Units)
	}
	f := row.Figures
	text := fmt.Sprint(row.Status, " ", *row.Units, " ", *f.Tally, " ", f.Mean)
	if f.Median != nil {
		text += fmt.Sprint(" ", *f.LowerQuartile, " ", *f.Median, " ", *f.UpperQuartile)
	}
	return text
}

// allows reports whether units could have answered so, for all that a published row says.
func allows(p rollup.WithholdingPolicy, published *rollup.Row, says string, imagined imagined) bool {
	if published.Status == rollup.Extreme {
		return imagined.Units != nil && *published.Units == *imagined.Units && imagined.Figures != nil && p.Side(*imagined.Figures.Tally) == published.Coded
	}
	if published.Status == rollup.Suppressed {
		return published.Units == nil || imagined.Units != nil && *published.Units == *imagined.Units
	}
	return says == imagined.published
}

// TestEveryWorld attacks tables of small hierarchies by trying every answer that every
// school could have given. From all that is published, of every row and figure of the scores
// (points, means, quartiles and numbers), what a row of too few would say
// doesn't follow: it could say at least two things. The same of criteria, from all that is
// published of them. Every second table is coded at the top and bottom; docs/rollup.md says
// what is not promised of those.
func TestEveryWorld(t *testing.T) {
	im := imagining{pair(t), map[string]map[string]imagined{}}
	tries, withheld := 200, 0
	if testing.Short() {
		tries = 40
	}
	r := rand.New(rand.NewPCG(8, 20))
	for try := range tries {
		options := []string{"00", "01", "10", "11"}
		n := 5 + r.IntN(2)
		switch r.IntN(3) {
		case 0:
			options, n = append(options, "0n", "1n"), 5
		case 1:
			options, n = append(options, "??"), 5
		}
		districts := 1 + r.IntN(3)
		places := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
		for i := range districts {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d", i), Kind: mtss.KindDistrict}, Parent: "x"})
		}
		var state rollup.State
		within, group := make([]string, n), make([]string, n)
		var said []string
		few := 1 + r.IntN(len(options)) // so that often all say the same
		for i := range n {
			within[i], group[i] = fmt.Sprint("d", r.IntN(districts)), []string{"", "g"}[r.IntN(2)]
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}, Parent: within[i]})
			said = append(said, options[len(options)-1-r.IntN(few)])
			add(t, &state, im.scorer, given(t, im.scorer, fmt.Sprintf("s%d 2026-02-01 %s", i, said[i])))
		}
		policy := rollup.WithholdingPolicy{Below: 2 + r.Int64N(2)}
		if try%2 == 1 { // shares are coded
			policy.Top, policy.Bottom = mtss.NewRatio(80, 100), mtss.NewRatio(20, 100)
		}
		table := stateTable(t, state, places, group, policy)
		// What units are in each row, and what it could say.
		type cell struct {
			units, group string
			rows         []*rollup.Row
		}
		var cells []*cell
		for k := range table.Rows {
			row := &table.Rows[k]
			if row.Status == rollup.Missing {
				continue
			}
			c := slices.IndexFunc(cells, func(c *cell) bool { return c.units == row.Unit.ID && c.group == row.Group })
			if c < 0 {
				cells, c = append(cells, &cell{units: row.Unit.ID, group: row.Group}), len(cells)
			}
			cells[c].rows = append(cells[c].rows, row)
		}
		before, after := map[*rollup.Row]map[string]bool{}, map[*rollup.Row]map[string]bool{}
		published := map[*rollup.Row]string{}
		for k := range table.Rows {
			switch row := &table.Rows[k]; row.Status {
			case rollup.Suppressed:
				before[row], after[row] = map[string]bool{}, map[string]bool{}
			default:
				published[row] = says(row)
			}
		}
		truth := map[*rollup.Row]imagined{}
		world, worlds := make([]int, n), make([]map[string]imagined, len(cells))
		for more := true; more; {
			possible, actual := map[rollup.MeasureKind]bool{rollup.OfScore: true, rollup.OfCriterion: true}, true
			for i := range n {
				actual = actual && options[world[i]] == said[i]
			}
			for k, c := range cells {
				var answers []string
				for i := range n {
					if (c.units == "x" || c.units == within[i]) && (c.group == "" || c.group == group[i]) {
						answers = append(answers, options[world[i]])
					}
				}
				worlds[k] = im.of(t, answers)
				for _, row := range c.rows {
					possible[row.Measure.Of] = possible[row.Measure.Of] && allows(policy, row, published[row], worlds[k][row.Measure.ID])
				}
			}
			for k, c := range cells {
				for _, row := range c.rows {
					if before[row] != nil {
						says := worlds[k][row.Measure.ID].says
						if actual {
							truth[row] = worlds[k][row.Measure.ID]
						}
						before[row][says] = true
						if possible[row.Measure.Of] {
							after[row][says] = true
						}
					}
				}
			}
			more = false
			for i := range world {
				if world[i]++; world[i] < len(options) {
					more = true
					break
				}
				world[i] = 0
			}
		}
		for k := range table.Rows {
			row := &table.Rows[k]
			if len(before[row]) < 2 || truth[row].Figures == nil || truth[row].Figures.Tally.Unknown == truth[row].Figures.Tally.Possible {
				continue // that nothing applies or is known is no answer
			}
			withheld++
			if small := *truth[row].Units < policy.Below; small && len(after[row]) < 2 {
				t.Errorf("try %d, %+v, %v in %v and %q: %s of %s %q is not shown and can only be %v\n%s",
					try, policy, said, within, group, row.Measure.ID, row.Unit.ID, row.Group, after[row], strings.Join(table.Lines(), "\n"))
				break
			}
		}
	}
	if withheld < tries {
		t.Errorf("%d rows withheld in %d tries", withheld, tries)
	}
}
