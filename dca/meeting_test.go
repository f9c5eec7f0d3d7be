package dca_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// golden compares a document with a file of testdata, which -update rewrites.
func golden(t *testing.T, name string, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	same(t, file, string(want), out.String())
}

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

var invented = mtss.Source{Title: "made up for this test"}

// votable returns an invented instrument of four items scored 0 to 2, of which
// the last may be not applicable, and one scored 1 to 5.
func votable(criteria ...rule.Node) instrument.Definition {
	d := instrument.Definition{
		ID: "toy", Version: "1", Title: "Toy", Total: instrument.TotalPoints,
		Scales:    []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}, {ID: "1-5", Scores: []int{1, 2, 3, 4, 5}}},
		Subscales: []instrument.Subscale{{ID: "a", Items: []string{"1", "2"}}, {ID: "b", Items: []string{"3", "4"}}, {ID: "c", Items: []string{"5"}}},
		Sections:  []instrument.Section{{ID: "s", Items: []string{"1", "2", "3", "4"}}, {ID: "t", Items: []string{"5"}}},
		Facts:     []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Confirmed, Source: invented}},
	}
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-2", NotApplicable: id == "4"})
	}
	d.Items[4].Scale = "1-5"
	for i, node := range criteria {
		d.Criteria = append(d.Criteria, instrument.Criterion{ID: "c" + strconv.Itoa(i+1), Title: "C", Require: node, Source: invented, Provenance: mtss.Confirmed})
	}
	return d
}

func compiled(t testing.TB, d instrument.Definition) *instrument.Scorer {
	t.Helper()
	s, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return s
}

// meeting returns a meeting of the invented instrument with an administrator
// and as many respondents as the first round of the first item has votes.
//
// Items read "1: 0 1 2 | 1 1 1 = 1": the votes of r1, r2 and r3 in each round,
// and the score that was agreed; "-" abstains, "." is silent, and NA in place of
// the score marks the item.
func meeting(items ...string) dca.VotingMeeting {
	m := dca.VotingMeeting{
		ID: "m-1", Instrument: instrument.Ref{ID: "toy", Version: "1"}, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Date: day("2026-01-20"),
		Present: []dca.Participant{{ID: "adm", Role: dca.Administrator, TrainedOn: day("2025-05-05")}},
	}
	for _, text := range items {
		m.Items = append(m.Items, itemRecord(text))
	}
	voters := 3
	if len(items) > 0 {
		_, votes, _ := strings.Cut(items[0], ":")
		votes, _, _ = strings.Cut(votes, "=")
		votes, _, _ = strings.Cut(votes, "|")
		voters = max(len(strings.Fields(votes)), 1)
	}
	for i := range voters {
		m.Present = append(m.Present, dca.Participant{ID: "r" + strconv.Itoa(i+1), Role: dca.Respondent})
	}
	return m
}

func itemRecord(text string) dca.ItemRecord {
	id, rest, _ := strings.Cut(text, ":")
	votes, end, _ := strings.Cut(rest, "=")
	record := dca.ItemRecord{Item: id}
	switch end = strings.TrimSpace(end); end {
	case "":
	case "NA":
		record.NotApplicable = true
	default:
		record.Agreed = number(end)
	}
	if strings.TrimSpace(votes) == "" {
		return record
	}
	for k, one := range strings.Split(votes, "|") {
		round := dca.Round{Number: k + 1, Votes: []dca.Vote{}}
		for i, score := range strings.Fields(one) {
			vote := dca.Vote{By: "r" + strconv.Itoa(i+1)}
			switch score {
			case ".":
				continue
			case "-":
			default:
				vote.Score = number(score)
			}
			round.Votes = append(round.Votes, vote)
		}
		record.Rounds = append(record.Rounds, round)
	}
	return record
}

func number(text string) *int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return &n
}

