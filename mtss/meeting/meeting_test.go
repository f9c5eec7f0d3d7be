package meeting_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

const good = `{"kind":"meetings","schemaVersion":1,"id":"m-1","covers":[{"unit":{"id":"maple","kind":"district"},"from":"2026-01-01","until":"2026-06-30"}],"meetings":[` +
	`{"id":"d-1","team":"dit","date":"2026-02-10","facilitated":"yes","attended":["m1","m2"],"agenda":["a-1"],"results":[{"id":"dca-1","of":"capacity","date":"2026-02-01"}],` +
	`"decisions":[{"what":"draft a protocol","results":["dca-1"],"who":"districtCoordinator","due":"2026-04-30"}],"shared":[{"team":"slt","way":"gave"}]},` +
	`{"team":"dit","date":"2026-03-10"},{"id":"d-3","supersedes":"d-1","team":"dit","date":"2026-02-10","attended":[],"decisions":[]}]}`

func read(t testing.TB) meeting.Meetings {
	t.Helper()
	m, err := meeting.DecodeMeetings([]byte(good))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return m
}

func same(t testing.TB, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", why, diff)
	}
}

func problems(err error) []string {
	out := []string{}
	for _, i := range mtss.Issues(err) {
		out = append(out, i.Path+" "+string(i.Code))
	}
	return out
}

// What is written reads back, what is not recorded stays so, and JSON and Go are
// refused for the same.
func TestMeetings(t *testing.T) {
	m := read(t)
	text, err := json.Marshal(m)
	if err != nil || string(text) != good {
		t.Errorf("written %s, %v", text, err)
	}
	if m.Meetings[1].Attended != nil || m.Meetings[2].Attended == nil {
		t.Error("not recorded and nobody are one")
	}
	spoil.Try[meeting.Meetings, *meeting.Meetings](t, 300, meeting.DecodeMeetings, m)
	for _, err := range strict.Check(m) {
		t.Error(err)
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		why    string
		change func(*meeting.Meetings)
		want   []string
	}{
		{"a coverage that ends before it begins", func(m *meeting.Meetings) { m.Covers[0].Until.Year = 2025 }, []string{"/covers/0/until district.period"}},
		{"a meeting of no team", func(m *meeting.Meetings) { m.Meetings[1].Team = "" }, []string{"/meetings/1 district.meeting.unnamed"}},
		{"another meeting under the id", func(m *meeting.Meetings) { m.Meetings[1].ID = "d-1" }, []string{"/meetings/1/id mtss.record.repeated"}},
		{"the same meeting again", func(m *meeting.Meetings) { m.Meetings = append(m.Meetings, m.Meetings[0], m.Meetings[1]) }, []string{}},
		{"supersedes what is not there", func(m *meeting.Meetings) { m.Meetings[2].Supersedes = "d-9" }, []string{"/meetings/2/supersedes mtss.correction"}},
		{"supersedes that of another team", func(m *meeting.Meetings) { m.Meetings[2].Team = "slt" }, []string{"/meetings/2/supersedes mtss.correction"}},
		{"a result from the future", func(m *meeting.Meetings) { m.Meetings[0].Results[0].Date.Month = 3 }, []string{"/meetings/0/results/0/date district.meeting.result"}},
		{"a result cited twice", func(m *meeting.Meetings) {
			m.Meetings[0].Results = append(m.Meetings[0].Results, m.Meetings[0].Results[0])
		}, []string{}},
		{"two results under one id", func(m *meeting.Meetings) {
			m.Meetings[0].Results = append(m.Meetings[0].Results, meeting.CitedResult{ID: "dca-1", Of: meeting.OutcomeResult, Date: m.Meetings[0].Date})
		}, []string{"/meetings/0/results/1/id district.meeting.result"}},
		{"a result that is not cited", func(m *meeting.Meetings) { m.Meetings[0].Decisions[0].Results = []string{"dca-2"} }, []string{"/meetings/0/decisions/0/results/0 district.meeting.decision"}},
		{"due before it was decided", func(m *meeting.Meetings) { m.Meetings[0].Decisions[0].Due.Month = 1 }, []string{"/meetings/0/decisions/0/due district.meeting.decision"}},
		{"an address for an id", func(m *meeting.Meetings) { m.Meetings[0].Attended[0] = "a@b.org" }, []string{"/meetings/0/attended/0 json.word"}},
		{"an address for a role", func(m *meeting.Meetings) { m.Meetings[0].Decisions[0].Who = "a@b.org" }, []string{"/meetings/0/decisions/0/who json.word"}},
		{"an id with NUL", func(m *meeting.Meetings) { m.Meetings[1].Team = "d\x00" }, []string{"/meetings/1/team json.word"}},
		{"no such way", func(m *meeting.Meetings) { m.Meetings[0].Shared[0].Way = "gives" }, []string{"/meetings/0/shared/0/way json.enum"}},
	} {
		m := read(t)
		test.change(&m)
		same(t, test.why, test.want, problems(m.Validate()))
	}
	m := read(t)
	m.Meetings[1].Team = ""
	if err := m.Validate(); !errors.Is(err, meeting.CodeTeam) {
		t.Errorf("no team: %v", err)
	}
}

