package dca_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const tries = 1000 / slower

// read reads a document of testdata.
func read[T any](t testing.TB, name string, decode func([]byte) (T, error)) T {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	v, err := decode(data)
	if err != nil {
		t.Fatalf("%s: %v", name, mtss.Issues(err))
	}
	return v
}

// spoiled tries one kind of document.
func spoiled[T any, P interface {
	*T
	mtss.Document
}](t *testing.T, name string, decode func([]byte) (T, error)) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		spoil.Try[T, P](t, tries, decode, read(t, name, decode))
	})
}

// What JSON is refused for, Go is refused for, and what is written reads back.
func TestCheckedAsRead(t *testing.T) {
	spoiled(t, "meeting.json", dca.DecodeVotingMeeting)
	spoiled(t, "protocol-dca.json", dca.DecodeProtocol)
	spoiled(t, "review.json", dca.DecodeReviewed)
	spoiled(t, "trend.json", dca.DecodeTrend)
}

// back writes a value and reads it again.
func back[T any](t testing.TB, what string, v T) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	var out T
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%s: %v\n%s", what, mtss.Issues(err), data)
	}
	if diff := cmp.Diff(v, out); diff != "" {
		t.Errorf("%s comes back different (-written +read):\n%s", what, diff)
	}
	again, err := json.Marshal(out)
	if err != nil || string(again) != string(data) {
		t.Errorf("%s is written as\n%s and then\n%s: %v", what, data, again, err)
	}
}

// Reviews and trends read back equal, whatever they hold.
func TestOutputsReadBack(t *testing.T) {
	scorer := compiled(t, votable())
	m := decodedMeeting(t)
	checked, err := scorer.Score(planned())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []dca.Protocol{dca.DCAProtocol(), shipped("rtfi"), shipped("tfi"), shipped("boq"), {}} {
		for _, one := range []dca.VotingMeeting{m, meeting("1: 0 2 1 | 1 1 1 = 1", "2: 2 - .", "4: = NA", "5: 1 5 3 = 3"), meeting("1: = 1"), meeting()} {
			r := reviewed(t, one, p)
			back(t, "a review by "+p.ID, r)
			r.Checklist = &checked
			back(t, "a review with a checklist", r)
		}
	}
	on := day("2027-03-01")
	for _, all := range [][]instrument.Administration{
		nil, {toyAnswers("a", "2025-01-20", "1=0 2=1 3=2 4=NA 5=1")},
		{toyAnswers("a", "2025-01-20", "1=0 2=1 3=2 4=NA 5=1"), toyAnswers("b", "2026-03-20", "1=2 2=null 3=2 4=2 5=4"), toyAnswers("c", "2028-01-01", "1=1")},
	} {
		for _, windows := range [][]mtss.Window{nil, mtss.DCAWindows()} {
			trend, err := dca.TrendOfAdministrations(scorer, all, windows, on)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			if len(trend.Points) > 0 {
				back(t, "a trend", trend)
				continue
			}
			back(t, "an empty trend", trend)
		}
	}
}

// The codes of a coefficient that is undefined are those that its schema lists.
func TestCodesAreListed(t *testing.T) {
	r := reviewed(t, decodedMeeting(t), dca.DCAProtocol())
	for _, code := range []mtss.Code{
		"", agreement.UndefinedWeights, agreement.UndefinedMetric, agreement.UndefinedRaters, agreement.UndefinedPairs, agreement.UndefinedVariation,
	} {
		r.Agreement[0].Before.Alpha.Undefined = code
		same(t, string(code), []string{}, found(r.Validate()))
	}
	r.Agreement[0].Before.Alpha.Undefined = "x"
	same(t, "others", []string{"/agreement/0/before/alpha/undefined json.enum"}, found(r.Validate()))
}

