package coaching_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
)

// reachedBy is what may be true of somebody: whether coaching reached them, and by each
// type that they are to get.
type reachedBy struct {
	whole mtss.Verdict
	by    map[coaching.Type]mtss.Verdict
}

// in is what a row says of somebody who is in it.
func (x reachedBy) in(row coaching.Access) mtss.Verdict {
	if v, several := x.by[coaching.Type(row.Name)]; several && row.By == coaching.ByType {
		return v
	}
	return x.whole
}

// anything returns all that may be true of somebody with some types: from no contact to one
// of each type and one of which the type is not known, in a log that is complete or not.
func anything(types []coaching.Type) (all []reachedBy) {
	said := map[string]bool{}
	happened := func(some, lacking bool) mtss.Verdict {
		switch {
		case some:
			return mtss.Met
		case lacking:
			return mtss.Undetermined
		}
		return mtss.NotMet
	}
	for bits := range 16 {
		systems, instructional, other, lacking := bits&1 != 0, bits&2 != 0, bits&4 != 0, bits&8 != 0
		x := reachedBy{whole: happened(systems || instructional || other, lacking), by: map[coaching.Type]mtss.Verdict{}}
		if len(types) > 1 {
			x.by[coaching.Systems], x.by[coaching.Instructional] = happened(systems, lacking || other), happened(instructional, lacking || other)
		}
		if key := fmt.Sprint(x); !said[key] {
			said[key] = true
			all = append(all, x)
		}
	}
	return all
}

// somebody is a recipient with the rows that they are in, by the documents.
type somebody struct {
	posts []coaching.Recipient
	could []reachedBy
}

func (s somebody) in(row coaching.Access) bool {
	return row.By == "" || slices.ContainsFunc(s.posts, func(p coaching.Recipient) bool {
		switch row.By {
		case coaching.ByUnit:
			return p.Unit.ID == row.Name
		case coaching.ByLevel:
			return string(p.Level) == row.Name
		case coaching.ByType:
			return string(p.Type) == row.Name
		case coaching.ByRole:
			return p.Role == row.Name
		}
		return slices.Contains(p.Groups, row.Name)
	})
}

func (s somebody) types() (types []coaching.Type) {
	for _, p := range s.posts {
		if !slices.Contains(types, p.Type) {
			types = append(types, p.Type)
		}
	}
	return types
}

// someReport makes up people of whom some have several posts, at several schools or of both
// types, and a log that may lack contacts of some.
func someReport(t *testing.T, r *rand.Rand) (coaching.Report, []somebody) {
	t.Helper()
	in := small()
	in.Plans = coaching.ServicePlans{}
	in.People.Coached = nil
	in.People.Coaches[0].Units = nil
	open := in.People.Coaches[0]
	open.ID, open.LoggedThrough, open.Units = "open", mtss.Date{}, []mtss.Unit{{ID: openSchool, Kind: mtss.KindSchool}}
	in.People.Coaches = append(in.People.Coaches, open)
	people, both := make([]somebody, 3+r.IntN(4)), 0
	var log []coaching.Contact
	some := func(words ...string) string { return words[r.IntN(len(words))] }
	for i := range people {
		types := []coaching.Type{coaching.Instructional}
		if both < 2 && r.IntN(3) == 0 {
			types = append(types, coaching.Systems)
			both++
		}
		id := fmt.Sprint("p", i)
		for k := range max(len(types), 1+r.IntN(2)) {
			post := coaching.Recipient{ID: id, Level: coaching.AtPractitioner, Type: types[k%len(types)], Unit: mtss.Unit{ID: some("a", "b", openSchool), Kind: mtss.KindSchool}, Role: some("x", "y")}
			if slices.ContainsFunc(people[i].posts, func(p coaching.Recipient) bool { return p.Unit == post.Unit && p.Type == post.Type }) {
				continue
			}
			if r.IntN(3) == 0 {
				post.Groups = []string{some("g", "h")}
			}
			people[i].posts = append(people[i].posts, post)
			in.People.Coached = append(in.People.Coached, post)
		}
		people[i].could = anything(people[i].types())
		for range r.IntN(3) {
			log = append(log, coaching.Contact{Coach: "c", Coached: id, Date: day(fmt.Sprint("2025-09-0", 1+len(log)%9)), Mode: coaching.InPerson, Type: []coaching.Type{"", coaching.Systems, coaching.Instructional}[r.IntN(3)]})
		}
	}
	return counted(t, in, log...), people
}

