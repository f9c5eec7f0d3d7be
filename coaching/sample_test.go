package coaching_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func month(text string) mtss.Month {
	var m mtss.Month
	if err := m.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return m
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

func minutes(n int64) *int64 { return &n }

func same(t testing.TB, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
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

// found lists issues as "path code", in their order.
func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

func codes(notices []mtss.Notice) []mtss.Code {
	list := []mtss.Code{}
	for _, n := range notices {
		list = append(list, n.Code)
	}
	return list
}

// messages lists what notices of one code say about a log.
func messages(a coaching.Report, code mtss.Code) []string {
	list := []string{}
	for _, n := range a.Notices() {
		if n.Code == code {
			list = append(list, n.Message)
		}
	}
	return list
}

var (
	school  = mtss.Unit{ID: "s", Kind: mtss.KindSchool}
	another = mtss.Unit{ID: "r", Kind: mtss.KindSchool}
	autumn  = mtss.Month{Year: 2025, Month: 9}
	summer  = mtss.Month{Year: 2026, Month: 6}
)

// small is a setting with one coach, one team that has a plan of two contacts a
// month, and one practitioner without.
func small() coaching.Inputs {
	return coaching.Inputs{
		From: autumn, Until: mtss.Month{Year: 2025, Month: 12}, On: day("2026-01-10"),
		People: coaching.People{
			Coaches: []coaching.Coach{{ID: "c", Role: "r", From: day("2025-09-01"), Units: []mtss.Unit{school}, LoggedThrough: day("2025-12-31")}},
			Coached: []coaching.Recipient{
				{ID: "team", Level: coaching.AtTeam, Type: coaching.Systems, Unit: school},
				{ID: "p", Level: coaching.AtPractitioner, Type: coaching.Instructional, Unit: another},
			},
		},
		Plans: coaching.ServicePlans{Plans: []coaching.ServicePlan{{
			ID: "plan", Coached: "team", Coach: "c", From: autumn, Until: summer, Concepts: []string{"data"},
			Frequency: []coaching.Frequency{{From: autumn, Contacts: 2, Minutes: 100}},
		}}},
	}
}

// logged reads contacts written as "coached date minutes", one a line; minutes
// "?" are not known, and the coach is c.
func logged(lines string) (list []coaching.Contact) {
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		parts := strings.Fields(line)
		c := coaching.Contact{Coach: "c", Coached: parts[0], Date: day(parts[1]), Mode: coaching.InPerson}
		if parts[2] != "?" {
			var n int64
			if err := json.Unmarshal([]byte(parts[2]), &n); err != nil {
				panic(err)
			}
			c.Minutes = &n
		}
		list = append(list, c)
	}
	return list
}

func counted(t testing.TB, s coaching.Inputs, contacts ...coaching.Contact) coaching.Report {
	t.Helper()
	a, err := count(s, contacts...)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return a
}

func count(s coaching.Inputs, contacts ...coaching.Contact) (coaching.Report, error) {
	return coaching.Count(s, coaching.Contacts(contacts...))
}

// data are the documents of the example of a school year.
const data = "../examples/coaching/data"

func file(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(data, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// year decodes the example and says all that it comes to, as one text. A
// document that is refused says its problems.
func year(documents map[string][]byte) (report coaching.Report, text string, err error) {
	in := coaching.Inputs{From: autumn, Until: mtss.Month{Year: 2026, Month: 5}, On: day("2026-06-12")}
	var known coaching.NeedEvidence
	var problems []error
	note := func(e error) {
		if e != nil {
			problems = append(problems, e)
		}
	}
	var e error
	in.System, e = coaching.DecodeSystem(documents["system.json"])
	note(e)
	in.People, e = coaching.DecodePeople(documents["people.json"])
	note(e)
	in.Plans, e = coaching.DecodeServicePlans(documents["plans.json"])
	note(e)
	in.Data, e = coaching.DecodeData(documents["data.json"])
	note(e)
	for line := range bytes.Lines(documents["learning.ndjson"]) {
		s, e := learning.DecodeSeries(line)
		note(e)
		in.Learning = append(in.Learning, s)
	}
	known, e = coaching.DecodeNeedEvidence(documents["circumstances.json"])
	note(e)
	set, e := rule.DecodeSet(documents["conditions.json"])
	note(e)
	book, e := rule.CompileSet(coaching.Vocabulary(), set)
	note(e)
	if e == nil {
		in.Needs, e = coaching.Needs(book, in.People, known, in.On)
		note(e)
	}
	report, e = coaching.Count(in, coaching.Read(bytes.NewReader(documents["contacts.ndjson"])))
	note(e)
	published, e := report.Publish(report.Access(), 4)
	note(e)
	norms, e := rule.CompileSet(coaching.Vocabulary(), coaching.LoadNorms())
	note(e)
	judged := [][]rule.Decision{}
	for _, coach := range in.People.Coaches {
		judged = append(judged, norms.Judge(coach.Facts(in.System), in.On))
	}
	fades, levels := []mtss.Verdict{}, []coaching.SupportLevel{}
	for _, plan := range in.Plans.Plans {
		_, given, _ := plan.Support(nil, nil, in.On)
		fades, levels = append(fades, plan.Fades(), report.Faded(plan)), append(levels, given)
	}
	items, _ := report.Items()
	counts := report
	counts.Inputs = coaching.Inputs{} // each of their members would matter
	all := []any{report.Facts(), report.Notices(), items, counts, report.Dosages, fades, levels,
		report.Effect(), report.Needs(), report.Access(), published, judged, in.System.Existing()}
	for _, p := range problems {
		for _, issue := range mtss.Issues(p) {
			all = append(all, issue)
		}
	}
	out, e := json.Marshal(all)
	note(e)
	if len(problems) > 0 {
		err = problems[0]
	}
	return report, string(out), err
}

func documents(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range []string{"system.json", "people.json", "plans.json", "data.json", "learning.ndjson", "circumstances.json", "conditions.json", "contacts.ndjson"} {
		out[name] = file(t, name)
	}
	return out
}
