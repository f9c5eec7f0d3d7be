package fidelity_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/records"
)

// given yields observations of a program, which have no lines.
func given(observed []fidelity.Observation) iter.Seq2[fidelity.ObservationLine, error] {
	return func(yield func(fidelity.ObservationLine, error) bool) {
		for _, o := range observed {
			if !yield(fidelity.ObservationLine{Observation: o}, nil) {
				return
			}
		}
	}
}

// onLines returns issues with the line of an observation in place of its place in a list.
func onLines(err error, line func(i int) int) (all []mtss.Issue) {
	for _, issue := range mtss.Issues(err) {
		if rest, is := strings.CutPrefix(issue.Path, "/observations/"); is {
			number, member, more := strings.Cut(rest, "/")
			at, _ := strconv.Atoi(number)
			if issue.Path = fmt.Sprint("/lines/", line(at)); more {
				issue.Path += "/" + member
			}
		}
		all = append(all, issue)
	}
	return all
}

// issuesByList are issues, those of rosters last, whatever the other list is called.
func issuesByList(all []mtss.Issue) (out []mtss.Issue) {
	var rosters []mtss.Issue
	for _, issue := range all {
		if strings.HasPrefix(issue.Path, "/rosters") {
			rosters = append(rosters, issue)
		} else {
			out = append(out, issue)
		}
	}
	return append(out, rosters...)
}

// Observations that come one after another count as a list of them does, whatever is wrong
// with them: as values, and as lines with blank ones between them.
func TestCountLinesIsCount(t *testing.T) {
	above := district(t)
	refused, corrected, repeated, read := 0, 0, 0, 0
	for seed := range 20 * worlds(t) {
		r := random(seed)
		data := make([]byte, 900)
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		in := &bytesOf{data}
		policy := in.policy()
		who, observed := in.people(), in.observations()
		for range r.IntN(3) {
			observed = append(observed, in.observations()...)
		}
		if len(observed) > 0 {
			observed = append(observed, observed[r.IntN(len(observed))])
		}
		want, err := fidelity.Count(rosters(who), observed, policy, above, today)
		got, lineErr := fidelity.CountLines(rosters(who), given(observed), policy, above, today)
		same(t, fmt.Sprint("seed ", seed), want, got)
		same(t, fmt.Sprint("seed ", seed, ", problems"), issuesByList(onLines(err, func(i int) int { return i + 1 })), issuesByList(mtss.Issues(lineErr)))

		var text bytes.Buffer
		var written []fidelity.Observation
		var lines []int
		for number := 1; len(observed) > 0; number++ {
			line, err := (&fidelity.ObservationLine{Observation: observed[0]}).AppendJSON(nil)
			if blank := r.IntN(8) == 0; !blank && err == nil {
				text.Write(line)
				lines, written = append(lines, number), append(written, observed[0])
			}
			text.WriteString([]string{"\n", "\r\n"}[r.IntN(2)])
			if err != nil || len(written) > 0 && lines[len(lines)-1] == number {
				observed = observed[1:]
			}
		}
		want, err = fidelity.Count(rosters(who), written, policy, above, today)
		got, lineErr = fidelity.CountLines(rosters(who), fidelity.ReadObservations(records.Lines(&text)), policy, above, today)
		same(t, fmt.Sprint("seed ", seed, ", read"), want, got)
		same(t, fmt.Sprint("seed ", seed, ", read, problems"), issuesByList(onLines(err, func(i int) int { return lines[i] })), issuesByList(mtss.Issues(lineErr)))
		if t.Failed() {
			return
		}
		refused, corrected, repeated, read = refused+int(want.Refused), corrected+int(want.Corrected), repeated+int(want.Repeated), read+len(written)
	}
	if least := int(worlds(t)); refused < 20*least || corrected < 20*least || repeated < least || read < 200*least {
		t.Errorf("the inputs show too little: %d refused, %d corrected, %d repeated of %d", refused, corrected, repeated, read)
	}
}

