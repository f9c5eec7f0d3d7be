package fidelity_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var (
	walk  = instrument.Ref{ID: "walk", Version: "1"}
	room  = mtss.Unit{ID: "room-1", Kind: mtss.KindClassroom}
	north = mtss.Unit{ID: "north", Kind: mtss.KindSchool}
	south = mtss.Unit{ID: "south", Kind: mtss.KindSchool}
	maple = mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	today = day("2026-05-01")
)

// four asks for four fifths of the points of the latest observation.
func four() fidelity.Policy {
	return fidelity.Policy{Instrument: walk, AtLeast: mtss.NewRatio(4, 5)}
}

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func window(id, from, to string) mtss.Window {
	w := mtss.Window{ID: id}
	if w.From.UnmarshalText([]byte(from)) != nil || w.To.UnmarshalText([]byte(to)) != nil {
		panic(from + " " + to)
	}
	return w
}

// tally reads "4/10" or "4+3?/10".
func tally(text string) mtss.Tally {
	v, err := rule.ParseValue(rule.Measure{Name: "test", Kind: rule.KindTally}, text)
	t, ok := v.Tally()
	if err != nil || !ok {
		panic("no tally: " + text)
	}
	return t
}

// people returns practitioners of one innovation in one unit.
func people(unit mtss.Unit, ids string) (list []roster.Assignment) {
	for _, id := range strings.Fields(ids) {
		list = append(list, roster.Assignment{Person: id, Unit: unit, Innovation: "swpbis"})
	}
	return list
}

// rosters is one roster that nobody confirmed.
func rosters(who []roster.Assignment) []roster.Roster {
	return []roster.Roster{{Intended: who}}
}

// seen reads observations written as "who date score", or "who date score
// trainedOn", one a line.
func seen(lines string) (list []fidelity.Observation) {
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		parts := strings.Fields(line)
		o := fidelity.Observation{Practitioner: parts[0], Innovation: "swpbis", Instrument: walk, Date: day(parts[1]), Score: tally(parts[2])}
		if len(parts) > 3 {
			o.AdministeredBy = instrument.AdministeredBy{Role: "observer", TrainedOn: day(parts[3])}
		}
		list = append(list, o)
	}
	return list
}

func units(t testing.TB, places ...mtss.Place) mtss.Hierarchy {
	t.Helper()
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return h
}

// district is a district of two schools, one of which has a room of its own.
func district(t testing.TB) mtss.Hierarchy {
	return units(t,
		mtss.Place{Unit: maple}, mtss.Place{Unit: north, Parent: "maple"},
		mtss.Place{Unit: south, Parent: "maple"}, mtss.Place{Unit: room, Parent: "north"},
	)
}

func counted(t testing.TB, who []roster.Assignment, seen []fidelity.Observation, p fidelity.Policy, above mtss.Hierarchy, on mtss.Date) fidelity.ShareReport {
	t.Helper()
	r, err := fidelity.Count(rosters(who), seen, p, above, on)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return r
}

// shareOf returns the share of a unit, which must be there.
func shareOf(t testing.TB, r fidelity.ShareReport, unit mtss.Unit) fidelity.Share {
	t.Helper()
	s, ok := r.Share(unit.ID, "swpbis")
	if !ok {
		t.Fatalf("no share of %s in %+v", unit.ID, r.Shares)
	}
	return s
}

// bareShare is a share without the days of observations and the points by dimension.
func bareShare(s fidelity.Share) fidelity.Share {
	s.Oldest, s.LatestExpired, s.Dimensions = mtss.Date{}, mtss.Date{}, nil
	return s
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// found lists issues as "path code", in their order.
func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

func codesOf(caveats []mtss.Notice) []mtss.Code {
	codes := []mtss.Code{}
	for _, c := range caveats {
		codes = append(codes, c.Code)
	}
	return codes
}

func same(t testing.TB, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
}
