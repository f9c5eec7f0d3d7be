package coaching_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// group is a setting with two coaches, three teachers and a team, without plans.
func group() coaching.Inputs {
	s := small()
	s.Plans = coaching.ServicePlans{}
	second := s.People.Coaches[0]
	second.ID = "d"
	s.People.Coaches = append(s.People.Coaches, second)
	for _, id := range []string{"q", "r"} {
		one := s.People.Coached[1]
		one.ID = id
		s.People.Coached = append(s.People.Coached, one)
	}
	return s
}

func plan(id, coached, coach string, from, until mtss.Month, contacts int64) coaching.ServicePlan {
	return coaching.ServicePlan{ID: id, Coached: coached, Coach: coach, From: from, Until: until, Frequency: []coaching.Frequency{{From: from, Contacts: contacts}}}
}

// An hour with three teachers is one hour of the coach, and an hour for each.
func TestGroupOfThree(t *testing.T) {
	s := group()
	s.Plans.Plans = []coaching.ServicePlan{plan("one", "p", "c", autumn, autumn, 1), plan("two", "q", "c", autumn, autumn, 1)}
	c := logged("p 2025-09-10 60")[0]
	c.Start, c.Also = "15:00", []string{"q", "r"}
	r := counted(t, s, c)
	same(t, "no conflict", []string{}, messages(r, coaching.NoticeConflict))
	same(t, "one contact", int64(1), r.Counted)
	same(t, "one hour of the coach", mtss.Whole(1), r.Facts()["coaching.hours"].Span().Low)
	same(t, "work", []coaching.Cell{{Coach: "c", Month: autumn, Support: mtss.SupportCoaching, Mode: coaching.InPerson, Contacts: 1, Minutes: 60}}, r.Work)
	var each []string
	for _, cell := range r.Cells {
		each = append(each, fmt.Sprint(cell.Coached, " ", cell.Contacts, " ", cell.Minutes))
	}
	same(t, "fully for each", []string{"p 1 60", "q 1 60", "r 1 60"}, each)
	same(t, "under the plan of each", tallies("1/1", "1/1"), delivered(r))
	coverage, _ := r.Facts()["coaching.coverage"].Tally()
	same(t, "three of four are reached", tally("3/4"), coverage)

	apart := []coaching.Contact{c, c, c}
	for i, id := range []string{"p", "q", "r"} {
		apart[i].Coached, apart[i].Also = id, nil
	}
	same(t, "logged apart they are in conflict", 1, len(messages(counted(t, s, apart...), coaching.NoticeConflict)))
	c.Also = []string{"q", "stranger"}
	_, err := count(s, c)
	same(t, "one of them is not known", []string{"/1/also/1 coaching.contact.person"}, found(err))
}

// Two coaches with one team are one contact for the team, and the time of both.
func TestTwoCoachesWithOneTeam(t *testing.T) {
	s := group()
	s.Plans.Plans = []coaching.ServicePlan{plan("a", "team", "c", autumn, autumn, 1), plan("b", "team", "d", autumn, autumn, 1)}
	c := logged("team 2025-09-10 60")[0]
	c.With = []string{"d"}
	s.Needs = []coaching.SupportNeed{{Coached: "team", Support: mtss.SupportCoaching, Verdict: mtss.Met}}
	r := counted(t, s, c)
	same(t, "once for the team", []int64{1, 60}, []int64{r.Needs()[0].Contacts, r.Needs()[0].Minutes})
	same(t, "two hours of work", mtss.Whole(2), r.Facts()["coaching.hours"].Span().Low)
	same(t, "under the plans of both", tallies("1/1", "1/1"), delivered(r))
	s.People.Coaches[1].Until = day("2025-09-09")
	_, err := count(s, c)
	same(t, "the other does not work any more", []string{"/1/date coaching.contact.dates"}, found(err))
}

// How they met may be unknown or mixed.
func TestModeUnknownOrMixed(t *testing.T) {
	log := logged("team 2025-09-10 60\nteam 2025-09-11 60\nteam 2025-09-12 60")
	log[0].Mode, log[1].Mode, log[2].Mode = "", coaching.InBoth, coaching.InSeveral
	var modes []coaching.Mode
	for _, c := range counted(t, small(), log...).Cells {
		modes = append(modes, c.Mode)
	}
	same(t, "each in a cell of its own", []coaching.Mode{"", "both", "several"}, modes)
}

