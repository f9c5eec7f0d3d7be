package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

// What the library writes, its schemas accept.
func TestOutputs(t *testing.T) {
	seen := map[string]bool{}
	check := func(name string, data []byte) {
		var head struct{ Kind string }
		if json.Unmarshal(data, &head) != nil {
			return
		}
		text, ok := schema.Get(head.Kind)
		if !ok {
			return
		}
		seen[head.Kind] = true
		s, _ := load(t, text)
		if err := valid(t, s, data); err != nil {
			t.Errorf("%s, %s: %v", name, head.Kind, err)
		}
	}
	for _, pattern := range []string{"../*/data/*.json", "../*/models/*.json", "../../dca/testdata/*.json", "../../stages/testdata/*.json", "../../stages/*/*.json", "../../mtss/catalog/*.json", "../../mtss/catalog/*/*.json", "../../mtss/instrument/testdata/dca-*.json", "../../mtss/instrument/testdata/[et]*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			check(name, data)
		}
	}
	for _, r := range results(t) {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		check("a result of "+r.Instrument.String(), data)
	}
	for _, kind := range []string{"definition", "result", "stageModel", "meeting", "actionPlan", "protocol"} {
		if !seen[kind] {
			t.Errorf("no %s was looked at", kind)
		}
	}
}

// results score an administration with nothing answered, and one with all, of
// each definition that can be scored.
func results(t *testing.T) []instrument.Result {
	t.Helper()
	var all []instrument.Result
	for _, d := range catalog.All() {
		scorer, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(err)
		}
		full := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
		bare := full
		for _, item := range d.Items {
			for _, s := range d.Scales {
				if s.ID == item.Scale {
					full.Responses = append(full.Responses, instrument.Response{Item: item.ID, Score: s.Scores[0]})
				}
			}
		}
		for _, a := range []instrument.Administration{bare, full} {
			if r, err := scorer.Score(a); err == nil {
				all = append(all, r)
			}
		}
	}
	return all
}
