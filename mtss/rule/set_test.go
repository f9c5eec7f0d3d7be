package rule_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// wholeSet uses every member that a rule set can have.
const wholeSet = `{"kind":"ruleSet","schemaVersion":1,"id":"maple","scope":{"unit":"d-1","kind":"district"},"refines":"state",` +
	`"measures":{"dca.total":{"kind":"tally","unit":"points"},"votes":{"kind":"yesNo","series":true},"hours":{"kind":"quantity","unit":"h"},"totals":{"kind":"quantity","unit":"h","series":true}},` +
	`"derived":[{"name":"a","of":"votes","share":"schools"},{"name":"b","of":"totals","gap":{"from":{"on":"2025-09-01","value":"1 h"},"to":{"on":"2026-06-01","value":"9 h"}}},{"name":"c","of":"totals","slope":7},{"name":"d","of":"votes","countWithin":30,"unit":"votes"}],` +
	`"rules":[{"id":"r01","title":"t","source":{"title":"a book","edition":"2","year":2020,"url":"https://example.org","locator":"item 4"},"provenance":"inferred","since":"2025-08-01","until":"2026-07-31","refinable":true,` +
	`"when":{"measure":"votes","last":3,"is":"yes","why":"w"},"require":{"all":[{"measure":"dca.total","atLeast":"80%"},{"any":[{"each":["dca.total"],"moreThan":"43 points"}]},{"not":{"measure":"hours","between":["1 h","2 h"]}},{"atLeastOf":1,"of":[{"measure":"hours","atMost":"9 h"},{"measure":"hours","lessThan":"9 h"}]}]},` +
	`"then":"fade","why":"because","caveats":["two readings"]}]}`

// The set as the wire format shows it, with a rule that asks for nothing yet.
const wireSet = `{"kind":"ruleSet","schemaVersion":1,"scope":{"unit":"d-1"},"refines":"state-rules",
	"measures":{"dca.total":{"kind":"tally","unit":"points"},"staff.commitment":{"kind":"tally","unit":"people"}},
	"rules":[{"id":"r01","title":"..","source":{"title":".."},"since":"2025-08-01","until":"2026-07-31","refinable":false,
	"when":{"measure":"dca.total","atLeast":"80%"},"require":{"measure":"staff.commitment","atLeast":"80%"},"then":"fade","why":".."}]}`

