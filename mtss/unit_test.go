package mtss_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

func TestUnitKind(t *testing.T) {
	want := []mtss.UnitKind{"classroom", "program", "school", "district", "isd", "region", "state"}
	if diff := cmp.Diff(want, mtss.UnitKinds()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, kind := range want {
		var unit mtss.Unit
		if err := json.Unmarshal([]byte(`{"id":"d-0017","kind":"`+string(kind)+`"}`), &unit); err != nil || unit.Kind != kind || unit.ID != "d-0017" {
			t.Errorf("%s: got %+v, %v", kind, unit, err)
		}
	}
	for _, text := range []string{"", "School", "ISD", "schools", "county", " school"} {
		kept := mtss.KindDistrict
		if err := kept.UnmarshalText([]byte(text)); !errors.Is(err, mtss.CodeUnitKind) || kept != mtss.KindDistrict {
			t.Errorf("%q: got %q, %v", text, kept, err)
		}
	}
	mtss.UnitKinds()[0] = "changed"
	if mtss.UnitKinds()[0] != mtss.KindClassroom {
		t.Error("a caller can change the kinds for others")
	}
}
