package instrument_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func walk(pairs string) instrument.Crosswalk {
	c := instrument.Crosswalk{
		From: instrument.Ref{ID: "toy", Version: "0"}, To: instrument.Ref{ID: "toy", Version: "1"},
		Provenance: mtss.Inferred, Source: madeUp, Says: "made up",
	}
	for _, pair := range strings.Fields(pairs) {
		from, to, _ := strings.Cut(pair, "=")
		c.Items = append(c.Items, instrument.ItemPair{From: from, To: to})
	}
	return c
}

func TestCrosswalkItems(t *testing.T) {
	c := walk("24=26 25=27")
	for _, test := range []struct{ earlier, later string }{{"24", "26"}, {"25", "27"}} {
		later, ok1 := c.Later(test.earlier)
		earlier, ok2 := c.Earlier(test.later)
		if later != test.later || earlier != test.earlier || !ok1 || !ok2 {
			t.Errorf("%s is %s later, and %s is %s earlier", test.earlier, later, test.later, earlier)
		}
	}
	if id, ok := c.Later("26"); ok || id != "" {
		t.Errorf("item 26 of the earlier version is %q", id)
	}
	if id, ok := c.Earlier("24"); ok || id != "" {
		t.Errorf("item 24 of the later version was %q", id)
	}
	same(t, "unmapped", []string{"24", "25"}, c.Unmapped(toy("24 25 26 27", nil)))
	same(t, "all mapped", []string{}, c.Unmapped(toy("27 26", nil)))
}

func TestCrosswalkValidate(t *testing.T) {
	later := compiled(t, toy("1 2 3", nil))
	old := toy("a b c", nil)
	old.Version = "0"
	earlier := compiled(t, old)
	for _, test := range []struct {
		name, why string
		crosswalk instrument.Crosswalk
		from, to  *instrument.Scorer
		want      []string
	}{
		{"good", "", walk("a=1 c=2"), earlier, later, []string{}},
		{"without definitions", "of an old version there is often none", walk("x=y"), nil, nil, []string{}},
		{"an item that the later version lacks", "", walk("a=1 b=9"), earlier, later, []string{"/items/1/to instrument.crosswalk"}},
		{"an item that the earlier version lacks", "", walk("a=1 9=2"), earlier, later, []string{"/items/1/from instrument.crosswalk"}},
		{"one item to two", "it cannot be both", walk("a=1 a=2"), earlier, later, []string{"/items/1/from instrument.crosswalk"}},
		{"two items to one", "", walk("a=1 b=1"), nil, nil, []string{"/items/1/to instrument.crosswalk"}},
		{"other definitions", "", walk("1=a"), later, earlier, []string{"/from instrument.crosswalk", "/to instrument.crosswalk"}},
		{"a version to itself", "", func() instrument.Crosswalk { c := walk("a=1"); c.From = c.To; return c }(), nil, nil, []string{"/to instrument.crosswalk"}},
		{"nothing mapped", "what no document could hold", walk(""), nil, nil, []string{"/items json.null"}},
		{"no provenance", "", func() instrument.Crosswalk { c := walk("a=1"); c.Provenance = "rumour"; return c }(), nil, nil, []string{"/provenance mtss.provenance"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, found(test.crosswalk.Validate(test.from, test.to)))
		})
	}
}

