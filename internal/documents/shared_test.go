package documents_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
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
			d, err := evidence.DecodeDocument(all["evidence"][0])
			must(err)
			unit, innovation := d.Records[0].Unit, d.Records[0].Innovation
			set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.Policy{}, d)
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
