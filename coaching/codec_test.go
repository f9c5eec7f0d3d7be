package coaching_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

const tries = 1500 / slower

func decoded[T any](t testing.TB, data string, decode func([]byte) (T, error)) T {
	t.Helper()
	v, err := decode([]byte(data))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return v
}

// spoiled tries one kind of document.
func spoiled[T any, P interface {
	*T
	mtss.Document
}](t *testing.T, name, good string, decode func([]byte) (T, error)) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		spoil.Try[T, P](t, tries, decode, decoded(t, good, decode))
	})
}

// What JSON is refused for, Go is refused for, and what is written reads back.
func TestCheckedAsRead(t *testing.T) {
	spoiled(t, "system", goodSystem, coaching.DecodeSystem)
	spoiled(t, "people", goodPeople, coaching.DecodePeople)
	spoiled(t, "plans", goodPlans, coaching.DecodeServicePlans)
	spoiled(t, "data", goodData, coaching.DecodeData)
	spoiled(t, "circumstances", goodKnown, coaching.DecodeNeedEvidence)
	spoiled(t, "contact", goodLine, coaching.DecodeContact)
}

// sample is a report on documents of every kind but needs, with conflicts.
func sample(t testing.TB) coaching.Report {
	t.Helper()
	s := small()
	s.System = decoded(t, goodSystem, coaching.DecodeSystem)
	s.Data = decoded(t, goodData, coaching.DecodeData)
	s.Data.Observations = append(s.Data.Observations, score("team", "2025-08-01", "1/2"), score("p", "2025-12-01", "1+1?/2"))
	s.Learning = []learning.Series{series("a")}
	log := logged("team 2025-09-01 600\nteam 2025-09-01 ?\nteam 2025-09-01 1000\np 2025-10-01 10\np 2026-01-11 10\np 2026-01-10 10")
	for i := range log {
		log[i].Concept = []string{"data", "other"}[i%2]
	}
	return counted(t, s, log...)
}

// back writes a value and reads it again.
func back[T any](t testing.TB, what string, v T) T {
	t.Helper()
	var out T
	if err := json.Unmarshal([]byte(encoded(t, v)), &out); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if diff := cmp.Diff(v, out); diff != "" {
		t.Errorf("%s comes back different (-written +read):\n%s", what, diff)
	}
	same(t, what+" is written the same again", encoded(t, v), encoded(t, out))
	return out
}

// A report reads back whole, and so does all that it gives.
func TestReportsReadBack(t *testing.T) {
	r := sample(t)
	if len(r.Concepts) == 0 || len(r.Caveats) == 0 || len(r.Began) == 0 || len(r.Work) == 0 || r.OffPlan == 0 || r.Later == 0 || r.Outside == 0 {
		t.Fatalf("the sample lacks something: %s", encoded(t, r))
	}
	again := back(t, "the report", r)
	same(t, "facts", encoded(t, r.Facts()), encoded(t, again.Facts()))
	back(t, "notices", r.Notices())
	back(t, "effect", r.Effect())
	access := back(t, "access", r.Access())
	published, err := again.Publish(access, 2)
	if err != nil {
		t.Fatal(err)
	}
	whole, _ := r.Publish(r.Access(), 2)
	same(t, "published after it is read", whole, back(t, "published", published))
	_, caveats := r.Items()
	back(t, "caveats", caveats)
}

// A row that was read, and is changed or of no group of the report, gives nothing away.
func TestPublishTrustsTheReport(t *testing.T) {
	r := reportOf(t, of("a", "", 20, 9))
	all := mtss.Tally{Earned: 1, Possible: 1}
	p, err := r.Publish([]coaching.Access{{By: coaching.ByUnit, Name: "elsewhere", Reached: &all}, {By: coaching.ByUnit, Name: "a", Reached: &all}}, 5)
	if err != nil || p.Rows[0].Reached != nil || *p.Rows[1].Reached != (mtss.Tally{Earned: 9, Possible: 20}) {
		t.Errorf("%s, %v", encoded(t, p), err)
	}
}

