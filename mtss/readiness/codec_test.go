package readiness_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

const tries = 1000 / slower

// spoiled tries one kind of document.
func spoiled[T any, P interface {
	*T
	mtss.Document
}](t *testing.T, name, good string, decode func([]byte) (T, error)) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		spoil.Try[T, P](t, tries, decode, must(t, decode, good))
	})
}

// What JSON is refused for, Go is refused for, and what is written reads back.
func TestCheckedAsRead(t *testing.T) {
	spoiled(t, "district", goodDistrict, readiness.DecodeReadiness)
	spoiled(t, "isd", goodISD, readiness.DecodeReadiness)
	spoiled(t, "scaleUp", goodScaleUp, readiness.DecodeScaleUp)
	spoiled(t, "hexagon of 2013", goodHexagon, readiness.DecodeHexagon)
	spoiled(t, "hexagon of 2018", goodHexagon8, readiness.DecodeHexagon)
	spoiled(t, "inventory", goodInvent, readiness.DecodeInventory)
}

// Nothing that is handed out changes with what was passed in.
func TestNothingIsShared(t *testing.T) {
	records := []readiness.Readiness{must(t, readiness.DecodeReadiness, goodDistrict), must(t, readiness.DecodeReadiness, goodISD)}
	current, err := readiness.Current(records, today)
	if err != nil {
		t.Fatal(err)
	}
	inventory := must(t, readiness.DecodeInventory, goodInvent)
	shared, pairs := inventory.Shared("seb", "restorative"), inventory.AllPairs(today)
	before := encoded(t, []any{current, shared, pairs})
	records[0].Answers[0].Evidence[0].Kind, records[0].Decision.Selected, records[1].Goals[0] = "changed", false, "changed"
	for i := range inventory.Initiatives {
		clear(inventory.Initiatives[i].Components)
	}
	clear(inventory.Pairs)
	if after := encoded(t, []any{current, shared, pairs}); after != before {
		t.Errorf("was %s, is %s", before, after)
	}
	first := encoded(t, readiness.Prompts())
	for _, p := range readiness.Prompts() {
		clear(p.Evidence)
	}
	if again := encoded(t, readiness.Prompts()); again != first {
		t.Error("prompts change")
	}
}

// What is nil or half made is no reason to panic.
func TestNothingPanics(t *testing.T) {
	for _, on := range []mtss.Date{{}, today, {Year: 2026, Month: 13, Day: 45}, {Year: -1 << 30, Month: -9, Day: -9}, {Year: 1 << 30, Month: 99, Day: 1 << 30}} {
		for _, r := range []readiness.Readiness{{}, {Date: on, Starts: on, Answers: make([]readiness.PromptAnswer, 2), Steps: make([]readiness.Taken, 2), Requests: make([]readiness.Request, 2), Decision: &readiness.Selection{}}} {
			r.Prompts(on)
			r.Check(on)
			if _, err := readiness.Choose(r.Facts(on), on, ""); (err == nil) != on.Valid() {
				t.Error(on, err)
			}
			if _, err := readiness.Current([]readiness.Readiness{r, kit.Clone(r)}, on); (err == nil) != on.Valid() {
				t.Error(on, err)
			}
		}
		for _, s := range []readiness.ScaleUp{{}, {Partners: make([]readiness.Partner, 2), Cohorts: []readiness.Cohort{{}, {Planned: on, Started: []readiness.Started{{On: on}}}}}} {
			s.Facts(on)
			s.Check(on)
		}
		for _, v := range []readiness.Inventory{{}, {Hours: make([]readiness.Hours, 2), Initiatives: make([]readiness.Initiative, 3), Pairs: make([]readiness.Pair, 2)}} {
			v.Facts(on)
			v.Check(on)
		}
	}
	for _, h := range []readiness.Hexagon{{}, {Form: "2013", Ratings: make([]readiness.IndicatorRating, 2), Recommendation: "x"}} {
		h.Facts()
		h.Check()
	}
	if _, err := readiness.Choose(nil, today, ""); err != nil {
		t.Error(err)
	}
}
