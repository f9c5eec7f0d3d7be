package instrument_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var adopter = mtss.Source{Title: "an adopter's page", URL: "https://example.org"}

// network asks for more of a toy instrument than its publisher does.
func network() instrument.CriteriaProfile {
	return instrument.CriteriaProfile{
		ID: "network", Instrument: instrument.Ref{ID: "toy", Version: "1"}, Title: "A network",
		Criteria: []instrument.Criterion{
			{ID: "gold", Title: "Gold", Require: atLeast("total", "90%"), Source: adopter, Provenance: mtss.Confirmed},
			{ID: "silver", Title: "Silver", Require: atLeast("a", "50%"), Source: adopter, Provenance: mtss.Inferred, Note: "a reading"},
		},
		Facts: []instrument.SourcedFact{{ID: "network-gold", Covers: []string{""}, Says: "90 and 50", Provenance: mtss.Inferred, Source: adopter}},
	}
}

// published has a criterion of its own, which rests on a fact of its own.
func published() instrument.Definition {
	d := toy("1 2 3", []instrument.Subscale{sub("a", "1"), sub("b", "2 3")}, atLeast("total", "50%"))
	d.Facts[0].Covers = []string{"/scales", "/items", "/subscales", "/total"}
	d.Facts = append(d.Facts,
		instrument.SourcedFact{ID: "cut", Covers: []string{"/criteria/0"}, Says: "50", Provenance: mtss.Confirmed, Source: madeUp},
		instrument.SourcedFact{ID: "both", Covers: []string{"/criteria", "/total"}, Says: "50 of the total", Provenance: mtss.Confirmed, Source: madeUp})
	return d
}

func TestWithProfile(t *testing.T) {
	d, err := instrument.WithProfile(published(), network())
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if err := d.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	want := published()
	want.Profile, want.Criteria = "network", network().Criteria
	want.Facts = []instrument.SourcedFact{want.Facts[0], want.Facts[2], network().Facts[0]}
	want.Facts[1].Covers, want.Facts[2].Covers = []string{"/total"}, []string{"/criteria"}
	same(t, "criteria and what they rest on are replaced, nothing else", want, d)
	if d.Digest() == published().Digest() {
		t.Error("the digest does not tell the profile from the instrument's own criteria")
	}
	r := scored(t, d, given(d, "1=1 2=2 3=2"))
	same(t, "the result names it", "network", r.Instrument.Profile)
	same(t, "its digest", d.Digest(), r.Instrument.Digest)
	got := map[string]mtss.Verdict{}
	for _, c := range r.Criteria {
		got[c.ID] = c.Verdict
	}
	// 5 of 6 points are 83.3 %, 1 of 2 in subscale a
	same(t, "verdicts", map[string]mtss.Verdict{"gold": mtss.NotMet, "silver": mtss.Met}, got)
	same(t, "caveats", []mtss.Code{instrument.CaveatNotConfirmed}, said(r.Caveats))
	if head := r.Lines()[0]; !strings.HasSuffix(head, ", by the profile network") {
		t.Errorf("people read %q", head)
	}
	if data := string(encoded(t, r)); !strings.Contains(data, `"profile":"network"`) {
		t.Errorf("machines read %s", data)
	}
	if data := string(encoded(t, scored(t, published(), given(published(), "")))); strings.Contains(data, "profile") {
		t.Errorf("without one there is none to name: %s", data)
	}
}

// The later profile counts, and leaves nothing of the earlier one behind.
func TestWithProfileTwice(t *testing.T) {
	other := network()
	other.ID, other.Criteria = "other", other.Criteria[:1]
	first, err := instrument.WithProfile(published(), network())
	if err != nil {
		t.Fatal(err)
	}
	twice, err := instrument.WithProfile(first, other)
	if err != nil {
		t.Fatal(err)
	}
	once, err := instrument.WithProfile(published(), other)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "profile", once, twice)
}

// A completion and a profile are independent of each other.
func TestWithProfileAndCompletion(t *testing.T) {
	p := network()
	p.Criteria = p.Criteria[:1]
	before, err := instrument.WithProfile(unscaled(), p)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if before, err = instrument.Complete(before, ownCopy()); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	after, err := instrument.Complete(unscaled(), ownCopy())
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if after, err = instrument.WithProfile(after, p); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, d := range []instrument.Definition{before, after} {
		r := scored(t, d, given(d, "1=2 2=3 3=1")) // 6 of 7 points, 85.7 %
		same(t, "verdict", mtss.NotMet, r.Criteria[0].Verdict)
		same(t, "names both", []string{"network", "a copy"}, []string{r.Instrument.Profile, r.Instrument.CompletedBy.Name})
	}
}

