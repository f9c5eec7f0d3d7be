package coaching_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// What is bad is refused and said; what is good counts all the same, once.
func TestCountBadContacts(t *testing.T) {
	s := small()
	s.People.Coaches = append(s.People.Coaches, coaching.Coach{ID: "gone", Role: "r", From: day("2025-09-01"), Until: day("2025-10-15")})
	for _, test := range []struct {
		name    string
		bend    func(c *coaching.Contact)
		want    []string
		counted int64
	}{
		{"good", func(*coaching.Contact) {}, []string{}, 1},
		{"on the last day", func(c *coaching.Contact) { c.Coach, c.Date = "gone", day("2025-10-15") }, []string{}, 1},
		{"the day after", func(c *coaching.Contact) { c.Coach, c.Date = "gone", day("2025-10-16") }, []string{"/1/date coaching.contact.dates"}, 0},
		{"before the first day", func(c *coaching.Contact) { c.Date = day("2025-08-31") }, []string{"/1/date coaching.contact.dates"}, 0},
		{"nobody's coach", func(c *coaching.Contact) { c.Coach = "x" }, []string{"/1/coach coaching.contact.person"}, 0},
		{"with a stranger", func(c *coaching.Contact) { c.Coached = "x" }, []string{"/1/coached coaching.contact.person"}, 0},
		{"negative", func(c *coaching.Contact) { c.Minutes = minutes(-30) }, []string{"/1/minutes json.range"}, 0},
		{"25 hours", func(c *coaching.Contact) { c.Minutes = minutes(25 * 60) }, []string{"/1/minutes json.range"}, 0},
		{"into the next day", func(c *coaching.Contact) { c.Start = "23:30" }, []string{"/1/minutes coaching.contact"}, 0},
		{"to midnight", func(c *coaching.Contact) { c.Start = "23:00" }, []string{}, 1},
		{"corrects what is not there", func(c *coaching.Contact) { c.Supersedes = "y" }, []string{"/1 mtss.correction"}, 1},
		{"voids what is not there", func(c *coaching.Contact) { c.Voids = "y" }, []string{"/1 mtss.correction"}, 0},
		{"later", func(c *coaching.Contact) { c.Date = day("2026-01-11") }, []string{}, 0},
		{"outside", func(c *coaching.Contact) { c.Date = day("2026-01-10") }, []string{}, 0},
	} {
		c := coaching.Contact{Coach: "c", Coached: "team", Date: day("2025-10-01"), Minutes: minutes(60), Mode: coaching.Phone}
		test.bend(&c)
		a, err := count(s, c, coaching.Contact{Coach: "c", Coached: "p", Date: day("2025-11-03"), Mode: coaching.Virtual})
		same(t, test.name, test.want, found(err))
		same(t, test.name+": counted", test.counted+1, a.Counted)
		same(t, test.name+": each once", int64(2), a.Counted+a.Repeated+a.Corrected+a.Outside+a.Later+a.Refused)
	}
}

func TestCountSetting(t *testing.T) {
	for _, bend := range []func(*coaching.Inputs){
		func(s *coaching.Inputs) { s.From = mtss.Month{} }, func(s *coaching.Inputs) { s.Until = month("2025-08") },
		func(s *coaching.Inputs) { s.Until = month("2035-09") }, func(s *coaching.Inputs) { s.On = mtss.Date{} },
	} {
		s := small()
		bend(&s)
		if _, err := count(s); !errors.Is(err, coaching.CodeSetting) {
			t.Errorf("%v until %v on %v: %v", s.From, s.Until, s.On, err)
		}
	}
}

// Nothing is counted against people or plans that are not valid.
func TestCountAgainstInvalid(t *testing.T) {
	s := small()
	s.People.Coaches = append(s.People.Coaches, s.People.Coaches[0])
	s.Plans.Plans[0].Frequency[0].Contacts = 1 << 62
	a, err := count(s, logged("team 2025-09-01 10")...)
	same(t, "issues", []string{"/people/coaches/1/id coaching.id.repeated", "/plans/plans/0/frequency/0/contacts json.number"}, found(err))
	same(t, "counted", int64(0), a.Counted)
	if a, err := coaching.Count(small(), coaching.Contacts()); err != nil || a.Counted != 0 {
		t.Errorf("an empty log: %d, %v", a.Counted, err)
	}
}

