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
		bend              func(*coaching.Setting)
		reached, observed []mtss.Verdict
	}{
		{"nobody", "", nil, []mtss.Verdict{mtss.NotMet, mtss.NotMet}, []mtss.Verdict{mtss.NotMet, mtss.NotMet}},
		{"one", "team 2025-09-01 10", nil, []mtss.Verdict{mtss.Met, mtss.NotMet}, []mtss.Verdict{mtss.NotMet, mtss.NotMet}},
		{"the log of the team's coach is open", "", func(s *coaching.Setting) { s.People.Coaches[0].LoggedThrough = day("2025-11-30") }, []mtss.Verdict{mtss.Undetermined, mtss.NotMet}, []mtss.Verdict{mtss.Undetermined, mtss.NotMet}},
		{"open by the plan alone", "", func(s *coaching.Setting) {
			s.People.Coaches[0].LoggedThrough, s.People.Coaches[0].Units = mtss.Date{}, nil
		}, []mtss.Verdict{mtss.Undetermined, mtss.NotMet}, []mtss.Verdict{mtss.Undetermined, mtss.NotMet}},
		{"not intended any more", "team 2025-09-01 10", func(s *coaching.Setting) { s.People.Coached[1].Until = day("2026-01-09") }, []mtss.Verdict{mtss.Met}, []mtss.Verdict{mtss.NotMet}},
	} {
		s := small()
		if test.bend != nil {
			test.bend(&s)
		}
		var reached, observed []mtss.Verdict
		for _, r := range counted(t, s, logged(test.log)...).Reached() {
			reached, observed = append(reached, r.Reached), append(observed, r.Observed)
		}
		same(t, test.name, test.reached, reached)
		same(t, test.name+": observed", test.observed, observed)
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
	a := counted(t, s, logged("team 2025-09-01 10")...)
	needs := []coaching.Need{{Coached: "p", Support: coaching.Coaching, Verdict: mtss.Met}, {Coached: "team", Support: coaching.Training, Verdict: mtss.Undetermined}}
	var got []string
	for _, row := range a.Access(needs) {
		got = append(got, fmt.Sprintf("%s %s %d/%d %d", row.By, row.Name, row.Reached.Earned, row.Reached.Possible, row.Need))
	}
	same(t, "rows", []string{"  1/2 1", "unit r 0/1 1", "unit s 1/1 0", "level practitioner 0/1 1", "level team 1/1 0", "type instructional 0/1 1", "type systems 1/1 0", "role teacher 0/1 1", "group new 0/1 1", "group part-time 0/1 1"}, got)
	for i := range s.People.Coaches {
		s.People.Coaches[i].LoggedThrough = mtss.Date{}
	}
	s.People.Coached[1].Unit = s.People.Coached[0].Unit // where the coach goes
	if row := counted(t, s, logged("team 2025-09-01 10")...).Access(needs)[0]; row.Need != 0 {
		t.Errorf("%d surely went without, by a log that may lack something", row.Need)
	}
	helped := append(logged("team 2025-09-01 10"), logged("p 2025-10-01 10")...)
	s = small()
	if row := counted(t, s, helped...).Access(needs)[0]; row.Need != 0 {
		t.Errorf("%d went without, yet a contact answers it", row.Need)
	}
}

// person is somebody with an answer, in some groups.
type person struct {
	school, role string
	groups       []string
	reached      bool
}

func accessOf(t testing.TB, people []person) []coaching.Access {
	t.Helper()
	s := small()
	s.People.Coached, s.Plans = nil, coaching.Plans{}
	s.People.Coaches[0].Units = nil
	var log []coaching.Contact
	for i, p := range people {
		id := fmt.Sprint("p", i)
		s.People.Coached = append(s.People.Coached, coaching.Coached{ID: id, Level: coaching.AtPractitioner, Type: coaching.Instructional, Unit: mtss.Unit{ID: p.school, Kind: mtss.School}, Role: p.role, Groups: p.groups})
		if p.reached {
			log = append(log, coaching.Contact{Coach: "c", Coached: id, Date: day("2025-09-01"), Mode: coaching.InPerson})
		}
	}
	return counted(t, s, log...).Access(nil)
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
		{"two small, both of them at none", "their sum of none tells of each", slices.Concat(of("a", "", 20, 9), of("b", "", 3, 0), of("c", "", 4, 0), of("d", "", 30, 9)), []string{" ", "unit d", "level practitioner", "type instructional"}},
		{"a large one that is all reached", "it tells of each", slices.Concat(of("a", "", 20, 9), of("b", "", 12, 12), of("c", "", 30, 9)), []string{" ", "unit c", "level practitioner", "type instructional"}},
		{"everybody reached", "nothing can be said", of("a", "", 20, 20), []string{}},
		{"outside a group", "the few who are not in it", slices.Concat(of("a", "", 20, 9, "g"), of("a", "", 2, 1)), []string{" ", "unit a", "level practitioner", "type instructional"}},
		{"by another grouping", "school b without its teachers", slices.Concat(of("a", "x", 20, 9), of("b", "x", 2, 1), of("b", "y", 10, 5)), nil},
	} {
		p, err := coaching.Publish(accessOf(t, test.people), 5)
		if err != nil {
			t.Fatal(err)
		}
		if test.want != nil {
			same(t, test.name+": "+test.why, test.want, visible(p))
		}
		if withheld := len(visible(p)) < len(p.Rows); withheld != (len(p.Caveats) == 1) || withheld && p.Caveats[0].Code != coaching.CaveatWithheld {
			t.Errorf("%s: caveats %v", test.name, p.Caveats)
		}
		recoverable(t, test.people, p, 5)
	}
	if _, err := coaching.Publish(nil, 1); !errors.Is(err, coaching.CodeSuppression) {
		t.Error(err)
	}
}

