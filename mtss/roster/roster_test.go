package roster_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/roster"
)

var (
	north = mtss.Unit{ID: "north", Kind: mtss.KindSchool}
	south = mtss.Unit{ID: "south", Kind: mtss.KindSchool}
	units = map[string]mtss.Unit{"north": north, "south": south}
)

func day(text string) mtss.Date {
	if text == "-" {
		return mtss.Date{}
	}
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// written reads a roster of lines "who unit from until", and perhaps a role or
// "vacant".
func written(confirmed, lines string) roster.Roster {
	r := roster.Roster{ConfirmedThrough: day(confirmed)}
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		f := append(strings.Fields(line), "")
		a := roster.Assignment{Person: f[0], Unit: units[f[1]], Innovation: "pbis", From: day(f[2]), Until: day(f[3])}
		if a.Vacant = f[4] == "vacant"; !a.Vacant {
			a.Role = f[4]
		}
		r.Intended = append(r.Intended, a)
	}
	return r
}

func same(t *testing.T, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
}

func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, issue.Path+" "+string(issue.Code))
	}
	return list
}

func shown(all []roster.Assignment) []string {
	list := []string{}
	for _, a := range all {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", a.Person, a.Unit.ID, a.From, a.Until, a.Role)))
	}
	return list
}

func Example() {
	fall := roster.Roster{
		ConfirmedThrough: mtss.Date{Year: 2026, Month: 1, Day: 31},
		Intended: []roster.Assignment{
			{Person: "t-1", Unit: north, Role: "teacher", Innovation: "pbis", Share: mtss.NewRatio(3, 5)},
			{Person: "t-1", Unit: south, Role: "teacher", Innovation: "pbis", Share: mtss.NewRatio(2, 5)},
			{Person: "t-2", Unit: north, Role: "teacher", Innovation: "pbis", Until: mtss.Date{Year: 2025, Month: 12, Day: 19}},
			{Person: "p-7", Unit: north, Role: "teacher", Innovation: "pbis", From: mtss.Date{Year: 2025, Month: 12, Day: 20}, Vacant: true},
		},
	}
	assigned, _, err := roster.Merge(mtss.Hierarchy{}, nil, fall)
	if err != nil {
		fmt.Println(err)
		return
	}
	on := mtss.Date{Year: 2026, Month: 1, Day: 15}
	for _, a := range assigned {
		if a.On(on) {
			fmt.Println(a.Person, a.Unit.ID, a.Share, a.Vacant)
		}
	}
	for a, days := range roster.Unconfirmed(assigned) {
		fmt.Println("not known in", a.Unit.ID, "from", days.From)
	}
	// Output:
	// t-1 north 60% false
	// t-1 south 40% false
	// p-7 north  true
	// not known in north from 2026-02-01
	// not known in south from 2026-02-01
}