func TestCorrections(t *testing.T) {
	at := func(id, supersedes, voids string) coaching.Contact {
		return coaching.Contact{ID: id, Supersedes: supersedes, Voids: voids, Coach: "c", Coached: "team", Date: day("2025-10-01"), Minutes: minutes(60), Mode: coaching.InPerson}
	}
	other := at("a", "", "")
	other.Minutes = minutes(61)
	for _, test := range []struct {
		name      string
		contacts  []coaching.Contact
		want      []string
		counted   int64
		corrected int64
	}{
		{"superseded", []coaching.Contact{at("a", "", ""), at("b", "a", "")}, []string{}, 1, 1},
		{"before what it corrects", []coaching.Contact{at("b", "a", ""), at("a", "", "")}, []string{}, 1, 1},
		{"voided", []coaching.Contact{at("a", "", ""), at("", "", "a")}, []string{}, 0, 2},
		{"a chain", []coaching.Contact{at("a", "", ""), at("b", "a", ""), at("c", "b", "")}, []string{}, 1, 2},
		{"a correction voided leaves the first out", []coaching.Contact{at("a", "", ""), at("b", "a", ""), at("c", "", "b")}, []string{}, 0, 3},
		{"twice", []coaching.Contact{at("a", "", ""), at("b", "a", ""), at("c", "a", "")}, []string{"/3 mtss.correction"}, 2, 1},
		{"a circle", []coaching.Contact{at("a", "b", ""), at("b", "a", "")}, []string{"/2 mtss.correction"}, 0, 2},
		{"the same id twice", []coaching.Contact{at("a", "", ""), at("a", "", "")}, []string{}, 1, 0},
		{"one id for two", []coaching.Contact{at("a", "", ""), other}, []string{"/2/id mtss.record.repeated"}, 1, 0},
		{"a log twice", []coaching.Contact{at("a", "", ""), at("b", "a", ""), at("a", "", ""), at("b", "a", "")}, []string{}, 1, 1},
		{"without ids", []coaching.Contact{at("", "", ""), at("", "", "")}, []string{}, 2, 0},
	} {
		a, err := count(small(), test.contacts...)
		same(t, test.name, test.want, found(err))
		same(t, test.name+": counted and corrected", []int64{test.counted, test.corrected}, []int64{a.Counted, a.Corrected})
	}
	// What is refused can still be what is corrected.
	refused := at("a", "", "")
	refused.Coach = "x"
	right, err := count(small(), refused, at("b", "a", ""))
	same(t, "said once", []string{"/1/coach coaching.contact.person"}, found(err))
	same(t, "the correction counts", int64(1), right.Counted)
	// A bad correction corrects nothing.
	bad := at("b", "a", "")
	bad.Coach = "x"
	a, err := count(small(), at("a", "", ""), bad)
	same(t, "bad", []string{"/2/coach coaching.contact.person"}, found(err))
	same(t, "the first stands", int64(1), a.Counted)
}

func TestConflicts(t *testing.T) {
	at := func(coached, on, start string, n int64) coaching.Contact {
		return coaching.Contact{Coach: "c", Coached: coached, Date: day(on), Start: start, Minutes: minutes(n), Mode: coaching.InPerson}
	}
	for _, test := range []struct {
		name     string
		contacts []coaching.Contact
		want     int64
	}{
		{"one after the other", []coaching.Contact{at("team", "2025-10-01", "09:00", 60), at("p", "2025-10-01", "10:00", 60)}, 0},
		{"a minute in both", []coaching.Contact{at("team", "2025-10-01", "09:00", 61), at("p", "2025-10-01", "10:00", 60)}, 1},
		{"the same time of another day", []coaching.Contact{at("team", "2025-10-01", "09:00", 60), at("p", "2025-10-02", "09:00", 60)}, 0},
		{"three at once", []coaching.Contact{at("team", "2025-10-01", "09:00", 60), at("p", "2025-10-01", "09:00", 60), at("p", "2025-10-01", "09:30", 30)}, 90},
		{"more than a day has", []coaching.Contact{at("team", "2025-10-01", "", 1440), at("p", "2025-10-01", "", 10)}, 10},
		{"to the last minute", []coaching.Contact{at("team", "2025-10-01", "00:00", 1440)}, 0},
	} {
		for range 2 {
			a := counted(t, small(), test.contacts...)
			want := []string{}
			if test.want > 0 {
				want = []string{fmt.Sprintf("coach c is logged in two places at once, or for more than 24 hours, on 2025-10-01: %d minute", test.want)}
			}
			got := messages(a, coaching.NoticeConflict)
			for i := range got {
				got[i], _, _ = strings.Cut(strings.Replace(got[i], "minutes", "minute", 1), " too many")
			}
			same(t, test.name, want, got)
			slices.Reverse(test.contacts)
		}
	}
}

