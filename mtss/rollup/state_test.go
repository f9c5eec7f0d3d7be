package rollup_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// toy is a made-up instrument of four items of 2, with a subscale of the first two, a
// section of the last two and a criterion.
func toy(t testing.TB, version string) *instrument.Scorer {
	t.Helper()
	d, err := instrument.DecodeDefinition([]byte(`{"kind":"definition","schemaVersion":1,"id":"toy","version":"` + version + `","title":"T","license":"l",` +
		`"scales":[{"id":"s","scores":[0,1,2]}],"items":[{"id":"1","scale":"s","notApplicable":true},{"id":"2","scale":"s","notApplicable":true},{"id":"3","scale":"s"},{"id":"4","scale":"s"}],` +
		`"sections":[{"id":"one","items":["1","2"]},{"id":"two","items":["3","4"]}],"subscales":[{"id":"a","items":["1","2"]},{"id":"b","items":["3","4"]}],"total":"points",` +
		`"criteria":[{"id":"c","title":"C","require":{"measure":"total","atLeast":"70%"},"provenance":"inferred","source":{"title":"made up"}}],` +
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

// given reads an administration: "unit date scores" and further words such as id=x,
// supersedes=x, voids=x, section=one. A score is a digit, ? for one that is not known
// and n for an item that does not apply.
func given(t testing.TB, s *instrument.Scorer, text string) instrument.Administration {
	t.Helper()
	words := strings.Fields(text)
	a := instrument.Administration{Instrument: s.Definition().Ref(), Unit: mtss.Unit{ID: words[0], Kind: mtss.KindSchool}}
	if strings.HasPrefix(words[0], "d") {
		a.Unit.Kind = mtss.KindDistrict
	}
	var err error
	if a.Date, err = mtss.ParseDate(words[1]); err != nil {
		t.Fatal(err)
	}
	for i, c := range words[2] {
		item := fmt.Sprint(i + 1)
		switch c {
		case 'n':
			a.NotApplicable = append(a.NotApplicable, item)
		case '?':
			a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
		case '-':
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: int(c - '0')})
		}
	}
	for _, word := range words[3:] {
		switch name, value, _ := strings.Cut(word, "="); name {
		case "id":
			a.ID = value
		case "supersedes":
			a.Supersedes = value
		case "voids":
			a.Voids = value
		case "section":
			a.Sections = append(a.Sections, value)
		}
	}
	return a
}

func add(t testing.TB, state *rollup.State, s *instrument.Scorer, all ...instrument.Administration) {
	t.Helper()
	for _, a := range all {
		r, err := s.Score(a)
		if err == nil {
			err = state.Add(a.Correction(), r)
		}
		if err != nil {
			t.Fatal(a, mtss.Issues(err))
		}
	}
}

func stateOf(t testing.TB, s *instrument.Scorer, texts ...string) (state rollup.State) {
	t.Helper()
	for _, text := range texts {
		add(t, &state, s, given(t, s, text))
	}
	return state
}

func written(t testing.TB, d mtss.Document) string {
	t.Helper()
	data, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return string(data)
}

// year makes a year's administrations at random, with repetitions, corrections,
// conflicts, several versions and several on a day.
func year(t testing.TB, r *rand.Rand, versions []*instrument.Scorer) (all []rollup.State) {
	n := 1 + r.IntN(25)
	for i := range n {
		s := versions[r.IntN(len(versions))]
		scores := ""
		for k := range 4 {
			scores += string("012?n"[r.IntN(map[bool]int{true: 5, false: 4}[k < 2])])
		}
		text := fmt.Sprintf("s%d 202%d-0%d-1%d %s", r.IntN(6), 4+r.IntN(2), 1+r.IntN(9), r.IntN(3), scores)
		if r.IntN(3) > 0 {
			text += fmt.Sprint(" id=r", r.IntN(20))
		} else if r.IntN(4) == 0 {
			text = strings.Replace(text, scores, "--"+scores[2:], 1) + " section=two"
		}
		switch r.IntN(8) {
		case 0:
			text += fmt.Sprint(" supersedes=r", 20+i)
		case 1:
			text += fmt.Sprint(" voids=r", r.IntN(20))
		}
		one := stateOf(t, s, text)
		all = append(all, one)
		if r.IntN(4) == 0 {
			all = append(all, one)
		}
	}
	return all
}

// A whole is the same however it is divided and in whatever order, byte for byte, and so
// are its figures; nothing is lost and nothing comes in besides.
func TestMergeIsTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 20))
	versions := []*instrument.Scorer{toy(t, "1"), toy(t, "2")}
	h := hierarchy(t)
	tries, seen := 200, rollup.Account{}
	if testing.Short() {
		tries = 40
	}
	for range tries {
		parts := year(t, r, versions)
		whole := rollup.Merge(parts...)
		want := written(t, &whole)
		wantTable, account, _ := whole.Table(h, breakdown())
		if sum := account.Counted + account.Repeated + account.Corrected + account.Conflicting + account.Later + account.Earlier + account.Unplaced + account.Outside; sum != account.Records || sum != int64(len(parts)) {
			t.Fatalf("of %d records: %+v", len(parts), account)
		}
		seen.Counted += account.Counted
		seen.Repeated += account.Repeated
		seen.Corrected += account.Corrected
		seen.Conflicting += account.Conflicting
		seen.Earlier += account.Earlier
		shuffled := slices.Clone(parts)
		for len(shuffled) > 1 { // any two become one, until all are
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			merged := rollup.Merge(shuffled[0], shuffled[1])
			if r.IntN(2) == 0 {
				read, err := rollup.DecodeState([]byte(written(t, &merged)))
				if err != nil {
					t.Fatal(mtss.Issues(err))
				}
				merged = read
			}
			shuffled = append(shuffled[2:], merged)
		}
		if len(shuffled) == 1 {
			shuffled[0] = rollup.Merge(shuffled[0]) // a single part was never merged
			if got := written(t, &shuffled[0]); got != want {
				t.Fatalf("got %s\nwant %s", got, want)
			}
			table, again, _ := shuffled[0].Table(h, breakdown())
			if written(t, &table) != written(t, &wantTable) || again != account {
				t.Fatalf("got %s\nwant %s", written(t, &table), written(t, &wantTable))
			}
		}
		empty := rollup.Merge(rollup.State{}, whole, rollup.State{})
		if got := written(t, &empty); got != want {
			t.Fatalf("with nothing: got %s", got)
		}
	}
	if seen.Repeated == 0 || seen.Corrected == 0 || seen.Conflicting == 0 || seen.Earlier == 0 || seen.Counted == 0 {
		t.Errorf("not all of it came up: %+v", seen)
	}
}

