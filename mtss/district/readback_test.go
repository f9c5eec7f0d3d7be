package district_test

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/mtss/district"
)

func TestStatusReadsBack(t *testing.T) {
	d, v := documents(t), view()
	in := infrastructure(t, d, v, others())
	var back []district.ComponentStatus
	if err := json.Unmarshal([]byte(encoded(t, in)), &back); err != nil {
		t.Fatal(err)
	}
	same(t, "x", in, back)
}
