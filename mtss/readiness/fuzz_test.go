package readiness_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// fuzzed checks that what decodes comes back from its encoding and can be
// judged, and that what does not has issues with a path.
func fuzzed(f *testing.F, names ...string) {
	k := kindOf(f, names[0])
	for _, name := range names {
		f.Add([]byte(kindOf(f, name).good))
		f.Add([]byte(kindOf(f, name).good[:100]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, _, err := k.read(t, string(data))
		if err != nil {
			for _, issue := range mtss.Issues(err) {
				if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
					t.Fatalf("%q: issue %+v", data, issue)
				}
			}
			return
		}
		if second, _, err := k.read(t, first); err != nil || first != second {
			t.Fatalf("%q came back as %s and then as %s: %v", data, first, second, err)
		}
	})
}

func FuzzDecodeRecord(f *testing.F)    { fuzzed(f, "record", "isd") }
func FuzzDecodeScaleUp(f *testing.F)   { fuzzed(f, "scaleUp") }
func FuzzDecodeHexagon(f *testing.F)   { fuzzed(f, "hexagon", "hexagon8") }
func FuzzDecodeInventory(f *testing.F) { fuzzed(f, "inventory") }