func TestConcepts(t *testing.T) {
	contacts := logged("team 2025-10-01 60\nteam 2025-11-01 60\nteam 2025-12-01 60\np 2025-12-01 60")
	contacts[0].Concept, contacts[1].Concept, contacts[3].Concept = "data", "charm", "data"
	a := counted(t, small(), contacts...)
	onPlan, _ := a.Facts()["coaching.onPlan"].Tally()
	same(t, "on the plan, of all", tally("1/4"), onPlan)
	same(t, "off it: another concept, and somebody without a plan", int64(2), a.OffPlan)
	over := small()
	over.Plans.Plans[0].Until = month("2025-09")
	same(t, "off it: the plan is over", int64(3), counted(t, over, contacts...).OffPlan)
	open := small()
	for i := range open.People.Coaches {
		open.People.Coaches[i].LoggedThrough = mtss.Date{}
	}
	if said := codes(counted(t, open).Notices()); slices.Contains(said, coaching.NoticeNeverCoached) {
		t.Errorf("of a log that may lack something, nobody knows what was never coached: %v", said)
	}
	never := codes(counted(t, small()).Notices())
	if !slices.Contains(never, coaching.NoticeNeverCoached) || !slices.Contains(codes(a.Notices()), coaching.NoticeOffPlan) || slices.Contains(codes(a.Notices()), coaching.NoticeNeverCoached) {
		t.Errorf("notices %v and %v", never, codes(a.Notices()))
	}
}

// random returns a log without ids.
func random(r *rand.Rand, n int) []coaching.Contact {
	var list []coaching.Contact
	for range n {
		c := coaching.Contact{Coach: "c", Coached: []string{"team", "p"}[r.IntN(2)], Date: day("2025-09-01").AddDays(r.IntN(121)), Mode: []coaching.Mode{coaching.InPerson, coaching.Virtual, coaching.Phone}[r.IntN(3)], Observed: r.IntN(4) == 0, Support: []mtss.Support{mtss.SupportCoaching, mtss.SupportTraining, mtss.SupportDataCoordination, mtss.SupportOther, ""}[r.IntN(5)]}
		if r.IntN(5) > 0 {
			c.Minutes = minutes(1 + r.Int64N(90))
		}
		if r.IntN(2) > 0 {
			c.Start = fmt.Sprintf("%02d:%02d", len(list)/60, len(list)%60) // so that no two are the same
		}
		if r.IntN(2) > 0 {
			c.Concept = []string{"data", "charm"}[r.IntN(2)]
		}
		list = append(list, c)
	}
	return list
}

// Hours, contacts and observations add up over any split of a log, and the
// order of a log never matters.
func TestSplitAndOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 30 {
		log := random(r, 1+r.IntN(60))
		whole := counted(t, small(), log...)
		cut := r.IntN(len(log) + 1)
		sums := map[string]coaching.Cell{}
		for _, part := range [][]coaching.Contact{log[:cut], log[cut:]} {
			for _, c := range counted(t, small(), part...).Cells {
				k := fmt.Sprint(c.Coached, c.Coach, c.Month, c.Support, c.Type, c.Mode)
				sum := sums[k]
				c.Contacts, c.Minutes, c.Unmeasured, c.Observed = c.Contacts+sum.Contacts, c.Minutes+sum.Minutes, c.Unmeasured+sum.Unmeasured, c.Observed+sum.Observed
				sums[k] = c
			}
		}
		for _, c := range whole.Cells {
			same(t, "a cell", c, sums[fmt.Sprint(c.Coached, c.Coach, c.Month, c.Support, c.Type, c.Mode)])
		}
		same(t, "cells", len(whole.Cells), len(sums))
		before := encoded(t, whole)
		r.Shuffle(len(log), func(i, j int) { log[i], log[j] = log[j], log[i] })
		same(t, "another order", before, encoded(t, counted(t, small(), log...)))
	}
}

