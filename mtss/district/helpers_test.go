package district_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var (
	maple = mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	north = mtss.Unit{ID: "north", Kind: mtss.KindSchool}
	south = mtss.Unit{ID: "south", Kind: mtss.KindSchool}
	west  = mtss.Unit{ID: "west", Kind: mtss.KindSchool}
	today = day("2026-05-01")
)

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// view is of maple with its two schools, over a quarter.
func view() district.View {
	return district.View{Unit: maple, Schools: []mtss.Unit{north, south}, On: today, Policy: district.Quarterly()}
}

// others are facts from other packages.
func others() rule.Facts {
	return rule.Facts{
		"initiatives.pairs":   rule.Of(mtss.Tally{Earned: 10, Possible: 10}),
		"coaching.components": rule.Of(mtss.Tally{Earned: 6, Possible: 6}),
	}
}

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read[T any](t testing.TB, data string, decode func([]byte) (T, error)) *T {
	t.Helper()
	v, err := decode([]byte(data))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return &v
}

func documents(t testing.TB) district.Documents {
	t.Helper()
	return district.Documents{
		Teams: read(t, file(t, "teams"), district.DecodeTeams), Ownership: read(t, file(t, "ownership"), district.DecodeOwnership),
		Meetings: read(t, file(t, "meetings"), district.DecodeMeetings), Communication: read(t, file(t, "communication"), district.DecodeCommunication),
		Plan: read(t, file(t, "plan"), district.DecodePlan), Checklist: read(t, file(t, "checklist"), district.DecodeChecklist),
		TierModels: read(t, file(t, "deliveries"), district.DecodeTierModels),
	}
}

func same(t testing.TB, name string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// issues returns the problems of an error as "path code".
func issues(err error) []string {
	list := []string{}
	for _, i := range mtss.Issues(err) {
		list = append(list, i.Path+" "+string(i.Code))
	}
	return list
}

// said returns concerns as "code unit subject".
func said(found []district.Concern) []string {
	list := []string{}
	for _, f := range found {
		list = append(list, string(f.Code)+" "+f.Unit.ID+" "+f.Subject)
	}
	return list
}
