package schema_test

import (
	"fmt"

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
	}, schema.Labels{NotScored: "Skipped"})
	fmt.Println(err, len(form.Schema) > 0, len(form.UI) > 0)
	// Output:
	// true "$schema"
	// <nil> true true
}
