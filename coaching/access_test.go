package coaching_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
)

func TestReached(t *testing.T) {
	for _, test := range []struct {
		name, log         string
		bend              func(*coaching.Inputs)
		reached, observed string
	}{
		{"nobody", "", nil, "0/2", "0/0"},
		{"one", "team 2025-09-01 10", nil, "1/2", "0/1"},
		{"the log of the team's coach is open", "", func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-11-30") }, "0+1?/2", "0/0"},
		{"reached, and the log is open", "team 2025-09-01 10", func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-11-30") }, "1/2", "0+1?/1"},
		{"open by the plan alone", "", func(s *coaching.Inputs) {
			s.People.Coaches[0].LoggedThrough, s.People.Coaches[0].Units = mtss.Date{}, nil
		}, "0+1?/2", "0/0"},
		{"not intended any more", "team 2025-09-01 10", func(s *coaching.Inputs) { s.People.Coached[1].Until = day("2026-01-09") }, "1/1", "0/1"},
	} {
		s := small()
		if test.bend != nil {
			test.bend(&s)
		}
		a := counted(t, s, logged(test.log)...)
		var reached mtss.Tally
		for _, row := range a.Access() {
			if row.By == coaching.ByUnit {
				reached = mtss.Tally{Earned: reached.Earned + row.Reached.Earned, Possible: reached.Possible + row.Reached.Possible, Unknown: reached.Unknown + row.Reached.Unknown}
			}
		}
		same(t, test.name, tally(test.reached), reached)
		observed, _ := a.Facts()["coaching.observed"].Tally()
		same(t, test.name+": observed", tally(test.observed), observed)
	}
	seen := logged("team 2025-09-01 10\np 2025-09-01 10")
	seen[0].Observed = true
	a := counted(t, small(), seen...)
	same(t, "one was not observed", 1, len(slices.DeleteFunc(codes(a.Notices()), func(c mtss.Code) bool { return c != coaching.NoticeNotObserved })))
	got, _ := a.Facts()["coaching.observed"].Tally()
	same(t, "observed of those reached", tally("1/2"), got)
	systems, _ := a.Facts()["coaching.coverage.systems"].Tally()
	same(t, "by type", tally("1/1"), systems)
	if slices.Contains(codes(a.Notices()), coaching.NoticeLogOpen) {
		t.Error("the log is complete")
	}
}

func TestAccess(t *testing.T) {
	s := small()
	s.People.Coached[1].Role, s.People.Coached[1].Groups = "teacher", []string{"new", "part-time"}
	s.Needs = []coaching.SupportNeed{{Coached: "p", Support: mtss.SupportCoaching, Verdict: mtss.Met}, {Coached: "team", Support: mtss.SupportTraining, Verdict: mtss.Undetermined}}
	var got []string
	for _, row := range counted(t, s, logged("team 2025-09-01 10")...).Access() {
		got = append(got, fmt.Sprintf("%s %s %d/%d %d", row.By, row.Name, row.Reached.Earned, row.Reached.Possible, *row.Need))
	}
	same(t, "rows", []string{"  1/2 1", "unit r 0/1 1", "unit s 1/1 0", "level practitioner 0/1 1", "level team 1/1 0", "type instructional 0/1 1", "type systems 1/1 0", "role teacher 0/1 1", "group new 0/1 1", "group part-time 0/1 1"}, got)
	for i := range s.People.Coaches {
		s.People.Coaches[i].LoggedThrough = mtss.Date{}
	}
	s.People.Coached[1].Unit = s.People.Coached[0].Unit // where the coach goes
	if row := counted(t, s, logged("team 2025-09-01 10")...).Access()[0]; *row.Need != 0 {
		t.Errorf("%d certainly went without, by a log that may lack something", *row.Need)
	}
	helped := append(logged("team 2025-09-01 10"), logged("p 2025-10-01 10")...)
	s.People = small().People
	if row := counted(t, s, helped...).Access()[0]; *row.Need != 0 {
		t.Errorf("%d went without, yet a contact answers it", *row.Need)
	}
}

// person is somebody with an answer, in some groups.
type person struct {
	school, role string
	groups       []string
	reached      bool
}

// openSchool is one of whose coach the log may lack something, so that whoever
// was not reached there is unknown.
const openSchool = "open"

func reportOf(t testing.TB, people []person) coaching.Report {
	t.Helper()
	s := small()
	s.People.Coached, s.Plans = nil, coaching.ServicePlans{}
	s.People.Coaches[0].Units = nil
	open := s.People.Coaches[0]
	open.ID, open.LoggedThrough, open.Units = "open", mtss.Date{}, []mtss.Unit{{ID: openSchool, Kind: mtss.KindSchool}}
	s.People.Coaches = append(s.People.Coaches, open)
	var log []coaching.Contact
	for i, p := range people {
		id := fmt.Sprint("p", i)
		s.People.Coached = append(s.People.Coached, coaching.Recipient{ID: id, Level: coaching.AtPractitioner, Type: coaching.Instructional, Unit: mtss.Unit{ID: p.school, Kind: mtss.KindSchool}, Role: p.role, Groups: p.groups})
		if p.reached {
			log = append(log, coaching.Contact{Coach: "c", Coached: id, Date: day("2025-09-01"), Mode: coaching.InPerson})
		}
	}
	return counted(t, s, log...)
}

func of(school, role string, n, reached int, groups ...string) (out []person) {
	for i := range n {
		out = append(out, person{school, role, groups, i < reached})
	}
	return out
}

// visible lists what is shown.
func visible(p coaching.Published) []string {
	out := []string{}
	for _, r := range p.Rows {
		if r.Reached != nil {
			out = append(out, fmt.Sprintf("%s %s", r.By, r.Name))
		}
	}
	return out
}

func TestPublish(t *testing.T) {
	for _, test := range []struct {
		name, why string
		people    []person
		want      []string
	}{
		{"all large", "", slices.Concat(of("a", "", 20, 9), of("b", "", 12, 5)), []string{" ", "unit a", "unit b", "level practitioner", "type instructional"}},
		{"one small of two", "the other one would give it away", slices.Concat(of("a", "", 20, 9), of("b", "", 3, 1)), []string{" ", "level practitioner", "type instructional"}},
		{"one small of three", "the next smallest goes with it", slices.Concat(of("a", "", 20, 9), of("b", "", 12, 5), of("c", "", 3, 1)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"two small", "their sum is of enough people, and tells of neither", slices.Concat(of("a", "", 20, 9), of("b", "", 3, 1), of("c", "", 4, 1)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"two small, both of them at none", "their sum of none tells of each", slices.Concat(of("a", "", 20, 9), of("b", "", 3, 0), of("c", "", 4, 0), of("d", "", 30, 9)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"a large one that is all reached", "it tells of each", slices.Concat(of("a", "", 20, 9), of("b", "", 12, 12), of("c", "", 30, 9)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"everybody reached", "nothing can be said", of("a", "", 20, 20), []string{}},
		{"outside a group", "the few who are not in it", slices.Concat(of("a", "", 20, 9, "g"), of("a", "", 2, 1)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"by another grouping", "school b without its teachers", slices.Concat(of("a", "x", 20, 9), of("b", "x", 2, 1), of("b", "y", 10, 5)), []string{" ", "unit a", "unit b", "level practitioner", "type instructional"}},
		{"across", "of each school there are enough in each role", slices.Concat(of("a", "x", 9, 5), of("a", "y", 9, 4), of("b", "x", 9, 2), of("b", "y", 10, 5)),
			[]string{" ", "unit a", "unit b", "level practitioner", "type instructional", "role x", "role y"}},
		{"several rows tell", "role x without schools a and b", slices.Concat(of("a", "x", 20, 9), of("b", "x", 20, 7), of("c", "x", 2, 1), of("c", "y", 20, 7), of("d", "y", 20, 5)),
			[]string{" ", "unit a", "unit b", "unit c", "unit d", "level practitioner", "type instructional"}},
		{"around a row", "schools a and b without group g", slices.Concat(of("a", "", 10, 4, "g"), of("a", "", 1, 1), of("b", "", 10, 4, "g"), of("b", "", 2, 1), of("c", "", 20, 7)),
			[]string{" ", "unit a", "unit b", "unit c", "level practitioner", "type instructional"}},
	} {
		r := reportOf(t, test.people)
		p, err := r.Publish(r.Access(), 5)
		if err != nil {
			t.Fatal(err)
		}
		same(t, test.name+": "+test.why, test.want, visible(p))
		if withheld := len(visible(p)) < len(p.Rows); withheld != (len(p.Caveats) == 1) || withheld && p.Caveats[0].Code != coaching.CaveatWithheld {
			t.Errorf("%s: caveats %v", test.name, p.Caveats)
		}
	}
	if _, err := (coaching.Report{}).Publish(nil, 1); !errors.Is(err, coaching.CodeSuppression) {
		t.Error(err)
	}
}

// The rows that come first are shown first, so roles are compared by giving
// theirs alone.
func TestPublishTakesRowsInTheirOrder(t *testing.T) {
	report := reportOf(t, slices.Concat(of("a", "x", 20, 9), of("a", "y", 2, 1), of("b", "x", 20, 5), of("b", "y", 9, 4)))
	access := report.Access()
	byRole := slices.DeleteFunc(slices.Clone(access), func(a coaching.Access) bool { return a.By != coaching.ByRole })
	for _, test := range []struct {
		rows []coaching.Access
		want []string
	}{
		{access, []string{" ", "unit a", "unit b", "level practitioner", "type instructional"}},
		{byRole, []string{"role x", "role y"}},
		{append(slices.Clone(byRole), access...), []string{"role x", "role y", " ", "level practitioner", "type instructional", "role x", "role y"}},
	} {
		p, err := report.Publish(test.rows, 5)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "rows", test.want, visible(p))
	}
}

// in reports whether somebody is in a row.
func (p person) in(r coaching.Access) bool {
	switch r.By {
	case coaching.ByUnit:
		return p.school == r.Name
	case coaching.ByRole:
		return p.role == r.Name
	case coaching.ByGroup:
		return slices.Contains(p.groups, r.Name)
	}
	return true // of one level and type
}

// told tries every way in which the people could have been reached or not, or
// be unknown, and keeps those in which all that is shown is the same. It returns
// the sets of people that are small or say one thing of all, and that have the
// same numbers in each of these.
func told(people []person, truth []mtss.Verdict, p coaching.Published, below int) (sets [][]int) {
	var worlds [][]mtss.Verdict
	world := make([]mtss.Verdict, len(people))
	var try func(int)
	try = func(i int) {
		if i < len(people) {
			for _, world[i] = range []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Undetermined} {
				try(i + 1)
			}
			return
		}
		for _, r := range p.Rows {
			if r.Reached == nil {
				continue
			}
			var answers []mtss.Verdict
			for k, q := range people {
				if q.in(r) {
					answers = append(answers, world[k])
				}
			}
			if mtss.Count(answers...) != *r.Reached {
				return
			}
		}
		worlds = append(worlds, slices.Clone(world))
	}
	try(0)
	for bits := 1; bits < 1<<len(people); bits++ {
		var set []int
		for i := range people {
			if bits>>i&1 == 1 {
				set = append(set, i)
			}
		}
		of := func(world []mtss.Verdict) mtss.Tally {
			var answers []mtss.Verdict
			for _, i := range set {
				answers = append(answers, world[i])
			}
			return mtss.Count(answers...)
		}
		is := of(truth)
		one := is.Earned == is.Possible || is.Earned == 0 && is.Unknown == 0
		if len(set) >= below && !one || is.Unknown == is.Possible {
			continue
		}
		if !slices.ContainsFunc(worlds, func(w []mtss.Verdict) bool { return of(w) != is }) {
			sets = append(sets, set)
		}
	}
	return sets
}

// Whatever is added, taken away or bounded, no small set of people is told, nor
// one of whom all were reached, or none; found by trying all that could be
// behind what is shown.
func TestPublishKeepsEverySet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	shown := 0
	for range 300 {
		var people []person
		var truth []mtss.Verdict
		for range 5 + r.IntN(3) {
			q := person{school: []string{"a", "b", openSchool}[r.IntN(3)], role: string(rune('x' + r.IntN(2))), reached: r.IntN(2) == 0}
			if r.IntN(3) == 0 {
				q.groups = []string{"g"}
			}
			people, truth = append(people, q), append(truth, map[bool]mtss.Verdict{true: mtss.Met, false: mtss.NotMet}[q.reached])
			if q.school == openSchool && !q.reached {
				truth[len(truth)-1] = mtss.Undetermined
			}
		}
		report := reportOf(t, people)
		access := report.Access()
		r.Shuffle(len(access), func(i, j int) { access[i], access[j] = access[j], access[i] })
		p, err := report.Publish(access[:1+r.IntN(len(access))], 2+r.Int64N(2))
		if err != nil {
			t.Fatal(err)
		}
		shown += len(visible(p))
		if sets := told(people, truth, p, int(p.Below)); len(sets) > 0 {
			t.Fatalf("of %+v the sets %v are told by %v", people, sets, visible(p))
		}
	}
	if shown < 300 {
		t.Errorf("only %d rows are shown", shown)
	}
}

// told finds what is told where everything is shown.
func TestToldFindsWhatIsTold(t *testing.T) {
	people := slices.Concat(of("a", "x", 2, 1), of("a", "y", 1, 1), of("b", "x", 3, 1))
	truth := []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Met, mtss.Met, mtss.NotMet, mtss.NotMet}
	var all coaching.Published
	for _, a := range reportOf(t, people).Access() {
		all.Rows = append(all.Rows, coaching.Access{By: a.By, Name: a.Name, Reached: a.Reached})
	}
	same(t, "the one of role y, and those of school a in role x", [][]int{{0, 1}, {2}}, told(people, truth, all, 3))
}

func BenchmarkPublish(b *testing.B) {
	var people []person
	for i := range 100 {
		school := fmt.Sprint("s", i)
		people = append(people, of(school, "teacher", 20+i%7, i%21)...)
		people = append(people, of(school, "interventionist", i%4, i%2, "part-time")...)
		people = append(people, of(school, "teacher", i%3, 1, "new")...)
	}
	report := reportOf(b, people)
	access := report.Access()
	for b.Loop() {
		if _, err := report.Publish(access, 10); err != nil {
			b.Fatal(err)
		}
	}
}