// Records that are like no other one are only looked at for the latest of them. The table
// is the one that is made if all are settled, and what is wrong lies where [rollup.Merge]
// puts it.
func TestDoubtChangesNothing(t *testing.T) {
	versions := []*instrument.Scorer{toy(t, "1"), toy(t, "2")}
	h := hierarchy(t)
	tries, wrong := uint64(400), 0
	if testing.Short() {
		tries = 80
	}
	for seed := range tries {
		r := rand.New(rand.NewPCG(seed, 21))
		state := rollup.Merge(append(year(t, r, versions), year(t, r, versions)...)...)
		for i := range state.Records {
			switch rec := &state.Records[i]; r.IntN(12) {
			case 0:
				rec.ID = ""
			case 1:
				rec.Content = ""
			case 2:
				rec.Again = 3
			case 3:
				state.Records = append(state.Records, *rec)
			}
		}
		r.Shuffle(len(state.Records), func(i, j int) { state.Records[i], state.Records[j] = state.Records[j], state.Records[i] })
		if len(state.Definitions) == 2 && r.IntN(2) == 0 {
			slices.Reverse(state.Definitions)
			for i := range state.Records {
				state.Records[i].Definition = 1 - state.Records[i].Definition
			}
		}
		before, merged := written(t, &state), rollup.Merge(state)
		by := breakdown()
		by.Period = []rollup.PeriodKind{"", rollup.SchoolYear}[r.IntN(2)]
		if r.IntN(2) == 0 {
			by.On = mtss.Date{Year: 2025, Month: 5, Day: 11}
		}
		table, account, err := state.Table(h, by)
		want, wantAccount, wantErr := merged.TableDoubting(h, by)
		if written(t, &table) != written(t, &want) || account != wantAccount || !slices.EqualFunc(mtss.Issues(err), mtss.Issues(wantErr), func(a, b mtss.Issue) bool { return a.Error() == b.Error() }) {
			t.Fatalf("seed %d: got %s\n%+v\n%v\nwant %s\n%+v\n%v", seed, written(t, &table), account, mtss.Issues(err), written(t, &want), wantAccount, mtss.Issues(wantErr))
		}
		if written(t, &state) != before {
			t.Fatalf("seed %d: it changed", seed)
		}
		for _, issue := range mtss.Issues(err) {
			var i int
			var member string
			if _, err := fmt.Sscanf(issue.Path, "/records/%d/%s", &i, &member); err != nil || i >= len(merged.Records) {
				t.Fatalf("seed %d: %s is no place", seed, issue.Path)
			}
			rec := merged.Records[i]
			if of := map[string]string{"id": rec.ID, "supersedes": rec.Supersedes, "voids": rec.Voids}[member]; !strings.Contains(issue.Message, fmt.Sprintf("%q", of)) && !strings.Contains(issue.Message, "not both") && !strings.Contains(issue.Message, "itself") {
				t.Fatalf("seed %d: %v is not about %+v", seed, issue, rec)
			}
			wrong++
		}
	}
	if wrong < 100 {
		t.Errorf("only %d records are wrong", wrong)
	}
}

// How often a record was given adds up, whatever was merged first.
func TestMergeCountsRepetition(t *testing.T) {
	one := stateOf(t, toy(t, "1"), "s1 2025-01-01 1111")
	two := rollup.Merge(one, one)
	five := rollup.Merge(two, rollup.Merge(two, one))
	if len(five.Records) != 1 || five.Records[0].Again != 4 {
		t.Errorf("got %+v", five.Records)
	}
}