func TestMerge(t *testing.T) {
	for _, test := range []struct {
		why      string
		rosters  []roster.Roster
		want     []string
		repeated int
		issues   []string
		unknown  []string
	}{
		{"nobody", nil, []string{}, 0, []string{}, nil},
		{"one after the other", []roster.Roster{written("-", "a north - 2025-12-31\nb north 2026-01-01 -")}, []string{"a north  2025-12-31", "b north 2026-01-01"}, 0, []string{}, nil},
		{"in two schools at once", []roster.Roster{written("-", "a north - -\na south - -")}, []string{"a north", "a south"}, 0, []string{}, nil},
		{"in two roles of one school", []roster.Roster{written("-", "a north - - teacher\na north - - coach")}, []string{"a north   teacher", "a north   coach"}, 0, []string{}, nil},
		{"the same again in one file", []roster.Roster{written("-", "a north - -\na north - -")}, []string{"a north"}, 1, []string{}, nil},
		{"the same again in another", []roster.Roster{written("-", "a north - -"), written("-", "b north - -\na north - -")}, []string{"a north", "b north"}, 1, []string{}, nil},
		{"until two days", []roster.Roster{written("-", "a north - -"), written("-", "a north - 2025-12-31")}, []string{"a north  2025-12-31"}, 0, []string{"/rosters/0/intended/0 fidelity.practitioner"}, nil},
		{"until two days, one of them again", []roster.Roster{written("-", "a north - 2025-12-31\na north - -\na north - -")}, []string{"a north  2025-12-31"}, 1, []string{"/rosters/0/intended/1 fidelity.practitioner"}, nil},
		{"until two days, and a roster that is confirmed for longer decides", []roster.Roster{written("2026-01-31", "a north - 2025-12-31\na north - -"), written("2026-06-30", "a north - 2026-03-15")}, []string{"a north  2026-03-15"}, 2, []string{}, nil},
		{"whatever their order", []roster.Roster{written("2026-06-30", "a north - 2026-03-15"), written("2026-01-31", "a north - 2025-12-31\na north - -")}, []string{"a north  2026-03-15"}, 2, []string{}, nil},
		{"vacant, and there in another school", []roster.Roster{written("-", "a north - - vacant\na south 2026-01-01 -")}, []string{"a south 2026-01-01"}, 0, []string{"/rosters/0/intended/0 fidelity.practitioner"}, nil},
		{"vacant until somebody came", []roster.Roster{written("-", "a north - 2025-12-31 vacant\na south 2026-01-01 -")}, []string{"a north  2025-12-31", "a south 2026-01-01"}, 0, []string{}, nil},
		{"confirmed through a day", []roster.Roster{written("2026-01-31", "a north - -\nb south - 2026-01-31")}, []string{"a north", "b south  2026-01-31"}, 0, []string{}, []string{"north 2026-01-31: 2026-02-01 ", "south 2026-01-31: 2026-02-01 "}},
		{"all have left before", []roster.Roster{written("2026-01-31", "a north - 2025-12-31")}, []string{"a north  2025-12-31"}, 0, []string{}, nil},
		{"the roster that is confirmed for longer decides who has left", []roster.Roster{written("2026-01-31", "a north - -\nb north - -"), written("2026-06-30", "a north - -\nb north - 2026-03-15")}, []string{"a north", "b north  2026-03-15"}, 2, []string{}, []string{"north 2026-06-30: 2026-07-01 "}},
		{"whatever their order", []roster.Roster{written("2026-06-30", "a north - -\nb north - 2026-03-15"), written("2026-01-31", "a north - -\nb north - -")}, []string{"a north", "b north  2026-03-15"}, 2, []string{}, []string{"north 2026-06-30: 2026-07-01 "}},
		{"a new one each year, with the days between not known", []roster.Roster{written("2025-06-30", "a north 2024-09-01 -\nb north 2024-09-01 -"), written("2026-06-30", "a north 2025-09-01 -")}, []string{"a north 2024-09-01 2025-06-30", "b north 2024-09-01 2025-06-30", "a north 2025-09-01"}, 0, []string{}, []string{"north 2025-06-30: 2025-07-01 2025-08-31", "north 2026-06-30: 2026-07-01 "}},
		{"without a gap", []roster.Roster{written("2025-06-30", "a north - -"), written("2026-06-30", "b north 2025-07-01 -")}, []string{"a north  2025-06-30", "b north 2025-07-01"}, 0, []string{}, []string{"north 2026-06-30: 2026-07-01 "}},
		{"somebody was to come, and the later roster says who came", []roster.Roster{written("2025-06-30", "a north 2025-09-01 -"), written("2026-06-30", "b north 2025-07-01 -")}, []string{"b north 2025-07-01"}, 1, []string{}, []string{"north 2026-06-30: 2026-07-01 "}},
		{"a roster without a day says nothing of how long another holds", []roster.Roster{written("2025-06-30", "a north - -"), written("-", "b north - -")}, []string{"a north", "b north"}, 0, []string{}, []string{"north 2025-06-30: 2025-07-01 "}},
	} {
		all, repeated, err := roster.Merge(mtss.Hierarchy{}, nil, test.rosters...)
		same(t, test.why, test.want, shown(all))
		same(t, test.why+": there again", test.repeated, repeated)
		same(t, test.why+": issues", test.issues, found(err))
		var unknown []string
		for a, days := range roster.Unconfirmed(all) {
			unknown = append(unknown, fmt.Sprintf("%s %s: %s %s", a.Unit.ID, a.ConfirmedThrough, days.From, days.Until))
		}
		same(t, test.why+": not known", test.unknown, unknown)
	}
}

