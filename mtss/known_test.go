package mtss_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// entry is a record of somebody's work.
type entry struct {
	id, supersedes, voids string
	on, recorded          string
}

func (e entry) Known() mtss.Date {
	text := e.recorded
	if text == "" {
		text = e.on
	}
	if text == "" {
		return mtss.Date{}
	}
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func (e *entry) correction() mtss.Correction[string] {
	return mtss.Correction[string]{ID: e.id, Supersedes: e.supersedes, Voids: e.voids}
}

// What was known by a day, and what of it was in force.
func TestKnownBy(t *testing.T) {
	for _, test := range []struct {
		why     string
		records []entry
		day     string
		want    []string
	}{
		{"on its own day", []entry{{id: "a", on: "2025-10-06"}}, "2025-10-06", []string{"a"}},
		{"not before", []entry{{id: "a", on: "2025-10-06"}}, "2025-10-05", []string{}},
		{"on the day on which it was recorded", []entry{{id: "a", on: "2025-10-06", recorded: "2025-11-01"}}, "2025-11-01", []string{"a"}},
		{"not before that", []entry{{id: "a", on: "2025-10-06", recorded: "2025-11-01"}}, "2025-10-31", []string{}},
		{"recorded beforehand", []entry{{id: "a", on: "2025-10-06", recorded: "2025-06-01"}}, "2025-06-01", []string{"a"}},
		{"what has no day was known from the start", []entry{{id: "a"}}, "0001-01-01", []string{"a"}},
		{"no day leaves nothing out", []entry{{id: "a", on: "2025-10-06", recorded: "9999-12-31"}}, "", []string{"a"}},
		{"a correction that was known", []entry{{id: "a", on: "2025-10-06"}, {id: "b", supersedes: "a", on: "2025-10-06", recorded: "2025-11-01"}}, "2025-11-01", []string{"b"}},
		{"before it, what it corrects stands", []entry{{id: "a", on: "2025-10-06"}, {id: "b", supersedes: "a", on: "2025-10-06", recorded: "2025-11-01"}}, "2025-10-31", []string{"a"}},
		{"before it was voided", []entry{{id: "a", on: "2025-10-06"}, {id: "b", voids: "a", on: "2025-10-06", recorded: "2025-11-01"}}, "2025-10-31", []string{"a"}},
		{"a correction of a correction", []entry{{id: "a", on: "2025-10-06"}, {id: "b", supersedes: "a", on: "2025-10-06", recorded: "2025-11-01"}, {id: "c", supersedes: "b", on: "2025-10-06", recorded: "2025-12-01"}}, "2025-11-15", []string{"b"}},
		{"a correction without a day of its own counts from that of the record", []entry{{id: "a", on: "2025-10-06"}, {id: "b", supersedes: "a", on: "2025-10-06"}}, "2025-10-06", []string{"b"}},
	} {
		given := slices.Clone(test.records)
		var day mtss.Date
		if test.day != "" {
			day = entry{on: test.day}.Known()
		}
		standing, err := mtss.InForce(mtss.KnownBy(test.records, day), (*entry).correction)
		got := []string{}
		for _, e := range standing {
			got = append(got, e.id)
		}
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, %v, want %v", test.why, got, err, test.want)
		}
		if !slices.Equal(given, test.records) {
			t.Errorf("%s: the records were changed", test.why)
		}
	}
	if mtss.KnownBy[entry](nil, mtss.Date{}) != nil {
		t.Error("what is absent stays absent")
	}
}
