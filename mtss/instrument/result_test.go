package instrument_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// district is the DCA with a made-up map of items to subscales.
func district(t *testing.T) instrument.Definition {
	t.Helper()
	d, err := dca.Complete(instrument.Completion{
		Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Name: "an invented map", Illustrative: true,
		Provenance: mtss.Unconfirmed, Source: madeUp, Items: []instrument.Item{}, Total: instrument.TotalPoints,
		Subscales: []instrument.Subscale{
			sub("leadership", "1 2 3 4 5 6 7 8"), {ID: "competency", Label: "Competency", Items: strings.Fields("9 10 11 12 13 14 15 16 25 26 27")},
			{ID: "organization", Label: "systems", Items: strings.Fields("17 18 19 20 21 22 23 24")},
		},
	})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return d
}

// rowA is a published row of 41 scores; package catalog checks what it comes to.
const rowA = "1=0 2=1 3=2 4=1 5=1 6=2 7=0 8=1 9=2 10=1 11=0 12=2 13=1 14=1 15=1 16=1 17=2 18=0 19=0 20=0 21=2 22=1 23=1 24=1 25=2 26=2 27=2 28=1 29=2 30=2 31=2 32=1 33=0 34=0 35=0 36=0 37=0 38=1 39=1 40=1 41=2"

const thirteen = "1=2 2=2 3=2 4=2 5=2 6=2 7=2 8=2 9=1 10=2 11=1 12=2 13=1"

// ships returns a definition of the catalog.
func ships(id, version string) instrument.Definition {
	d, ok := catalog.Lookup(instrument.Ref{ID: id, Version: version})
	if !ok {
		panic(id + "@" + version + " does not ship")
	}
	return d
}

// goldens are the results that testdata holds.
func goldens(t *testing.T) map[string]instrument.Result {
	t.Helper()
	completed, tfi, boq := district(t), ships("tfi", "2.1"), ships("ecboq", "2.0")
	complete := given(completed, thirteen+" 14=2 15=2 16=1 17=2 18=1 19=2 20=1 21=2 22=2 23=1 24=2 25=1 26=1 27=0")
	complete.ID = "a-1"
	unknown := given(completed, thirteen+" 14=2 15=null 16=1 17=2 18=2 19=2 20=2 21=2 22=2 24=2 25=1 26=2 27=2")
	incomplete := given(dca.V77(), thirteen+" 14=2 15=2 16=1 28=2")
	tier1 := given(tfi, "1.1=2 1.2=2 1.3=2 1.4=1 1.5=1 1.6=1 1.7=1 1.8=1 1.9=1 1.10=2 1.11=1 1.12=2 1.13=0 1.14=2 1.15=2")
	tier1.Sections = []string{"tier1"}
	return map[string]instrument.Result{
		"dca-complete":   scored(t, completed, complete),
		"dca-unknowns":   scored(t, completed, unknown),
		"dca-incomplete": scored(t, dca.V77(), incomplete),
		"tfi-tier1":      scored(t, tfi, tier1),
		"ecboq-row-a":    scored(t, boq, given(boq, rowA)),
	}
}

func TestResultGolden(t *testing.T) {
	for name, r := range goldens(t) {
		golden(t, name+".json", indented(t, r))
		golden(t, name+".txt", []byte(strings.Join(r.Lines(), "\n")+"\n"))
	}
}

// The heart of the golden results, so that rewriting them cannot change it.
func TestGoldenSummaries(t *testing.T) {
	want := map[string]string{
		"dca-complete":   "total 43/54; leadership 16/16; competency 14/22; organization 13/16; minimum-capacity notMet",
		"dca-unknowns":   "total 45+4?/54; leadership 16/16; competency 15+2?/22; organization 14+2?/16; minimum-capacity notMet",
		"dca-incomplete": "minimum-capacity undetermined",
		"tfi-tier1":      "tier1 21/30; tier1.teams 4/4; tier1 met",
		"ecboq-row-a":    "total 43/82; elt 7/14 mean 1.00; sbi 3/4 mean 1.50; fe 4/8 mean 1.00; pwe 5/14 mean 0.71; pdssp 11/14 mean 1.57; prcb 8/14 mean 1.14; mio 5/14 mean 0.71",
	}
	got := map[string]string{}
	for name, r := range goldens(t) {
		got[name] = summary(r)
	}
	same(t, "summaries", want, got)
}

