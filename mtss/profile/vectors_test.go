package profile_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/stages"
)

// The answers of the small world were worked by hand. They are the same from evidence
// that was gathered for all days and for the one day, and in the history.
func TestSmallWorld(t *testing.T) {
	const folder = "../../testdata/vectors/world"
	documents, err := profile.Read(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(folder + "-answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var answers []struct {
		On                           mtss.Date
		Unit, Innovation, Share, Why string
		Stage, NotExcluded           mtss.StageID
	}
	if err := json.Unmarshal(content, &answers); err != nil || len(answers) != 15 {
		t.Fatalf("%d answers, %v", len(answers), err)
	}
	units, err := documents.Hierarchy()
	if err != nil {
		t.Fatal(err)
	}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	gather := func(days mtss.Period) *evidence.Gathered {
		set, err := assessor.Gather(units, days, evidence.HostPolicy{}, documents.Suppliers()...)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		return set
	}
	whole := gather(mtss.Period{})
	for _, a := range answers {
		unit, _ := units.Unit(a.Unit)
		name := fmt.Sprintf("%s %s %s: %s", a.On, a.Unit, a.Innovation, a.Why)
		for _, set := range []*evidence.Gathered{whole, gather(mtss.OneDay(a.On))} {
			share := "0/0/0"
			items, err := set.On(unit, a.Innovation, a.On)
			if err != nil {
				t.Fatal(err)
			}
			for _, it := range items {
				if tally, known := it.Value.Tally(); known && it.Measure == string(evidence.Practitioners) {
					share = fmt.Sprintf("%d/%d/%d", tally.Earned, tally.Possible, tally.Unknown)
				}
			}
			found, err := assessor.On(set, unit, a.Innovation, a.On)
			if err != nil {
				t.Fatal(err)
			}
			if share != a.Share || found.Primary != a.Stage || found.Possible != a.NotExcluded {
				t.Errorf("%s: share %s, stage %q, not excluded %q, want %s, %q, %q", name, share, found.Primary, found.Possible, a.Share, a.Stage, a.NotExcluded)
			}
		}
		history, err := assessor.Follow(whole, unit, a.Innovation, mtss.Period{From: mtss.Date{Year: 2024, Month: 5, Day: 1}, Until: a.On})
		if err != nil {
			t.Fatal(err)
		}
		if last := history.Points[len(history.Points)-1]; last.Primary != a.Stage {
			t.Errorf("%s: the history ends in %q, want %q", name, last.Primary, a.Stage)
		}
	}
}