func TestDecodeSet(t *testing.T) {
	head := `{"kind":"ruleSet","schemaVersion":1,`
	withRule := func(members string) string { return head + `"rules":[{"id":"r",` + members + `}]}` }
	for _, tt := range []struct {
		name, text string
		want       []problem
		why        string
	}{
		{"everything", wholeSet, nil, ""},
		{"the wire format's", wireSet, nil, "integrators rely on it"},
		{"no rules", head + `"rules":[]}`, nil, "an empty set is one"},
		{"nothing", ``, []problem{{"", strict.CodeEmpty}}, ""},
		{"cut off", head + `"rules":[`, []problem{{"/rules/0", strict.CodeSyntax}}, ""},
		{"two documents", head + `"rules":[]}{}`, []problem{{"", strict.CodeTrailing}}, ""},
		{"another kind", `{"kind":"cases","schemaVersion":1,"rules":[]}`, []problem{{"/kind", strict.CodeEnum}}, ""},
		{"another version", `{"kind":"ruleSet","schemaVersion":2,"rules":[]}`, []problem{{"/schemaVersion", strict.CodeRange}}, ""},
		{"bare", `{}`, []problem{{"/kind", strict.CodeMissing}, {"/schemaVersion", strict.CodeMissing}, {"/rules", strict.CodeMissing}}, ""},
		{"wrong case", withRule(`"Require":{"measure":"m","atLeast":"80%"}`), []problem{{"/rules/0/Require", strict.CodeUnknownField}}, ""},
		{"a typo in a comparison", withRule(`"require":{"measure":"m","atleast":"80%"}`), []problem{{"/rules/0/require/atleast", strict.CodeUnknownField}}, "one line, not sixty"},
		{"a typo in an operator", withRule(`"require":{"al":[{"measure":"m","atLeast":"80%"}]}`), []problem{{"/rules/0/require/al", strict.CodeUnknownField}}, "one line, not sixty"},
		{"a rule twice the same member", withRule(`"why":"a","why":"b"`), []problem{{"/rules/0/why", strict.CodeDuplicate}}, ""},
		{"a number for a share", withRule(`"require":{"measure":"m","atLeast":80}`), []problem{{"/rules/0/require/atLeast", strict.CodeType}}, ""},
		{"one bound", withRule(`"require":{"measure":"m","between":["1%"]}`), []problem{{"/rules/0/require/between", strict.CodeItems}}, ""},
		{"an empty all", withRule(`"require":{"all":[]}`), []problem{{"/rules/0/require/all", strict.CodeItems}}, ""},
		{"the same twice in each", withRule(`"require":{"each":["m","m"],"atLeast":"80%"}`), []problem{{"/rules/0/require/each/1", strict.CodeItems}}, ""},
		{"last none", withRule(`"require":{"measure":"m","last":0,"is":"yes"}`), []problem{{"/rules/0/require/last", strict.CodeRange}}, ""},
		{"null", withRule(`"when":null`), []problem{{"/rules/0/when", strict.CodeNull}}, "leave it out instead"},
		{"a day that is none", withRule(`"since":"2025-02-29"`), []problem{{"/rules/0/since", mtss.CodeDate}}, ""},
		{"a provenance that is none", withRule(`"provenance":"sure"`), []problem{{"/rules/0/provenance", mtss.CodeProvenance}}, ""},
		{"a unit that is none", head + `"scope":{"unit":"x","kind":"county"},"rules":[]}`, []problem{{"/scope/kind", mtss.CodeUnitKind}}, ""},
		{"a source without a title", withRule(`"source":{"year":2020}`), []problem{{"/rules/0/source/title", strict.CodeMissing}}, ""},
		{"measures that are a list", head + `"measures":[],"rules":[]}`, []problem{{"/measures", strict.CodeType}}, ""},
		{"bad measures", head + `"measures":{"a":{"kind":"apples"},"":{"kind":"tally"},"c":{},"d":{"kind":"tally","unit":""},"e":1},"rules":[]}`,
			[]problem{{"/measures/a/kind", rule.CodeKind}, {"/measures/", strict.CodeLength}, {"/measures/c/kind", strict.CodeMissing}, {"/measures/d/unit", strict.CodeLength}, {"/measures/e", strict.CodeType}}, "all of them, in order"},
		{"a measure twice", head + `"measures":{"a":{"kind":"tally"},"a":{"kind":"tally"}},"rules":[]}`, []problem{{"/measures/a", strict.CodeDuplicate}}, ""},
		{"in several places", head + `"rules":[{"then":""},{"id":"r","until":"x"}],"extra":1}`,
			[]problem{{"/rules/0/id", strict.CodeMissing}, {"/rules/0/then", strict.CodeLength}, {"/rules/1/until", mtss.CodeDate}, {"/extra", strict.CodeUnknownField}}, "in document order"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			set, err := rule.DecodeSet([]byte(tt.text))
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Fatalf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
			for _, issue := range mtss.Issues(err) {
				if strings.Contains(issue.Message, "\n") {
					t.Errorf("%q is more than a line", issue.Message)
				}
			}
			if err == nil {
				checkRoundTrip(t, set, rule.DecodeSet)
			}
		})
	}
}

// checkRoundTrip writes a document, reads it and writes it again.
func checkRoundTrip[T any](t *testing.T, document T, decode func([]byte) (T, error)) {
	t.Helper()
	first, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(first)
	if err != nil {
		t.Fatalf("%s: %v", first, mtss.Issues(err))
	}
	second, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("written as\n%s\nthen as\n%s", first, second)
	}
}

// TestSetKeepsEverything: nothing is lost between reading and writing.
func TestSetKeepsEverything(t *testing.T) {
	set, err := rule.DecodeSet([]byte(wholeSet))
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wholeSet, string(out)); diff != "" {
		t.Errorf("(-read +written)\n%s", diff)
	}
}

