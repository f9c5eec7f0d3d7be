package readiness_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// gives checks measures.
func gives(t *testing.T, facts rule.Facts, want map[string]string) {
	t.Helper()
	for name, v := range want {
		if got := value(t, facts, name); got != v {
			t.Errorf("%s: %s, want %s", name, got, v)
		}
	}
}

func TestScaleUp(t *testing.T) {
	s := must(t, readiness.DecodeScaleUp, goodScaleUp)
	for i, want := range []struct {
		begun mtss.Tally
		late  int
	}{{mtss.Tally{Earned: 1, Possible: 1}, 14}, {mtss.Tally{Earned: 1, Possible: 2}, 29}} {
		if c := s.Cohorts[i]; c.Begun(today) != want.begun || c.DaysLate(today) != want.late || s.Replicates(c, today) != mtss.Met {
			t.Errorf("cohort %s: %+v, %d days late, replicates %s", c.ID, c.Begun(today), c.DaysLate(today), s.Replicates(c, today))
		}
	}
	gives(t, s.Facts(today), map[string]string{
		"scaleup.units": `{"earned":2,"possible":3,"unknown":0}`, "scaleup.cohorts": `{"earned":0,"possible":2,"unknown":0}`,
		"scaleup.replicating": `{"earned":1,"possible":1,"unknown":0}`, "scaleup.partner": `{"answer":"yes"}`,
	})
	gives(t, s.Facts(day("2025-09-15")), map[string]string{"scaleup.units": `{"earned":1,"possible":1,"unknown":0}`})
	if diff := cmp.Diff([]mtss.Code{readiness.CaveatPartner, readiness.CaveatDelay, readiness.CaveatDelay}, codes(s.Check(today))); diff != "" {
		t.Error(diff)
	}
	silent := must(t, readiness.DecodeScaleUp, goodScaleUp)
	silent.Cohorts[1].Started = nil
	gives(t, silent.Facts(today), map[string]string{"scaleup.units": `{"earned":1,"possible":3,"unknown":2}`})
	if c := silent.Cohorts[1]; c.DaysLate(today) != 0 || c.Begun(today).Unknown != 2 {
		t.Errorf("nobody said who began: %+v", c.Begun(today))
	}
	silent.Cohorts[1].Started = []readiness.Started{}
	gives(t, silent.Facts(today), map[string]string{"scaleup.units": `{"earned":1,"possible":3,"unknown":0}`})
	silent.Cohorts[0].Started = []readiness.Started{}
	gives(t, silent.Facts(today), map[string]string{"scaleup.replicating": `{"earned":0,"possible":1,"unknown":0}`})
	together := must(t, readiness.DecodeScaleUp, goodScaleUp)
	together.Cohorts[1].Planned = together.Cohorts[0].Planned
	if got := together.Replicates(together.Cohorts[1], today); got != mtss.NotMet {
		t.Errorf("nobody learned it before in a cohort of the same day: %s", got)
	}
	s.Cohorts[1].Coach = "c-2"
	s.Cohorts[0].Units = append(s.Cohorts[0].Units, "elm")
	if diff := cmp.Diff([]mtss.Code{readiness.CaveatPartner, readiness.CaveatFirst, readiness.CaveatDelay, readiness.CaveatDelay, readiness.CaveatReplicate}, codes(s.Check(today))); diff != "" {
		t.Errorf("a coach who did not learn it, and a first cohort of two districts:\n%s", diff)
	}
	within := s
	within.Unit.Kind, within.Partners = mtss.KindDistrict, nil
	if got := codes(within.Check(today)); len(got) > 0 && got[0] == readiness.CaveatFirst {
		t.Error("a district may begin with several schools")
	}
	s.Cohorts[1].Coach = ""
	gives(t, s.Facts(today), map[string]string{"scaleup.replicating": `{"earned":0,"possible":1,"unknown":1}`})
	s.Partners = s.Partners[1:]
	gives(t, s.Facts(today), map[string]string{"scaleup.partner": `{"answer":"no"}`})
}