// What is there twice for certain is one; what may be is counted, and told.
func TestSameContactTwice(t *testing.T) {
	one := logged("team 2025-09-10 60")[0]
	at, id := one, one
	at.Start, id.ID = "15:00", "k"
	other := id
	other.ID = "l"
	swapped := at
	swapped.Also = []string{"p", "q"}
	turned := swapped
	turned.Also = []string{"q", "p"}
	said := at
	said.Support = mtss.SupportCoaching
	for _, test := range []struct {
		why      string
		log      []coaching.Contact
		counted  int64
		repeated int64
		notice   []mtss.Code
	}{
		{"without id and time each counts", []coaching.Contact{one, one, one}, 3, 0, []mtss.Code{coaching.NoticeTwice}},
		{"by its time of day", []coaching.Contact{at, at}, 1, 1, []mtss.Code{coaching.NoticeRepeated}},
		{"by its id", []coaching.Contact{id, id}, 1, 1, []mtss.Code{coaching.NoticeRepeated}},
		{"two ids are two", []coaching.Contact{id, other}, 2, 0, []mtss.Code{}},
		{"an id and none are two", []coaching.Contact{id, one}, 2, 0, []mtss.Code{}},
		{"whatever the order of people", []coaching.Contact{swapped, turned}, 1, 1, []mtss.Code{coaching.NoticeRepeated}},
		{"coaching is coaching, said or not", []coaching.Contact{at, said}, 1, 1, []mtss.Code{coaching.NoticeRepeated}},
		{"on another day", []coaching.Contact{one, logged("team 2025-09-11 60")[0]}, 2, 0, []mtss.Code{}},
	} {
		s := group()
		r := counted(t, s, test.log...)
		same(t, test.why, []int64{test.counted, test.repeated}, []int64{r.Counted, r.Repeated})
		same(t, test.why+": notices", test.notice, codes(r.Caveats))
	}
	changed := id
	changed.Minutes = minutes(61)
	_, err := count(small(), one, id, changed)
	same(t, "one id for two names the line of the first", `"k" is the id of line 2 already, which says something else`, mtss.Issues(err)[0].Message)
	changed.Supersedes = "l"
	_, err = count(small(), other, id, changed)
	same(t, "and so with one that corrects", `"k" is the id of line 2 already, which says something else`, mtss.Issues(err)[0].Message)
}

