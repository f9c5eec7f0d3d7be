package evidence_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

func decoded(t *testing.T, records string) evidence.Statements {
	t.Helper()
	d, err := evidence.DecodeStatements([]byte(`{"kind":"evidence","schemaVersion":1,"measures":{"own.share":{"kind":"tally","unit":"classes"}},"records":[` + records + `]}`))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return d
}

const head = `"unit":{"id":"a","kind":"school"},"innovation":"pbis",`

// TestDocument asks a stated document for the same measures as a program's.
func TestDocument(t *testing.T) {
	for _, c := range []struct {
		why, records string
		measure      string
		want         string
	}{
		{"a record", `{` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}}`, "outcomes.improved", "yes measured 2025-01-01 2026-01-01"},
		{"its own last day", `{` + head + `"date":"2025-01-01","through":"2025-01-10","facts":{"outcomes.improved":"yes"}}`, "outcomes.improved", "unknown  2025-01-01 2025-01-10 expired expired"},
		{"until changed", `{` + head + `"date":"2015-01-01","untilChanged":true,"facts":{"outcomes.improved":"yes"}}`, "outcomes.improved", "yes measured 2015-01-01 "},
		{"declared", `{` + head + `"date":"2025-01-01","basis":"declared","facts":{"data.used":"yes"}}`, "data.used", "yes declared 2025-01-01 2026-01-01"},
		{"a measure of the host's own", `{` + head + `"date":"2025-01-01","facts":{"own.share":"1/3"}}`, "own.share", "1/3/0 measured 2025-01-01 2026-01-01"},
		{"superseded", `{"id":"x",` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}},{"id":"y","supersedes":"x",` + head + `"date":"2025-01-02","facts":{"outcomes.improved":"no"}}`, "outcomes.improved", "no measured 2025-01-02 2026-01-02"},
		{"voided", `{"id":"x",` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}},{"voids":"x",` + head + `"date":"2025-01-02","facts":{}}`, "outcomes.improved", "unknown   "},
		{"twice with its id", `{"id":"x",` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes","data.used":"no"}},{"id":"x",` + head + `"date":"2025-01-01","facts":{"data.used":"no","outcomes.improved":"yes"}}`, "outcomes.improved", "yes measured 2025-01-01 2026-01-01"},
		{"two that say different things", `{` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}},{` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"no"}}`, "outcomes.improved", "unknown measured 2025-01-01 2026-01-01 conflict"},
	} {
		d := decoded(t, c.records)
		set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{Measures: evidence.OwnMeasures(d.Measures...)}, d)
		if err != nil {
			t.Errorf("%s: %v", c.why, mtss.Issues(err))
		}
		if got := ask(t, set, schoolA, c.measure, "2025-02-01"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
		if twice := strings.HasPrefix(c.why, "twice"); twice != (len(set.Notices()) == 1 && set.Notices()[0].Code == evidence.NoticeRepeated) {
			t.Errorf("%s: notices %v", c.why, set.Notices())
		}
	}
}

// TestKnownOn asks a document as of January 31: a correction that was recorded later
// takes nothing with it.
func TestKnownOn(t *testing.T) {
	const yes = head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}`
	no := func(more string) string {
		return "," + "{" + more + head + `"date":"2025-01-02","facts":{"outcomes.improved":"no"}}`
	}
	for _, c := range []struct{ why, records, want string }{
		{"known", `{"recorded":"2025-01-31",` + yes + `}`, "yes measured 2025-01-01 2026-01-01"},
		{"recorded later", `{"recorded":"2025-02-01",` + yes + `}`, "unknown   "},
		{"a later one that was recorded later", `{` + yes + `}` + no(`"recorded":"2025-02-01",`), "yes measured 2025-01-01 2026-01-01"},
		{"superseded by then", `{"id":"x",` + yes + `}` + no(`"id":"y","supersedes":"x",`), "no measured 2025-01-02 2026-01-02"},
		{"superseded later", `{"id":"x",` + yes + `}` + no(`"id":"y","supersedes":"x","recorded":"2025-02-01",`), "yes measured 2025-01-01 2026-01-01"},
		{"voided later", `{"id":"x",` + yes + `}` + no(`"voids":"x","recorded":"2025-02-01",`), "yes measured 2025-01-01 2026-01-01"},
		{"there again, with the day on which that was recorded", `{` + yes + `},{"recorded":"2025-02-01",` + yes + `}`, "yes measured 2025-01-01 2026-01-01"},
	} {
		d := decoded(t, c.records)
		set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{KnownOn: day("2025-01-31"), Measures: evidence.OwnMeasures(d.Measures...)}, d)
		if err != nil {
			t.Errorf("%s: %v", c.why, mtss.Issues(err))
		}
		if got := ask(t, set, schoolA, "outcomes.improved", "2025-06-01"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// TestDocumentErrors keeps what is good beside what is bad, but nothing of a
// unit and an innovation with something bad.
func TestDocumentErrors(t *testing.T) {
	good := `{"unit":{"id":"b","kind":"school"},"innovation":"pbis","date":"2025-01-01","facts":{"outcomes.improved":"yes"}}`
	for _, c := range []struct {
		why, bad string
		want     []string
	}{
		{"a misspelt measure", `{` + head + `"date":"2025-01-01","facts":{"outcome.improved":"yes"}}`, []string{"/suppliers/0/records/1/facts/outcome.improved rule.measure.unknown"}},
		{"another kind", `{` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"3/4"}}`, []string{"/suppliers/0/records/1/facts/outcomes.improved rule.fact"}},
		{"a last day before the first", `{` + head + `"date":"2025-01-01","through":"2024-12-31","facts":{}}`, []string{"/suppliers/0/records/1/through evidence.record"}},
		{"both terms", `{` + head + `"date":"2025-01-01","through":"2025-12-31","untilChanged":true,"facts":{}}`, []string{"/suppliers/0/records/1/untilChanged evidence.record"}},
		{"one id, two contents", `{"id":"x",` + head + `"date":"2025-01-01","facts":{"outcomes.improved":"yes"}},{"id":"x",` + head + `"date":"2025-01-02","facts":{"outcomes.improved":"yes"}}`, []string{"/suppliers/0/records/2/id mtss.record.repeated"}},
	} {
		set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, decoded(t, good+","+c.bad))
		var got []string
		for _, i := range mtss.Issues(err) {
			got = append(got, i.Path+" "+string(i.Code))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.why, diff)
		}
		if got := ask(t, set, schoolB, "outcomes.improved", "2025-02-01"); got != "yes measured 2025-01-01 2026-01-01" {
			t.Errorf("%s: beside it %q", c.why, got)
		}
	}
}
