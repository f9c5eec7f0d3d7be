package instrument_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// account is what the scorer in Python says of one administration.
type account struct {
	Total     map[string]any
	Subscales []map[string]any
	Verdicts  [][]string
}

func accountOf(t *testing.T, r instrument.Result) account {
	t.Helper()
	var got account
	if err := json.Unmarshal(encoded(t, r), &got); err != nil {
		t.Fatal(err)
	}
	got.Verdicts = [][]string{}
	for _, c := range r.Criteria {
		for _, leaf := range leaves(c.Finding) {
			got.Verdicts = append(got.Verdicts, []string{c.ID, leaf.Measure, leaf.Verdict.String()})
		}
	}
	return got
}

// TestIndependentScorer compares with a short scorer in another language, which
// was written from the definition of scoring and not from the code.
func TestIndependentScorer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no python3 to score a second time with")
		}
		t.Skip("no python3 to score a second time with")
	}
	t.Parallel()
	const definitions, each = 20, 500
	m := newMaker(13)
	m.gaps, m.all = true, true
	var input bytes.Buffer
	var want []account
	policies := []instrument.Missing{{}, {}, instrument.MissingExclude(), instrument.MissingZero(), prorate(t, "60%")}
	means, sections, nested := 0, 0, 0
	for i := range definitions {
		d := m.definition(12)
		for len(d.Subscales) == 0 || len(d.Criteria) == 0 {
			d = m.definition(12)
		}
		d.Missing = policies[i%len(policies)]
		s, document := compiled(t, d), encoded(t, d)
		for _, sub := range d.Subscales {
			nested += len(sub.Parent)
			means += len(sub.Report)
		}
		for range each {
			a := m.administration(d, 15)
			r, err := s.Score(a)
			if err != nil {
				t.Fatal(err)
			}
			sections += len(a.Sections)
			want = append(want, accountOf(t, r))
			fmt.Fprintf(&input, `{"definition":%s,"administration":%s}`+"\n", document, encoded(t, a))
		}
	}
	if means == 0 || sections == 0 || nested == 0 {
		t.Fatalf("means %d, sections %d, nested %d: too tame", means, sections, nested)
	}
	lines := bytes.SplitAfter(input.Bytes(), []byte("\n"))
	command := exec.Command(python, "testdata/scorer.py")
	command.Stdin = &input
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, problems.Bytes())
	}
	decoder := json.NewDecoder(bytes.NewReader(output))
	undecided := 0
	for i, ours := range want {
		var theirs account
		if err := decoder.Decode(&theirs); err != nil {
			t.Fatal(err)
		}
		for _, score := range ours.Subscales {
			delete(score, "label")
			delete(score, "items") // behind the mean, which both have
		}
		delete(ours.Total, "share")           // behind percent, low and high
		if !reflect.DeepEqual(theirs, ours) { // cmp.Diff ten thousand times takes long
			t.Fatalf("administration %d (-python +go):\n%s\n%s", i, cmp.Diff(theirs, ours), lines[i])
		}
		for _, v := range ours.Verdicts {
			if v[2] == "undetermined" {
				undecided++
			}
		}
	}
	if decoder.More() {
		t.Error("more results than administrations")
	}
	if undecided == 0 {
		t.Error("no comparison is undetermined: too tame")
	}
}