// A contact makes up for the month before if it says so, or by the grace of the
// host, which is none unless it is given.
func TestContactThreeDaysLate(t *testing.T) {
	s := small()
	october, november := month("2025-10"), month("2025-11")
	s.From, s.Until = autumn, november
	s.Plans.Plans = []coaching.ServicePlan{plan("plan", "team", "c", autumn, november, 1)}
	log := "team 2025-09-25 10\nteam 2025-11-03 20\nteam 2025-11-24 30"
	for _, test := range []struct {
		why   string
		grace int
		log   string
		bend  func(s *coaching.Inputs, log []coaching.Contact)
		want  []string // contacts delivered of planned, and the surplus
		told  int
	}{
		{"no grace", 0, log, nil, []string{"1/1 0", "0/1 0", "1/1 1"}, 0},
		{"the contact says it", 0, log, func(_ *coaching.Inputs, log []coaching.Contact) { log[1].Serves = october }, []string{"1/1 0", "1/1 0", "1/1 0"}, 0},
		{"three days of grace", 3, log, nil, []string{"1/1 0", "1/1 0", "1/1 0"}, 1},
		{"two are not enough", 2, log, nil, []string{"1/1 0", "0/1 0", "1/1 1"}, 0},
		{"nothing is lacking", 5, "team 2025-10-25 10\nteam 2025-11-03 20", nil, []string{"0/1 0", "1/1 0", "1/1 0"}, 0},
		{"what serves another month has moved already", 5, "team 2025-10-02 10\nteam 2025-11-03 20", nil, []string{"1/1 0", "1/1 0", "0/1 0"}, 2},
		{"it says November, so it stays", 5, log, func(_ *coaching.Inputs, log []coaching.Contact) { log[1].Serves = november }, []string{"1/1 0", "0/1 0", "1/1 1"}, 0},
		{"after the last month that is counted", 5, "team 2025-09-25 10\nteam 2025-10-10 10\nteam 2025-12-03 20", nil, []string{"1/1 0", "1/1 0", "1/1 0"}, 1},
		{"the plan ended", 5, "team 2025-09-25 10\nteam 2025-11-03 20", func(s *coaching.Inputs, _ []coaching.Contact) { s.Plans.Plans[0].Until = october }, []string{"1/1 0", "1/1 0"}, 1},
		{"by another coach", 5, "team 2025-09-25 10\nteam 2025-11-03 20", func(s *coaching.Inputs, log []coaching.Contact) {
			d := s.People.Coaches[0]
			d.ID, log[1].Coach = "d", "d"
			s.People.Coaches = append(s.People.Coaches, d)
		}, []string{"1/1 0", "0/1 0", "0/1 0"}, 0},
	} {
		in, contacts := s, logged(test.log)
		in.GraceDays = test.grace
		in.Plans.Plans = slices.Clone(s.Plans.Plans)
		if test.bend != nil {
			test.bend(&in, contacts)
		}
		for range 2 {
			r := counted(t, in, contacts...)
			var got []string
			for _, d := range r.Dosages {
				sum, surplus := d.Tally()
				got = append(got, fmt.Sprintf("%d/%d %d", sum.Earned, sum.Possible, surplus))
			}
			same(t, test.why, test.want, got)
			said := messages(r, coaching.NoticeGrace)
			if told := len(said) == 1; told != (test.told > 0) || told && said[0][0] != byte('0'+test.told) {
				t.Errorf("%s: %v", test.why, said)
			}
			slices.Reverse(contacts)
		}
	}
	s.GraceDays, s.On = 5, day("2025-12-05")
	s.People.Coaches[0].LoggedThrough = day("2025-12-05")
	same(t, "in the days of grace nothing is missed yet", tallies("1/1", "0/1", "0+1?/1"), delivered(counted(t, s, logged("team 2025-09-25 10")...)))
	s.GraceDays = 29
	_, err := count(s)
	same(t, "no month has 29 days of grace", []string{"/graceDays coaching.log.setting"}, found(err))
}