// What is wrong with a line is told with its number, and the others count.
func TestCountLinesProblems(t *testing.T) {
	good := `{"kind":"observation","schemaVersion":1,"id":"ID","practitioner":"p","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"2026-04-01","score":{"earned":9,"possible":10,"unknown":0}}`
	line := func(id string) string { return strings.ReplaceAll(good, "ID", id) }
	for _, test := range []struct {
		why, text string
		want      []string // paths and codes
		refused   int64
	}{
		{"blank lines count as lines", "\n\n" + line("a") + "\n \n" + strings.Replace(line("b"), `"earned":9`, `"earned":99`, 1), []string{"/lines/5/score fidelity.observation"}, 1},
		{"what isn't JSON", line("a") + "\n{\n" + line("b"), []string{"/lines/2 json.syntax"}, 1},
		{"an id that says two things", line("a") + "\n\n" + strings.Replace(line("a"), `"earned":9`, `"earned":8`, 1), []string{"/lines/3/id mtss.record.repeated"}, 0},
		{"what is refused can be corrected", strings.Replace(line("a"), `"earned":9`, `"earned":99`, 1) + "\n" + strings.Replace(line("b"), `"practitioner"`, `"supersedes":"a","practitioner"`, 1), []string{"/lines/1/score fidelity.observation"}, 1},
		{"a correction of nothing", line("a") + "\n" + strings.Replace(line("b"), `"practitioner"`, `"voids":"c","practitioner"`, 1), []string{"/lines/2/voids mtss.correction"}, 0},
		{"another instrument", line("a") + "\n" + strings.Replace(line("b"), `"walk"`, `"run"`, 1), []string{"/lines/2/instrument fidelity.observation.instrument"}, 1},
		{"a line that is too long", line("a") + "\n" + strings.Repeat(" ", records.MaxLine+1) + "\n" + line("b"), []string{"/lines/2 records.line.large"}, 1},
	} {
		t.Run(test.why, func(t *testing.T) {
			r, err := fidelity.CountLines(rosters(people(north, "p")), fidelity.ReadObservations(records.Lines(strings.NewReader(test.text))), four(), mtss.Hierarchy{}, today)
			var got []string
			for _, issue := range mtss.Issues(err) {
				got = append(got, issue.Path+" "+string(issue.Code))
			}
			same(t, test.why, test.want, got)
			same(t, "refused", test.refused, r.Refused)
			same(t, "somebody is at fidelity", int64(1), r.Shares[0].AtFidelity)
		})
	}
}

func TestCountLinesOfNothing(t *testing.T) {
	for why, of := range map[string]iter.Seq2[fidelity.ObservationLine, error]{
		"no observations": nil, "no lines": fidelity.ReadObservations(nil), "no reader": fidelity.ReadObservations(records.Lines(nil)),
		"what breaks off": fidelity.ReadObservations(records.Lines(io.MultiReader(strings.NewReader("\n"), iotest.ErrReader(errors.New("gone"))))),
	} {
		r, err := fidelity.CountLines(rosters(people(north, "p")), of, four(), mtss.Hierarchy{}, today)
		issues := mtss.Issues(err)
		if len(issues) != 1 || issues[0].Code != records.CodeRead {
			t.Errorf("%s: %v", why, issues)
		}
		same(t, why, int64(1), r.Shares[0].Unobserved)
	}
	_, err := fidelity.CountLines(nil, nil, fidelity.Policy{}, mtss.Hierarchy{}, mtss.Date{})
	if issues := mtss.Issues(err); len(issues) == 0 || issues[len(issues)-1].Path != "/on" {
		t.Errorf("without a policy or a day: %v", issues)
	}
}

// Whoever has seen enough may stop.
func TestReadObservationsStops(t *testing.T) {
	text := strings.Repeat(plainLine+"\n", 3)
	for o, err := range fidelity.ReadObservations(records.Lines(strings.NewReader(text))) {
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the first", 1, o.Line)
		break
	}
}

// A plain line takes no memory of its own but that of its copy: of a thousand, a few pieces.
func TestReadObservationsAllocates(t *testing.T) {
	text := strings.Repeat(plainLine+"\n", 1000)
	count := testing.AllocsPerRun(5, func() {
		for _, err := range fidelity.ReadObservations(records.Lines(strings.NewReader(text))) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	if count > 60 && slower == 1 { // pools keep less under the race detector
		t.Errorf("%v allocations for 1000 lines", count)
	}
}