// lines is a log that is made as it is read.
type lines struct {
	n, i int
	rest []byte
}

func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		if l.i == l.n {
			return 0, io.EOF
		}
		d := day("2025-09-01").AddDays(l.i % 121)
		l.rest = fmt.Appendf(l.rest[:0], `{"kind":"contact","schemaVersion":1,"id":"k%d","coach":"c%d","coached":"t%d","date":"%s","start":"%02d:00","minutes":1,"mode":"phone"}`+"\n", l.i, l.i%50, l.i%500, d, l.i%24)
		l.i++
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// large is a setting of fifty coaches and five hundred teams.
func large() coaching.Inputs {
	s := small()
	s.Plans = coaching.ServicePlans{}
	s.People = coaching.People{}
	for i := range 50 {
		s.People.Coaches = append(s.People.Coaches, coaching.Coach{ID: fmt.Sprint("c", i), Role: "r", From: day("2025-09-01")})
	}
	for i := range 500 {
		s.People.Coached = append(s.People.Coached, coaching.Recipient{ID: fmt.Sprint("t", i), Level: coaching.AtTeam, Type: coaching.Systems, Unit: school})
	}
	return s
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Of each contact a log takes a part of what its row has: of 100,000 rows of 130
// bytes, not 256 bytes for each at the third quarter of it above what it took at the
// first.
func TestMemoryOfEachContact(t *testing.T) {
	rows := 100_000 / slower
	var first, last int64
	log := func(yield func(coaching.Contact, error) bool) {
		for e, err := range coaching.Read(&lines{n: rows}) {
			if e.Line == rows/4 {
				first = heap()
			}
			if e.Line == rows*3/4 {
				last = heap()
			}
			if !yield(e, err) {
				return
			}
		}
	}
	a, err := coaching.Count(large(), log)
	if err != nil || a.Counted != int64(rows) {
		t.Fatalf("%d counted: %v", a.Counted, err)
	}
	// The race detector keeps memory of its own beside each allocation.
	if each := (last - first) * 2 / int64(rows); each > 256 && slower == 1 {
		t.Errorf("%d bytes more for each contact", each)
	}
}

// What is read is read by the line; a bad line does not stop the next.
func TestRead(t *testing.T) {
	good := `{"kind":"contact","schemaVersion":1,"coach":"c","coached":"t","date":"2025-09-01","mode":"phone"}`
	log := good + "\r\n\n  \n{\n" + strings.Repeat("x", 200_000) + "\n" + good
	var got []string
	for e, err := range coaching.Read(strings.NewReader(log)) {
		got = append(got, fmt.Sprint(e.Line, e.Coach, found(err)))
	}
	same(t, "entries", []string{"1c[]", "4[json.syntax]", "5[coaching.log.line]", "6c[]"}, got)
	got = nil
	for e, err := range coaching.Read(io.MultiReader(strings.NewReader(good+"\n"), broken{})) {
		got = append(got, fmt.Sprint(e.Line, found(err)))
	}
	same(t, "broken off", []string{"1 []", "2 [coaching.log.read]"}, got)
	for range coaching.Read(strings.NewReader(log)) {
		break // a reader that stops early is let go
	}
	a, err := coaching.Count(small(), coaching.Read(strings.NewReader("{\n"+strings.Replace(good, `"t"`, `"team"`, 1))))
	same(t, "counted besides a bad line", []any{int64(1), int64(1), []string{"/1 json.syntax"}}, []any{a.Counted, a.Refused, found(err)})
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("no line") }

func FuzzRead(f *testing.F) {
	f.Add(goodLine + "\n{\n" + goodLine)
	f.Add("\ufeff\n\r\n\x00")
	f.Fuzz(func(t *testing.T, log string) {
		line := 0
		for e, err := range coaching.Read(strings.NewReader(log)) {
			if e.Line <= line || err == nil && e.Validate() != nil || err != nil && len(mtss.Issues(err)) == 0 {
				t.Fatalf("line %d after %d: %v", e.Line, line, err)
			}
			line = e.Line
		}
		a, _ := coaching.Count(small(), coaching.Read(strings.NewReader(log)))
		for _, d := range a.Dosages {
			if sum, _ := d.Tally(); sum.Validate() != nil {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// BenchmarkCount counts a log from its lines, and from contacts that a program made.
func BenchmarkCount(b *testing.B) {
	const rows = 100_000
	written, err := io.ReadAll(&lines{n: rows})
	if err != nil {
		b.Fatal(err)
	}
	var made []coaching.Contact
	for c, err := range coaching.Read(bytes.NewReader(written)) {
		if err != nil {
			b.Fatal(err)
		}
		made = append(made, c)
	}
	s := large()
	for name, log := range map[string]func() iter.Seq2[coaching.Contact, error]{
		"lines": func() iter.Seq2[coaching.Contact, error] { return coaching.Read(bytes.NewReader(written)) },
		"made":  func() iter.Seq2[coaching.Contact, error] { return coaching.Contacts(made...) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if a, err := coaching.Count(s, log()); err != nil || a.Counted != rows {
					b.Fatal(a.Counted, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/contact")
		})
	}
}

// Somebody who is not known is named with who was probably meant.
func TestPersonMeant(t *testing.T) {
	for member, spell := range map[string]func(c *coaching.Contact){
		`"P" is not a known recipient, did you mean "p"?`: func(c *coaching.Contact) { c.Coached = "P" },
		`"C" is not a known coach, did you mean "c"?`:     func(c *coaching.Contact) { c.Coach = "C" },
		`"x" is not a known coach`:                        func(c *coaching.Contact) { c.Coach = "x" },
	} {
		c := logged("p 2025-09-10 60")[0]
		spell(&c)
		_, err := count(small(), c)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Message != member {
			t.Errorf("got %v, want %s", issues, member)
		}
	}
}

// An innovation or a concept that is spelled in two ways leaves contacts outside of
// their plan and scores outside of what was coached: that is said.
func TestSpellings(t *testing.T) {
	s := small()
	s.Plans.Plans[0].Innovation, s.Plans.Plans[0].Concepts = "pbis", []string{"data use"}
	s.Data.Observations = []fidelity.Observation{{Practitioner: "p", Innovation: "Reading", Instrument: instrument.Ref{ID: "w", Version: "1"}, Date: day("2025-10-01"), Score: tally("4/10")}}
	contacts := logged("team 2025-09-02 60\nteam 2025-09-09 60\np 2025-09-09 60")
	contacts[0].Innovation, contacts[0].Concept = "PBIS", "Data-use"
	contacts[1].Innovation, contacts[2].Innovation = "pbis", "reading"
	r := counted(t, s, contacts...)
	same(t, "said", []string{
		`the innovation "PBIS" is not the innovation "pbis", which differs by case, spaces, hyphens or accents alone; did you mean one?`,
		`the innovation "Reading" is not the innovation "reading", which differs by case, spaces, hyphens or accents alone; did you mean one?`,
		`the concept "Data-use" is not the concept "data use", which differs by case, spaces, hyphens or accents alone; did you mean one?`,
	}, messages(r, coaching.NoticeSpelling))
	contacts[0].Innovation, contacts[0].Concept, contacts[2].Innovation = "pbis", "data use", "Reading"
	same(t, "spelled alike", []string{}, messages(counted(t, s, contacts...), coaching.NoticeSpelling))
}

// A post that ended before a month says nothing of how complete the log of the month is.
func TestLogOfAFormerPost(t *testing.T) {
	s := small()
	s.People.Coaches = append(s.People.Coaches, coaching.Coach{ID: "c", Role: "r", From: day("2024-08-01"), Until: day("2025-06-30"), Units: []mtss.Unit{another}})
	d := counted(t, s, logged("team 2025-09-02 60")...).Dosages[0]
	got, _ := d.Tally()
	same(t, "september", tally("1/2"), got)
	s.People.Coaches[1].Until = day("2025-08-31")
	s.People.Coaches[0].LoggedThrough = mtss.Date{}
	got, _ = counted(t, s, logged("team 2025-09-02 60")...).Dosages[0].Tally()
	same(t, "september, of which nobody says that all is in the log", tally("1+1?/2"), got)
}