func TestZeroDocuments(t *testing.T) {
	for _, tt := range []struct {
		document any
		want     string
	}{
		{rule.Set{}, `{"kind":"ruleSet","schemaVersion":1,"rules":[]}`},
		{rule.Measures(nil), `{}`},
	} {
		got, err := json.Marshal(tt.document)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tt.want {
			t.Errorf("%T: got %s, want %s", tt.document, got, tt.want)
		}
	}
}

func TestSetTags(t *testing.T) {
	for _, v := range []any{rule.Set{}} {
		if errs := strict.Check(v); errs != nil {
			t.Errorf("%T: %v", v, errs)
		}
	}
}

// TestSchemaVersion: the number that documents carry is the one in the tags.
func TestSchemaVersion(t *testing.T) {
	text := fmt.Sprintf(`{"kind":"ruleSet","schemaVersion":%d,"rules":[]}`, rule.SchemaVersion)
	if _, err := rule.DecodeSet([]byte(text)); err != nil {
		t.Error(err)
	}
}

func FuzzDecodeSet(f *testing.F) {
	for _, text := range []string{wholeSet, wireSet, stateSet, districtSet, `{"kind":"ruleSet","schemaVersion":1,"rules":[{"id":"r","require":{"measure":"m","atLeast":"80%"}}]}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := rule.DecodeSet(data)
		if err != nil {
			if len(mtss.Issues(err)) == 0 {
				t.Fatalf("%v holds no issues", err)
			}
			return
		}
		checkRoundTrip(t, set, rule.DecodeSet)
	})
}

// FuzzRulebook decodes a rule set and judges what it says, decoder and
// evaluator together: nothing panics, and the same input gives the same bytes.
func FuzzRulebook(f *testing.F) {
	facts := `{"dca.total":"43/54","votes":[{"on":"2026-01-20","value":"yes"},{"on":"2026-02-20","value":"unknown"}],"hours":"3 h","totals":[{"on":"2025-10-01","value":"2 h"},{"on":"2025-11-01","value":"4.5 h"}]}`
	for _, text := range []string{strings.Replace(wholeSet, `"refines":"state",`, "", 1), strings.Replace(wireSet, `"refines":"state-rules",`, "", 1), stateSet} {
		f.Add([]byte(text), []byte(facts), uint16(200))
	}
	f.Fuzz(func(t *testing.T, data, known []byte, days uint16) {
		set, err := rule.DecodeSet(data)
		if err != nil {
			return
		}
		book, err := rule.CompileSet(vocabulary, set)
		if err != nil {
			if len(mtss.Issues(err)) == 0 {
				t.Fatalf("%v holds no issues", err)
			}
			return
		}
		var texts rule.FactTexts
		_ = strict.Unmarshal(known, &texts, nil) // what is good of it
		values, _ := texts.Parse("", book.Vocabulary())
		on := dateOf(2025, 9, 1).AddDays(int(days))
		decisions := book.Judge(values, on)
		first, err := json.Marshal(decisions)
		if err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(book.Judge(values, on))
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("judged as\n%s\nthen as\n%s, %v", first, again, err)
		}
		for _, d := range decisions {
			checkDecision(t, book, d, values, on)
		}
	})
}

// checkDecision wants what holds of every decision.
func checkDecision(t *testing.T, book *rule.Rulebook, d rule.Decision, facts rule.Facts, on mtss.Date) {
	t.Helper()
	if len(d.Sentences()) == 0 || d.Caveats == nil {
		t.Fatalf("%+v says nothing", d)
	}
	if d.Applies == rule.Applies(mtss.NotMet) && (d.Verdict != mtss.Undetermined || d.Require != nil || d.Matches() != mtss.NotMet) {
		t.Fatalf("%+v does not apply, yet has a verdict", d)
	}
	one, ok := book.Decide(d.Rule, facts, on)
	if !ok || !cmp.Equal(d, one) {
		t.Fatalf("one by one %+v, together %+v", one, d)
	}
}
