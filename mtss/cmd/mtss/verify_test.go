package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

const quickstart = "../../../examples/quickstart/data/administrations.ndjson"

// stored returns what mtss score writes for an input.
func stored(t *testing.T, in string, args ...string) string {
	t.Helper()
	got := call(t, in, append([]string{"score"}, args...)...)
	if got.status != exitGood {
		t.Fatal(got)
	}
	return got.out
}

// Results that were stored come out the same, to the byte, by whatever way of
// treating missing answers they name.
func TestVerify(t *testing.T) {
	csv := strings.Join([]string{"unit,unitKind,date,instrument,version,1.1,1.2", "s-1,school,2026-01-20,tfi,2.1,2,1", "s-2,school,2026-01-20,tfi,2.1,,0"}, "\n")
	for _, c := range []struct {
		name    string
		results string
		args    []string
		want    string
	}{
		{"of the example", stored(t, "", "-completion", completion, quickstart), []string{"-completion", completion, "-input", quickstart}, `{"results":7,"same":7}`},
		{"with prose", stored(t, "", "-completion", completion, quickstart), []string{"-text", "-completion", completion, "-input", quickstart}, "7 of 7 results are the same when recomputed"},
		{"by another way of treating missing answers", stored(t, "", "-missing", "prorate 80%", "-completion", completion, quickstart), []string{"-completion", completion, "-input", quickstart}, `{"results":7,"same":7}`},
		{"by own definitions", stored(t, tier1()+"\n", "-definition", "tfi@2.1"), []string{"-definition", "tfi@2.1", "-input", write(t, "in.ndjson", tier1())}, `{"results":1,"same":1}`},
		{"of a CSV", stored(t, csv, "-csv", "wide"), []string{"-csv", "wide", "-input", write(t, "in.csv", csv)}, `{"results":2,"same":2}`},
		{"of several inputs", stored(t, tier1()+"\n"+tier1(`"s-1"`, `"s-2"`)), []string{"-input", write(t, "a.ndjson", tier1()), "-input", write(t, "b.ndjson", tier1(`"s-1"`, `"s-2"`))}, `{"results":2,"same":2}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.results, append([]string{"verify"}, c.args...)...)
			equal(t, "problems", outcome{exitGood, c.want + "\n", ""}.String(), got.String())
		})
	}
	all := stored(t, "", "-completion", completion, quickstart)
	files := []string{write(t, "a.ndjson", all), write(t, "b.ndjson", all)}
	got := call(t, "", append([]string{"verify", "-completion", completion, "-input", quickstart}, files...)...)
	equal(t, "results that are given again count once", `{"results":7,"same":7}`+"\n", got.out)
	equal(t, "a notice for each", 7, strings.Count(got.err, "again, and counts once\",\"template"))
	equal(t, "which is no problem", exitGood, got.status)
}

// What is compared is counted once, and what has no result is said.
func TestVerifyCounts(t *testing.T) {
	one, two := tier1(), tier1(`"s-1"`, `"s-2"`)
	result := stored(t, one)
	for _, c := range []struct {
		why, input, results string
		args                []string
		out, err            string
	}{
		{"the same administration twice", one + "\n" + one, result, nil, `{"results":1,"same":1}`, "line 1 again"},
		{"an administration without a result", one + "\n" + two, result, nil, `{"results":1,"same":1,"withoutResult":1}`, ""},
		{"in prose", one + "\n" + two, result, []string{"-text"}, "the result is the same when recomputed; of 1 administration in force there is no result", ""},
		{"one result for two that differ", one + "\n" + tier1(`"1.2":1`, `"1.2":2`), result, nil, `{"results":1,"same":1,"withoutResult":1}`, ""},
	} {
		got := call(t, c.results, append(append([]string{"verify"}, c.args...), "-input", write(t, "in.ndjson", c.input))...)
		equal(t, c.why, mtss.Wrap(c.out+"\n", textWidth), got.out)
		if !strings.Contains(got.err, c.err) || c.err == "" && got.err != "" {
			t.Errorf("%s: %s", c.why, got.err)
		}
		equal(t, c.why+": status", exitGood, got.status)
	}
}

func TestVerifyFinds(t *testing.T) {
	one := tier1(`"instrument"`, `"id":"a-1","instrument"`)
	result := stored(t, one)
	plain := stored(t, tier1())
	corrected := one + "\n" + tier1(`"instrument"`, `"id":"a-2","supersedes":"a-1","instrument"`, `"1.2":1`, `"1.2":2`)
	answered := []string{"/points/earned", "/subscales/0/earned", "/subscales/0/low", "/subscales/0/high", "/subscales/1/earned", "/subscales/1/percent", "/subscales/1/low", "/subscales/1/high", "/criteria/0/measured/earned", "/criteria/0/needed/0/more", "/criteria/0/levels/0/measured/earned"}
	for i, path := range answered {
		answered[i] = "1 " + path + " cli.verify.different"
	}
	tiers := tier1() + "\n" + tier1(`"1.1":2,"1.2":1`, `"2.1":1`, "tier1", "tier2")
	for _, c := range []struct {
		name, why   string
		input       string
		results     string
		want        []string
		same, total string
	}{
		{"the same", "", one, result, nil, "1", "1"},
		{"another score", "all that differs, in the order of the recomputed one", strings.Replace(one, `"1.2":1`, `"1.2":2`, 1), result, answered, "0", "1"},
		{"a score that was touched up", "", one, strings.Replace(result, `"earned":3`, `"earned":25`, 1), []string{"1 /points/earned cli.verify.different"}, "0", "1"},
		{"a verdict that was touched up", "", one, strings.Replace(result, `"verdict":"undetermined"`, `"verdict":"met"`, 1), []string{"1 /criteria/0/verdict cli.verify.different"}, "0", "1"},
		{"the caveats taken away", "", one, dropCaveats(result), []string{"1 /caveats/0 cli.verify.different"}, "0", "1"},
		{"a member taken away", "", one, strings.Replace(result, `"sections":["tier1"],`, ``, 1), []string{"1 /sections cli.verify.different"}, "0", "1"},
		{"a member added", "", one, strings.Replace(result, `"missing":`, `"rating":"good","missing":`, 1), []string{"1 /rating cli.verify.different"}, "0", "1"},
		{"another kind of value", "", one, strings.Replace(result, `"total":null`, `"total":0`, 1), []string{"1 /total cli.verify.different"}, "0", "1"},
		{"members in another order", "as a database may write them", one, reordered(t, result), nil, "1", "1"},
		{"superseded", "", corrected, result, []string{"1 /administration cli.verify.corrected"}, "0", "1"},
		{"what supersedes it", "", corrected, stored(t, tier1(`"instrument"`, `"id":"a-2","supersedes":"a-1","instrument"`, `"1.2":1`, `"1.2":2`)), nil, "1", "1"},
		{"voided", "", one + "\n" + tier1(`"instrument"`, `"id":"a-2","voids":"a-1","instrument"`), result, []string{"1 /administration cli.verify.corrected"}, "0", "1"},
		{"no input of its id", "", tier1(), result, []string{"1 /administration cli.verify.input"}, "0", "1"},
		{"without an id, by unit, instrument and day", "", strings.Replace(one, `"a-1"`, `"x"`, 1), plain, []string{"1 /administration cli.verify.different"}, "0", "1"},
		{"no input of its day", "", tier1("01-20", "01-21"), plain, []string{"1 /date cli.verify.input"}, "0", "1"},
		{"no input of its unit", "", tier1("s-1", "s-2"), plain, []string{"1 /unit/id cli.verify.input"}, "0", "1"},
		{"no input of a unit of its kind", "", tier1(`"school"`, `"program"`), plain, []string{"1 /unit/kind cli.verify.input"}, "0", "1"},
		{"no input of its instrument", "", `{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"s-1","kind":"school"},"date":"2026-01-20","responses":{"1":1}}`, plain, []string{"1 /instrument cli.verify.input"}, "0", "1"},
		{"no input of its sections", "", tier1(`["tier1"]`, `["tier1","tier2"]`), plain, []string{"1 /sections cli.verify.input"}, "0", "1"},
		{"the only input of its day is superseded", "", tier1(`"instrument"`, `"id":"a-1","instrument"`) + "\n" + tier1("01-20", "01-21", `"instrument"`, `"id":"a-2","supersedes":"a-1","instrument"`), plain, []string{"1 /date cli.verify.input"}, "0", "1"},
		{"tiers of one day", "each is told by its sections", tiers, stored(t, tiers), nil, "2", "2"},
		{"two of one day, the second is meant", "", tier1(`"1.1":2`, `"1.1":0`) + "\n" + tier1(), plain, nil, `1,"withoutResult":1`, "1"},
		{"two of one day, neither is", "", tier1(`"1.1":2`, `"1.1":0`) + "\n" + tier1(`"1.1":2`, `"1.1":1`), plain, answered, "0", "1"},
		{"another definition", "", one, strings.Replace(result, `"digest":"`, `"digest":"0`, 1), []string{"1 /instrument/digest cli.verify.digest"}, "0", "1"},
		{"no definition", "", one, strings.Replace(result, `"2.1"`, `"1.9"`, 1), []string{"1 /instrument cli.definition"}, "0", "1"},
		{"no such profile", "", one, strings.Replace(result, `"digest"`, `"profile":"nobody","digest"`, 1), []string{"1 /instrument/profile cli.definition"}, "0", "1"},
		{"a way of treating missing answers that is none", "", one, strings.Replace(result, `"missing":"unknown"`, `"missing":"guess"`, 1), []string{"1 /missing instrument.missing"}, "0", "1"},
		{"another way of treating missing answers", "it explains all that differs", one, strings.Replace(result, `"missing":"unknown"`, `"missing":"zero"`, 1), []string{"1 /missing cli.verify.different"}, "0", "1"},
		{"an administration", "is no result", one, one, []string{"1 /kind cli.verify.result"}, "0", "1"},
		{"no unit and no day", "", tier1(), strings.NewReplacer(`"unit":{"id":"s-1","kind":"school"},`, "", `"date":"2026-01-20",`, "").Replace(plain), []string{"1 /unit cli.verify.result", "1 /date cli.verify.result"}, "0", "1"},
		{"a unit that is none", "", tier1(), strings.Replace(plain, `{"id":"s-1"`, `{"ID":"s-1"`, 1), []string{"1 /unit/id json.missing", "1 /unit/ID json.unknown-field"}, "0", "1"},
		{"no JSON", "", one, "{\n" + result, []string{"1 json.syntax"}, "1", "2"},
		{"no results", "verifying nothing is no success", one, "\n", []string{"1 records.empty"}, `0,"withoutResult":1`, "0"},
		{"an input that cannot be scored any more", "", strings.Replace(one, `"1.2":1`, `"1.2":3`, 1), result, []string{"1 cli.verify.different"}, "0", "1"},
		{"a bad input", "the good ones are used", "{\n" + one, result, []string{"1 json.syntax"}, "1", "1"},
		{"a correction of nothing", "it is named with the line that it stands in", one + "\n" + tier1(`"instrument"`, `"supersedes":"a-9","instrument"`), result, []string{"2 /supersedes mtss.correction"}, `1,"withoutResult":1`, "1"},
		{"one of two", "", one, result + strings.Replace(result, `"earned":3`, `"earned":4`, 1), []string{"2 /points/earned cli.verify.different"}, "1", "2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.results, "verify", "-input", write(t, "in.ndjson", c.input))
			equal(t, c.why, c.want, got.found(t))
			equal(t, "summary", `{"results":`+c.total+`,"same":`+c.same+`}`+"\n", got.out)
			equal(t, "status", map[bool]int{true: exitGood, false: exitBad}[c.want == nil], got.status)
		})
	}
}

func dropCaveats(result string) string {
	before, _, _ := strings.Cut(result, `"caveats":`)
	return before + `"caveats":[]}`
}

// reordered returns a document with its members sorted by name.
func reordered(t *testing.T, document string) string {
	t.Helper()
	var members map[string]any
	if err := json.Unmarshal([]byte(document), &members); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	if string(data)+"\n" == document {
		t.Fatal("the order is the same")
	}
	return string(data)
}

// A message tells both values, and where the administration stands.
func TestVerifySays(t *testing.T) {
	input := write(t, "in.ndjson", "\n"+strings.Replace(tier1(), `"1.2":1`, `"1.2":2`, 1))
	got := call(t, stored(t, tier1()), "verify", "-text", "-input", input)
	want := "-:1 /points/earned: stored is 3, recomputed 4; recomputed from " + input + ", line 2 (cli.verify.different)\n"
	if !strings.HasPrefix(got.err, want) || got.out != "the result is not the same when recomputed\n" {
		t.Errorf("want %q, got %s", want, got)
	}

	got = call(t, stored(t, "", "-completion", completion, quickstart), "verify", "-definition", "dca@7.7", "-definition", "ecboq@2.0", "-text", "-input", quickstart)
	if !strings.Contains(got.err, `-:1 /instrument/digest: was scored by a definition of dca@7.7, completed by "illustration, not the instrument's own map", with digest `) || !strings.Contains(got.err, "want that file after -completion") || !strings.HasPrefix(got.out, "1 of 7") {
		t.Errorf("without the completion: %s", got)
	}
}

// A profile that was changed since is named.
func TestVerifyChangedProfile(t *testing.T) {
	profile := catalog.Profiles()[0]
	for _, p := range catalog.Profiles() {
		if p.Instrument.String() == "tfi@2.1" {
			profile = p
		}
	}
	result := stored(t, tier1(), "-profile", profile.ID)
	profile.Criteria[0].Title = "changed"
	changed, err := json.Marshal(profile)
	if err != nil {
		t.Fatal(err)
	}
	got := call(t, result, "verify", "-text", "-profile", write(t, "p.json", string(changed)), "-input", write(t, "in.ndjson", tier1()))
	if !strings.Contains(got.err, fmt.Sprintf("a definition of tfi@2.1 by the profile %q with digest", profile.ID)) {
		t.Errorf("%s", got)
	}
}

// A result by a profile that ships is recomputed by it.
func TestVerifyProfile(t *testing.T) {
	for _, p := range catalog.Profiles() {
		d, ok := shippedDefinition(p.Instrument.String())
		if !ok || d.Scorable() != nil {
			continue
		}
		d, err := instrument.WithProfile(d, p)
		if err != nil {
			t.Fatal(err)
		}
		scorer, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(err)
		}
		a := instrument.Administration{ID: "a-1", Instrument: d.Ref(), Date: dayOf(t, "2026-01-20")}
		a.Unit.ID, a.Unit.Kind = "s-1", "school"
		result, err := scorer.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		line, err1 := json.Marshal(result)
		input, err2 := json.Marshal(a)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		got := call(t, string(line), "verify", "-input", write(t, "in.ndjson", string(input)))
		equal(t, p.ID, outcome{exitGood, `{"results":1,"same":1}` + "\n", ""}.String(), got.String())
	}
}

func TestVerifyUsage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want int
	}{
		{"no input", []string{"verify"}, exitUsage},
		{"unknown layout", []string{"verify", "-csv", "tall", "-input", quickstart}, exitUsage},
		{"CSV read as JSON", []string{"verify", "-input", "testdata/wide.CSV"}, exitUsage},
		{"unknown flag", []string{"verify", "-x"}, exitUsage},
		{"no such input", []string{"verify", "-input", "none.ndjson"}, exitBad},
		{"no such definition", []string{"verify", "-definition", "none@1", "-input", quickstart}, exitBad},
	} {
		got := call(t, "", c.args...)
		equal(t, c.name, c.want, got.status)
		if got.err == "" {
			t.Errorf("%s: nothing is said", c.name)
		}
	}
}

// A stored profile is made again from its documents, and what differs is told by the
// document and by the path.
func TestVerifyUnitProfile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.json")
	if got := call(t, "", "report", "-o", file, districtYear); got.status != exitGood {
		t.Fatal(got)
	}
	got := call(t, "", "verify", "-input", districtYear, file)
	equal(t, "the same", outcome{exitGood, `{"results":1,"same":1}` + "\n", ""}.String(), got.String())
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(districtYear)); err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(read(t, filepath.Join(folder, "dca.ndjson")), `"1": 1`, `"1": 2`, 1)
	if err := os.WriteFile(filepath.Join(folder, "dca.ndjson"), []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	got = call(t, "", "verify", "-text", "-input", folder, file)
	equal(t, "counted", "the result is not the same when recomputed\n", got.out)
	equal(t, "status", exitBad, got.status)
	for _, want := range []string{"/inputs/1: dca.ndjson:1 is not what the profile was made of: it was changed or added", "/assessed/0/trend/points/0/total/earned: stored is 18, recomputed 19"} {
		if !strings.Contains(got.err, want) {
			t.Errorf("no %q in\n%s", want, got.err)
		}
	}
}

// shippedDefinition returns the definition that ships with a name.
func shippedDefinition(name string) (instrument.Definition, bool) {
	for _, d := range scoring.Shipped() {
		if d.Ref().String() == name {
			return d, true
		}
	}
	return instrument.Definition{}, false
}
