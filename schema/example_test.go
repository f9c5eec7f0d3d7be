package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

func Example() {
	text, ok := schema.Get("administration")
	fmt.Println(ok, text[4:13])

	form, err := schema.Form(instrument.Definition{
		ID: "checklist", Version: "1", Title: "A checklist",
		Scales: []instrument.Scale{{ID: "done", Scores: []int{0, 1}}},
		Items:  []instrument.Item{{ID: "1", Scale: "done"}},
	}, schema.Labels{NotScored: "Skipped"}, mtss.Period{Until: mtss.Date{Year: 2026, Month: 1, Day: 20}})
	fmt.Println(err, len(form.Schema) > 0, len(form.UI) > 0, len(form.Layout) > 0)
	// Output:
	// true "$schema"
	// <nil> true true true
}

// A document of an older form is moved on before the strict decoder reads it.
func ExampleDecodeLabels_migration() {
	older := []byte(`{"kind":"labels","schemaVersion":0,"instrument":{"id":"tfi","version":"2.1"},"language":"en","caption":"Our form"}`)

	var members map[string]json.RawMessage
	if err := json.Unmarshal(older, &members); err != nil {
		fmt.Println(err)
		return
	}
	if string(members["schemaVersion"]) == "0" {
		members["title"] = members["caption"]
		delete(members, "caption")
		members["schemaVersion"] = json.RawMessage("1")
	}
	newer, err := json.Marshal(members)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, refused := schema.DecodeLabels(older)
	labels, err := schema.DecodeLabels(newer)
	fmt.Println(refused != nil, labels.Title, err)
	// Output: true Our form <nil>
}
