package profile_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// documentsOf decodes documents written as JSON objects, without kind and version.
func documentsOf(t testing.TB, texts ...string) (d profile.Documents) {
	t.Helper()
	for _, text := range texts {
		kind, body, _ := strings.Cut(text, " ")
		document, err := kinds.All().Decode([]byte(`{"kind":"` + kind + `","schemaVersion":1,` + strings.TrimPrefix(strings.TrimSpace(body), "{")))
		if err != nil {
			t.Fatal(text, mtss.Issues(err))
		}
		d.Add(document)
	}
	return d
}

// written are documents as JSON, by kind.
func written(t testing.TB, d profile.Documents) []string {
	t.Helper()
	return slices.Concat(
		writtenOf[fidelity.ObservationLine](t, d),
		writtenOf[fidelity.Outcomes](t, d),
		writtenOf[roster.Roster](t, d),
		writtenOf[meeting.Meetings](t, d),
		writtenOf[fidelity.Policy](t, d),
		writtenOf[district.Teams](t, d),
		writtenOf[learning.Series](t, d),
		writtenOf[learning.DIT](t, d),
		writtenOf[coaching.System](t, d),
		writtenOf[coaching.ServicePlans](t, d),
	)
}

func writtenOf[T any](t testing.TB, d profile.Documents) (out []string) {
	t.Helper()
	for _, v := range profile.All[T](d) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// What of a document was known by January 31.
func TestKnownBy(t *testing.T) {
	const observation = `"practitioner":"p","innovation":"i","instrument":{"id":"w","version":"1"},"score":{"earned":1,"possible":2,"unknown":0}`
	const series = `"measure":"m","unit":{"id":"s","kind":"school"},"innovation":"i","better":"higher"`
	value := func(on, more string) string {
		return `{"on":"` + on + `"` + more + `,"value":{"earned":1,"possible":2,"unknown":0}}`
	}
	const team = `"id":"t","teamKind":"school","unit":{"id":"s","kind":"school"},"from":"2025-09-01"`
	teams := func(of string) string { return `teams {"covers":[],"leads":[],"teams":[` + of + `]}` }
	learned := func(head, sessions string) string {
		return `learningSeries {"unit":{"id":"s","kind":"school"},"format":"schoolBased","from":"2025-09-01"` + head + `,"sessions":[` + sessions + `]}`
	}
	const first, second = `{"id":"a","on":"2025-10-01","minutes":60}`, `"id":"b","on":"2026-03-01","minutes":60`
	dit := func(head, sessions string) string {
		return `ditSeries {"unit":{"id":"d","kind":"district"},"from":"2025-09-01"` + head + `,"sessions":[` + sessions + `]}`
	}
	const ready, aligned = `{"with":"team","topic":"readiness","on":"2025-10-01","minutes":60}`, `"with":"team","topic":"alignment","on":"2025-12-01","minutes":60`
	system := func(steps string) string {
		return `coachingSystem {"unit":{"id":"d","kind":"district"},"components":[{"component":"serviceDelivery","steps":[` + steps + `]}],"wanted":[],"roles":[]}`
	}
	const plan = `"id":"p","coached":"t","coach":"c","from":"2025-09","until":"2026-05"`
	const post = `"practitioner":"p","unit":{"id":"s","kind":"school"},"innovation":"i"`
	for _, test := range []struct {
		why, document string
		want          string // what is left of it, "" for nothing; "same" for all
	}{
		{"observed by then", `observation {` + observation + `,"date":"2026-01-31"}`, "same"},
		{"observed later", `observation {` + observation + `,"date":"2026-02-01"}`, ""},
		{"observed by then, recorded later", `observation {` + observation + `,"date":"2026-01-31","recorded":"2026-02-01"}`, ""},
		{"recorded by then", `observation {` + observation + `,"date":"2025-12-01","recorded":"2026-01-31"}`, "same"},
		{"a value that came later", `outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `,` + value("2025-12-01", `,"recorded":"2026-02-01"`) + `]}]}`,
			`outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `]}]}`},
		{"a series whose baseline came later", `outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", `,"recorded":"2026-02-01"`) + `,"values":[` + value("2025-10-01", "") + `]}]}`, ""},
		{"a series that was recorded by then, but not its baseline", `outcomes {"outcomes":[{"recorded":"2026-01-01",` + series + `,"baseline":` + value("2025-05-30", `,"recorded":"2026-02-01"`) + `,"values":[]}]}`, ""},
		{"a series that was recorded later", `outcomes {"outcomes":[{"recorded":"2026-02-01",` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `]}]}`, ""},
		{"no series ever", `outcomes {"outcomes":[]}`, "same"},
		{"a roster without a day", `practitioners {"confirmedThrough":"2026-06-30","intended":[{` + post + `}]}`, "same"},
		{"a roster that was recorded later, whenever people began", `practitioners {"recorded":"2026-02-01","intended":[{` + post + `,"from":"2025-09-01"}]}`, ""},
		{"an assignment that was recorded later", `practitioners {"intended":[{` + post + `,"role":"a"},{` + post + `,"role":"b","recorded":"2026-02-01"}]}`, `practitioners {"intended":[{` + post + `,"role":"a"}]}`},
		{"one that began later, and was not said to be recorded before", `practitioners {"intended":[{` + post + `,"role":"a"},{` + post + `,"role":"b","from":"2026-02-01"}]}`, `practitioners {"intended":[{` + post + `,"role":"a"}]}`},
		{"one that was recorded before it began", `practitioners {"intended":[{` + post + `,"from":"2026-02-01","recorded":"2026-01-15"}]}`, "same"},
		{"one that was recorded with its roster before it began", `practitioners {"recorded":"2026-01-15","intended":[{` + post + `,"from":"2026-02-01"}]}`, "same"},
		{"meetings of units of which all are recorded", `meetings {"covers":[{"unit":{"id":"s","kind":"school"},"from":"2025-09-01"}],"meetings":[{"team":"t","date":"2026-01-15","recorded":"2026-02-01"}]}`, `meetings {"covers":[{"unit":{"id":"s","kind":"school"},"from":"2025-09-01"}],"meetings":[]}`},
		{"a team that does not say", teams(`{` + team + `,"members":[]}`), "same"},
		{"a team that was recorded later", teams(`{` + team + `,"recorded":"2026-02-01","members":[]}`), ""},
		{"teams that were recorded later, all of them", `teams {"recorded":"2026-02-01","covers":[],"leads":[],"teams":[{` + team + `,"members":[]}]}`, ""},
		{"a member who was recorded later", teams(`{` + team + `,"members":[{"id":"a","role":"schoolCoach"},{"id":"b","role":"schoolCoach","from":"2025-10-01","recorded":"2026-02-01"}]}`), teams(`{` + team + `,"members":[{"id":"a","role":"schoolCoach"}]}`)},
		{"a session that is to come was planned by then", learned(``, `{`+second+`}`), "same"},
		{"a session that was recorded later, and the minutes of all", learned(`,"minutes":120`, first+`,{`+second+`,"recorded":"2026-02-01"}`), learned(``, first)},
		{"a further part of a session that was recorded later", learned(``, first+`,{`+second+`,"recorded":"2026-02-01"},{"id":"c","continues":"b","on":"2026-03-02","minutes":60}`), learned(``, first)},
		{"a series that was recorded later", learned(`,"recorded":"2026-02-01"`, first), ""},
		{"a session of a district that was recorded later", dit(`,"minutes":120`, ready+`,{`+aligned+`,"recorded":"2026-02-01"}`), dit(``, ready)},
		{"a step that was recorded later", system(`{"state":"drafting","on":"2025-10-01"},{"state":"final","on":"2025-12-01","recorded":"2026-02-01"}`), system(`{"state":"drafting","on":"2025-10-01"}`)},
		{"a coaching plan that was recorded later", `coachingPlans {"plans":[{` + plan + `,"recorded":"2026-02-01"}]}`, ""},
		{"a coaching plan that was recorded by then", `coachingPlans {"plans":[{` + plan + `,"recorded":"2026-01-31"}]}`, "same"},
		{"meetings of others", `meetings {"covers":[],"meetings":[{"team":"t","date":"2026-01-15","recorded":"2026-02-01"}]}`, ""},
	} {
		given := documentsOf(t, test.document)
		before := written(t, given)
		got := written(t, given.KnownBy(mtss.Date{Year: 2026, Month: 1, Day: 31}))
		var want []string
		switch test.want {
		case "":
		case "same":
			want = before
		default:
			want = written(t, documentsOf(t, test.want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
		if diff := cmp.Diff(before, written(t, given)); diff != "" {
			t.Errorf("%s: what was given is changed:\n%s", test.why, diff)
		}
		if diff := cmp.Diff(before, written(t, given.KnownBy(mtss.Date{}))); diff != "" {
			t.Errorf("%s: no day leaves something out:\n%s", test.why, diff)
		}
	}
}

// says reports whether a day is anywhere in a value.
func says(v reflect.Value, day mtss.Date) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil() && says(v.Elem(), day)
	case reflect.Slice:
		for i := range v.Len() {
			if says(v.Index(i), day) {
				return true
			}
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[mtss.Date]() {
			return v.Interface() == any(day)
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && says(v.Field(i), day) {
				return true
			}
		}
	}
	return false
}

// Whatever can say when it was recorded, in a document of any kind, is left out where
// that was later.
func TestKnownByOfEveryKind(t *testing.T) {
	late, own := mtss.Date{Year: 2026, Month: 2, Day: 1}, mtss.Date{Year: 2026, Month: 1, Day: 15}
	date, places := reflect.TypeFor[mtss.Date](), 0
	for _, kind := range kinds.All() {
		document := kind.New()
		// Each list gets one element with its days, and each place of a "recorded" is
		// set by itself.
		var fill func(v reflect.Value, path string, found func(path string, recorded reflect.Value))
		fill = func(v reflect.Value, path string, found func(string, reflect.Value)) {
			switch {
			case v.Type() == date:
				v.Set(reflect.ValueOf(own))
			case v.Kind() == reflect.Struct && strings.Contains(v.Type().PkgPath(), "mtss-go"):
				for i := range v.NumField() {
					f := v.Type().Field(i)
					if !f.IsExported() {
						continue
					}
					if f.Name == "Recorded" && f.Type == date {
						found(path+"/recorded", v.Field(i))
						continue
					}
					fill(v.Field(i), path+"/"+f.Name, found)
				}
			case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && strings.Count(path, "/") < 6:
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
				fill(v.Index(0), path, found)
			}
		}
		var recorded []string
		fill(reflect.ValueOf(document).Elem(), kind.Kind, func(path string, _ reflect.Value) { recorded = append(recorded, path) })
		if slices.Contains(profile.NotUsed(), kind.Kind) {
			continue
		}
		for _, at := range recorded {
			places++
			document := kind.New()
			fill(reflect.ValueOf(document).Elem(), kind.Kind, func(path string, v reflect.Value) {
				if path == at {
					v.Set(reflect.ValueOf(late))
				}
			})
			var d profile.Documents
			d.Add(document)
			if says(reflect.ValueOf(profile.Everything(d.KnownBy(own))), late) {
				t.Errorf("%s: what was recorded later is there", at)
			}
			if !says(reflect.ValueOf(profile.Everything(d.KnownBy(late))), late) {
				t.Errorf("%s: what was recorded on the day is not there", at)
			}
		}
	}
	if places < 15 {
		t.Errorf("%d places of a day of recording, want those of all documents", places)
	}
}

// juniperDocuments reads the documents of the made-up district, with ids for what late
// records correct.
func juniperDocuments(t testing.TB) profile.Documents {
	t.Helper()
	d, err := profile.Read(os.DirFS(year))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, document := range profile.Everything(d) {
		switch v := document.(type) {
		case *fidelity.Outcomes:
			for i := range v.Outcomes {
				v.Outcomes[i].ID = fmt.Sprint("series-", i)
			}
		case *evidence.Statements:
			for i := range v.Records {
				v.Records[i].ID = fmt.Sprint("record-", i)
			}
		case *readiness.Readiness:
			v.ID = "readiness"
		}
	}
	return d
}

// latecomer puts records into documents that were recorded on a later day.
type latecomer struct {
	*rand.Rand
	recorded mtss.Date
	number   int
}

// correct says what a new record does with another one: it corrects it, voids it, or
// has nothing to do with it.
func (l *latecomer) correct(id, supersedes, voids *string) {
	was := *id
	l.number++
	*id, *supersedes, *voids = fmt.Sprint("late-", l.number), "", ""
	switch l.IntN(3) {
	case 0:
		*supersedes = was
	case 1:
		*voids = was
	}
}

// change puts something late into a document, or beside it.
func (l *latecomer) change(document mtss.Document) (more []mtss.Document) {
	switch v := document.(type) {
	case *fidelity.ObservationLine:
		o := *v
		l.correct(&o.ID, &o.Supersedes, &o.Voids)
		o.Recorded, o.Score.Earned = l.recorded, int64(l.IntN(int(o.Score.Possible)+1))
		o.Score.Unknown = 0
		return []mtss.Document{&o}
	case *coaching.Contact:
		c := *v
		l.correct(&c.ID, &c.Supersedes, &c.Voids)
		c.Recorded, c.Start = l.recorded, ""
		return []mtss.Document{&c}
	case *instrument.Administration:
		a := *v
		l.correct(&a.ID, &a.Supersedes, &a.Voids)
		a.Recorded, a.Responses = l.recorded, slices.Clone(a.Responses)
		for i := range a.Responses {
			a.Responses[i].Score, a.Responses[i].NotScored = l.IntN(3), false
		}
		return []mtss.Document{&a}
	case *plan.Plan:
		p := *v
		l.correct(&p.ID, &p.Supersedes, &p.Voids)
		p.Recorded, p.Activities = l.recorded, p.Activities[:l.IntN(len(p.Activities)+1)]
		return []mtss.Document{&p}
	case *readiness.Readiness:
		r := *v
		l.correct(&r.ID, &r.Supersedes, &r.Voids)
		r.Recorded, r.Answers = l.recorded, r.Answers[:l.IntN(len(r.Answers)+1)]
		r.Decision = &readiness.Selection{On: r.Date, Selected: l.IntN(2) == 0}
		return []mtss.Document{&r}
	case *roster.Roster:
		if l.IntN(2) == 0 {
			a := v.Intended[l.IntN(len(v.Intended))]
			a.Person, a.Recorded = fmt.Sprint("late-", l.recorded), l.recorded
			v.Intended = append(v.Intended, a)
			return nil
		}
		r := roster.Roster{ConfirmedThrough: v.ConfirmedThrough.AddDays(90), Recorded: l.recorded}
		for _, a := range v.Intended {
			if a.Recorded.IsZero() && l.IntN(3) > 0 {
				r.Intended = append(r.Intended, a)
			}
		}
		return []mtss.Document{&r}
	case *fidelity.Outcomes:
		i := l.IntN(len(v.Outcomes))
		if l.IntN(2) == 0 {
			on := v.Outcomes[i].Baseline.On.AddDays(2 + l.IntN(370))
			v.Outcomes[i].Values = append(v.Outcomes[i].Values, fidelity.DatedTally{On: on, Recorded: l.recorded, Value: mtss.Tally{Earned: int64(l.IntN(100)), Possible: 100}})
			return nil
		}
		o := v.Outcomes[i]
		if o.Supersedes != "" || o.Voids != "" {
			return nil
		}
		l.correct(&o.ID, &o.Supersedes, &o.Voids)
		o.Recorded, o.Baseline.Value.Earned = l.recorded, 0
		v.Outcomes = append(v.Outcomes, o)
	case *evidence.Statements:
		s := v.Records[l.IntN(len(v.Records))]
		l.correct(&s.ID, &s.Supersedes, &s.Voids)
		s.Recorded, s.Facts = l.recorded, rule.FactTexts{{Measure: "innovation.selected", Text: "no"}}
		v.Records = append(v.Records, s)
	case *meeting.Meetings:
		m := v.Meetings[l.IntN(len(v.Meetings))]
		l.correct(&m.ID, &m.Supersedes, &m.Voids)
		m.Recorded, m.Decisions = l.recorded, nil
		v.Meetings = append(v.Meetings, m)
	case *coaching.Data:
		o := v.Observations[l.IntN(len(v.Observations))]
		o.ID, o.Recorded, o.Score.Earned = fmt.Sprint("late-", l.recorded, len(v.Observations)), l.recorded, 0
		v.Observations = append(v.Observations, o)
	case *learning.Series:
		s := v.Sessions[0]
		s.ID, s.On, s.Recorded = fmt.Sprint("late-", l.recorded), s.On.AddDays(1), l.recorded
		v.Sessions, v.Minutes = append(v.Sessions, s), 0
	case *coaching.System:
		i := l.IntN(len(v.Components))
		steps := v.Components[i].Steps
		if n := len(steps); n > 0 && steps[n-1].State != coaching.InUse {
			v.Components[i].Steps = append(slices.Clone(steps), coaching.ComponentStep{State: coaching.InUse, On: steps[n-1].On.AddDays(1), Recorded: l.recorded})
		}
	case *coaching.ServicePlans:
		p := v.Plans[l.IntN(len(v.Plans))]
		p.ID, p.Coach, p.Recorded = fmt.Sprint("late-", l.recorded), fmt.Sprint("late-", l.recorded), l.recorded
		v.Plans = append(v.Plans, p)
	case *district.Teams:
		if l.IntN(2) == 0 {
			team := &v.Teams[l.IntN(len(v.Teams))]
			team.Members = append(slices.Clone(team.Members), district.TeamMember{ID: fmt.Sprint("late-", l.recorded), Role: district.Role("schoolCoach"), Recorded: l.recorded})
			return nil
		}
		return []mtss.Document{&district.Checklist{
			Unit: mtss.Unit{ID: "district-juniper", Kind: mtss.KindDistrict}, Date: mtss.Date{Year: 2026, Month: 5, Day: 1}, Recorded: l.recorded,
			Components: []district.DeclaredComponent{{Component: mtss.ComponentCoachingSystem, Status: district.Undeveloped, Evidence: []string{}}},
		}}
	}
	return nil
}

// Last year's answer is had again: whatever was recorded since, the documents as they
// were known by then give the profile that the documents of then gave. The evidence of
// all documents, asked for as of that day, is the same as well.
func TestKnownByThen(t *testing.T) {
	changed := 0
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 26))
		known := mtss.Date{Year: 2026, Month: 6, Day: 10}.AddDays(r.IntN(50)) // the last record is of June 10
		on := mtss.Date{Year: 2025, Month: 9, Day: 1}.AddDays(r.IntN(330))
		then, now := juniperDocuments(t), juniperDocuments(t)
		if seed%3 == 0 { // in the middle of the year
			known = mtss.Date{Year: 2025, Month: 10, Day: 1}.AddDays(r.IntN(200))
			on = known
			then = then.KnownBy(known)
		}
		late := &latecomer{Rand: r}
		var more []mtss.Document
		for _, document := range profile.Everything(now) {
			_, line := document.(*fidelity.ObservationLine)
			_, contact := document.(*coaching.Contact)
			if (line || contact) && r.IntN(6) > 0 || r.IntN(4) == 0 {
				continue
			}
			// Recorded after everything in the documents, and after what was known.
			late.recorded = mtss.Date{Year: 2026, Month: 6, Day: 10}.AddDays(50 + r.IntN(300))
			more = append(more, late.change(document)...)
		}
		now.Add(more...)

		want, wantErr := profile.Of(then, profile.Options{On: on})
		got, gotErr := profile.Of(now, profile.Options{On: on, KnownOn: known})
		if got.KnownOn != known {
			t.Fatalf("seed %d: known on %s, want %s", seed, got.KnownOn, known)
		}
		other, otherErr := profile.Of(now, profile.Options{On: on, Policy: evidence.HostPolicy{KnownOn: known}})
		if diff := cmp.Diff(encoded(t, got), encoded(t, other)); diff != "" || (gotErr == nil) != (otherErr == nil) {
			t.Fatalf("seed %d: the day of the policy is another:\n%s", seed, diff)
		}
		got.KnownOn = mtss.Date{}
		got.Concerns = slices.DeleteFunc(got.Concerns, func(c profile.Concern) bool { return c.Notice.Code == profile.NoticeKnown })
		if diff := cmp.Diff(lines(encoded(t, want)), lines(encoded(t, got))); diff != "" {
			t.Fatalf("seed %d, on %s, known by %s (-then +now):\n%s", seed, on, known, diff)
		}
		if diff := cmp.Diff(fmt.Sprint(mtss.Issues(wantErr)), fmt.Sprint(mtss.Issues(gotErr))); diff != "" {
			t.Fatalf("seed %d: problems (-then +now):\n%s", seed, diff)
		}
		all, _ := profile.Of(now, profile.Options{On: on})
		all.Inputs, want.Inputs = nil, nil
		if !slices.Equal(encoded(t, all), encoded(t, want)) {
			changed++
		}

		above, err := now.Hierarchy()
		if err != nil {
			t.Fatal(err)
		}
		days := mtss.OneDay(on)
		stood, _ := evidence.Gather(above, days, evidence.HostPolicy{}, then.Suppliers()...)
		asked, _ := evidence.Gather(above, days, evidence.HostPolicy{KnownOn: known}, now.Suppliers()...)
		for _, s := range stood.Subjects() {
			a, errA := stood.On(s.Unit, s.Innovation, on)
			b, errB := asked.On(s.Unit, s.Innovation, on)
			if errA != nil || errB != nil {
				t.Fatal(errA, errB)
			}
			for i := range a {
				if !a[i].Value.Equal(b[i].Value) || a[i].On != b[i].On || a[i].Through != b[i].Through {
					t.Fatalf("seed %d, %s %s, %s on %s: %v of then, %v as of then", seed, s.Unit.ID, s.Innovation, a[i].Measure, on, a[i].Value, b[i].Value)
				}
			}
		}
	}
	if changed < 9 {
		t.Errorf("what was recorded later changed %d profiles of 12 that were asked for as of today, want most of them", changed)
	}
}

func lines(data []byte) []string { return strings.Split(string(data), ",") }

// The day by which documents are known is one, and a day.
func TestKnownOnRefused(t *testing.T) {
	day := mtss.Date{Year: 2026, Month: 1, Day: 31}
	for _, test := range []struct {
		why     string
		options profile.Options
	}{
		{"not a day of the calendar", profile.Options{KnownOn: mtss.Date{Year: 2026, Month: 2, Day: 30}}},
		{"two days", profile.Options{KnownOn: day, Policy: evidence.HostPolicy{KnownOn: day.AddDays(1)}}},
	} {
		_, err := profile.Of(juniperDocuments(t), test.options)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Code != profile.CodeDay || issues[0].Path != "/knownOn" {
			t.Errorf("%s: %v", test.why, issues)
		}
	}
}

// Nothing is recorded before its own day, in a document of any kind, but for what is
// planned: assignments, teams and their members, sessions and coaching plans.
func TestRecordedBeforeItsDay(t *testing.T) {
	const observation = `"practitioner":"p","innovation":"i","instrument":{"id":"w","version":"1"},"score":{"earned":1,"possible":2,"unknown":0}`
	const series = `"measure":"m","unit":{"id":"s","kind":"school"},"innovation":"i","better":"higher"`
	const value = `"value":{"earned":1,"possible":2,"unknown":0}`
	const days = `"date":"2026-01-15","recorded":"2026-01-14"`
	const district = `"unit":{"id":"d","kind":"district"}`
	for _, test := range []struct{ kind, text, want string }{
		{"observation", `{` + observation + `,` + days + `}`, "/recorded mtss.recorded"},
		{"observations", `{"observations":[{` + observation + `,` + days + `}]}`, "/observations/0/recorded mtss.recorded"},
		{"coachingData", `{"observations":[{` + observation + `,` + days + `}],"coaching":[],"feedback":[],"reviews":[]}`, "/observations/0/recorded mtss.recorded"},
		{"outcomes", `{"outcomes":[{"recorded":"2026-01-14",` + series + `,"baseline":{"on":"2026-01-15",` + value + `},"values":[]}]}`, "/outcomes/0/recorded mtss.recorded"},
		{"outcomes", `{"outcomes":[{` + series + `,"baseline":{"on":"2026-01-15","recorded":"2026-01-14",` + value + `},"values":[]}]}`, "/outcomes/0/baseline/recorded mtss.recorded"},
		{"outcomes", `{"outcomes":[{` + series + `,"baseline":{"on":"2026-01-01",` + value + `},"values":[{"on":"2026-01-15","recorded":"2026-01-14",` + value + `}]}]}`, "/outcomes/0/values/0/recorded mtss.recorded"},
		{"meetings", `{"covers":[],"meetings":[{"team":"t",` + days + `}]}`, "/meetings/0/recorded mtss.recorded"},
		{"contact", `{"coach":"c","coached":"p",` + days + `}`, "/recorded mtss.recorded"},
		{"actionPlan", `{` + district + `,` + days + `,"activities":[]}`, "/recorded mtss.recorded"},
		{"readiness", `{` + district + `,"innovation":"i",` + days + `,"answers":[]}`, "/recorded mtss.recorded"},
		{"initiativeInventory", `{` + district + `,` + days + `,"initiatives":[],"pairs":[]}`, "/recorded mtss.recorded"},
		{"installationChecklist", `{` + district + `,` + days + `,"components":[]}`, "/recorded mtss.recorded"},
		{"administration", `{"instrument":{"id":"tfi","version":"3.0"},` + district + `,` + days + `,"responses":{}}`, "/recorded instrument.date"},
		{"meeting", `{"instrument":{"id":"dca","version":"7.7"},` + district + `,` + days + `,"present":[],"items":[]}`, "/recorded dca.meeting.days"},
		{"coachingSystem", `{` + district + `,"components":[{"component":"serviceDelivery","steps":[{"state":"final","on":"2026-01-15","recorded":"2026-01-14"}]}],"wanted":[],"roles":[]}`, "/components/0/steps/0/recorded mtss.recorded"},
		{"practitioners", `{"intended":[{"practitioner":"p","unit":{"id":"s","kind":"school"},"innovation":"i","from":"2026-01-15","recorded":"2026-01-14"}]}`, ""},
	} {
		_, err := kinds.All().Decode([]byte(`{"kind":"` + test.kind + `","schemaVersion":1,` + test.text[1:]))
		got := ""
		for _, issue := range mtss.Issues(err) {
			got = strings.TrimSpace(got + " " + issue.Path + " " + string(issue.Code))
		}
		if got != test.want {
			t.Errorf("%s %s: %q, want %q", test.kind, test.text, got, test.want)
		}
	}
}

// A correction was entered in March. What was known in February is had again.
func ExampleDocuments_KnownBy() {
	score := func(points int64) mtss.Tally { return mtss.Tally{Earned: points, Possible: 20} }
	seen := mtss.Date{Year: 2026, Month: 1, Day: 12}
	var documents profile.Documents
	documents.Add(
		&fidelity.ObservationLine{Observation: fidelity.Observation{ID: "o-1", Date: seen, Score: score(17)}},
		&fidelity.ObservationLine{Observation: fidelity.Observation{ID: "o-2", Supersedes: "o-1", Date: seen, Score: score(12), Recorded: mtss.Date{Year: 2026, Month: 3, Day: 2}}},
	)
	for _, day := range []mtss.Date{{Year: 2026, Month: 2, Day: 28}, {Year: 2026, Month: 3, Day: 2}} {
		var known []fidelity.Observation
		for _, line := range profile.All[fidelity.ObservationLine](documents.KnownBy(day)) {
			known = append(known, line.Observation)
		}
		standing, err := fidelity.InForce(known)
		for _, o := range standing {
			fmt.Printf("%s: %d of %d\n", day, o.Score.Earned, o.Score.Possible)
		}
		if err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// 2026-02-28: 17 of 20
	// 2026-03-02: 12 of 20
}
