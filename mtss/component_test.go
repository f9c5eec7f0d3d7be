package mtss_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// Ten components, each once, in a fresh list each time.
func TestComponents(t *testing.T) {
	all := mtss.Components()
	sorted := slices.Sorted(slices.Values(all))
	if len(all) != 10 || len(slices.Compact(sorted)) != 10 {
		t.Errorf("%v, want ten components", all)
	}
	all[0] = "changed"
	if mtss.Components()[0] != mtss.ComponentImplementationTeam {
		t.Error("a caller changes the list")
	}
}