// An assignment may be confirmed for longer, or less long, than its roster.
func TestConfirmedAssignment(t *testing.T) {
	r := written("2026-01-31", "a north - -\nb south - -")
	r.Intended[1].ConfirmedThrough = day("2026-03-31")
	all, _, err := roster.Merge(mtss.Hierarchy{}, nil, r)
	same(t, "no issues", []string{}, found(err))
	var got []string
	for a := range roster.Unconfirmed(all) {
		got = append(got, a.Unit.ID+" "+a.ConfirmedThrough.String())
	}
	same(t, "each by its own day", []string{"north 2026-01-31", "south 2026-03-31"}, got)
}

// Names that mean one innovation, units of another kind, and days that are none.
func TestMergeWith(t *testing.T) {
	above, err := mtss.NewHierarchy([]mtss.Place{{Unit: north}, {Unit: mtss.Unit{ID: "south", Kind: mtss.KindProgram}}})
	if err != nil {
		t.Fatal(err)
	}
	r := written("-", "a north - -\nb south - -\nc north - -")
	r.Intended[2].Innovation = "the name before"
	all, _, err := roster.Merge(above, func(string) string { return "pbis" }, r)
	same(t, "a school that is a program", []string{"/rosters/0/intended/1/unit fidelity.practitioner"}, found(err))
	same(t, "the name that it has now", "pbis", all[1].Innovation)
	same(t, "what was given stays", "the name before", r.Intended[2].Innovation)
	r = written("-", "a north - -")
	r.ConfirmedThrough = mtss.Date{Year: 2026, Month: 13, Day: 1}
	_, _, err = roster.Merge(above, nil, r)
	same(t, "a day that is none", []string{"/rosters/0/confirmedThrough mtss.date"}, found(err))
}

func TestValidate(t *testing.T) {
	for name, bend := range map[string]func(*roster.Assignment){
		"/intended/0/share fidelity.practitioner":          func(a *roster.Assignment) { a.Share = mtss.NewRatio(11, 10) },
		"/intended/0/until fidelity.practitioner":          func(a *roster.Assignment) { a.Until = day("2020-01-01") },
		"/intended/0/practitioner json.length":             func(a *roster.Assignment) { a.Person = "" },
		"/intended/0/innovation json.length":               func(a *roster.Assignment) { a.Innovation = "" },
		"/intended/0/confirmedThrough mtss.date":           func(a *roster.Assignment) { a.ConfirmedThrough.Month = 13 },
		"/intended/0/share fidelity.practitioner of 0":     func(a *roster.Assignment) { a.Share = mtss.NewRatio(0, 10) },
		"/intended/1 fidelity.practitioner in other words": func(a *roster.Assignment) { a.Person, a.From = "b", day("2025-12-31") },
	} {
		r := written("2026-06-30", "a north 2025-09-01 -\nb north 2026-01-01 -")
		bend(&r.Intended[0])
		want := []string{strings.Join(strings.Fields(name)[:2], " ")}
		same(t, name, want, found(r.Validate()))
	}
	read, err := roster.Decode([]byte(`{"kind":"practitioners","schemaVersion":1,"confirmedThrough":"2026-06-30","intended":[{"practitioner":"a","unit":{"id":"north","kind":"school"},"role":"teacher","innovation":"pbis","share":"50%"}]}`))
	same(t, "is read", []string{}, found(err))
	same(t, "the share of the post", "50%", read.Intended[0].Share.String())
}