// Counts of agreement that do not fit are refused.
func TestReviewedTallies(t *testing.T) {
	r := reviewed(t, meeting("1: 0 2 1 = 1"), dca.DCAProtocol())
	r.Agreement[0].Before.Percent.Pairs.Earned = 9
	r.Agreement[0].After.Percent.Unanimous.Earned = 9
	same(t, "tallies", []string{"/agreement/0/before/percent/pairs mtss.tally", "/agreement/0/after/percent/unanimous mtss.tally"}, found(r.Validate()))
}

// Nothing that is handed out changes with what was passed in.
func TestNothingIsShared(t *testing.T) {
	scorer := compiled(t, votable())
	encoded := func(v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	m := meeting("1: 0 2 1 = 1", "4: = NA")
	m.Sections = []string{"s"}
	r := reviewed(t, m, dca.DCAProtocol())
	before, after := planned(), toyAnswers("m-2", "2027-01-20", "1=2 2=1 3=null 4=NA 5=4")
	followed, _, err := dca.FollowItem([]instrument.Administration{before, after}, nil, before.Instrument, "4")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	first, err1 := scorer.Score(before)
	second, err2 := scorer.Score(after)
	results := []instrument.Result{first, second}
	trend, err := dca.TrendOf(results, mtss.DCAWindows(), day("2027-03-01"))
	if err1 != nil || err2 != nil || err != nil {
		t.Fatal(err1, err2, err)
	}
	all := []any{r, followed, trend}
	was := encoded(all)
	*m.Items[0].Agreed, m.Sections[0] = 0, "changed"
	*m.Items[0].Rounds[0].Votes[0].Score = 2
	clear(before.Responses)
	clear(after.NotApplicable)
	for i := range results {
		results[i].Total.Tally = mtss.Tally{}
		clear(results[i].Subscales)
		clear(results[i].Caveats)
	}
	same(t, "what was handed out", was, encoded(all))
}

// What is nil or half made is refused, and never a panic.
func TestNothingPanics(t *testing.T) {
	a := planned()
	for _, scorer := range []*instrument.Scorer{nil, {}} {
		for name, call := range map[string]func() error{
			"Review":     func() error { _, err := dca.Review(meeting("1: 1 = 1"), dca.DCAProtocol(), scorer); return err },
			"Candidates": func() error { _, err := dca.Candidates(scorer, a); return err },
			"Trend": func() error {
				_, err := dca.TrendOfAdministrations(scorer, []instrument.Administration{a}, nil, day("2027-01-01"))
				return err
			},
		} {
			if issues := mtss.Issues(call()); len(issues) == 0 || issues[0].Code == "" {
				t.Errorf("%s without a scorer: no error with a code", name)
			}
		}
	}
	same(t, "no meeting", mtss.Correction[string]{}, (*dca.VotingMeeting)(nil).Correction())
	scorer := compiled(t, votable())
	for _, m := range []dca.VotingMeeting{{}, {Present: make([]dca.Participant, 2), Items: []dca.ItemRecord{{}, {Rounds: make([]dca.Round, 2)}}}} {
		if _, err := dca.Review(m, dca.Protocol{}, scorer); err == nil {
			t.Error("a meeting of nothing is reviewed")
		}
	}
	half := dca.Protocol{Windows: make([]mtss.Window, 1), Positions: []string{""}, Quorum: dca.Quorum{People: -1, AtLeast: mtss.Whole(-1)}}
	if _, err := dca.Review(meeting("1: 1 = 1"), half, scorer); err != nil {
		t.Errorf("a protocol that is half made: %v", err)
	}
	if _, err := dca.TrendOf(make([]instrument.Result, 2), make([]mtss.Window, 2), day("2027-01-01")); err != nil && mtss.Issues(err)[0].Code == "" {
		t.Error(err)
	}
	if _, _, err := dca.FollowItem(make([]instrument.Administration, 2), make([]instrument.Crosswalk, 2), instrument.Ref{}, ""); err == nil {
		t.Error("crosswalks of nothing are followed")
	}
}
