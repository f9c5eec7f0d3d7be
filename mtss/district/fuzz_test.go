package district_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// fuzzed checks that what decodes comes back from its encoding, to the byte the
// second time, and that what does not has issues with a path.
func fuzzed(f *testing.F, name string) {
	for _, r := range readers() {
		if r.name != name {
			continue
		}
		good := file(f, name)
		f.Add([]byte(good))
		f.Add([]byte(r.empty))
		f.Add([]byte(good[:len(good)/2]))
		f.Fuzz(func(t *testing.T, data []byte) {
			first, err := r.read(t, string(data))
			if err != nil {
				if len(mtss.Issues(err)) == 0 {
					t.Fatalf("%q: %v holds no issue", data, err)
				}
				for _, issue := range mtss.Issues(err) {
					if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
						t.Fatalf("%q: issue %+v", data, issue)
					}
				}
				return
			}
			second, err := r.read(t, first)
			if err != nil || first != second {
				t.Fatalf("%q came back as %s and then as %s: %v", data, first, second, mtss.Issues(err))
			}
		})
	}
}

func FuzzDecodeTeams(f *testing.F)         { fuzzed(f, "teams") }
func FuzzDecodeOwnership(f *testing.F)     { fuzzed(f, "ownership") }
func FuzzDecodeMeetings(f *testing.F)      { fuzzed(f, "meetings") }
func FuzzDecodeCommunication(f *testing.F) { fuzzed(f, "communication") }
func FuzzDecodeChecklist(f *testing.F)     { fuzzed(f, "checklist") }
func FuzzDecodeTierModels(f *testing.F)    { fuzzed(f, "deliveries") }
func FuzzDecodeMeetingPolicy(f *testing.F) { fuzzed(f, "policy") }

// FuzzPicture takes bad documents as they come, one beside good ones: nothing
// that is computed of them may panic.
func FuzzPicture(f *testing.F) {
	for _, r := range readers() {
		f.Add([]byte(file(f, r.name)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, ignore := string(data), func(error) {}
		good := documents(t)
		for i := range 7 {
			d := good
			switch i {
			case 0:
				d.Teams = list(lenient(ignore, text, district.DecodeTeams))
			case 1:
				d.Ownership = list(lenient(ignore, text, district.DecodeOwnership))
			case 2:
				d.Meetings = list(lenient(ignore, text, meeting.DecodeMeetings))
			case 3:
				d.Communication = list(lenient(ignore, text, district.DecodeCommunication))
			case 4:
				d.Plans = list(lenient(ignore, text, plan.DecodePlan))
			case 5:
				d.Checklists = list(lenient(ignore, text, district.DecodeChecklist))
			case 6:
				d.TierModels = list(lenient(ignore, text, district.DecodeTierModels))
			}
			picture(t, d, view())
			_ = d.Validate()
			_, _ = d.Evidence(mtss.Hierarchy{}, mtss.Period{From: today.AddDays(-60), Until: today})
		}
	})
}