// The total of the form of 2013 runs from 6 to 30. An indicator that is not
// rated has its 1 for certain, and 4 more are open.
func TestHexagon(t *testing.T) {
	h := must(t, readiness.DecodeHexagon, goodHexagon)
	gives(t, h.Facts(), map[string]string{
		"hexagon.rated": `{"earned":2,"possible":6,"unknown":0}`, "hexagon.total": `{"earned":12,"possible":30,"unknown":16}`,
		"hexagon.2013.need": `{"low":"5","high":"5"}`, "hexagon.2013.evidence": `{"low":"1","high":"5"}`, "hexagon.2018.need": `{"missing":true}`,
	})
	check := h.Check()
	if diff := cmp.Diff([]mtss.Code{readiness.CaveatNoCut, readiness.CaveatUnrated, readiness.CaveatUnrated, readiness.CaveatUnrated, readiness.CaveatUnrated}, codes(check)); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(check[2].Message, "no study of rural schools") {
		t.Errorf("the gap is not said: %v", check)
	}
	h.Ratings = nil
	gives(t, h.Facts(), map[string]string{"hexagon.total": `{"earned":6,"possible":30,"unknown":24}`})
	later := must(t, readiness.DecodeHexagon, goodHexagon8)
	gives(t, later.Facts(), map[string]string{"hexagon.total": `{"missing":true}`, "hexagon.recommendation": `{"category":"adopt"}`, "hexagon.2018.usability": `{"low":"4","high":"4"}`})
}

func TestInventory(t *testing.T) {
	v := must(t, readiness.DecodeInventory, goodInvent)
	gives(t, v.Facts(today), map[string]string{
		"initiatives.pairs": `{"earned":2,"possible":3,"unknown":0}`, "initiatives.conflicts": `{"low":"1","high":"1"}`,
		"initiatives.owned": `{"earned":2,"possible":3,"unknown":0}`, "initiatives.authority": `{"earned":1,"possible":3,"unknown":2}`,
		"initiatives.reviewed": `{"earned":2,"possible":4,"unknown":0}`, "initiatives.overloaded": `{"answer":"yes"}`,
	})
	if got := v.Shared("seb", "restorative"); len(got) != 1 || got[0] != "teaming" {
		t.Errorf("seb and restorative share %v", got)
	}
	if diff := cmp.Diff([]mtss.Code{readiness.CaveatUnowned, readiness.CaveatConflict, readiness.CaveatOverload}, codes(v.Check(today))); diff != "" {
		t.Error(diff)
	}
	if asked := v.Asked("schoolPsychologist", today); !asked.Low.Equal(mtss.Whole(11)) || !asked.High.Equal(mtss.Whole(11)) {
		t.Errorf("the school psychologist is asked for %v", asked)
	}
	before := day("2026-02-01") // character was not de-selected yet
	gives(t, v.Facts(before), map[string]string{
		"initiatives.pairs": `{"earned":2,"possible":6,"unknown":0}`, "initiatives.conflicts": `{"low":"1","high":"4"}`, "initiatives.reviewed": `{"earned":1,"possible":4,"unknown":0}`,
	})
	v.Initiatives[0].Load[0].Hours = 1
	gives(t, v.Facts(today), map[string]string{"initiatives.overloaded": `{"answer":"no"}`})
	gives(t, v.Facts(before), map[string]string{"initiatives.overloaded": `{"answer":"unknown"}`}) // character does not say what it asks
	v.Initiatives[1].Components = []string{"circles"}
	if got := codes(v.Check(today)); got[1] != readiness.CaveatNoShare {
		t.Errorf("they are said to strengthen each other, and share nothing: %v", got)
	}
	v.Hours = nil
	if got, ok := v.Facts(today)["initiatives.overloaded"]; ok {
		t.Errorf("nobody's hours are known: %s", encoded(t, got))
	}
}
