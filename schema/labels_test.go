package schema_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
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