// Whatever is scored, no list of a result is null, and percent is null exactly
// while points are unknown or none are possible.
func TestResultStructure(t *testing.T) {
	lists := []string{"subscales", "criteria", "caveats", "needed", "children", "missing", "notApplicable"}
	seen := map[string]int{}
	check := func(r instrument.Result) {
		t.Helper()
		var tree any
		if err := json.Unmarshal(encoded(t, r), &tree); err != nil {
			t.Fatal(err)
		}
		eachObject(tree, func(object map[string]any) {
			for _, name := range lists {
				value, ok := object[name]
				if name == "missing" && object["kind"] == "result" || name == "notApplicable" && value == true {
					continue // the policy, and a measured value that does not apply
				}
				if ok {
					seen[name]++
					if _, isList := value.([]any); !isList {
						t.Fatalf("%s is %v", name, value)
					}
				}
			}
			percent, ok := object["percent"]
			if !ok {
				return
			}
			open := object["unknown"] != 0.0 || object["possible"] == 0.0
			if object["earned"] != nil && (percent == nil) != open {
				t.Fatalf("percent is %v in %v", percent, object)
			}
			if percent != nil && (percent != object["low"] || percent != object["high"]) {
				t.Fatalf("percent is not low and high in %v", object)
			}
			if (object["low"] == nil) != (object["high"] == nil) || object["possible"] == 0.0 && object["low"] != nil {
				t.Fatalf("low and high in %v", object)
			}
			seen[map[bool]string{true: "null", false: "a percent"}[percent == nil]]++
		})
	}
	for _, r := range goldens(t) {
		check(r)
	}
	m := newMaker(12)
	for range rounds(t, 500) {
		d := m.definition(6)
		check(scored(t, d, m.administration(d, 30)))
	}
	for _, name := range append(lists, "null", "a percent") {
		if seen[name] == 0 {
			t.Errorf("no %s in any result", name)
		}
	}
}

func eachObject(tree any, visit func(map[string]any)) {
	switch tree := tree.(type) {
	case map[string]any:
		visit(tree)
		for _, value := range tree {
			eachObject(value, visit)
		}
	case []any:
		for _, value := range tree {
			eachObject(value, visit)
		}
	}
}

// The names that integrators rely on.
func TestResultNames(t *testing.T) {
	var tree map[string]any
	if err := json.Unmarshal(encoded(t, goldens(t)["dca-unknowns"]), &tree); err != nil {
		t.Fatal(err)
	}
	at := func(path string) any {
		var value any = tree
		for _, name := range strings.Split(path, ".") {
			switch v := value.(type) {
			case map[string]any:
				value = v[name]
			case []any:
				value = v[int(name[0]-'0')]
			}
		}
		return value
	}
	for path, want := range map[string]any{
		"kind": "result", "schemaVersion": 1.0, "instrument.id": "dca", "instrument.version": "7.7", "unit.id": "u-1", "unit.kind": "district", "date": "2026-01-20",
		"total.earned": 45.0, "total.possible": 54.0, "total.unknown": 4.0, "total.percent": nil, "total.low": "83.3", "total.high": "90.7",
		"subscales.1.id": "competency", "subscales.1.label": "Competency", "subscales.1.low": "68.2", "subscales.1.high": "77.3", "subscales.0.percent": "100.0",
		"criteria.0.id": "minimum-capacity", "criteria.0.verdict": "notMet", "criteria.0.needed.0.more": 3.0, "criteria.0.needed.0.evenIf": 1.0, "criteria.0.needed.0.unit": "points",
		"criteria.0.children.0.measure": "total", "criteria.0.children.0.wanted.atLeast": "80%", "criteria.0.children.0.measured.unknown": 4.0,
		"caveats.0.code": "instrument.caveat.completed", "items.scored": 25.0, "items.missing.0": "15", "missing": "unknown",
	} {
		same(t, path, want, at(path))
	}
}
