package fidelity_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// fuzzed checks that what decodes comes back from its encoding, to the byte the
// second time, and that what does not has issues with a path.
func fuzzed(f *testing.F, name string) {
	for _, r := range readers() {
		if r.name != name {
			continue
		}
		f.Add([]byte(r.good))
		f.Add([]byte(r.empty))
		f.Add([]byte(r.good[:len(r.good)/2]))
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

func FuzzDecodePractitioners(f *testing.F) { fuzzed(f, "practitioners") }
func FuzzDecodeObservations(f *testing.F)  { fuzzed(f, "observations") }
func FuzzDecodeObservation(f *testing.F)   { fuzzed(f, "observation") }
func FuzzDecodeOutcomes(f *testing.F)      { fuzzed(f, "outcomes") }
func FuzzDecodeDosages(f *testing.F)       { fuzzed(f, "dosages") }
func FuzzDecodePolicy(f *testing.F)        { fuzzed(f, "policy") }
func FuzzDecodeSchedule(f *testing.F)      { fuzzed(f, "schedule") }
func FuzzDecodeCoordinators(f *testing.F)  { fuzzed(f, "coordinators") }

// FuzzCount makes small inputs of the bytes, good and bad ones.
func FuzzCount(f *testing.F) {
	f.Add([]byte("a few practitioners, and some who saw them"))
	f.Add([]byte{3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 200, 201, 202, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 1, 1, 1})
	above, err := mtss.NewHierarchy([]mtss.Place{{Unit: maple}, {Unit: north, Parent: "maple"}, {Unit: south, Parent: "maple"}, {Unit: room, Parent: "north"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &bytesOf{data}
		policy := in.policy()
		who, observed := in.people(), in.observations()
		report, err := fidelity.Count(rosters(who), observed, policy, above, today)
		encoded(t, report)
		if policy.Validate() != nil {
			return
		}
		refused := int64(0)
		for _, path := range found(err) {
			if path[:2] == "/o" {
				refused++
			}
		}
		r := report
		if all := r.OfIntended + r.NotIntended + r.Later + r.Repeated + r.Corrected + r.OtherInnovation + r.Refused; all != int64(len(observed)) || r.Refused > 0 && refused == 0 {
			t.Fatalf("%d observations, accounted for %d: %+v", len(observed), all, r)
		}
		want, nobody := naive(who, observed, policy, above, today)
		if nobody != r.RefusedPractitioners {
			t.Fatalf("%d practitioners refused, want %d", r.RefusedPractitioners, nobody)
		}
		for i := range r.Shares {
			s := &r.Shares[i]
			if s.Of(mtss.Intended).Validate() != nil || s.Of(mtss.Employed).Validate() != nil || s.Of(mtss.Observed).Validate() != nil {
				t.Fatalf("a share makes no sense: %+v", *s)
			}
		}
		same(t, "a count by hand", want, bareShares(r))
	})
}