// Nothing that is handed out changes with what was passed in.
func TestNothingIsShared(t *testing.T) {
	s := small()
	s.Needs = []coaching.SupportNeed{{Coached: "p", Support: mtss.SupportCoaching, Verdict: mtss.Met, Decision: rule.Decision{Rule: "r", Caveats: []mtss.Notice{{Code: "c"}}}}}
	log := logged("team 2025-09-01 10")
	contacts := coaching.Contacts(log...)
	r, err := coaching.Count(s, contacts)
	if err != nil {
		t.Fatal(err)
	}
	before := encoded(t, []any{r, r.Needs(), r.Access()})
	s.People.Coaches[0].Units[0].ID, s.People.Coached[0].ID = "changed", "changed"
	s.Plans.Plans[0].Concepts[0], s.Plans.Plans[0].Frequency[0].Contacts = "changed", 9
	s.Needs[0].Coached, s.Needs[0].Decision.Caveats[0].Code = "changed", "changed"
	r.Needs()[0].Decision.Caveats[0].Code = "changed"
	*r.Access()[0].Reached = mtss.Tally{}
	same(t, "a report", before, encoded(t, []any{r, r.Needs(), r.Access()}))
	*log[0].Minutes, log[0].Coach = 99, "changed"
	for c := range contacts {
		if c.Coach != "c" || *c.Minutes != 10 {
			t.Errorf("a log changes: %s", encoded(t, c))
		}
	}
	effect := sample(t)
	kept := kit.Clone(effect.Inputs)
	for _, c := range effect.Effect().Changes {
		if c.Before != nil {
			c.Before.Practitioner = "changed"
		}
		if c.After != nil {
			c.After.Practitioner = "changed"
		}
	}
	same(t, "scores", encoded(t, kept), encoded(t, effect.Inputs))
}

// What is nil or half made is refused, and never a panic.
func TestNothingPanics(t *testing.T) {
	r, err := coaching.Count(small(), nil)
	same(t, "a nil log", []string{"coaching.log.read"}, found(err))
	same(t, "plans held against a nil log", 0, len(r.Dosages))
	for _, err := range coaching.Read(nil) {
		same(t, "a nil reader", []string{"coaching.log.read"}, found(err))
	}
	needs, err := coaching.Needs(nil, small().People, coaching.NeedEvidence{}, day("2026-01-10"))
	same(t, "nil rules", []string{"coaching.rules"}, found(err))
	same(t, "no needs", []coaching.SupportNeed{}, needs)
	if _, _, v := (coaching.ServicePlan{}).Support(nil, nil, mtss.Date{}); v != mtss.Undetermined {
		t.Errorf("without rules the level is %s", v)
	}
	_, err = coaching.Count(small(), func(yield func(coaching.Contact, error) bool) {
		yield(coaching.Contact{Line: 3, Coach: "c", Coached: "team", Date: day("2025-09-01"), Mode: coaching.Phone, Minutes: minutes(-5)}, nil)
	})
	same(t, "a contact that nobody checked", []string{"/3/minutes json.range"}, found(err))
	far := mtss.Month{Year: 1 << 30, Month: 99}
	for _, r := range []coaching.Report{
		{}, {Inputs: coaching.Inputs{From: autumn}}, {Inputs: coaching.Inputs{From: mtss.Month{Year: -1 << 30}, Until: far, On: mtss.Date{Year: 1 << 30}}},
		{Cells: []coaching.Cell{{}}, Inputs: coaching.Inputs{From: autumn, Until: summer, On: day("2026-01-10"), People: coaching.People{Coaches: []coaching.Coach{{}}, Coached: []coaching.Recipient{{}}}, Plans: coaching.ServicePlans{Plans: []coaching.ServicePlan{{Frequency: make([]coaching.Frequency, 2)}}}}},
	} {
		r.Facts()
		r.Notices()
		r.Items()
		if _, err := r.Evidence(mtss.Hierarchy{}, mtss.Period{}); err != nil {
			t.Error(err)
		}
		r.Effect()
		r.Needs()
		r.Faded(coaching.ServicePlan{Frequency: make([]coaching.Frequency, 2)})
		if _, err := r.Publish(r.Access(), 5); err != nil {
			t.Error(err)
		}
	}
}
