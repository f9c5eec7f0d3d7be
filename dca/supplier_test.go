package dca_test

import (
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Results of the DCA are evidence as they are, current for a year.
func TestSupplier(t *testing.T) {
	scorer := practiceScorer(t)
	definition := scorer.Definition()
	all := func(date string, score int) instrument.Administration {
		a := instrument.Administration{ID: "a-" + date, Instrument: definition.Ref(), Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Date: day(date)}
		for _, item := range definition.Items {
			a.Responses = append(a.Responses, instrument.Response{Item: item.ID, Score: score})
		}
		return a
	}
	early, late := all("2025-01-20", 1), all("2026-01-20", 2)
	late.ProtocolKept, late.Recorded = mtss.Met, day("2026-02-20")
	var results []instrument.Result
	for _, a := range []instrument.Administration{early, late, late} {
		r, err := scorer.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		results = append(results, r)
	}
	other := results[0]
	other.Administration, other.Instrument.ID = "other", "tfi"
	own := rule.Measure{Name: "dca." + definition.Subscales[0].ID, Kind: rule.KindTally, Unit: "points"}
	for _, test := range []struct {
		why, measure, on, known string
		want                    string
	}{
		{"the total", "dca.total", "2025-06-01", "", `{"earned":27,"possible":54,"unknown":0,"on":"2025-01-20"}`},
		{"the later one", "dca.total", "2026-06-01", "", `{"earned":54,"possible":54,"unknown":0,"on":"2026-01-20"}`},
		{"before it was entered", "dca.total", "2026-01-25", "2026-01-25", `{"missing":true}`},
		{"after a year", "dca.total", "2027-06-01", "", `{"missing":true}`},
		{"the criterion", "dca.minimum-capacity.met", "2026-06-01", "", `{"answer":"yes","on":"2026-01-20"}`},
		{"the protocol", "dca.protocol.kept", "2026-06-01", "", `{"answer":"yes","on":"2026-01-20"}`},
		{"a subscale, which the host declares", own.Name, "2025-06-01", "", "some"},
	} {
		policy := evidence.HostPolicy{Measures: evidence.OwnMeasures(own)}
		if test.known != "" {
			policy.KnownOn = day(test.known)
		}
		set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, policy, dca.Supplier(append(results, other), own))
		if err != nil {
			t.Fatal(test.why, mtss.Issues(err))
		}
		items, err := set.On(early.Unit, "reading", day(test.on))
		if err != nil {
			t.Fatal(err)
		}
		got := `{"missing":true}`
		for _, item := range items {
			if item.Measure == test.measure && !item.Value.Missing() {
				data, err := item.Value.MarshalJSON()
				if err != nil {
					t.Fatal(err)
				}
				got = string(data)
			}
		}
		if test.want == "some" && got != `{"missing":true}` {
			continue
		}
		same(t, test.why, test.want, got)
	}
	batch, err := dca.Supplier(results).Evidence(mtss.Hierarchy{}, mtss.Period{})
	if err != nil || len(batch.Notices) != 1 || len(batch.Records) != 6 {
		t.Errorf("%d records, %v, %v", len(batch.Records), batch.Notices, err)
	}
	results[2].Points.Earned--
	_, err = dca.Supplier(results).Evidence(mtss.Hierarchy{}, mtss.Period{})
	same(t, "one administration, two results", []string{"/2/administration mtss.record.repeated"}, found(err))
}
