package instrument_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// What is handed out shares no memory with what it was made from.
func TestNothingShared(t *testing.T) {
	d := itemless()
	scale := []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}}
	c := instrument.Completion{
		Instrument: d.Ref(), Name: "n", Provenance: mtss.Confirmed, Source: madeUp, Total: instrument.TotalPoints,
		Scales: scale, Items: []instrument.Item{{ID: "1", Scale: "0-2"}, {ID: "2", Scale: "0-2"}},
		Sections: []instrument.Section{{ID: "s", Items: []string{"1", "2"}}}, Subscales: []instrument.Subscale{{ID: "a", Items: []string{"1", "2"}}},
	}
	done, err := instrument.Complete(d, c)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	before := done.Digest()
	c.Scales[0].Scores[0], c.Items[0].ID, c.Sections[0].Items[0], c.Subscales[0].Items[0] = 9, "x", "x", "x"
	same(t, "completed, then the completion changed", before, done.Digest())

	scorer := compiled(t, done)
	done.Items[0].ID, done.Subscales[0].Items[0], done.Facts[0].Covers[0] = "x", "x", "x"
	same(t, "compiled, then the definition changed", before, scorer.Definition().Digest())
	scorer.Definition().Items[0].ID = "x"
	same(t, "the scorer's definition changed", before, scorer.Definition().Digest())

	full := rich()
	p := instrument.Profile{ID: "p", Instrument: full.Ref(), Title: "P", Criteria: rich().Criteria, Facts: []instrument.SourcedFact{{ID: "f", Covers: []string{"/criteria"}, Says: "s", Provenance: mtss.Confirmed, Source: madeUp}}}
	with, err := instrument.WithProfile(full, p)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	before = with.Digest()
	p.Criteria[0].Require.All[0].Measure, p.Facts[0].Covers[0] = "x", "x"
	full.Items[0].ID, full.Subscales[0].Items[0] = "x", "x"
	same(t, "with a profile, then both changed", before, with.Digest())

	form := itemless()
	text := string(encoded(t, instrument.Template(form)))
	form.Lacks[0].Says = "x"
	same(t, "a template, then the definition changed", text, string(encoded(t, instrument.Template(form))))

	toy := toy("1 2", nil)
	a := given(toy, "1=1 2=2")
	result := scored(t, toy, a)
	text = string(encoded(t, result))
	a.Responses[0].Item = "x"
	same(t, "scored, then the administration changed", text, string(encoded(t, result)))
}

