package rules_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/examples/rules"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
	"github.com/openmtss/mtss-go/stages"
)

func TestGallery(t *testing.T) { mtsstest.Rules(t, os.DirFS("rules")) }

// TestBothSides holds the gallery to cases on both sides of each comparison.
func TestBothSides(t *testing.T) {
	for _, gap := range suite.Run(files.Folder(os.DirFS("rules")), rule.Vocabulary{}).Gaps {
		t.Errorf("%s %s: %s", gap.Rule, gap.Path, gap.Message)
	}
}

// sets reads the rule sets of the gallery.
func sets(t *testing.T) (out []rule.Set) {
	t.Helper()
	names, err := fs.Glob(os.DirFS("rules"), "*/rules.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(path.Join("rules", name))
		if err != nil {
			t.Fatal(err)
		}
		set, err := rule.DecodeSet(data)
		if err != nil {
			t.Fatal(name, err)
		}
		out = append(out, set)
	}
	return out
}

func TestSources(t *testing.T) {
	for _, set := range sets(t) {
		for _, r := range set.Rules {
			if r.Source.Title == "" || !strings.HasPrefix(r.Source.URL, "http") {
				t.Errorf("%s lacks a source that can be opened", r.ID)
			}
			switch {
			case r.Provenance != mtss.Confirmed && r.Provenance != mtss.Inferred:
				t.Errorf("%s is %q, want confirmed or inferred", r.ID, r.Provenance)
			case r.Provenance == mtss.Inferred && r.Why == "" && len(r.Caveats) == 0:
				t.Errorf("%s is inferred and does not say how", r.ID)
			}
		}
	}
}

// TestContradictions holds each verdict to what contradicts its rule.
func TestContradictions(t *testing.T) {
	results := suite.Run(files.Folder(os.DirFS("rules")), rule.Vocabulary{}).Results
	for _, c := range []struct{ rule, says string }{
		{"r01", "until further validation"}, {"r03", "70 %"}, {"r04", "80 %"}, {"r04-midatlantic", "70 % of version 2.1"},
		{"r06-silver", "any tier from 70 %"}, {"r06-gold", "r06-gold-2016"}, {"r06-gold-2016", "r06-gold"}, {"r06-referrals", "5+"},
		{"r06-elementary", "3.5 %"}, {"r06-elementary-2016", "2.27 %"}, {"r06-secondary", "6.67 %"}, {"r06-secondary-platinum", "6.76 %"}, {"r06-secondary-2016", "6.76 %"},
		{"r08", "at least 70 %"}, {"r09-apply", "more than 80 %"}, {"r09-full", "include 80 %"}, {"r12", "without saying"},
		{"r14", "80 to 85 %"}, {"r14-tn", "lower bound only"}, {"r15-mountairy", "other published shares"}, {"r15-nwea", "other published shares"},
		{"r17-modify", "4 to 6"}, {"r17-core", "fewer than 80 %"}, {"r17-core-read", "the opposite"}, {"r19-tier2", "twice a week"}, {"r28", "0.3"},
	} {
		at := slices.IndexFunc(results, func(r suite.CaseResult) bool { return r.Rule == c.rule })
		if at < 0 || !slices.ContainsFunc(results[at].Decision.Caveats, func(k mtss.Notice) bool { return strings.Contains(k.Message, c.says) }) {
			t.Errorf("no caveat of %s says %q", c.rule, c.says)
		}
	}
}

// spot is where measured values lie about a bound.
type spot struct{ below, on, above bool }

// TestOnBelowAbove wants a case on, below and above each bound of a measure that
// is no series; of a whole there is nothing above.
func TestOnBelowAbove(t *testing.T) {
	seen := map[string]spot{}
	var walk func(id string, f rule.Finding)
	walk = func(id string, f rule.Finding) {
		for _, child := range f.Children {
			walk(id, child)
		}
		value, known := f.Measured.Span().Known()
		tally, isTally := f.Measured.Tally()
		if !known || f.Last > 0 {
			return
		}
		for _, text := range bounds(f.Wanted.Comparison()) {
			bound := number(t, text)
			key := id + " " + f.Path + " " + f.Measure + " " + text
			s := seen[key]
			switch value.Cmp(bound) {
			case -1:
				s.below = true
			case 0:
				s.on = true
			}
			s.above = s.above || value.Cmp(bound) > 0 || isTally && tally.Possible > 0 && bound.Equal(mtss.Whole(1))
			seen[key] = s
		}
	}
	for _, result := range suite.Run(files.Folder(os.DirFS("rules")), rule.Vocabulary{}).Results {
		for _, f := range []*rule.Finding{result.Decision.When, result.Decision.Require} {
			if f != nil {
				walk(result.Rule, *f)
			}
		}
	}
	if len(seen) < 90 {
		t.Errorf("%d bounds, which are too few to be all", len(seen))
	}
	for key, s := range seen {
		if s != (spot{true, true, true}) {
			t.Errorf("%s: %+v", key, s)
		}
	}
}