// Each meeting counts once, whatever the order and however often it is given; a
// record that another one supersedes does not.
func TestInForce(t *testing.T) {
	m := read(t).Meetings
	days := func(list []meeting.Meeting) (out []string) {
		for _, m := range list {
			out = append(out, m.ID+m.Date.String())
		}
		slices.Sort(out)
		return out
	}
	want := []string{"2026-03-10", "d-32026-02-10"}
	counted, notices := meeting.InForce(m)
	same(t, "once", want, days(counted))
	same(t, "nothing to notice", 0, len(notices))
	again := append(slices.Clone(m), m...)
	slices.Reverse(again)
	counted, notices = meeting.InForce(again)
	same(t, "each twice", want, days(counted))
	same(t, "three copies", 3, len(notices))
	for _, n := range notices {
		if n.Code != meeting.NoticeRepeated || n.Subject == "" {
			t.Errorf("%+v", n)
		}
	}
	m[1].ID, m[2] = "x", m[1]
	m[2].ID = "y"
	counted, _ = meeting.InForce(m[1:])
	same(t, "equal content under two ids is two", 2, len(counted))
	m[2].ID, m[2].Date.Day = "x", 11
	counted, _ = meeting.InForce(m[1:])
	same(t, "different content under one id is nothing", 0, len(counted))
}

func TestUsesData(t *testing.T) {
	m := read(t).Meetings
	for _, test := range []struct {
		why  string
		m    *meeting.Meeting
		want mtss.Verdict
	}{
		{"a decision that rests on a result", &m[0], mtss.Met},
		{"decisions that are not recorded", &m[1], mtss.Undetermined},
		{"no decision", &m[2], mtss.NotMet},
		{"a decision that rests on nothing", &meeting.Meeting{Decisions: []meeting.TeamDecision{{What: "x"}}}, mtss.NotMet},
		{"no meeting", nil, mtss.Undetermined},
	} {
		if got := test.m.UsesData(""); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}

// A result of another innovation does not show that data of this one are used; one of
// capacity is of any.
func TestUsesDataOfAnInnovation(t *testing.T) {
	m := read(t).Meetings[0]
	for cited, want := range map[string]map[string]mtss.Verdict{
		"":     {"": mtss.Met, "pbis": mtss.Met, "reading": mtss.Met},
		"pbis": {"": mtss.Met, "pbis": mtss.Met, "reading": mtss.NotMet},
	} {
		m.Results[0].Innovation = cited
		for innovation, want := range want {
			if got := m.UsesData(innovation); got != want {
				t.Errorf("a result of %q for %q: %s, want %s", cited, innovation, got, want)
			}
		}
	}
}

func TestMissed(t *testing.T) {
	m := read(t).Meetings
	agenda := []mtss.Notice{{Subject: "a-1"}, {Subject: "b-1"}}
	same(t, "what was not taken up", agenda[1:], m[0].Missed(agenda))
	same(t, "no meeting", agenda, (*meeting.Meeting)(nil).Missed(agenda))
}

func FuzzDecodeMeetings(f *testing.F) {
	f.Add([]byte(good))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := meeting.DecodeMeetings(data)
		counted, _ := meeting.InForce(m.Meetings)
		if len(counted) > len(m.Meetings) {
			t.Error("more count than there are")
		}
		if err != nil {
			return
		}
		text, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		back, err := meeting.DecodeMeetings(text)
		if err != nil || !cmp.Equal(m, back) {
			t.Errorf("%s does not read back: %v", text, err)
		}
	})
}