// A school less a group within it is a small set of people too, whose number
// is told by taking one shown row from the other.
func TestPublishKeepsDifferences(t *testing.T) {
	people := slices.Concat(of("a", "", 20, 9, "g"), of("a", "", 2, 1), of("b", "", 20, 7))
	p, err := coaching.Publish(accessOf(t, people), 5)
	if err != nil {
		t.Fatal(err)
	}
	if shown := visible(p); slices.Contains(shown, "unit a") && slices.Contains(shown, "group g") {
		t.Errorf("two people of school a are told by %v", shown)
	}
	recoverable(t, people, p, 5)
}

// recoverable tries to work out what must not be: it asks, by changing who was
// reached while what is shown stays as it is, whether a small set could have
// other numbers. A set whose number is the same in all of these is told.
func recoverable(t testing.TB, people []person, p coaching.Published, below int) {
	t.Helper()
	in := func(q person, r coaching.PublishedRow) bool {
		switch r.By {
		case "", coaching.ByLevel, coaching.ByType:
			return true
		case coaching.ByUnit:
			return q.school == r.Name
		case coaching.ByRole:
			return q.role == r.Name
		}
		return slices.Contains(q.groups, r.Name)
	}
	// atoms of people who are in the same rows
	atoms, sizes := map[string]int{}, []int{}
	member := [][]bool{}
	for _, q := range people {
		key, rows := "", []bool{}
		for _, r := range p.Rows {
			key += fmt.Sprint(in(q, r), " ")
			rows = append(rows, in(q, r))
		}
		if _, known := atoms[key]; !known {
			atoms[key] = len(sizes)
			sizes, member = append(sizes, 0), append(member, rows)
		}
		sizes[atoms[key]]++
	}
	// the sets that must be kept: small or of one answer, and what is outside them
	type set struct {
		name      string
		has       func(atom int) bool
		low, high int
	}
	var sets []*set
	for i, r := range p.Rows {
		for _, inside := range []bool{true, false} {
			has := func(atom int) bool { return member[atom][i] == inside }
			size, answers := 0, map[bool]bool{}
			for _, q := range people {
				if in(q, r) == inside {
					size++
					answers[q.reached] = true
				}
			}
			if size > 0 && (size < below || len(answers) == 1) {
				sets = append(sets, &set{name: fmt.Sprintf("%s %s, inside %t, of %d people", r.By, r.Name, inside, size), has: has, low: len(people), high: -1})
			}
		}
	}
	worlds := 0
	world := make([]int, len(sizes))
	sum := func(has func(int) bool) (n int) {
		for atom, reached := range world {
			if has(atom) {
				n += reached
			}
		}
		return n
	}
	var try func(int)
	try = func(atom int) {
		if atom < len(sizes) {
			for n := range sizes[atom] + 1 {
				world[atom] = n
				try(atom + 1)
			}
			return
		}
		for i, r := range p.Rows {
			if r.Reached != nil && int64(sum(func(atom int) bool { return member[atom][i] })) != r.Reached.Earned {
				return
			}
		}
		worlds++
		for _, s := range sets {
			n := sum(s.has)
			s.low, s.high = min(s.low, n), max(s.high, n)
		}
	}
	try(0)
	if worlds == 0 {
		t.Fatalf("no world looks like %+v", p.Rows)
	}
	for _, s := range sets {
		if s.low == s.high && len(visible(p)) > 0 {
			t.Errorf("%s is told to be %d by %v of %+v", s.name, s.low, visible(p), people)
		}
	}
}

// No small row can be worked out, by trying all that could be behind what is
// shown.
func TestPublishKeepsSecrets(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 150 {
		var people []person
		for range 3 + r.IntN(3) {
			var groups []string
			if r.IntN(3) == 0 {
				groups = []string{"g"}
			}
			n := 1 + r.IntN(6)
			people = append(people, of(string(rune('a'+r.IntN(3))), string(rune('x'+r.IntN(2))), n, r.IntN(n+1), groups...)...)
		}
		p, err := coaching.Publish(accessOf(t, people), 4)
		if err != nil {
			t.Fatal(err)
		}
		recoverable(t, people, p, 4)
	}
}

func BenchmarkPublish(b *testing.B) {
	var people []person
	for i := range 100 {
		school := fmt.Sprint("s", i)
		people = append(people, of(school, "teacher", 20+i%7, i%21)...)
		people = append(people, of(school, "interventionist", i%4, i%2, "part-time")...)
		people = append(people, of(school, "teacher", i%3, 1, "new")...)
	}
	access := accessOf(b, people)
	for b.Loop() {
		if _, err := coaching.Publish(access, 10); err != nil {
			b.Fatal(err)
		}
	}
}