func bounds(c rule.Comparison) []string {
	texts := slices.Concat([]string{c.AtLeast, c.MoreThan, c.AtMost, c.LessThan}, c.Between)
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

func number(t *testing.T, text string) mtss.Ratio {
	t.Helper()
	amount, _, isAmount := strings.Cut(text, " ")
	parse := mtss.ParseRatio
	if isAmount {
		parse = mtss.ParseNumber
	}
	r, err := parse(amount)
	if err != nil {
		t.Fatal(text, err)
	}
	return r
}

// row is a row of the table in README.md.
type row struct {
	rule, says, notData string
	data, code          []string
}

func rows(t *testing.T) (out []row) {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "| R") || strings.HasPrefix(line, "| Rule") {
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 5 {
			t.Fatalf("%d cells in %s", len(cells), line)
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, row{cells[0], cells[1], cells[3], list(cells[2]), list(cells[4])})
	}
	return out
}

func list(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == ' ' })
}

// TestAllAccountedFor holds the table to the 28 rules: each is data, or says why
// not, and each rule of the folder stands in its row.
func TestAllAccountedFor(t *testing.T) {
	var ids, named []string
	for _, set := range sets(t) {
		for _, r := range set.Rules {
			ids = append(ids, r.ID)
		}
	}
	table := rows(t)
	if len(table) != 28 {
		t.Errorf("%d rows, want 28", len(table))
	}
	code := samples()
	for i, r := range table {
		if want := "R" + string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10)); r.rule != want || r.says == "" {
			t.Errorf("row %d is %q, want %s with what it decides", i+1, r.rule, want)
		}
		if len(r.data) == 0 && r.notData == "" {
			t.Errorf("%s is neither data nor does it say why not", r.rule)
		}
		if len(r.code) > 0 && r.notData == "" {
			t.Errorf("%s names Go and does not say what for", r.rule)
		}
		for _, id := range r.data {
			if prefix := strings.ToLower(r.rule); id != prefix && !strings.HasPrefix(id, prefix+"-") {
				t.Errorf("%s names %s", r.rule, id)
			}
		}
		for _, name := range r.code {
			if code[name] == nil {
				t.Errorf("%s names %s, which is not among the samples", r.rule, name)
			}
			delete(code, name)
		}
		named = append(named, r.data...)
	}
	for name := range code {
		t.Errorf("no row names %s", name)
	}
	slices.Sort(ids)
	slices.Sort(named)
	if diff := mtsstest.Diff(ids, named); diff != "" {
		t.Errorf("(-rules +table)\n%s", diff)
	}
}

// TestMoved shows the cases at work: a rule whose bound or comparison changes
// fails them.
func TestMoved(t *testing.T) {
	for _, c := range []struct{ why, file, old, new, rule string }{
		{"a bound a point too high", "r02", `"atLeast": "70%"`, `"atLeast": "71%"`, "r02"},
		{"strict where the source includes", "r09", `"atLeast": "80%"`, `"moreThan": "80%"`, "r09-apply"},
		{"the Platinum figure for Gold", "r06", `"6.76%"`, `"6.67%"`, "r06-secondary"},
		{"one more in a row", "r19", `"last": 6, "is": "yes"`, `"last": 7, "is": "yes"`, "r19-discontinue"},
		{"one condition less", "r28", `{"measure": "schools.allNew", "is": "no"}`, `{"measure": "leadership.active", "is": "yes"}`, "r28"},
	} {
		t.Run(c.why, func(t *testing.T) {
			files := files.Folder(os.DirFS("rules"))
			changed := 0
			for i := range files {
				if files[i].Name == c.file+"/rules.json" {
					text := strings.ReplaceAll(string(files[i].Data), c.old, c.new)
					changed += strings.Count(string(files[i].Data), c.old)
					files[i].Data = []byte(text)
				}
			}
			failed := suite.Run(files, rule.Vocabulary{}).Failures()
			if !slices.ContainsFunc(failed, func(r suite.CaseResult) bool { return r.Rule == c.rule }) || changed == 0 {
				t.Errorf("%d changes, %d failures, none of %s", changed, len(failed), c.rule)
			}
		})
	}
}

// samples are the pieces of Go that the table names.
func samples() map[string]any {
	return map[string]any{
		"mtss.DCAWindows": mtss.DCAWindows, "stages.Lookup": stages.Lookup,
		"dca.ProtocolOf": dca.ProtocolOf, "dca.DCAProtocol": dca.DCAProtocol, "dca.Review": dca.Review,
		"rules.Locked": rules.Locked, "rules.Decide": rules.Decide, "rules.Count": rules.Count,
	}
}

// text writes a value for a message.
func text(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