// worlds calls back with every way in which people could have been reached for all that is
// published.
func worlds(people []somebody, rows []coaching.Access, use func([]reachedBy)) {
	world := make([]reachedBy, len(people))
	left := make([]mtss.Tally, len(rows)) // of each row, what those not yet decided must come to
	for k, row := range rows {
		left[k] = *row.Reached
	}
	var decide func(int)
	decide = func(i int) {
		if i == len(people) {
			if !slices.ContainsFunc(left, func(t mtss.Tally) bool { return t != mtss.Tally{} }) {
				use(world)
			}
			return
		}
		before := slices.Clone(left)
		for _, world[i] = range people[i].could {
			fits := true
			for k, row := range rows {
				if people[i].in(row) {
					one := mtss.Count(world[i].in(row))
					left[k] = mtss.Tally{Earned: left[k].Earned - one.Earned, Possible: left[k].Possible - 1, Unknown: left[k].Unknown - one.Unknown}
					fits = fits && left[k].Earned >= 0 && left[k].Unknown >= 0
				}
			}
			if fits {
				decide(i + 1)
			}
			copy(left, before)
		}
	}
	decide(0)
}

// TestPublishAgainstEveryWorld attacks reports of people with several posts and both types of
// coaching, whom nothing else attacks: for no set of fewer people than the limit, and for none
// of whom all or none were reached, does what is published leave one answer, be it to whether
// coaching reached them or whether one type of it did.
func TestPublishAgainstEveryWorld(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 16))
	tries, shown, types := 1000/slower, 0, 0
	for try := range tries {
		report, people := someReport(t, r)
		access := report.Access()
		r.Shuffle(len(access), func(i, j int) { access[i], access[j] = access[j], access[i] })
		p, err := report.Publish(access[:1+r.IntN(len(access))], 2+r.Int64N(2))
		if err != nil {
			t.Fatal(err)
		}
		var rows []coaching.Access
		for _, row := range p.Rows {
			if row.Reached != nil {
				rows = append(rows, row)
				if row.By == coaching.ByType && slices.ContainsFunc(people, func(s somebody) bool { return len(s.types()) > 1 }) {
					types++
				}
			}
		}
		shown += len(rows)
		type target struct {
			people int // as bits
			of     coaching.Access
		}
		seen, several := map[target]mtss.Tally{}, map[target]bool{}
		targets := []coaching.Access{{}, {By: coaching.ByType, Name: string(coaching.Systems)}, {By: coaching.ByType, Name: string(coaching.Instructional)}}
		of := func(set int, row coaching.Access, world []reachedBy) (sum mtss.Tally) {
			for i, s := range people {
				if set>>i&1 != 0 && s.in(row) {
					one := mtss.Count(world[i].in(row))
					sum = mtss.Tally{Earned: sum.Earned + one.Earned, Possible: sum.Possible + 1, Unknown: sum.Unknown + one.Unknown}
				}
			}
			return sum
		}
		worlds(people, rows, func(world []reachedBy) {
			for set := 1; set < 1<<len(people); set++ {
				for _, row := range targets {
					key := target{set, row}
					if several[key] {
						continue
					}
					sum := of(set, row, world)
					if before, is := seen[key]; is && before != sum {
						several[key] = true
					}
					seen[key] = sum
				}
			}
		})
		if len(seen) == 0 {
			t.Fatalf("try %d: there is no world, not even the actual one", try)
		}
		for key, sum := range seen {
			single := sum.Earned == sum.Possible || sum.Earned == 0 && sum.Unknown == 0
			if !several[key] && sum.Possible > 0 && sum.Unknown < sum.Possible && (sum.Possible < p.Below || single) {
				t.Fatalf("try %d: of %b, %s %s is %+v and nothing else, by\n%+v\nof\n%+v", try, key.people, key.of.By, key.of.Name, sum, visible(p), report.Inputs.People.Coached)
			}
		}
	}
	if shown < tries || types < tries/20 {
		t.Errorf("only %d rows are shown, %d of types that some get both of", shown, types)
	}
}