// A scorer that was not made by Compile refuses, and nothing panics.
func TestNoScorer(t *testing.T) {
	var none *instrument.Scorer
	a := instrument.Administration{Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
	for _, s := range []*instrument.Scorer{none, {}} {
		for name, call := range map[string]func() error{
			"Score":     func() error { _, err := s.Score(a); return err },
			"ScoreWith": func() error { _, err := s.ScoreWith(a, instrument.MissingZero()); return err },
			"Responses": func() error { _, err := s.Responses(a); return err },
			"Goals":     func() error { _, err := s.Goals(a, "c"); return err },
		} {
			if err := call(); !errors.Is(err, instrument.CodeIncomplete) {
				t.Errorf("%s: got %v", name, err)
			}
		}
		if _, ok := s.Item("1"); ok || len(s.Definition().Items) > 0 {
			t.Error("it has an item")
		}
	}
	if got := (*instrument.Administration)(nil).Correction(); got != (mtss.Correction[string]{}) {
		t.Errorf("got %v", got)
	}
	if _, err := instrument.Complete(instrument.Definition{}, instrument.Completion{}); len(mtss.Issues(err)) == 0 {
		t.Errorf("got %v", err)
	}
	if _, err := (instrument.Equating{}).EquateResult(instrument.Result{}); !errors.Is(err, instrument.CodeEquatingOther) {
		t.Errorf("got %v", err)
	}
}

// Every result reads back equal, and is written as the same bytes again.
func TestResultsReadBack(t *testing.T) {
	m := newMaker(21)
	means, shares := 0, 0
	check := func(r instrument.Result) {
		data := encoded(t, r)
		back, err := instrument.DecodeResult(data)
		if err != nil {
			t.Fatalf("%s: %v", data, mtss.Issues(err))
		}
		same(t, "read back", r, back)
		same(t, "written again", string(data), string(encoded(t, back)))
		if err := r.Validate(); err != nil {
			t.Fatal(mtss.Issues(err))
		}
		for _, s := range r.Subscales {
			if s.Items > 0 {
				means++
			}
		}
		if r.Total != nil && r.Total.OfSubscales != nil {
			shares++
		}
	}
	for _, r := range goldens(t) {
		check(r)
	}
	for range rounds(t, 300) {
		d := m.definition(8)
		check(scored(t, d, m.administration(d, 30)))
	}
	if means == 0 || shares == 0 {
		t.Errorf("%d means and %d shares of subscales: too tame", means, shares)
	}
}

// What a result shows of its numbers has to agree with them.
func TestDisplayed(t *testing.T) {
	d := toy("1 2 3", []instrument.Subscale{{ID: "a", Items: []string{"1", "2", "3"}, Report: instrument.ReportMean}})
	d.Report = instrument.ReportItems
	good := string(encoded(t, scored(t, d, given(d, "1=1 2=2 3=2"))))
	for _, test := range []struct{ old, new, want string }{
		{"", "", ""},
		{`"percent":"83.3"`, `"percent":"83"`, ""},
		{`"percent":"83.3"`, `"percent":"83.333"`, ""},
		{`"percent":"83.3"`, `"percent":"83.4"`, "/total/percent instrument.displayed"},
		{`"percent":"83.3"`, `"percent":null`, "/total/percent instrument.displayed"},
		{`"percent":"83.3"`, `"percent":"83.30%"`, "/total/percent instrument.displayed"},
		{`"percent":"83.3"`, `"percent":83.3`, "/total/percent json.type"},
		{`"mean":"1.67"`, `"mean":"1.66"`, "/subscales/0/mean instrument.displayed"},
		{`"mean":"1.67"`, `"label":""`, "/subscales/0/mean instrument.displayed"},
		{`"items":3,`, ``, "/subscales/0/mean instrument.displayed"},
		{`"earned":5,"possible":6,"unknown":0`, `"possible":6,"unknown":0`, "/total instrument.displayed"},
		{`"earned":5,"possible":6,"unknown":0`, `"earned":7,"possible":6,"unknown":0`, "/total mtss.tally"},
		{`"earned":5,"possible":6,"unknown":0`, `"of":"subscales"`, "/total instrument.displayed"},
		{`"earned":2,"possible":3,"unknown":0`, `"earned":1,"possible":3,"unknown":0`, "/total/percent instrument.displayed /total/low instrument.displayed /total/high instrument.displayed"},
		{`"missing":"unknown"`, `"missing":"guess"`, "/missing instrument.missing"},
	} {
		if !strings.Contains(good, test.old) {
			t.Fatalf("%s is not in %s", test.old, good)
		}
		_, err := instrument.DecodeResult([]byte(strings.Replace(good, test.old, test.new, 1)))
		same(t, test.new, test.want, strings.Join(found(err), " "))
		if strings.Contains(test.want, "displayed") && !errors.Is(err, instrument.CodeDisplayed) {
			t.Errorf("%s: %v", test.new, err)
		}
	}
}

// An equated score reads back equal, and shows what its share gives.
func TestEquatedReadsBack(t *testing.T) {
	e := between(t)
	r := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		m := mtss.Tally{Possible: e.Lines[0].FromPossible}
		m.Earned = r.Int64N(m.Possible + 1)
		m.Unknown = r.Int64N(m.Possible - m.Earned + 1)
		q, err := e.Equate(e.Lines[0].Section, m)
		if err != nil {
			t.Fatal(err)
		}
		back, err := instrument.DecodeEquated(encoded(t, q))
		if err != nil || q.Validate() != nil {
			t.Fatalf("%s: %v", encoded(t, q), mtss.Issues(err))
		}
		same(t, "read back", q, back)
	}
	q, err := e.Equate(e.Lines[0].Section, mtss.Tally{Possible: e.Lines[0].FromPossible, Earned: 5})
	if err != nil {
		t.Fatal(err)
	}
	good := string(encoded(t, q))
	for old, new := range map[string]string{`"permitsTrend":false`: `"permitsTrend":true`, `"points":"`: `"points":"9`, `"kind":"equated"`: `"kind":"result"`, `"measured":{"earned":5`: `"measured":{"earned":50`} {
		if _, err := instrument.DecodeEquated([]byte(strings.Replace(good, old, new, 1))); len(mtss.Issues(err)) != 1 {
			t.Errorf("%s: got %v", new, mtss.Issues(err))
		}
	}
}
