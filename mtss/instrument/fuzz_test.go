package instrument_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// fixedPoint checks that what decodes comes back from its encoding, to the
// byte the second time.
func fixedPoint[T any](t *testing.T, data []byte, decode func([]byte) (T, error)) (value T, ok bool) {
	value, err := decode(data)
	if err != nil {
		for _, issue := range mtss.Issues(err) {
			if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
				t.Fatalf("%q: issue %+v", data, issue)
			}
		}
		if len(mtss.Issues(err)) == 0 {
			t.Fatalf("%q: %v holds no issue", data, err)
		}
		return value, false
	}
	first := encoded(t, value)
	again, err := decode(first)
	if err != nil {
		t.Fatalf("%q came back as %s: %v", data, first, mtss.Issues(err))
	}
	if second := encoded(t, again); string(first) != string(second) {
		t.Fatalf("%q came back as %s and then as %s", data, first, second)
	}
	if diff := cmp.Diff(value, again); diff != "" {
		t.Fatalf("%q (-first +again):\n%s", data, diff)
	}
	return value, true
}

func FuzzDecodeDefinition(f *testing.F) {
	for _, d := range []instrument.Definition{toy("1", nil), toy("1 2", []instrument.Subscale{sub("a", "1"), below("a", sub("b", "2"))}, atLeast("b", "1/2")), rich(), likert(), tiers(), partial()} {
		data, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	faulty, err := os.ReadFile("testdata/faulty-definition.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(faulty)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, ok := fixedPoint(t, data, instrument.DecodeDefinition)
		if !ok {
			return
		}
		s, err := instrument.Compile(d)
		if err != nil {
			t.Fatalf("%q decodes and does not compile: %v", data, mtss.Issues(err))
		}
		r, err := s.Score(given(d, ""))
		if errors.Is(err, instrument.CodeIncomplete) && d.Scorable() != nil {
			return
		}
		if err != nil {
			t.Fatalf("%q does not score an administration without answers: %v", data, mtss.Issues(err))
		}
		encoded(t, r)
		r.Lines()
	})
}