func TestDecodeCrosswalk(t *testing.T) {
	if errs := strict.Check(instrument.Crosswalk{}); errs != nil {
		t.Error(errs)
	}
	data, err := os.ReadFile("testdata/crosswalk.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := instrument.DecodeCrosswalk(data)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	golden(t, "crosswalk.json", indented(t, c))
	_, err = instrument.DecodeCrosswalk([]byte(strings.Replace(string(data), `"to": "2"`, `"to": "1"`, 1)))
	same(t, "an item twice", []string{"/items/1/to instrument.crosswalk"}, found(err))
	_, err = instrument.DecodeCrosswalk([]byte(strings.Replace(string(data), `"says"`, `"say"`, 1)))
	same(t, "strict", []string{"/says json.missing", "/say json.unknown-field"}, found(err))
}

func TestScoreAcross(t *testing.T) {
	d := toy("1 2 3 4", []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4")}, atLeast("a", "75%"), atLeast("total", "80%"))
	d.Missing = instrument.MissingExclude()
	s := compiled(t, d)
	old := given(d, "9=2 8=1 7=0 6=2")
	old.Instrument.Version, old.ID, old.Sections = "0", "old", []string{"gone"}
	c := walk("9=1 8=2 7=3")
	r, err := s.ScoreAcross(old, c)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	a, _ := r.Subscale("a")
	b, _ := r.Subscale("b")
	same(t, "a scale whose items are all mapped", mtss.Tally{Earned: 3, Possible: 4}, a.Tally)
	same(t, "a scale of which one is not, unknown and not left out", mtss.Tally{Possible: 4, Unknown: 2}, b.Tally)
	same(t, "its criterion", mtss.Met, r.Criteria[0].Verdict)
	same(t, "the total's", mtss.NotMet, r.Criteria[1].Verdict)
	same(t, "instrument", d.Ref(), r.Instrument.Ref)
	same(t, "administration", "old", r.Administration)
	last := r.Caveats[len(r.Caveats)-1]
	if last.Code != instrument.CaveatCrosswalk || !strings.HasPrefix(last.Message, "inferred: toy@0 was administered") || !strings.HasSuffix(last.Message, "not mapped: item 4") {
		t.Errorf("caveat %+v", last)
	}
	c.Provenance = mtss.Confirmed
	c.Items = append(c.Items, instrument.ItemPair{From: "6", To: "4"})
	r, err = s.ScoreAcross(old, c)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "all mapped", mtss.Tally{Earned: 5, Possible: 8}, r.Total.Tally)
	if last := r.Caveats[len(r.Caveats)-1].Message; strings.Contains(last, "inferred") || strings.Contains(last, "not mapped") {
		t.Errorf("caveat %q", last)
	}
}

func TestScoreAcrossRefuses(t *testing.T) {
	d := toy("1 2", nil)
	d.Items[0].NotApplicable = false
	s := compiled(t, d)
	old := given(d, "x=NA 9=1")
	old.Instrument.Version = "0"
	for _, test := range []struct {
		name      string
		change    func(a *instrument.Administration)
		crosswalk instrument.Crosswalk
		want      []string
	}{
		{"another version", func(a *instrument.Administration) { a.Instrument.Version = "1" }, walk("9=1"), []string{"/instrument instrument.crosswalk"}},
		{"an item that is not there", func(*instrument.Administration) {}, walk("9=3"), []string{"/items/0/to instrument.crosswalk"}},
		{"a score off the later scale", func(a *instrument.Administration) { a.Responses[0].Score = 3 }, walk("9=1"), []string{"/responses/9 instrument.score"}},
		{"not applicable later", func(a *instrument.Administration) { a.NotApplicable = []string{"x", "9"}; a.Responses = nil }, walk("9=1"), []string{"/notApplicable/1 instrument.notapplicable"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := old
			a.Responses = append(instrument.Responses{}, old.Responses...)
			test.change(&a)
			_, err := s.ScoreAcross(a, test.crosswalk)
			same(t, "issues", test.want, found(err))
		})
	}
	_, err := s.ScoreAcross(old, walk("9=1 9=2"))
	if !errors.Is(err, instrument.CodeCrosswalk) {
		t.Error(err)
	}
}

// A section that was not administered is absent across versions as well, and
// an unknown section of the earlier version is no section of the later one.
func TestScoreAcrossSections(t *testing.T) {
	d := toy("1 2 3 4", []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4")})
	d.Sections = []instrument.Section{{ID: "one", Items: []string{"1", "2"}}, {ID: "two", Items: []string{"3", "4"}}}
	for i := range d.Items {
		d.Items[i].NotApplicable = true
	}
	s := compiled(t, d)
	c := walk("9=1 8=2 7=3 6=4")
	for _, test := range []struct {
		name, answers string
		sections      []string
		want          []string
	}{
		{"all of them", "9=2 8=1", nil, []string{"a", "b"}},
		{"one, by its items", "9=2 8=1", []string{"first"}, []string{"a"}},
		{"one, by its id, without an answer", "", []string{"two"}, []string{"b"}},
		{"two, one by an item that does not apply", "9=2 7=NA", []string{"first", "second"}, []string{"a", "b"}},
	} {
		old := given(d, test.answers)
		old.Instrument.Version, old.Sections = "0", test.sections
		r, err := s.ScoreAcross(old, c)
		if err != nil {
			t.Fatal(test.name, mtss.Issues(err))
		}
		got := []string{}
		for _, score := range r.Subscales {
			got = append(got, score.ID)
		}
		same(t, test.name, test.want, got)
	}
}
