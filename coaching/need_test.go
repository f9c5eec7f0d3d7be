package coaching_test

import (
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

const conditions = `{"kind":"ruleSet","schemaVersion":1,"measures":{"score":{"kind":"tally","unit":"points"},"new":{"kind":"yesNo"}},"rules":[
	{"id":"low","source":{"title":"made up"},"when":{"measure":"score","lessThan":"80%"},"require":{"measure":"coaching.level","is":"team"}},
	{"id":"new","since":"2025-10-01","when":{"measure":"new","is":"yes"},"then":"training: of new staff"},
	{"id":"odd","when":{"all":[{"measure":"new","is":"yes"},{"measure":"coaching.role","is":"x"}]},"then":"other: a book"}]}`

func compiled(t testing.TB, set string) *rule.Rulebook {
	t.Helper()
	s, err := rule.DecodeSet([]byte(set))
	if err != nil {
		t.Fatal(err)
	}
	book, err := rule.CompileSet(coaching.Vocabulary(), s)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return book
}

func known(records ...coaching.NeedRecord) coaching.NeedEvidence {
	return coaching.NeedEvidence{Records: records}
}

func record(who, on, measure, text string) coaching.NeedRecord {
	return coaching.NeedRecord{Coached: who, On: day(on), Facts: rule.FactTexts{{Measure: measure, Text: text}}}
}

// shown lists needs as "coached rule support verdict".
func shown(needs []coaching.SupportNeed) []string {
	out := []string{}
	for _, n := range needs {
		out = append(out, n.Coached+" "+n.Decision.Rule+" "+string(n.Support)+" "+n.Verdict.String())
	}
	return out
}

func TestNeeds(t *testing.T) {
	people := small().People
	people.Coached[1].Role = "x"
	book := compiled(t, conditions)
	no := []coaching.NeedRecord{record("team", "2025-09-01", "new", "no"), record("p", "2025-09-01", "new", "no")}
	for _, test := range []struct {
		name    string
		records []coaching.NeedRecord
		want    []string
	}{
		{"a low score of a team", append(no, record("team", "2025-09-01", "score", "7/10")), []string{"team low coaching met"}},
		{"at the threshold", append(no, record("team", "2025-09-01", "score", "8/10")), []string{}},
		{"not known well enough", append(no, record("team", "2025-09-01", "score", "7+1?/10")), []string{"team low coaching undetermined"}},
		{"not known at all", no, []string{"team low coaching undetermined"}},
		{"the later record counts, whatever the order", append(no, record("team", "2025-11-01", "score", "9/10"), record("team", "2025-10-01", "score", "1/10")), []string{}},
		{"after the day", append(no, record("team", "2025-09-01", "score", "9/10"), record("team", "2026-11-01", "score", "1/10")), []string{}},
		{"two things on one day", append(no, record("team", "2025-09-01", "score", "9/10"), record("team", "2025-09-01", "score", "8/10")), []string{"team low coaching undetermined"}},
		{"other supports, by the rule's word", append(no, record("team", "2025-09-02", "score", "9/10"), record("p", "2025-09-02", "new", "yes")), []string{"p new training met", "p odd other met"}},
	} {
		needs, err := coaching.Needs(book, people, known(test.records...), day("2026-01-10"))
		if err != nil {
			t.Errorf("%s: %v", test.name, mtss.Issues(err))
		}
		same(t, test.name, test.want, shown(needs))
		for _, n := range needs {
			if odd := n.Decision.Rule == "odd"; odd != (n.Support == mtss.SupportOther) {
				t.Errorf("%s: %s is %s", test.name, n.Decision.Rule, n.Support)
			}
			if n.Decision.When == nil {
				t.Errorf("%s: a need without a finding", test.name)
			}
		}
	}
}

// A rule that is not in force is not run; somebody who is not intended any
// more has no need.
func TestNeedsOnTheDay(t *testing.T) {
	people := small().People
	people.Coached[0].Until = day("2025-09-30")
	book := compiled(t, conditions)
	records := known(record("team", "2025-09-01", "score", "1/10"), record("p", "2025-09-01", "new", "yes"))
	for on, want := range map[string][]string{
		"2025-09-30": {"team low coaching met", "team odd other undetermined", "p odd other undetermined"},
		"2025-10-01": {"p new training met", "p odd other undetermined"},
	} {
		needs, err := coaching.Needs(book, people, records, day(on))
		if err != nil {
			t.Fatal(err)
		}
		// no role is stated, so that odd is undetermined
		got := []string{}
		for _, line := range shown(needs) {
			if line != "p low coaching undetermined" {
				got = append(got, line)
			}
		}
		same(t, on, want, got)
	}
}

func TestNeedsBadRecords(t *testing.T) {
	book := compiled(t, conditions)
	records := known(record("team", "2025-09-01", "score", "lots"), record("stranger", "2025-09-01", "score", "1/10"), record("p", "2025-09-01", "charm", "1/10"), coaching.NeedRecord{Coached: "p"})
	needs, err := coaching.Needs(book, small().People, records, day("2026-01-10"))
	same(t, "issues", []string{"/records/0/facts/score rule.fact", "/records/1 coaching.circumstance", "/records/2/facts/charm rule.measure.unknown", "/records/3 coaching.circumstance"}, found(err))
	same(t, "of whom a record is bad is left out", []string{}, shown(needs))
	facts, err := records.Facts(book, small().People, day("2026-01-10"))
	if len(facts) != 0 || err == nil {
		t.Errorf("%v, %v", facts, err)
	}
}

// A need is answered by contacts of its own support.
func TestAnswer(t *testing.T) {
	s := small()
	s.Needs = []coaching.SupportNeed{
		{Coached: "team", Support: mtss.SupportCoaching, Verdict: mtss.Met}, {Coached: "team", Support: mtss.SupportTraining, Verdict: mtss.Met},
		{Coached: "p", Support: mtss.SupportCoaching, Verdict: mtss.Met}, {Coached: "p", Support: mtss.SupportTraining, Verdict: mtss.Undetermined},
	}
	contacts := logged("team 2025-09-10 50\nteam 2025-10-10 30")
	a := counted(t, s, contacts...)
	answered := a.Needs()
	same(t, "contacts and minutes", []int64{2, 80, 0, 0}, []int64{answered[0].Contacts, answered[0].Minutes, answered[1].Contacts, answered[2].Contacts})
	same(t, "who certainly went without", 2, len(messages(a, coaching.NoticeUnanswered)))
	if s.Needs[0].Contacts != 0 {
		t.Error("the input was changed")
	}
	got, _ := a.Facts()["coaching.needs"].Tally()
	same(t, "answered", tally("1/3"), got)
	s.People.Coaches[0].LoggedThrough = day("2025-11-30")
	open := counted(t, s, contacts...)
	got, _ = open.Facts()["coaching.needs"].Tally()
	same(t, "while the log of the team's coach is open, its training is unknown", tally("1+1?/3"), got)
	same(t, "and no notice names it", 1, len(messages(open, coaching.NoticeUnanswered)))
}

// A condition may ask whether somebody is at fidelity, by the word of package
// fidelity.
func TestNeedsByFidelity(t *testing.T) {
	book := compiled(t, `{"kind":"ruleSet","schemaVersion":1,"rules":[{"id":"fidelity","when":{"measure":"coaching.atFidelity","is":"no"},"then":"coaching"}]}`)
	policy := fidelity.Policy{Innovation: "n", Instrument: instrument.Ref{ID: "i", Version: "1"}, AtLeast: mtss.NewRatio(4, 5)}
	for points, want := range map[string][]string{
		"7/10": {"team fidelity coaching met"}, "8/10": {}, "7+1?/10": {"team fidelity coaching undetermined"}, "": {"team fidelity coaching undetermined"},
	} {
		var seen []fidelity.Observation
		if points != "" {
			seen = append(seen, score("team", "2025-11-01", points))
		}
		on := day("2026-01-10")
		records := known(coaching.NeedRecord{Coached: "team", On: on, AtFidelity: policy.Status(seen, on)}, coaching.NeedRecord{Coached: "p", On: on, AtFidelity: fidelity.AtFidelity})
		needs, err := coaching.Needs(book, small().People, records, on)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, points, want, shown(needs))
	}
}

