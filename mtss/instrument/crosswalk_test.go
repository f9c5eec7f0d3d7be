package instrument_test

import (
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
		{"nothing mapped", "what no document could hold", walk(""), nil, nil, []string{"/items json.items"}},
		{"no provenance", "", func() instrument.Crosswalk { c := walk("a=1"); c.Provenance = "rumour"; return c }(), nil, nil, []string{"/provenance mtss.provenance"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, found(test.crosswalk.Against(test.from, test.to)))
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