func TestWithProfileRefuses(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(d *instrument.Definition, p *instrument.CriteriaProfile)
		want   []string
		code   mtss.Code
	}{
		{"another version", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.Instrument.Version = "2" }, []string{"/instrument instrument.profile.other"}, instrument.CodeProfileOther},
		{"a strange measure", func(d *instrument.Definition, p *instrument.CriteriaProfile) {
			p.Criteria[1].Require = atLeast("c", "50%")
		}, []string{"/criteria/1/require/measure rule.measure.unknown"}, rule.CodeMeasureUnknown},
		{"over 100 %", func(d *instrument.Definition, p *instrument.CriteriaProfile) {
			p.Criteria[0].Require = atLeast("total", "101%")
		}, []string{"/criteria/0/require/atLeast rule.threshold.impossible"}, rule.CodeThresholdImpossible},
		{"a criterion twice", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.Criteria[1].ID = "gold" }, []string{"/criteria/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"a fact of the definition's", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.Facts[0].ID = "all" }, []string{"/facts/0/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"a fact about items", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.Facts[0].Covers = []string{"/items"} }, []string{"/facts/0/covers/0 instrument.fact.path"}, instrument.CodeFactPath},
		{"no criteria", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.Criteria = []instrument.Criterion{} }, []string{"/criteria json.items"}, strict.CodeItems},
		{"no id", func(d *instrument.Definition, p *instrument.CriteriaProfile) { p.ID = "" }, []string{"/id json.length", "/id json.pattern"}, strict.CodeLength},
		{"a definition that is no good", func(d *instrument.Definition, p *instrument.CriteriaProfile) { d.Items[2].ID = "1" }, []string{"/items/2/id instrument.item.repeated", "/subscales/1/items/1 instrument.item.unknown"}, instrument.CodeItemRepeated},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, p := published(), network()
			test.change(&d, &p)
			got, err := instrument.WithProfile(d, p)
			same(t, "issues", test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			same(t, "no definition beside an error", instrument.Definition{}, got)
		})
	}
}

func TestWithProfileChangesNothingGiven(t *testing.T) {
	d, p := published(), network()
	out, err := instrument.WithProfile(d, p)
	if err != nil {
		t.Fatal(err)
	}
	out.Criteria[0].Require.AtLeast, out.Facts[2].Covers[0], out.Items[0].ID = "1%", "/x", "x"
	same(t, "definition", published(), d)
	same(t, "profile", network(), p)
}

func TestDecodeProfileIsStrict(t *testing.T) {
	good := string(encoded(t, network()))
	for _, test := range []struct {
		name, old, new string
		want           []string
	}{
		{"good", "", "", []string{}},
		{"unknown field", `"title":"A network"`, `"title":"A network","cut":80`, []string{"/cut json.unknown-field"}},
		{"another kind", `"kind":"profile"`, `"kind":"definition"`, []string{"/kind json.enum"}},
		{"capital in the id", `"id":"network"`, `"id":"Network"`, []string{"/id json.pattern"}},
		{"remembered", `"provenance":"confirmed"`, `"provenance":"memory"`, []string{"/criteria/0/provenance mtss.provenance"}},
		{"two operators", `"measure":"total"`, `"measure":"total","each":["a"]`, []string{}}, // judged against a definition
		{"a fact about what is not there", `"covers":[""]`, `"covers":["/criteria/2"]`, []string{"/facts/0/covers/0 instrument.fact.path"}},
		{"no facts", good[strings.Index(good, `"facts":[`):], `"facts":[]}`, []string{"/facts json.items"}},
		{"trailing data", `"profile"`, `"profile"` + "}", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := instrument.DecodeCriteriaProfile([]byte(strings.Replace(good, test.old, test.new, 1)))
			if test.want == nil {
				if err == nil {
					t.Error("no error")
				}
				return
			}
			same(t, "issues", test.want, found(err))
		})
	}
	back, err := instrument.DecodeCriteriaProfile([]byte(good))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "round trip", good, string(encoded(t, back)))
}
