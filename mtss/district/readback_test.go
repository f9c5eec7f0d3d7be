package district_test

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/mtss/district"
)

func TestStatusReadsBack(t *testing.T) {
	d, v := documents(t), view()
	r := report(t, d, v, others())
	var again district.Report
	if err := json.Unmarshal([]byte(encoded(t, r)), &again); err != nil {
		t.Fatal(err)
	}
	same(t, "a report", encoded(t, r), encoded(t, again))
	in := infrastructure(t, d, v, others())
	var back []district.ComponentStatus
	if err := json.Unmarshal([]byte(encoded(t, in)), &back); err != nil {
		t.Fatal(err)
	}
	same(t, "x", in, back)
}
