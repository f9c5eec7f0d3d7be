package schema_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

// A message is looked up by its template, else by its code, and filled in.
func TestMessage(t *testing.T) {
	issue := mtss.Issuef("/responses/1", "instrument.score", "item %q is scored %d", "1", 3)
	for _, test := range []struct {
		name     string
		messages map[string]string
		want     string
	}{
		{"none", nil, issue.Message},
		{"by the template", map[string]string{"item {0} is scored {1}": "{1} en {0}", "instrument.score": "otra"}, `3 en "1"`},
		{"by the code", map[string]string{"instrument.score": "{1} no vale"}, "3 no vale"},
		{"of another problem", map[string]string{"instrument.unit": "otra"}, issue.Message},
	} {
		if got := (schema.Labels{Messages: test.messages}).Message(issue); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	if got := (schema.Labels{Messages: map[string]string{"": "x"}}).Message(mtss.Issue{Message: "m"}); got != "m" {
		t.Errorf("an issue without a code or template says %q", got)
	}
}

// Labels of what does not exist are refused where they are, with the nearest that does.
func TestLabelsOfNothing(t *testing.T) {
	type m = map[string]string
	tfi := instrument.Ref{ID: "tfi", Version: "2.1"}
	for _, test := range []struct {
		why    string
		labels schema.Labels
		want   []string // path, then a part of what is said
	}{
		{"for all forms", schema.Labels{Words: m{"district": "x"}, Fields: m{"unit.kind": "x"}, Buttons: m{"add": "x"}, Messages: m{"required": "{0}", "json.missing": "x {0} {1}"}}, nil},
		{"of one kind", schema.Labels{Document: "contact", Fields: m{"date": "x"}, Hints: m{"recipients.kind": "x"}, Words: m{"format": "x"}}, []string{"/hints/recipients.kind", "the kind contact has no field", "/words/format", "no word"}},
		{"of elements", schema.Labels{Document: "readiness", Fields: m{"requests.items": "x", "requests.area": "x"}, Words: m{"requests.area/reading": "x", "reading": "x"}}, nil},
		{"a kind that is none", schema.Labels{Document: "contacts"}, []string{"/document", "did you mean contact?"}},
		{"two forms", schema.Labels{Document: "contact", Instrument: tfi}, []string{"/document", "want administration"}},
		{"both are one form", schema.Labels{Document: "administration", Instrument: tfi, Items: m{"1.1": "x"}}, nil},
		{"items of no instrument", schema.Labels{Items: m{"1": "x"}, Scores: m{"1": "x"}}, []string{"/items", "none is named", "/scores", "none is named"}},
		{"a word of another list", schema.Labels{Document: "administration", Words: m{"unit.kind/met": "x", "unit.kinds/school": "x", "districts": "x"}}, []string{"/words/districts", "did you mean district?", "/words/unit.kinds~1school", "did you mean unit.kind/school?", "/words/unit.kind~1met", "unit.kind/district"}},
		{"a field of no kind", schema.Labels{Fields: m{"units.kinds": "x"}}, []string{"/fields/units.kinds", "a document has no field"}},
		{"a button", schema.Labels{Buttons: m{"submitt": "x", "zzz": "x"}}, []string{"/buttons/submitt", "did you mean submit?", "/buttons/zzz", "want one of add, back"}},
		{"a message", schema.Labels{Messages: m{"json.mising": "x", "requird": "x"}}, []string{"/messages/json.mising", "a problem has no template", "/messages/requird", "did you mean required?"}},
		{"a keyword of a host's own schema", schema.Labels{Messages: m{"if": "x", "exclusiveMinimum": "{0}"}}, nil},
		{"a place", schema.Labels{Messages: m{"item {0} of {1} is scored {2}, want {3}": "{3} {4}", "maximum": "{1}"}}, []string{"/messages/item {0} of {1} is scored {2}, want {3}", "has {4}", "/messages/maximum", "has {1}"}},
	} {
		test.labels.Language = "en"
		data, err := json.Marshal(test.labels)
		if err != nil {
			t.Fatal(err)
		}
		_, err = schema.DecodeLabels(data)
		issues := mtss.Issues(err)
		if said := test.labels.Validate(); len(mtss.Issues(said)) != len(issues) {
			t.Errorf("%s: the Go value has %v", test.why, said)
		}
		if len(issues) != len(test.want)/2 {
			t.Errorf("%s: got %v, want %v", test.why, err, test.want)
			continue
		}
		slices.SortFunc(issues, func(a, b mtss.Issue) int { return strings.Compare(a.Path, b.Path) })
		for i, issue := range issues {
			if issue.Path != test.want[2*i] || !strings.Contains(issue.Message, test.want[2*i+1]) || issue.Code != schema.CodeFormLabels {
				t.Errorf("%s: got %s %s", test.why, issue.Path, issue.Message)
			}
		}
	}
}

// Every kind of document has a form in the host's words.
func TestFormOf(t *testing.T) {
	for _, kind := range schema.Names() {
		form, err := schema.FormOf(kind, schema.Labels{Title: "Our form"})
		if err != nil || !json.Valid(form.Schema) || !strings.Contains(string(form.UI), `"ui:title": "Our form"`) || strings.Contains(string(form.Layout), "schemaVersion") {
			t.Errorf("%s: %v", kind, err)
		}
	}
	form, err := schema.FormOf("readiness", schema.Labels{
		Document: "readiness", Language: "es", Fields: map[string]string{"requests": "Solicitudes", "requests.area": "Ámbito"},
		Hints: map[string]string{"requests.area": "Elija uno."}, Words: map[string]string{"reading": "Lectura"}, Buttons: map[string]string{"submit": "Enviar"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Properties struct {
			Requests struct {
				Title string
				Items struct {
					Properties struct {
						Area struct {
							Title, Description string
							OneOf              []struct{ Const, Title string }
						}
					}
				}
			}
		}
	}
	if err := json.Unmarshal(form.Schema, &s); err != nil {
		t.Fatal(err)
	}
	area := s.Properties.Requests.Items.Properties.Area
	if s.Properties.Requests.Title != "Solicitudes" || area.Title != "Ámbito" || area.Description != "Elija uno." || len(area.OneOf) != 4 || area.OneOf[1].Const != "reading" || area.OneOf[1].Title != "Lectura" || area.OneOf[0].Title != "SEB" {
		t.Errorf("got %+v", s)
	}
	if strings.Contains(string(form.Schema), "\"description\": \"The day") {
		t.Error("an English hint is left in a Spanish form")
	}
	for _, text := range []string{`"Lectura"`, `"ui:description": "Elija uno."`, `"submitText": "Enviar"`} {
		if !strings.Contains(string(form.UI), text) {
			t.Errorf("the UI schema lacks %s", text)
		}
	}
	if _, err := schema.FormOf("contact", schema.Labels{Document: "readiness"}); !errors.Is(err, schema.CodeFormLabels) {
		t.Errorf("labels of another kind: got %v", err)
	}
	if _, err := schema.FormOf("nothing", schema.Labels{}); !errors.Is(err, strict.CodeEnum) {
		t.Errorf("no kind: got %v", err)
	}
}

// A form takes the days of a period, which the words of Ajv's formats say.
func TestFormDays(t *testing.T) {
	d := definition(t, "tfi@3.0")
	for _, test := range []struct {
		days mtss.Period
		want []string
	}{
		{mtss.Period{}, nil},
		{mtss.Period{From: mtss.Date{Year: 2025, Month: 8, Day: 1}}, []string{`"formatMinimum": "2025-08-01"`}},
		{mtss.Period{From: mtss.Date{Year: 2025, Month: 8, Day: 1}, Until: mtss.Date{Year: 2026, Month: 1, Day: 20}}, []string{`"formatMinimum": "2025-08-01"`, `"formatMaximum": "2026-01-20"`}},
	} {
		form, err := schema.Form(d, schema.Labels{}, test.days)
		if err != nil || strings.Count(string(form.Schema), "formatM") != len(test.want) {
			t.Fatalf("%v: %v", test.days, err)
		}
		for _, text := range test.want {
			if !strings.Contains(string(form.Schema), text) {
				t.Errorf("%v: lacks %s", test.days, text)
			}
		}
	}
}

// The schema has the buttons that labels may be of, and no other.
func TestButtons(t *testing.T) {
	text, _ := schema.Get("labels")
	var of struct {
		Defs struct {
			ButtonTexts struct {
				Properties           map[string]any `json:"properties"`
				AdditionalProperties *bool          `json:"additionalProperties"`
			} `json:"ButtonTexts"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(text), &of); err != nil {
		t.Fatal(err)
	}
	buttons := of.Defs.ButtonTexts
	if buttons.AdditionalProperties == nil || *buttons.AdditionalProperties {
		t.Error("the schema takes any button")
	}
	known := slices.Sorted(maps.Keys(buttons.Properties))
	document := func(button string) []byte {
		return []byte(`{"kind":"labels","schemaVersion":1,"language":"en","buttons":{"` + button + `":"text"}}`)
	}
	for _, button := range known {
		if _, err := schema.DecodeLabels(document(button)); err != nil {
			t.Errorf("the schema has the button %s: %v", button, err)
		}
	}
	_, err := schema.DecodeLabels(document("rewind"))
	if want := "want one of " + strings.Join(known, ", "); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}