// The month in which another coach takes over counts once.
func TestCoachChangesInMidMonth(t *testing.T) {
	october, november := month("2025-10"), month("2025-11")
	for _, test := range []struct {
		why, log string // contacts of the first and the second coach
		first    int64
		bend     func(s *coaching.Inputs)
		want     string // contacts of October
		told     int
	}{
		{"both had one", "c 2025-10-03\nd 2025-10-20", 2, nil, "2/2", 1},
		{"the first had both", "c 2025-10-03\nc 2025-10-08", 2, nil, "2/2", 1},
		{"the second had both", "d 2025-10-17\nd 2025-10-20", 2, nil, "2/2", 1},
		{"three are one too many", "c 2025-10-03\nc 2025-10-08\nd 2025-10-20", 2, nil, "2/2", 1},
		{"one is lacking", "c 2025-10-03", 2, nil, "1/2", 1},
		{"the larger number is planned", "c 2025-10-03\nd 2025-10-20", 4, nil, "2/4", 1},
		{"the log of the second is open", "c 2025-10-03", 2, func(s *coaching.Inputs) { s.People.Coaches[1].LoggedThrough = day("2025-10-30") }, "1+1?/2", 1},
		{"that of the first is", "d 2025-10-20", 2, func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-10-10") }, "1+1?/2", 1},
		{"for another innovation both count", "c 2025-10-03\nd 2025-10-20", 2, func(s *coaching.Inputs) { s.Plans.Plans[0].Innovation, s.Plans.Plans[1].Innovation = "i", "j" }, "2/4", 0},
		{"two coaches side by side for longer", "c 2025-10-03\nd 2025-10-20", 2, func(s *coaching.Inputs) { s.Plans.Plans[0].Until = november }, "2/4", 0},
		{"two coaches for the one month", "c 2025-10-03\nd 2025-10-20", 2, func(s *coaching.Inputs) {
			s.Plans.Plans[0].From, s.Plans.Plans[0].Frequency[0].From, s.Plans.Plans[1].Until = october, october, october
		}, "2/4", 0},
	} {
		s := group()
		s.People.Coaches[0].Until, s.People.Coaches[0].LoggedThrough = day("2025-10-15"), day("2025-12-31")
		s.People.Coaches[1].From = day("2025-10-16")
		s.Plans.Plans = []coaching.ServicePlan{plan("p1", "team", "c", autumn, october, test.first), plan("p2", "team", "d", october, november, 2)}
		if test.bend != nil {
			test.bend(&s)
		}
		r := counted(t, s, byCoach(test.log)...)
		var sum mtss.Tally
		for _, d := range r.Dosages {
			if mtss.MonthOf(d.From) == october && d.Of == "contacts" {
				got, _ := d.Tally()
				sum = mtss.Tally{Earned: sum.Earned + got.Earned, Possible: sum.Possible + got.Possible, Unknown: sum.Unknown + got.Unknown}
			}
		}
		same(t, test.why, tally(test.want), sum)
		same(t, test.why+": told", test.told, len(messages(r, coaching.NoticeShared)))
	}
}

// byCoach reads contacts with the team written as "coach date".
func byCoach(lines string) (list []coaching.Contact) {
	for i, line := range strings.Split(lines, "\n") {
		coach, date, _ := strings.Cut(line, " ")
		list = append(list, coaching.Contact{ID: fmt.Sprint("k", i), Coach: coach, Coached: "team", Date: day(date)})
	}
	return list
}

// One coach may have two plans for a recipient, for two innovations; a contact
// says which it is under, by its innovation or its concept.
func TestCoachedForMoreThanOneThing(t *testing.T) {
	s := group()
	behavior, reading := plan("behavior", "team", "c", autumn, autumn, 1), plan("reading", "team", "c", autumn, autumn, 1)
	behavior.Innovation, reading.Innovation = "swpbis", "tier 1 reading"
	behavior.Concepts, reading.Concepts = []string{"expectations"}, []string{"fluency"}
	s.Plans.Plans = []coaching.ServicePlan{behavior, reading}
	if err := s.Plans.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		why  string
		bend func(*coaching.Contact)
		want []mtss.Tally
		told int
	}{
		{"the innovation tells", func(c *coaching.Contact) { c.Innovation = "tier 1 reading" }, tallies("0/1", "1/1"), 0},
		{"the concept tells", func(c *coaching.Contact) { c.Concept = "expectations" }, tallies("1/1", "0/1"), 0},
		{"nothing tells", func(*coaching.Contact) {}, tallies("0+1?/1", "0+1?/1"), 1},
		{"another innovation is under no plan", func(c *coaching.Contact) { c.Innovation = "tier 2" }, tallies("0/1", "0/1"), 0},
	} {
		c := logged("team 2025-09-10 60")[0]
		test.bend(&c)
		r := counted(t, s, c)
		same(t, test.why, test.want, delivered(r))
		same(t, test.why+": told", test.told, len(messages(r, coaching.NoticeWhichPlan)))
	}
	s.Plans.Plans[1].Innovation = "swpbis"
	same(t, "for the same innovation they share a month", []string{"/plans/plans/1/from coaching.plan"}, found(func() error { _, err := count(s); return err }()))
	s.Plans.Plans[0].Type, s.Plans.Plans[1].Type = coaching.Systems, coaching.Instructional
	c := logged("team 2025-09-10 60")[0]
	c.Type = coaching.Instructional
	same(t, "the type tells", tallies("0/1", "1/1"), delivered(counted(t, s, c)))
}

