package records_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

func TestDecodeUnits(t *testing.T) {
	document := func(units string) string { return `{"kind":"units","schemaVersion":1,"units":[` + units + `]}` }
	for _, c := range []struct {
		name, why, in string
		want          []string
	}{
		{"a school and its district", "in any order", document(`{"id":"s-1","kind":"school","parent":"d-1"},{"id":"d-1","kind":"district"}`), nil},
		{"no units", "", document(``), nil},
		{"another kind", "", `{"kind":"unit","schemaVersion":1,"units":[]}`, []string{"/kind json.enum"}},
		{"syntax", "", `{`, []string{" json.syntax"}},
		{"form", "all at once", document(`{"id":"","kind":"planet"}`), []string{"/units/0/id json.length", "/units/0/kind mtss.unit.kind"}},
		{"places", "in the order of the document, whatever is noticed first", document(`{"id":"s-1","kind":"school","parent":"none"},{"id":"s-1","kind":"school"}`),
			[]string{"/units/0/parent " + string(mtss.CodePlace), "/units/1 " + string(mtss.CodePlace)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := records.DecodeUnits([]byte(c.in))
			var got []string
			for _, issue := range mtss.Issues(err) {
				got = append(got, fmt.Sprint(issue.Path, " ", issue.Code))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", c.why, diff)
			}
		})
	}
}