func decodedMeeting(t testing.TB) dca.VotingMeeting {
	t.Helper()
	data, err := os.ReadFile("testdata/meeting.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := dca.DecodeVotingMeeting(data)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return m
}

// The documents of this package can be read as their tags promise.
func TestTags(t *testing.T) {
	for _, v := range []any{dca.VotingMeeting{}, dca.Protocol{}} {
		if errs := strict.Check(v); errs != nil {
			t.Errorf("%T: %v", v, errs)
		}
	}
}

func TestDecodeVotingMeeting(t *testing.T) {
	golden(t, "meeting.json", decodedMeeting(t))
	data, err := os.ReadFile("testdata/meeting.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, from, to string
		want           []string
	}{
		{"a role that nobody has", `"noteTaker"`, `"scribe"`, []string{"/present/2/role json.enum"}},
		{"round 0", `"round": 1`, `"round": 0`, []string{"/items/0/rounds/0/round json.range"}},
		{"an unknown member", `"teamSize"`, `"team"`, []string{"/team json.unknown-field"}},
		{"a day that is none", `"2026-01-20"`, `"2026-02-30"`, []string{"/date mtss.date"}},
		{"half a score", `"score": 2`, `"score": 1.5`, []string{"/items/0/rounds/0/votes/0/score json.number"}},
		{"another kind", `"kind": "meeting"`, `"kind": "minutes"`, []string{"/kind json.enum"}},
	} {
		changed := strings.Replace(string(data), test.from, test.to, 1)
		if changed == string(data) {
			t.Fatalf("%s: nothing to change", test.name)
		}
		_, err := dca.DecodeVotingMeeting([]byte(changed))
		same(t, test.name, test.want, found(err))
	}
	m, err := dca.DecodeVotingMeeting(bytes.Replace(data, []byte(`"agreed": 2`), []byte(`"agreed": null`), 1))
	if err != nil || m.Items[0].Agreed != nil {
		t.Errorf("null for no agreed score: %v", mtss.Issues(err))
	}
}

func TestMeetingsInForce(t *testing.T) {
	first, second, void, other := meeting(), meeting(), meeting(), meeting()
	second.ID, second.Supersedes = "m-2", "m-1"
	other.ID, void.ID, void.Voids = "m-3", "m-4", "m-3"
	got, err := mtss.InForce([]dca.VotingMeeting{first, other, second, void}, (*dca.VotingMeeting).Correction)
	same(t, "in force", []dca.VotingMeeting{second}, got)
	same(t, "problems", []string{}, found(err))
	got, err = mtss.InForce([]dca.VotingMeeting{second, void}, (*dca.VotingMeeting).Correction)
	same(t, "in spite of problems", []dca.VotingMeeting{second}, got)
	same(t, "problems", []string{"/0/supersedes mtss.correction", "/1/voids mtss.correction"}, found(err))
	void.Voids = "m-1"
	void.Unit.ID = "d-2"
	_, err = mtss.InForce([]dca.VotingMeeting{first, void}, (*dca.VotingMeeting).Correction)
	same(t, "another unit", []string{"/1/voids mtss.correction"}, found(err))
}

// fixedPoint checks that what decodes comes back from its encoding.
func fixedPoint[T any](t *testing.T, data []byte, decode func([]byte) (T, error)) (value T, ok bool) {
	value, err := decode(data)
	if err != nil {
		for _, issue := range mtss.Issues(err) {
			if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
				t.Fatalf("%q: issue %+v", data, issue)
			}
		}
		if len(mtss.Issues(err)) == 0 {
			t.Fatalf("%q: error without issues: %v", data, err)
		}
		return value, false
	}
	once, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(once)
	if err != nil {
		t.Fatalf("%q was read, but not %s: %v", data, once, mtss.Issues(err))
	}
	twice, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, twice) {
		t.Fatalf("written as %s, then as %s", once, twice)
	}
	return value, true
}

func FuzzDecodeVotingMeeting(f *testing.F) {
	for _, name := range []string{"testdata/meeting.json", "testdata/review.json"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, m := range []dca.VotingMeeting{meeting("1: 0 1 2 | 1 - . = 1", "4: = NA", "5: 1 5 5 = 3"), meeting("3: 2", "1: | = 0"), {}} {
		data, err := json.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	scorer, err := instrument.Compile(votable())
	if err != nil {
		f.Fatal(err)
	}
	protocols := []dca.Protocol{{}, dca.DCAProtocol(), shipped("rtfi"), shipped("tfi"), shipped("boq")}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ok := fixedPoint(t, data, dca.DecodeVotingMeeting)
		if !ok {
			return
		}
		for _, p := range protocols {
			r, err := dca.Review(m, p, scorer)
			if err != nil {
				if len(mtss.Issues(err)) == 0 {
					t.Fatalf("%q: error without issues: %v", data, err)
				}
				continue
			}
			if _, err := scorer.Score(r.Administration); err != nil {
				t.Fatalf("%q: what was reviewed cannot be scored: %v", data, mtss.Issues(err))
			}
			if _, err := json.Marshal(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}