// What a condition warrants is a kind of support, and nothing else.
func TestNeedsWarrantSupports(t *testing.T) {
	book := compiled(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{"new":{"kind":"yesNo"}},"rules":[
		{"id":"a","when":{"measure":"new","is":"yes"},"then":"trainig: of new staff"},{"id":"b","when":{"measure":"new","is":"yes"},"then":"isdTeam"},{"id":"c","when":{"measure":"new","is":"yes"},"then":"dataCoordination : weekly"}]}`)
	needs, err := coaching.Needs(book, small().People, known(record("team", "2025-11-01", "new", "yes"), record("p", "2025-11-01", "new", "no")), day("2026-01-10"))
	same(t, "two are refused", []string{"/rules/0/then coaching.rules", "/rules/1/then coaching.rules"}, found(err))
	same(t, "with the nearest", `"trainig" is not a kind of support, did you mean "training"?`, mtss.Issues(err)[0].Message)
	same(t, "or all", `"isdTeam" is not a kind of support, want "coaching", "training", "dataCoordination" or "other"`, mtss.Issues(err)[1].Message)
	same(t, "the other is judged", []string{"team c dataCoordination met"}, shown(needs))
}

// Facts count for a year, or through the day that the record says.
func TestNeedsAreCurrent(t *testing.T) {
	book := compiled(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{"new":{"kind":"yesNo"}},"rules":[{"id":"a","when":{"measure":"new","is":"yes"},"then":"coaching"}]}`)
	of := func(on, through string) []string {
		r := record("team", on, "new", "yes")
		if through != "" {
			r.Through = day(through)
		}
		needs, err := coaching.Needs(book, small().People, known(r, record("p", "2025-11-01", "new", "no")), day("2026-01-10"))
		if err != nil {
			t.Fatal(err)
		}
		return shown(needs)
	}
	same(t, "a year old", []string{"team a coaching met"}, of("2025-01-10", ""))
	same(t, "a day more", []string{"team a coaching undetermined"}, of("2025-01-09", ""))
	same(t, "for good", []string{"team a coaching met"}, of("2012-01-09", "2099-12-31"))
	same(t, "through the day before", []string{"team a coaching undetermined"}, of("2025-11-01", "2026-01-09"))
}

// Who is listed for both types of coaching is judged for each, and has a need once.
func TestNeedsInSeveralPosts(t *testing.T) {
	book := compiled(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{"new":{"kind":"yesNo"}},"rules":[
		{"id":"systems","when":{"all":[{"measure":"new","is":"yes"},{"measure":"coaching.type","is":"systems"}]},"then":"coaching"},{"id":"any","when":{"measure":"new","is":"yes"},"then":"coaching"}]}`)
	people := small().People
	also := people.Coached[0]
	also.Type = coaching.Instructional
	people.Coached = []coaching.Recipient{also, people.Coached[0]}
	needs, err := coaching.Needs(book, people, known(record("team", "2025-11-01", "new", "yes")), day("2026-01-10"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "each once", []string{"team any coaching met", "team systems coaching met"}, shown(needs))
}