func TestSplit(t *testing.T) {
	s := toy(t, "1")
	result, err := s.Score(given(t, s, "s1 2025-01-01 1111"))
	if err != nil {
		t.Fatal(err)
	}
	var state rollup.State
	for i := range 2*rollup.MaxRecords + 1 {
		if err := state.Add(mtss.Correction[string]{ID: fmt.Sprint(i), Content: "c"}, result); err != nil {
			t.Fatal(err)
		}
	}
	parts := state.Split()
	for i := range parts {
		if err := parts[i].Validate(); err != nil {
			t.Error(mtss.Issues(err))
		}
	}
	merged, whole := rollup.Merge(parts...), rollup.Merge(state)
	if len(parts) < 3 || written(t, &merged) != written(t, &whole) {
		t.Errorf("%d parts", len(parts))
	}
	if parts := (rollup.State{}).Split(); len(parts) != 1 {
		t.Errorf("%d parts of nothing", len(parts))
	}
}

// Ids are parts of the lines that they were read from. A state holds them and not the lines.
func TestStateHoldsNoLines(t *testing.T) {
	s := toy(t, "1")
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	var state rollup.State
	for i := range 64 {
		line := fmt.Sprint("s0 2025-01-01 1111 id=a", i, " supersedes=b", i, " ", strings.Repeat(" ", 1<<20))
		a := given(t, s, line)
		a.Unit.Kind = mtss.UnitKind(string(a.Unit.Kind) + line)[:len(a.Unit.Kind)]
		add(t, &state, s, a)
	}
	if more := int64(held() - before); more > 8<<20 {
		t.Errorf("%d bytes are held by 64 records", more)
	}
	if r := state.Records[63]; r.ID != "a63" || r.Supersedes != "b63" || r.Voids != "" || r.Unit != (mtss.Unit{ID: "s0", Kind: mtss.KindSchool}) {
		t.Errorf("got %+v", r)
	}
}

func TestAddRefuses(t *testing.T) {
	var state rollup.State
	if err := state.Add(mtss.Correction[string]{}, instrument.Result{}); !errors.Is(err, rollup.CodeResult) || len(state.Records) > 0 {
		t.Errorf("got %v", err)
	}
}

func TestStateRefuses(t *testing.T) {
	s := toy(t, "1")
	for name, spoil := range map[string]func(*rollup.State){
		"a definition that is not there": func(s *rollup.State) { s.Records[0].Definition = 7 },
		"a definition twice":             func(s *rollup.State) { s.Definitions = append(s.Definitions, s.Definitions[0]) },
		"a measure twice": func(s *rollup.State) {
			s.Definitions[0].Measures = append(s.Definitions[0].Measures, s.Definitions[0].Measures[0])
		},
		"a measure that is not there":       func(s *rollup.State) { s.Records[0].Values[0].Measure = 9 },
		"a value twice":                     func(s *rollup.State) { s.Records[0].Values[1].Measure = 0 },
		"no tally":                          func(s *rollup.State) { s.Records[0].Values[0].Tally.Earned = 99 },
		"more points than a definition has": func(s *rollup.State) { s.Records[0].Values[0].Tally = mtss.Tally{Possible: 500_001} },
		"a criterion of two":                func(s *rollup.State) { s.Records[0].Values[3].Tally.Possible = 2 },
		"a share beside points": func(s *rollup.State) {
			s.Records[0].Values[0].Share = &mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(1)}
		},
	} {
		state := stateOf(t, s, "s1 2025-01-01 1111")
		spoil(&state)
		if err := state.Validate(); !errors.Is(err, rollup.CodeState) {
			t.Errorf("%s: got %v", name, err)
		}
		if _, _, err := state.Table(mtss.Hierarchy{}, breakdown()); !errors.Is(err, rollup.CodeState) {
			t.Errorf("%s: the table gives %v", name, err)
		}
	}
}

func TestStateLikeGo(t *testing.T) {
	state := stateOf(t, toy(t, "1"), "s1 2025-01-01 1n?2", "s2 2025-01-01 --11 section=two id=x supersedes=y", "s2 2025-01-01 1111 id=y", "s2 2025-01-01 1111 id=y")
	spoil.Try(t, 600, rollup.DecodeState, rollup.Merge(state))
	table, _, err := state.Table(hierarchy(t), breakdown())
	if err != nil {
		t.Fatal(err)
	}
	spoil.Try(t, 600, rollup.DecodeTable, table)
}

func FuzzDecodeState(f *testing.F) {
	state := stateOf(f, toy(f, "1"), "s1 2025-01-01 1n?2", "s2 2025-01-01 --11 section=two id=x")
	f.Add([]byte(written(f, &state)))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := rollup.DecodeState(data)
		if err != nil {
			return
		}
		first, err := s.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := rollup.DecodeState(first)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		if second, _ := again.MarshalJSON(); !bytes.Equal(first, second) {
			t.Fatalf("%s\n%s", first, second)
		}
		_, _, _ = s.Table(mtss.Hierarchy{}, breakdown())
	})
}
