package instrument_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func shareOf(t testing.TB, text string) mtss.Ratio {
	t.Helper()
	if text == "" {
		return mtss.Ratio{}
	}
	r, err := mtss.ParseRatio(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// between maps sections a of 10 and b of 4 points: a by y = 1.5x - 0.3, b by y = x.
func between(t testing.TB) instrument.Equating {
	return instrument.Equating{
		ID: "toy-1-2", Title: "Toy 1 as 2",
		From: instrument.Ref{ID: "toy", Version: "1"}, To: instrument.Ref{ID: "toy", Version: "2"},
		Lines: []instrument.EquatingLine{
			{Section: "a", FromPossible: 10, ToPossible: 40, Slope: shareOf(t, "150%"), Offset: shareOf(t, "-30%"), PrintedInverse: shareOf(t, "20%")},
			{Section: "b", FromPossible: 4, ToPossible: 8, Slope: shareOf(t, "1/1"), Offset: shareOf(t, "0%")},
		},
		Discrepancies: []instrument.Discrepancy{{Section: "b", Of: "a cell of b", Printed: "7", Worked: "6", Says: "three quarters of 8 are 6"}},
		Caveats:       []string{"a sample of few schools"},
		Facts:         []instrument.SourcedFact{{ID: "lines", Covers: []string{"/lines", "/discrepancies/0", "/caveats"}, Says: "two lines", Provenance: mtss.Confirmed, Source: madeUp}},
	}
}

func TestEquate(t *testing.T) {
	for _, test := range []struct {
		why, section string
		measured     mtss.Tally
		low, high    string
		percent      string
		points       string
		undefined    string
	}{
		{"1.5 times 60 % less 30", "a", mtss.Tally{Earned: 6, Possible: 10}, "60%", "60%", "60", "24", ""},
		{"points of some items only", "a", mtss.Tally{Earned: 2, Possible: 3}, "", "", "", "", "error"},
		{"unknown points give both ends", "a", mtss.Tally{Earned: 4, Possible: 10, Unknown: 2}, "30%", "60%", "", "", ""},
		{"the least that has a score", "a", mtss.Tally{Earned: 2, Possible: 10}, "0%", "0%", "0", "0", ""},
		{"below 0 is no score, and not 0", "a", mtss.Tally{Earned: 1, Possible: 10}, "", "", "", "", "10.0% comes to -15.00%"},
		{"above 100 is no score, and not 100", "a", mtss.Tally{Earned: 9, Possible: 10}, "", "", "", "", "90.0% comes to 105.00%"},
		{"only the worst case is below 0", "a", mtss.Tally{Earned: 1, Possible: 10, Unknown: 5}, "", "60%", "", "", "10.0% comes to -15.00%"},
		{"only the best case is above 100", "a", mtss.Tally{Earned: 8, Possible: 10, Unknown: 2}, "90%", "", "", "", "100.0% comes to 120.00%"},
		{"as it is", "b", mtss.Tally{Earned: 3, Possible: 4}, "75%", "75%", "75", "6", ""},
		{"items left out", "b", mtss.Tally{Earned: 2, Possible: 2}, "", "", "", "", "error"},
		{"no such section", "c", mtss.Tally{Earned: 2, Possible: 2}, "", "", "", "", "error"},
		{"no tally", "b", mtss.Tally{Earned: 5, Possible: 4}, "", "", "", "", "error"},
	} {
		t.Run(test.why, func(t *testing.T) {
			got, err := between(t).Equate(test.section, test.measured)
			if test.undefined == "error" {
				if !errors.Is(err, instrument.CodeEquatingOther) && !errors.Is(err, mtss.CodeTally) {
					t.Errorf("error %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			same(t, "worst case", test.low, got.Share.Low.String())
			same(t, "best case", test.high, got.Share.High.String())
			percent, ok := got.Percent()
			points, ok2 := got.Points()
			if ok != (test.percent != "") || ok2 != ok || ok && (percent != test.percent || points != test.points) {
				t.Errorf("%s %%, %v and %s points, %v, want %q and %q", percent, ok, points, ok2, test.percent, test.points)
			}
			if !strings.HasPrefix(got.Undefined, test.undefined) || test.undefined == "" && got.Undefined != "" {
				t.Errorf("undefined because %q, want %q", got.Undefined, test.undefined)
			}
		})
	}
}

// An equated score says that it is neither a trend nor a verdict, and has no
// place for one.
func TestEquatedIsNoCriterion(t *testing.T) {
	got, err := between(t).Equate("b", mtss.Tally{Earned: 3, Possible: 4})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "caveats", []mtss.Code{instrument.CaveatEquated, instrument.CaveatEquating, instrument.CaveatEquating}, codesOf(got.Caveats))
	var tree map[string]any
	if err := json.Unmarshal(encoded(t, got), &tree); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"kind": "equated", "permitsTrend": false, "isCriterion": false, "percent": "75", "points": "6", "low": "75", "high": "75"} {
		same(t, name, want, tree[name])
	}
	for _, name := range []string{"verdict", "criteria", "criterion"} {
		if _, ok := tree[name]; ok {
			t.Errorf("it has a %s", name)
		}
	}
	open, err := between(t).Equate("a", mtss.Tally{Earned: 1, Possible: 10, Unknown: 5})
	if err != nil {
		t.Fatal(err)
	}
	if data := string(encoded(t, open)); !strings.Contains(data, `"percent":null,"low":null,"high":"60","points":null`) {
		t.Errorf("unknown is not null in %s", data)
	}
	same(t, "another section's misprint is not this one's", []mtss.Code{instrument.CaveatEquated, instrument.CaveatEquating}, codesOf(open.Caveats))
	if data := string(encoded(t, instrument.Equated{})); !strings.Contains(data, `"caveats":[]`) {
		t.Errorf("the zero value has a null list: %s", data)
	}
}

func TestEquateResult(t *testing.T) {
	d := toy("1 2 3 4 5 6 7 8", []instrument.Subscale{sub("a", "1 2 3 4 5"), sub("b", "6 7"), sub("c", "8")})
	all, err := between(t).EquateResult(scored(t, d, given(d, "1=2 2=2 3=2 4=0 5=0 6=1 7=2 8=0")))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range all {
		percent, _ := q.Percent()
		got = append(got, q.Section+" "+percent)
	}
	same(t, "the sections that have a line", []string{"a 60", "b 75"}, got)

	for name, change := range map[string]func(r *instrument.Result){
		"another version":   func(r *instrument.Result) { r.Instrument.Version = "2" },
		"no section of it":  func(r *instrument.Result) { r.Subscales = r.Subscales[2:] },
		"an item left out":  func(r *instrument.Result) { r.Subscales[0].Tally = mtss.Tally{Earned: 2, Possible: 8} },
		"nothing was asked": func(r *instrument.Result) { r.Subscales = nil },
	} {
		r := scored(t, d, given(d, "1=2"))
		change(&r)
		if _, err := between(t).EquateResult(r); !errors.Is(err, instrument.CodeEquatingOther) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The way back is kept as it was printed, beside what it works out to.
func TestInverseOffset(t *testing.T) {
	l := between(t).Lines[0]
	same(t, "0.3 / 1.5", "20%", l.InverseOffset().String())
	l.Slope = mtss.Ratio{}
	if l.InverseOffset().Defined() {
		t.Error("an offset without a slope")
	}
}

func TestEquatingValidate(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(e *instrument.Equating)
		want  []string
		code  mtss.Code
	}{
		{"good", func(*instrument.Equating) {}, []string{}, ""},
		{"to itself", func(e *instrument.Equating) { e.To = e.From }, []string{"/to instrument.equating"}, instrument.CodeEquating},
		{"a section twice", func(e *instrument.Equating) { e.Lines[1].Section = "a"; e.Discrepancies[0].Section = "" }, []string{"/lines/1/section instrument.equating"}, instrument.CodeEquating},
		{"falling", func(e *instrument.Equating) { e.Lines[0].Slope = shareOf(t, "-1%") }, []string{"/lines/0/slope instrument.equating"}, instrument.CodeEquating},
		{"flat", func(e *instrument.Equating) { e.Lines[0].Slope = shareOf(t, "0%") }, []string{"/lines/0/slope instrument.equating"}, instrument.CodeEquating},
		{"no offset", func(e *instrument.Equating) { e.Lines[0].Offset = mtss.Ratio{} }, []string{"/lines/0/offset mtss.ratio.syntax"}, mtss.CodeRatioSyntax},
		{"no lines", func(e *instrument.Equating) { e.Lines, e.Discrepancies, e.Facts[0].Covers = nil, nil, []string{""} }, []string{"/lines json.items"}, strict.CodeItems},
		{"a misprint of no section", func(e *instrument.Equating) { e.Discrepancies[0].Section = "c" }, []string{"/discrepancies/0/section instrument.equating"}, instrument.CodeEquating},
		{"a fact about no line", func(e *instrument.Equating) { e.Facts[0].Covers[0] = "/lines/2" }, []string{"/facts/0/covers/0 instrument.fact.path"}, instrument.CodeFactPath},
		{"a fact twice", func(e *instrument.Equating) { e.Facts = append(e.Facts, e.Facts[0]) }, []string{"/facts/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"no points", func(e *instrument.Equating) { e.Lines[1].ToPossible = 0 }, []string{"/lines/1/toPossible json.range"}, strict.CodeRange},
		{"an empty caveat", func(e *instrument.Equating) { e.Caveats[0] = "" }, []string{"/caveats/0 json.length"}, strict.CodeLength},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := between(t)
			test.spoil(&e)
			err := e.Validate()
			same(t, "issues", test.want, found(err))
			if test.code != "" && !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			back, err := instrument.DecodeEquating(encoded(t, e))
			if (err == nil) != (len(test.want) == 0) {
				t.Errorf("its document: %v", err)
			}
			if err == nil {
				same(t, "round trip", string(encoded(t, e)), string(encoded(t, back)))
			}
		})
	}
	_, err := instrument.DecodeEquating([]byte(strings.Replace(string(encoded(t, between(t))), `"slope":"150%"`, `"slope":1.5`, 1)))
	same(t, "a number that may not be exact", []string{"/lines/0/slope json.type"}, found(err))
}

func TestZeroEquating(t *testing.T) {
	if err := (instrument.Equating{}).Validate(); err == nil {
		t.Error("the zero value is good")
	}
	if _, err := (instrument.Equating{}).Equate("a", mtss.Tally{Possible: 1}); !errors.Is(err, instrument.CodeEquatingOther) {
		t.Errorf("equates by nothing: %v", err)
	}
}
