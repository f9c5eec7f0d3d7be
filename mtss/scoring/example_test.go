package scoring_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// given is an administration of the ECBOQ's first item, with more members.
func given(unit, score, more string) string {
	return `{"kind":"administration","schemaVersion":1,` + more + `"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"` + unit + `","kind":"program"},"date":"2026-01-20","responses":{"1":` + score + `}}` + "\n"
}

func noFile(name string) ([]byte, error) { return nil, fmt.Errorf("no file %s", name) }

func Example() {
	scorers, problems := scoring.Load(scoring.Names{Definitions: []string{"ecboq@2.0"}}, noFile)
	fmt.Println(problems)
	in := given("p-1", "2", `"id":"a-1",`) + given("p-1", "9", `"id":"a-2",`) + given("p-1", "2", `"id":"a-1",`)
	run := scoring.Scoring{Scorers: scorers, Corrections: new(scoring.Corrections)}
	for o := range run.Score("in.ndjson", records.NDJSON(strings.NewReader(in))) {
		for _, p := range o.Problems {
			fmt.Println(p)
		}
		if o.Scored {
			fmt.Println(o.Result.Lines()[0])
		}
	}
	// Output:
	// []
	// program p-1: ecboq@2.0, 2026-01-20
	// in.ndjson:2 /responses/1: item "1" of ecboq@2.0 is scored 9, want 0 to 2 (instrument.score)
	// in.ndjson:3: is the administration of in.ndjson, line 1 again, and counts once (mtss.notice.repeated)
}

func loaded(t *testing.T, names ...string) scoring.Scorers {
	t.Helper()
	scorers, problems := scoring.Load(scoring.Names{Definitions: names}, noFile)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return scorers
}

func codes(problems []mtss.Problem) (out []string) {
	for _, p := range problems {
		out = append(out, fmt.Sprint(p.Line, " ", p.Path, " ", p.Code))
	}
	return out
}

func TestLoad(t *testing.T) {
	for _, c := range []struct {
		name, why string
		names     scoring.Names
		want      []string
	}{
		{"all", "none named means all that ship", scoring.Names{}, nil},
		{"twice", "which of them counts would be a guess", scoring.Names{Definitions: []string{"ecboq@2.0", "ecboq@2.0"}}, []string{"0  cli.definition"}},
		{"a version that does not ship", "it is no file either", scoring.Names{Definitions: []string{"ecboq@9"}}, []string{"0  cli.definition"}},
		{"a profile of another instrument", "it would change nothing", scoring.Names{Definitions: []string{"ecboq@2.0"}, Profiles: []string{"nobody"}}, []string{"0  cli.definition"}},
		{"no file", "", scoring.Names{Completions: []string{"none.json"}}, []string{"0  cli.problem"}},
	} {
		scorers, problems := scoring.Load(c.names, noFile)
		if got := codes(problems); !slices.Equal(got, c.want) || len(scorers) == 0 && c.name != "a version that does not ship" {
			t.Errorf("%s: %s: got %q of %d, want %q", c.name, c.why, got, len(scorers), c.want)
		}
	}
}

// What a later line corrects is not scored where the file was looked through, and told
// where it was not.
func TestCorrections(t *testing.T) {
	in := given("p-1", "1", `"id":"a-1",`) + given("p-1", "2", `"id":"a-2","supersedes":"a-1",`) + given("p-2", "2", `"id":"a-3","voids":"nobody",`)
	open := func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(in)), nil }
	for _, c := range []struct {
		name   string
		look   []string
		looked []string
		scored []string
		told   []string
	}{
		{"looked through", []string{"in"}, []string{"3 /voids mtss.correction"}, []string{"a-2"}, nil},
		{"as it comes", nil, nil, []string{"a-1", "a-2"}, []string{"2 /supersedes cli.corrected"}},
	} {
		run := scoring.Scoring{Scorers: loaded(t, "ecboq@2.0"), Corrections: new(scoring.Corrections)}
		looked := run.Corrections.Look(c.look, records.Layout{}, open, records.NDJSON)
		var scored, told []string
		for o := range run.Score("in", records.NDJSON(strings.NewReader(in))) {
			told = append(told, codes(o.Problems)...)
			if o.Scored {
				scored = append(scored, o.Result.Administration)
			}
		}
		if !slices.Equal(codes(looked), c.looked) || !slices.Equal(scored, c.scored) || !slices.Equal(told, c.told) {
			t.Errorf("%s: %q, scored %q, told %q", c.name, codes(looked), scored, told)
		}
	}
}

func TestVerification(t *testing.T) {
	scorers := loaded(t, "ecboq@2.0")
	a, err := instrument.DecodeAdministration([]byte(given("p-1", "1", `"id":"a-1",`)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := scorers[a.Instrument].Score(a)
	if err != nil {
		t.Fatal(err)
	}
	stored, _ := r.MarshalJSON()
	for _, c := range []struct {
		name, inputs string
		want         []string
	}{
		{"the same", given("p-1", "1", `"id":"a-1",`), nil},
		{"another answer", given("p-1", "2", `"id":"a-1",`), []string{"1 /total/earned cli.verify.different"}},
		{"not there", given("p-1", "1", `"id":"a-2",`), []string{"1 /administration cli.verify.input"}},
		{"corrected", given("p-1", "1", `"id":"a-1",`) + given("p-1", "1", `"id":"a-2","supersedes":"a-1",`), []string{"1 /administration cli.verify.corrected"}},
	} {
		v := scoring.Verification{Scorers: scorers}
		problems := v.Administrations("in", records.NDJSON(strings.NewReader(c.inputs)))
		problems = append(problems, v.Pair()...)
		problems = append(problems, v.Verify("results", strings.NewReader(string(stored)))...)
		got := codes(problems)
		if !slices.Equal(got[:min(1, len(got))], c.want) || v.Results != 1 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Results are taken once each, by what they say of the administration.
func TestResults(t *testing.T) {
	line := `{"kind":"result","instrument":{"id":"x","version":"1"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","criteria":[{"id":"c","verdict":"met"}]}` + "\n"
	var r scoring.StoredResults
	problems := r.Read("in", strings.NewReader(line+line+"{}\n"))
	if got, want := codes(problems), []string{"2  " + string(mtss.NoticeRepeated), "3  " + string(instrument.CodeStored)}; !slices.Equal(got, want) || !problems[0].Notice || len(r.List) != 1 || r.List[0].Criteria[0].Finding.Verdict != mtss.Met {
		t.Errorf("got %q, %+v", got, r.List)
	}
}