// In a month in which the host is closed nothing is expected; what takes place all
// the same is more than planned.
func TestClosedMonth(t *testing.T) {
	s := small()
	s.Plans.Plans[0].Frequency[0].Minutes = 0
	s.Calendar.Closures = []mtss.Period{{From: day("2025-10-01"), Until: day("2025-11-15")}}
	same(t, "October is closed, half of November is not", tallies("0/2", "0/2", "0/2"), delivered(counted(t, s)))
	same(t, "held all the same", tallies("0/2", "0/0", "0/2", "0/2"), delivered(counted(t, s, logged("team 2025-10-02 10")...)))
	s.Calendar.Closures[0].Until = day("2025-09-30")
	_, err := count(s)
	same(t, "a closure that ends before it begins", []string{"/calendar/closures/0 coaching.log.setting"}, found(err))
}

// A score before the first contact is from before coaching, be it in the same
// month or long before the months that are counted; a later one never is.
func TestBaseline(t *testing.T) {
	for _, test := range []struct {
		why, log string
		from     string
		before   string // points before, and after
		began    int
	}{
		{"three weeks before the first contact, in one month", "team 2025-09-25 10\nteam 2025-11-24 10", "2025-09", "3 9", 0},
		{"coached since the year before", "team 2024-09-10 10\nteam 2025-03-10 10\nteam 2025-09-25 10", "2025-09", "- 9", 0},
		{"what is logged later is no beginning", "team 2025-11-24 10\nteam 2025-09-02 10", "2025-09", "- 9", 0},
		{"the coach worked before the log begins", "team 2025-09-25 10", "2025-09", "3 9", 1},
	} {
		s := small()
		s.From = month(test.from)
		s.People.Coaches[0].From = day("2024-08-01")
		if test.began == 0 && test.log[:9] != "team 2024" {
			s.People.Coaches[0].From = day("2025-08-01")
		}
		s.Data.Observations = []fidelity.Observation{score("team", "2025-09-03", "3/10"), score("team", "2025-12-10", "9/10")}
		e := counted(t, s, logged(test.log)...).Effect()
		got := ""
		for _, o := range []*fidelity.Observation{e.Changes[0].Before, e.Changes[0].After} {
			if o == nil {
				got += "- "
			} else {
				got += fmt.Sprint(o.Score.Earned, " ")
			}
		}
		same(t, test.why, test.before+" ", got)
		same(t, test.why+": told", test.began, len(slices.DeleteFunc(e.Caveats, func(n mtss.Notice) bool { return n.Code != coaching.CaveatBegan })))
	}
}

// Coaching in one innovation is no coaching in another, where that is said.
func TestEffectByInnovation(t *testing.T) {
	s := small()
	o := score("team", "2025-09-03", "3/10")
	s.Data.Observations = []fidelity.Observation{o, score("team", "2025-12-10", "9/10")}
	log := logged("team 2025-09-25 10\nteam 2025-09-01 10")
	log[0].Innovation, log[1].Innovation = "n", "m"
	e := counted(t, s, log...).Effect()
	same(t, "from its own first contact on", day("2025-09-25"), e.Changes[0].First)
	log[1].Innovation = ""
	e = counted(t, s, log...).Effect()
	same(t, "a contact that does not say may have been in it", day("2025-09-01"), e.Changes[0].First)
	log[0].Innovation, log[1].Innovation = "m", "m"
	same(t, "coached in something else alone", 0, len(counted(t, s, log...).Effect().Changes))
	again := o
	again.ID = "k"
	s.Data.Observations = append(s.Data.Observations, again, again)
	log[0].Innovation = "n"
	r := counted(t, s, log...)
	same(t, "the same observation twice is one", "3", fmt.Sprint(r.Effect().Changes[0].Before.Score.Earned))
}

// A log that goes beyond the months that are counted says so.
func TestContactsOutside(t *testing.T) {
	for log, want := range map[string][]string{
		"team 2025-09-25 10": {}, "team 2025-08-31 10\nteam 2025-09-25 10": {"1 contact of the log in months that are not counted"},
		"team 2026-01-05 10\nteam 2024-09-25 10": {"2 contacts of the log in months that are not counted"},
	} {
		s := small()
		s.People.Coaches[0].From = day("2024-08-01")
		same(t, log, want, messages(counted(t, s, logged(log)...), coaching.NoticeOutside))
	}
}
