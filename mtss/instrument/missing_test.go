package instrument_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func prorate(t testing.TB, least string) instrument.Missing {
	t.Helper()
	m, err := instrument.ParseMissing("prorate " + least)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParseMissing(t *testing.T) {
	for _, test := range []struct {
		text string
		want instrument.Missing
	}{
		{"unknown", instrument.MissingUnknown()},
		{"unknown", instrument.Missing{}},
		{"exclude", instrument.MissingExclude()},
		{"zero", instrument.MissingZero()},
		{"prorate 80%", instrument.MissingProrate(ratio(t, "4/5"))},
		{"prorate 4/5", instrument.MissingProrate(ratio(t, "80%"))},
		{"prorate 0%", instrument.MissingProrate(ratio(t, "0%"))},
		{"prorate 100%", instrument.MissingProrate(ratio(t, "1/1"))},
	} {
		got, err := instrument.ParseMissing(test.text)
		if err != nil || !got.Equal(test.want) {
			t.Errorf("%q is %v, error %v, want %v", test.text, got, err, test.want)
		}
		again, err := instrument.ParseMissing(got.String())
		if err != nil || !again.Equal(got) {
			t.Errorf("%q comes back from %q as %v, error %v", test.text, got, again, err)
		}
	}
	for _, text := range []string{"", "Unknown", "none", "prorate", "prorate ", "prorate80%", "prorate 101%", "prorate -1%", "prorate 5/4", "prorate 1/0", "exclude 80%", " zero"} {
		got, err := instrument.ParseMissing(text)
		if !errors.Is(err, instrument.CodeMissing) || !got.IsZero() {
			t.Errorf("%q is %v, error %v", text, got, err)
		}
	}
}

func TestMissingProrateOutsideItsRange(t *testing.T) {
	for _, share := range []mtss.Ratio{{}, mtss.NewRatio(-1, 2), mtss.NewRatio(3, 2)} {
		if m := instrument.MissingProrate(share); !m.IsZero() {
			t.Errorf("a share of %v gives %v, want unknown", share, m)
		}
	}
}

func TestMissingEqual(t *testing.T) {
	all := []instrument.Missing{{}, instrument.MissingExclude(), instrument.MissingZero(), prorate(t, "80%"), prorate(t, "50%")}
	for i, m := range all {
		for k, n := range all {
			if m.Equal(n) != (i == k) {
				t.Errorf("%v equals %v: %v", m, n, m.Equal(n))
			}
		}
		if m.IsZero() != (i == 0) {
			t.Errorf("%v is zero: %v", m, m.IsZero())
		}
		var again instrument.Missing
		if err := json.Unmarshal(encoded(t, m), &again); err != nil || !again.Equal(m) {
			t.Errorf("%v comes back as %v, error %v", m, again, err)
		}
	}
}

// Four items of 0 to 2 in p and one of 1 to 5 in q.
func TestMissingPolicies(t *testing.T) {
	d := toy("1 2 3 4 5", []instrument.Subscale{sub("p", "1 2 3 4"), sub("q", "5")}, atLeast("p", "80%"))
	d.Scales = append(d.Scales, fiveUp())
	d.Items[4].Scale = "1-5"
	for _, test := range []struct {
		name, why, answers string
		missing            instrument.Missing
		want               string
	}{
		{"unknown", "the points stay open; of 1 to 5 the 1 is certain", "1=2 2=2 3=2", instrument.MissingUnknown(), "total 7+6?/13; p 6+2?/8; q 1+4?/5; c1 undetermined"},
		{"zero", "counted as nothing, even below the least of the scale", "1=2 2=2 3=2", instrument.MissingZero(), "total 6/13; p 6/8; q 0/5; c1 notMet"},
		{"exclude", "left out of what is possible", "1=2 2=2 3=2 5=1", instrument.MissingExclude(), "total 7/11; p 6/6; q 1/5; c1 met"},
		{"exclude, answered", "a real 0 is not left out", "1=2 2=2 3=2 4=0 5=1", instrument.MissingExclude(), "total 7/13; p 6/8; q 1/5; c1 notMet"},
		{"prorate, enough of p", "3 of 4 is 75 %; of all, 4 of 5 are answered", "1=2 2=2 3=2 5=1", prorate(t, "75%"), "total 7/11; p 6/6; q 1/5; c1 met"},
		{"prorate, too few of p", "3 of 4 is under 76 %, 4 of 5 is not: each scale by itself", "1=2 2=2 3=2 5=1", prorate(t, "76%"), "total 7/11; p 6+2?/8; q 1/5; c1 undetermined"},
		{"prorate, too few of all", "", "1=2 2=2 3=2 5=1", prorate(t, "81%"), "total 7+2?/13; p 6+2?/8; q 1/5; c1 undetermined"},
		{"prorate, too few by one", "2 of 4", "1=2 2=2 5=1", prorate(t, "75%"), "total 5+4?/13; p 4+4?/8; q 1/5; c1 undetermined"},
		{"prorate, not applicable", "2 of the 2 that apply, one of them answered", "1=2 2=NA 3=NA 5=1", prorate(t, "50%"), "total 3/7; p 2/2; q 1/5; c1 met"},
		{"prorate, not applicable is no answer", "1 of the 2 that apply is under 60 %; of all, 2 of 3 are answered", "1=2 2=NA 3=NA 5=1", prorate(t, "60%"), "total 3/7; p 2+2?/4; q 1/5; c1 undetermined"},
		{"prorate 0 %, nothing answered", "no answer is no share of answers", "5=1", prorate(t, "0%"), "total 1/5; p 0+8?/8; q 1/5; c1 undetermined"},
		{"prorate 100 %", "the same as unknown", "1=2 2=2 3=2", prorate(t, "100%"), "total 7+6?/13; p 6+2?/8; q 1+4?/5; c1 undetermined"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := compiled(t, d).ScoreWith(given(d, test.answers), test.missing)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, test.want, summary(r))
			same(t, "the result names the policy", test.missing.String(), r.Missing)
			caveats := []mtss.Code{}
			if !test.missing.IsZero() {
				caveats = append(caveats, instrument.CaveatMissing)
			}
			same(t, "and cautions", caveats, codesOf(r.Caveats))

			own := d
			own.Missing = test.missing
			fromDefinition := scored(t, own, given(d, test.answers))
			same(t, "the definition may name it", test.want, summary(fromDefinition))
			same(t, "and its result names it", test.missing.String(), fromDefinition.Missing)
		})
	}
}

// Why the promises are made for "unknown" alone: under exclude 2, 2, 2 and a
// missing answer meet 80 %, and giving that answer takes it away.
func TestExcludeBreaksThePromise(t *testing.T) {
	d := toy("1 2 3 4", nil, atLeast("total", "80%"))
	verdict := func(answers string, missing instrument.Missing) mtss.Verdict {
		r, err := compiled(t, d).ScoreWith(given(d, answers), missing)
		if err != nil {
			t.Fatal(err)
		}
		return r.Criteria[0].Verdict
	}
	same(t, "exclude, not answered", mtss.Met, verdict("1=2 2=2 3=2", instrument.MissingExclude()))
	same(t, "exclude, answered 0", mtss.NotMet, verdict("1=2 2=2 3=2 4=0", instrument.MissingExclude()))
	same(t, "unknown, not answered", mtss.Undetermined, verdict("1=2 2=2 3=2", instrument.MissingUnknown()))
	same(t, "unknown, answered 0", mtss.NotMet, verdict("1=2 2=2 3=2 4=0", instrument.MissingUnknown()))
}
