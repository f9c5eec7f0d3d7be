package instrument_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// levels are those of a criterion, with the comma before them.
var levels = regexp.MustCompile(`,"levels":\[[^]]*\]\}\]`)

// storedResult returns a scorer, an administration, and its result as it is stored.
func storedResult(t testing.TB) (*instrument.Scorer, instrument.Administration, string) {
	t.Helper()
	d, _ := catalog.Lookup(instrument.Ref{ID: "tfi", Version: "2.1"})
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	a := instrument.Administration{
		ID: "a-1", Instrument: d.Ref(), Unit: mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Sections: []string{"tier1"},
		Responses: instrument.Responses{{Item: "1.1", Score: 2}, {Item: "1.2", Score: 1}},
	}
	result, err := scorer.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	return scorer, a, string(data)
}

func TestRecompute(t *testing.T) {
	scorer, a, good := storedResult(t)
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(good), &members); err != nil {
		t.Fatal(err)
	}
	sorted, err := json.MarshalIndent(members, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	changed := func(old, new string) string {
		t.Helper()
		if !strings.Contains(good, old) {
			t.Fatalf("no %s in %s", old, good)
		}
		return strings.Replace(good, old, new, 1)
	}
	for _, c := range []struct {
		why, stored, path string
		code              mtss.Code
	}{
		{"as it was written", good, "", ""},
		{"in another order, with white space, as a database may give it", string(sorted), "", ""},
		{"of before the instrument's title was written", changed(`"title":"Tiered Fidelity Inventory",`, ""), "", ""},
		{"of before levels were written", levels.ReplaceAllString(good, ""), "", ""},
		{"of before either, and a verdict that was touched up", levels.ReplaceAllString(changed(`"verdict":"undetermined"`, `"verdict":"met"`), ""), "/criteria/0/verdict", instrument.CodeStoredDifferent},
		{"a threshold that was touched up where it is repeated", changed(`"wanted":["70%"]`, `"wanted":["60%"]`), "/criteria/0/levels/0/wanted/0", instrument.CodeStoredDifferent},
		{"another title", changed(`"title":"Tiered Fidelity Inventory"`, `"title":"Other"`), "/instrument/title", instrument.CodeStoredDifferent},
		{"a score that was touched up", changed(`"earned":3`, `"earned":25`), "/points/earned", instrument.CodeStoredDifferent},
		{"a verdict that was touched up", changed(`"verdict":"undetermined"`, `"verdict":"met"`), "/criteria/0/verdict", instrument.CodeStoredDifferent},
		{"a member added", changed(`"missing":`, `"rating":"good","missing":`), "/rating", instrument.CodeStoredDifferent},
		{"another kind of value", changed(`"total":null`, `"total":0`), "/total", instrument.CodeStoredDifferent},
		{"another way of treating missing answers", changed(`"missing":"unknown"`, `"missing":"zero"`), "/missing", instrument.CodeStoredDifferent},
		{"another definition", changed(`"digest":"`, `"digest":"0`), "/instrument/digest", instrument.CodeStoredDigest},
		{"no result", `{"kind":"administration"}`, "/kind", instrument.CodeStored},
		{"no policy", changed(`"missing":"unknown",`, ""), "/missing", instrument.CodeStored},
		{"a policy that is none", changed(`"missing":"unknown"`, `"missing":"never"`), "/missing", instrument.CodeMissing},
		{"no JSON", "{", "", strict.CodeSyntax},
	} {
		stored, err := instrument.ReadStored([]byte(c.stored))
		if err == nil {
			err = stored.Recompute(scorer, a)
		}
		issues := mtss.Issues(err)
		switch {
		case c.code == "" && err != nil:
			t.Errorf("%s: %v", c.why, err)
		case c.code != "" && (len(issues) != 1 || issues[0].Path != c.path || issues[0].Code != c.code):
			t.Errorf("%s: want %s at %s, got %+v", c.why, c.code, c.path, issues)
		}
	}
	a.Responses[0].Score = 9
	stored, _ := instrument.ReadStored([]byte(good))
	if err := stored.Recompute(scorer, a); err == nil || mtss.Issues(err)[0].Code != instrument.CodeStoredDifferent {
		t.Errorf("an administration that cannot be scored any more: %v", err)
	}
	if err := stored.Recompute(nil, a); err == nil || mtss.Issues(err)[0].Code != instrument.CodeStoredDigest {
		t.Errorf("no scorer: %v", err)
	}
}

// What was stored is compared with what comes out now.
func ExampleStored_Recompute() {
	scorer, administration, data := storedResult(&testing.T{})
	stored, err := instrument.ReadStored([]byte(strings.Replace(data, `"earned":3`, `"earned":25`, 1)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(stored.Recompute(scorer, administration))
	// Output:
	// /points/earned: stored is 25, recomputed 3
}