func FuzzDecodeAdministration(f *testing.F) {
	f.Add([]byte(goodAdministration))
	f.Add([]byte(goodAdministration[:90]))
	f.Add([]byte(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"toy","version":"1"},"unit":{"id":"é","kind":"isd"},"date":"2024-02-29","responses":{"a/b~":-1,"":null,"\u00e9\ud83d\ude00":9007199254740992}}`))
	f.Add([]byte(`{"responses":{"1":2,"1":2.5},"Date":"2026-02-30"}`))
	s := compiled(f, tiers())
	f.Fuzz(func(t *testing.T, data []byte) {
		a, ok := fixedPoint(t, data, instrument.DecodeAdministration)
		if !ok {
			return
		}
		if r, err := s.Score(a); err == nil {
			bounded(t, r)
		}
	})
}

func FuzzDecodeCompletion(f *testing.F) {
	empty := completion()
	empty.Items, empty.Scales, empty.Illustrative = []instrument.Item{}, nil, true
	for _, c := range []instrument.Completion{completion(), empty} {
		data, err := json.Marshal(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, ok := fixedPoint(t, data, instrument.DecodeCompletion)
		if !ok {
			return
		}
		d, err := instrument.Complete(partial(), c)
		if err != nil {
			return
		}
		if err := d.Validate(); err != nil {
			t.Fatalf("%q completes to what is not valid: %v", data, mtss.Issues(err))
		}
		if d.CompletedBy.Name != c.Name || len(d.Lacks) >= len(partial().Lacks) {
			t.Fatalf("%q completes to %+v, lacking %+v", data, d.CompletedBy, d.Lacks)
		}
	})
}

// bounded checks that every score of a result makes sense.
func bounded(t *testing.T, r instrument.Result) {
	t.Helper()
	tallies := []mtss.Tally{r.Points}
	for _, s := range r.Subscales {
		tallies = append(tallies, s.Tally)
	}
	if r.Total != nil {
		tallies = append(tallies, r.Total.Tally)
	}
	for _, tally := range tallies {
		apart := strings.HasPrefix(r.Missing, "prorate") // each scale decides for itself what it leaves out
		if err := tally.Validate(); err != nil || tally.Possible > r.Points.Possible && !apart {
			t.Fatalf("%+v of %+v points: %v", tally, r.Points, err)
		}
	}
	for name, span := range spans(r) {
		if span.Low.Defined() && (span.Low.Sign() < 0 || span.Low.Cmp(span.High) > 0 || span.High.Cmp(mtss.Whole(1)) > 0) {
			t.Fatalf("%s lies from %s to %s", name, span.Low.Number(), span.High.Number())
		}
	}
}

func FuzzDecodeCrosswalk(f *testing.F) {
	for _, c := range []instrument.Crosswalk{walk("9=1 8=2"), walk("1=1"), {}} {
		data, err := json.Marshal(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	s := compiled(f, toy("1 2 3", nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, ok := fixedPoint(t, data, instrument.DecodeCrosswalk)
		if !ok {
			return
		}
		for _, pair := range c.Items {
			later, _ := c.Later(pair.From)
			earlier, _ := c.Earlier(pair.To)
			if later != pair.To || earlier != pair.From {
				t.Fatalf("%q: %v leads to %q and back to %q", data, pair, later, earlier)
			}
		}
		if err := c.Against(nil, s); err != nil && len(mtss.Issues(err)) == 0 {
			t.Fatalf("%q: error without issues: %v", data, err)
		}
	})
}

// FuzzScore scores made-up answers by made-up instruments. Each byte is an
// answer to the next item: a score, null, absent, not applicable or twice.
func FuzzScore(f *testing.F) {
	f.Add(uint64(1), []byte{0, 1, 2, 200, 230, 240, 255}, uint8(0))
	f.Add(uint64(2), []byte{2, 2, 2, 220}, uint8(1))
	f.Add(uint64(3), []byte{}, uint8(2))
	f.Add(uint64(4), []byte{5, 5, 230, 230, 200}, uint8(3))
	f.Fuzz(func(t *testing.T, seed uint64, answers []byte, policy uint8) {
		m := newMaker(seed)
		m.gaps, m.all = seed%2 == 0, seed%3 == 0
		d := m.definition(8)
		s := compiled(t, d)
		a := given(d, "")
		for i, b := range answers {
			item := "i9"
			if i < len(d.Items) {
				item = d.Items[i].ID
			}
			switch {
			case b >= 250:
				a.Responses = append(a.Responses, instrument.Response{Item: item}, instrument.Response{Item: item})
			case b >= 240:
				a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
			case b >= 230:
				a.NotApplicable = append(a.NotApplicable, item)
			case b < 200:
				a.Responses = append(a.Responses, instrument.Response{Item: item, Score: int(b)})
			}
		}
		if len(d.Sections) > 0 && policy >= 128 {
			a.Sections = []string{"s1"}
		}
		missing := []instrument.Missing{{}, instrument.MissingExclude(), instrument.MissingZero(), instrument.MissingProrate(mtss.NewRatio(1, 2))}[policy%4]
		r, err := s.ScoreWith(a, missing)
		if err == nil {
			bounded(t, r)
			encoded(t, r)
			r.Lines()
		} else if len(mtss.Issues(err)) == 0 {
			t.Fatal(err)
		}
		row, _, err := s.Answers(a)
		if err != nil {
			return
		}
		tallies := s.Tallies(nil, row, missing)
		most := int64(0)
		for _, item := range itemIDs(d) {
			most += int64(slices.Max(scaleOf(d, item).Scores))
		}
		for _, tally := range tallies {
			if tally.Validate() != nil || tally.Possible > most {
				t.Fatalf("%+v of at most %d points", tally, most)
			}
		}
	})
}