// Whatever the order of rosters and assignments, the same people hold the same
// posts on each day, and the same days are not known.
func TestMergeInAnyOrder(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 5))
		date := func() mtss.Date { return day("2025-01-01").AddDays(r.IntN(600)) }
		rosters := make([]roster.Roster, 1+r.IntN(3))
		for k := range rosters {
			if r.IntN(3) > 0 {
				rosters[k].ConfirmedThrough = date()
			}
			for range r.IntN(5) {
				a := roster.Assignment{Person: fmt.Sprint("p", r.IntN(9)), Unit: []mtss.Unit{north, south}[r.IntN(2)], Innovation: "pbis"}
				if r.IntN(3) == 0 {
					a.From = date()
				} else if r.IntN(3) == 0 {
					a.Until = date()
				}
				rosters[k].Intended = append(rosters[k].Intended, a)
				if r.IntN(4) == 0 {
					rosters[k].Intended = append(rosters[k].Intended, a)
				}
			}
		}
		states := func() (lines []string, refused int) {
			all, repeated, err := roster.Merge(mtss.Hierarchy{}, nil, rosters...)
			total := 0
			for _, r := range rosters {
				total += len(r.Intended)
			}
			if refused = len(mtss.Issues(err)); len(all)+repeated+refused != total {
				t.Fatalf("seed %d: %d hold, %d again, %d refused, of %d", seed, len(all), repeated, refused, total)
			}
			for d := day("2024-12-01"); d.Before(day("2026-12-31")); d = d.AddDays(7) {
				for _, a := range all {
					if a.On(d) {
						lines = append(lines, fmt.Sprint(d, a.Unit.ID, a.Person))
					}
				}
				for a, days := range roster.Unconfirmed(all) {
					if days.Contains(d) {
						lines = append(lines, fmt.Sprint(d, a.Unit.ID, " not known since ", a.ConfirmedThrough))
					}
				}
			}
			slices.Sort(lines)
			return slices.Compact(lines), refused
		}
		want, refused := states()
		slices.Reverse(rosters)
		for _, one := range rosters {
			slices.Reverse(one.Intended)
		}
		got, again := states()
		same(t, fmt.Sprint("refused of seed ", seed), refused, again)
		if refused == 0 {
			same(t, fmt.Sprint("seed ", seed), want, got)
		}
	}
}

// What is taken without a closer look has nothing wrong with it; nearly all are taken so.
func TestPlainAssignments(t *testing.T) {
	good := roster.Assignment{Person: "p", Unit: mtss.Unit{ID: "s", Kind: mtss.KindSchool}, Role: "teacher", Innovation: "swpbis", From: mtss.Date{Year: 2025, Month: 9, Day: 1}, Until: mtss.Date{Year: 2026, Month: 6, Day: 1}}
	texts := []string{"", "a", "two words", " a", "a ", "a@b", "é", "\xff", "a\x00b", strings.Repeat("x", 200), strings.Repeat("x", 201), "a\u200b"}
	days := []mtss.Date{{}, {Year: 2026, Month: 2, Day: 29}, {Year: 2026, Month: 1, Day: 2}, {Year: 2025, Month: 1, Day: 2}, {Year: -1, Month: 1, Day: 1}, {Year: 2026, Month: 13, Day: 1}}
	plain, refused := 0, 0
	check := func(a roster.Assignment) {
		t.Helper()
		err := a.Validate()
		if roster.IsPlain(a) {
			plain++
			if err != nil {
				t.Errorf("%+v is taken, with %v", a, err)
			}
		}
		if err != nil {
			refused++
		}
	}
	for _, bend := range []func(a *roster.Assignment, text string){
		func(a *roster.Assignment, text string) { a.Person = text },
		func(a *roster.Assignment, text string) { a.Unit.ID = text },
		func(a *roster.Assignment, text string) { a.Unit.Kind = mtss.UnitKind(text) },
		func(a *roster.Assignment, text string) { a.Role = text },
		func(a *roster.Assignment, text string) { a.Innovation = text },
	} {
		for _, text := range texts {
			a := good
			bend(&a, text)
			check(a)
		}
	}
	for _, bend := range []func(a *roster.Assignment, d mtss.Date){
		func(a *roster.Assignment, d mtss.Date) { a.From = d },
		func(a *roster.Assignment, d mtss.Date) { a.Until = d },
		func(a *roster.Assignment, d mtss.Date) { a.ConfirmedThrough = d },
		func(a *roster.Assignment, d mtss.Date) { a.Recorded = d },
	} {
		for _, d := range days {
			a := good
			bend(&a, d)
			check(a)
		}
	}
	for _, share := range []mtss.Ratio{{}, mtss.Whole(0), mtss.Whole(1), mtss.Whole(2)} {
		a := good
		a.Share = share
		check(a)
	}
	if !roster.IsPlain(good) || plain < 20 || refused < 40 {
		t.Errorf("the cases show too little: %d plain, %d refused", plain, refused)
	}
}
