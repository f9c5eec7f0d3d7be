package documents_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// scramble changes everything that a value reaches through lists, maps and pointers.
func scramble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			scramble(v.Elem())
			if v.Elem().CanSet() {
				v.Elem().SetZero()
			}
		}
	case reflect.Interface:
		scramble(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			scramble(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				scramble(f)
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			v.SetMapIndex(key, reflect.Value{})
		}
	}
}

// everything is a document of each kind that a folder may have, and several of some.
func everything(t *testing.T, all map[string][][]byte) (out []mtss.Document) {
	t.Helper()
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		if kind == "unitProfile" || kind == "words" {
			continue
		}
		for _, data := range all[kind] {
			document, err := documents.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, document)
		}
	}
	return out
}

// What a constructor was given, and what a method handed out, is the caller's own:
// changing it afterwards changes nothing.
func TestNothingIsShared(t *testing.T) {
	all := samples(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
	}
	text := func(v any, err error) string {
		t.Helper()
		must(err)
		data, err := json.Marshal(v)
		must(err)
		return string(data)
	}
	definition := func() instrument.Definition {
		d, err := instrument.DecodeDefinition(all["definition"][0])
		must(err)
		return d
	}
	administration := func() instrument.Administration {
		a, err := instrument.DecodeAdministration([]byte(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null}}`))
		must(err)
		return a
	}
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	for _, test := range []struct {
		name  string
		build func() (given any, render func() string)
	}{
		{"a scorer and its definition", func() (any, func() string) {
			d := definition()
			s, err := instrument.Compile(d)
			must(err)
			return &d, func() string { return text(s.Definition(), nil) }
		}},
		{"the definition of a scorer", func() (any, func() string) {
			s, err := instrument.Compile(definition())
			must(err)
			d := s.Definition()
			return &d, func() string { return text(s.Definition(), nil) }
		}},
		{"a completed definition and its completion", func() (any, func() string) {
			d := dca.V77()
			c, err := instrument.DecodeCompletion(all["completion"][0])
			must(err)
			c.Instrument = d.Ref()
			c.Items, c.Scales, c.ItemScales, c.Sections = nil, nil, nil, nil
			c.Subscales = []instrument.Subscale{{ID: "whole", Items: []string{}}}
			for _, item := range d.Items {
				c.Subscales[0].Items = append(c.Subscales[0].Items, item.ID)
			}
			c.Total = instrument.TotalPoints
			done, err := instrument.Complete(d, c)
			must(err)
			return &c, func() string { return text(done, nil) }
		}},
		{"a result and its administration", func() (any, func() string) {
			d := dca.V77()
			s, err := instrument.Compile(d)
			must(err)
			a := administration()
			r, err := s.Score(a)
			must(err)
			return &a, func() string { return text(r, nil) }
		}},
		{"two results of a scorer", func() (any, func() string) {
			d := dca.V77()
			s, err := instrument.Compile(d)
			must(err)
			first, err := s.Score(administration())
			must(err)
			return &first, func() string { r, err := s.Score(administration()); return text(r, err) }
		}},
		{"a rulebook and its set", func() (any, func() string) {
			set, err := rule.DecodeSet([]byte(`{"kind":"ruleSet","schemaVersion":1,"measures":{"level":{"kind":"category","categories":["a","b"]},"dca":{"kind":"tally","unit":"points"}},"rules":[{"id":"r","when":{"measure":"level","oneOf":["a"]},"require":{"all":[{"measure":"dca","between":["10%","90%"]}]},"caveats":["c"]}]}`))
			must(err)
			book, err := rule.CompileSet(rule.Vocabulary{}, set)
			must(err)
			return &set, func() string {
				d, _ := book.Decide("r", rule.Facts{"level": rule.OfCategory("a"), "dca": rule.Of(mtss.Tally{Earned: 1, Possible: 2})}, on)
				return text(d, nil) + text(book.Rules(on), nil) + fmt.Sprint(book.Vocabulary())
			}
		}},
		{"the rules of a rulebook", func() (any, func() string) {
			set, err := rule.DecodeSet([]byte(`{"kind":"ruleSet","schemaVersion":1,"measures":{"level":{"kind":"category","categories":["a","b"]}},"rules":[{"id":"r","require":{"measure":"level","oneOf":["a"]}}]}`))
			must(err)
			book, err := rule.CompileSet(rule.Vocabulary{}, set)
			must(err)
			out := struct {
				Rules      []rule.Rule
				Vocabulary rule.Vocabulary
			}{book.Rules(on), book.Vocabulary()}
			return &out, func() string { return text(book.Rules(on), nil) + fmt.Sprint(book.Vocabulary()) }
		}},
		{"a series and its values", func() (any, func() string) {
			values := []rule.Dated{{On: on, Value: rule.OfYesNo(mtss.Met)}}
			v := rule.OfSeries(values...)
			return &values, func() string { return text(v, nil) }
		}},
		{"a mean and its parts", func() (any, func() string) {
			parts := []mtss.Tally{{Earned: 1, Possible: 2}}
			v := rule.OfMean(parts)
			return &parts, func() string { return text(v, nil) }
		}},
		{"an assessor and its model", func() (any, func() string) {
			m := stages.NIRN(stages.Entry{})
			a, err := stages.Compile(m)
			must(err)
			return &m, func() string { return text(a.Model(), nil) }
		}},
		{"the model of an assessor", func() (any, func() string) {
			a, err := stages.Compile(stages.NIRN(stages.Entry{}))
			must(err)
			m := a.Model()
			return &m, func() string { return text(a.Model(), nil) }
		}},
		{"a hierarchy and its places", func() (any, func() string) {
			places := []mtss.Place{{Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}}, {Unit: mtss.Unit{ID: "s", Kind: mtss.KindSchool}, Parent: "d"}}
			h, err := mtss.NewHierarchy(places)
			must(err)
			return &places, func() string { return fmt.Sprint(h.Above("s")) }
		}},
		{"gathered evidence and its document", func() (any, func() string) {
			d, err := evidence.DecodeStatements(all["evidence"][0])
			must(err)
			unit, innovation := d.Records[0].Unit, d.Records[0].Innovation
			set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.HostPolicy{}, d)
			must(err)
			return &d, func() string { items, err := set.On(unit, innovation, on); must(err); return fmt.Sprintf("%+v", items) }
		}},
		{"a report and its policy", func() (any, func() string) {
			policy, err := fidelity.DecodePolicy(all["fidelityPolicy"][0])
			must(err)
			report, err := fidelity.Count(nil, nil, policy, mtss.Hierarchy{}, on)
			must(err)
			return &policy, func() string { return text(report, nil) }
		}},
		{"a profile and its documents", func() (any, func() string) {
			given, options := everything(t, all), profile.Options{Unit: mtss.Unit{ID: "district-juniper", Kind: mtss.KindDistrict}, On: on, Model: stages.NIRN(stages.Entry{})}
			var documents profile.Documents
			documents.Add(given...)
			p, _ := profile.Of(documents, options)
			asked := options
			asked.Model = stages.Model{}
			return &struct {
				Documents []mtss.Document
				Options   profile.Options
			}{given, options}, func() string { again, _ := profile.Of(documents, asked); return text(p, nil) + text(again, nil) }
		}},
		{"two profiles of the same documents", func() (any, func() string) {
			var documents profile.Documents
			documents.Add(everything(t, all)...)
			options := profile.Options{Unit: mtss.Unit{ID: "district-juniper", Kind: mtss.KindDistrict}, On: on}
			first, _ := profile.Of(documents, options)
			return &first, func() string { p, _ := profile.Of(documents, options); return text(p, nil) }
		}},
		{"the facts of a profile", func() (any, func() string) {
			p, err := profile.Decode(all["unitProfile"][0])
			must(err)
			facts := p.Facts("")
			return &facts, func() string { return text(p, nil) }
		}},
		{"results among documents", func() (any, func() string) {
			var documents profile.Documents
			documents.Add(everything(t, all)...)
			results := documents.Results()
			return &results, func() string { return text(documents.Results(), nil) }
		}},
		{"documents of a type", func() (any, func() string) {
			var documents profile.Documents
			documents.Add(everything(t, all)...)
			plans := profile.All[plan.Plan](documents)
			return &plans, func() string { return text(profile.All[plan.Plan](documents), nil) }
		}},
		{"the words of pages", func() (any, func() string) {
			words := page.English()
			return &words, func() string { return text(page.English(), nil) }
		}},
		{"the header of sheets", func() (any, func() string) {
			header := sheet.Header()
			return &header, func() string { return fmt.Sprint(sheet.Header()) }
		}},
		{"a state and the results added to it", func() (any, func() string) {
			var state rollup.State
			r, err := instrument.DecodeResult(all["result"][0])
			must(err)
			must(state.Add(mtss.Correction[string]{}, r))
			return &r, func() string { return text(state, nil) }
		}},
		{"a merged state and its parts", func() (any, func() string) {
			part, err := rollup.DecodeState(all["rollupState"][0])
			must(err)
			whole := rollup.Merge(part)
			return &part, func() string { return text(whole, nil) }
		}},
		{"the parts of a state", func() (any, func() string) {
			state, err := rollup.DecodeState(all["rollupState"][0])
			must(err)
			parts := state.Split()
			return &parts, func() string { return text(state, nil) }
		}},
		{"a table and what it was rolled up by", func() (any, func() string) {
			state, err := rollup.DecodeState(all["rollupState"][0])
			must(err)
			how := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindSchool, mtss.KindDistrict}, Calendar: mtss.Calendar{Windows: mtss.DCAWindows()}, Policy: rollup.Policies()[0]}
			table, _, _ := state.Table(mtss.Hierarchy{}, how)
			return &struct {
				State rollup.State
				How   rollup.Breakdown
			}{state, how}, func() string { return text(table, nil) }
		}},
		{"two tables of a state", func() (any, func() string) {
			state, err := rollup.DecodeState(all["rollupState"][0])
			must(err)
			how := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindSchool}, Policy: rollup.Policies()[0]}
			first, _, _ := state.Table(mtss.Hierarchy{}, how)
			if len(first.Rows) == 0 {
				t.Error("the table is empty")
			}
			return &first, func() string { table, _, _ := state.Table(mtss.Hierarchy{}, how); return text(table, nil) }
		}},
		{"policies that ship", func() (any, func() string) {
			shipped := rollup.Policies()
			return &shipped, func() string { return text(rollup.Policies(), nil) }
		}},
		{"merged assignments and their rosters", func() (any, func() string) {
			r, err := roster.Decode(all["practitioners"][0])
			must(err)
			merged, _, err := roster.Merge(mtss.Hierarchy{}, nil, r)
			must(err)
			return &r, func() string { return text(merged, nil) }
		}},
		{"the activities of plans", func() (any, func() string) {
			p, err := plan.DecodePlan(all["actionPlan"][0])
			must(err)
			plans := plan.Plans{p}
			activities := plans.Activities(p.Unit, p.Date)
			if len(activities) == 0 {
				t.Error("the plan has no activities")
			}
			return &activities, func() string { return text(plans, nil) + text(plans.Activities(p.Unit, p.Date), nil) }
		}},
		{"definitions that ship", func() (any, func() string) {
			shipped := catalog.All()
			return &shipped, func() string { return text(catalog.All(), nil) }
		}},
		{"models that ship", func() (any, func() string) {
			shipped := stages.All()
			return &shipped, func() string { return text(stages.All(), nil) }
		}},
	} {
		given, render := test.build()
		before := render()
		scramble(reflect.ValueOf(given))
		if after := render(); after != before {
			t.Errorf("%s share memory:\n%.600s\n%.600s", test.name, before, after)
		}
	}
}
