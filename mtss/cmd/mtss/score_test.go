package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const completion = "../../../examples/quickstart/data/completion.json"

// tier1 returns an administration of the first tier of a shipped instrument,
// in one line, with a part of it replaced.
func tier1(change ...string) string {
	const line = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"tfi","version":"2.1"},"unit":{"id":"s-1","kind":"school"},"date":"2026-01-20","responses":{"1.1":2,"1.2":1},"sections":["tier1"]}`
	return strings.NewReplacer(change...).Replace(line)
}

func TestScoreRefuses(t *testing.T) {
	for _, c := range []struct {
		name, why string
		in        string
		want      []string
	}{
		{"unknown item", "a typing error, or another version", tier1(`"1.2"`, `"1.99"`), []string{"2 /responses/1.99 instrument.item.unknown"}},
		{"item twice", "which one counts, nobody can tell", tier1(`"1.2":1`, `"1.1":1`), []string{"2 /responses/1.1 json.duplicate"}},
		{"score of 3", "off the scale of 0 to 2", tier1(`"1.2":1`, `"1.2":3`), []string{"2 /responses/1.2 instrument.score"}},
		{"score of -1", "", tier1(`"1.2":1`, `"1.2":-1`), []string{"2 /responses/1.2 instrument.score"}},
		{"score of 1.5", "", tier1(`"1.2":1`, `"1.2":1.5`), []string{"2 /responses/1.2 json.number"}},
		{"score of \"2\"", "a text is no number", tier1(`"1.2":1`, `"1.2":"2"`), []string{"2 /responses/1.2 json.type"}},
		{"scored and not applicable", "in its own version the item can't be either", tier1(`,"sections"`, `,"notApplicable":["1.1"],"sections"`), []string{"2 /notApplicable/0 instrument.notapplicable"}},
		{"wrong version", "no criterion of another version is borrowed", tier1(`"2.1"`, `"2.0"`), []string{"2 /instrument cli.definition"}},
		{"30 February", "", tier1("01-20", "02-30"), []string{"2 /date mtss.date"}},
		{"unknown field", "", tier1(`"date"`, `"note":"x","date"`), []string{"2 /note json.unknown-field"}},
		{"wrong case", "Date is not date, so that is missing too", tier1(`"date"`, `"Date"`), []string{"2 /date json.missing", "2 /Date json.unknown-field"}},
		{"truncated", "", tier1(`["tier1"]}`, ``), []string{"2 /sections json.syntax"}},
		{"bad UTF-8", "", tier1("s-1", "s-\xff"), []string{"2 /unit/id json.encoding"}},
		{"10 MB line", "the good lines around it are scored", tier1("s-1", strings.Repeat("x", 10<<20)), []string{"2 records.line.large"}},
		{"another section", "items of a section that was not administered", tier1(`"1.2"`, `"2.1"`), []string{"2 /responses/2.1 instrument.section.other"}},
		{"form and items", "all at once and in the order of the document", tier1(`"1.1":2`, `"9":1,"1.1":7`, `"1.2":1`, `"1.2":"1"`, "s-1", "", `"tier1"`, `"tier9"`),
			[]string{"2 /unit/id json.length", "2 /responses/9 instrument.item.unknown", "2 /responses/1.1 instrument.score", "2 /responses/1.2 json.type", "2 /sections/0 instrument.section.unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, tier1("s-1", "before")+"\n"+c.in+"\n"+tier1("s-1", "after")+"\n", "score")
			equal(t, c.why, c.want, got.found(t))
			equal(t, "good records", []string{"before", "after"}, got.results(t))
			equal(t, "status", exitBad, got.status)
		})
	}
}

func TestScoreEmpty(t *testing.T) {
	for _, args := range [][]string{{"score"}, {"score", "-csv", "wide"}, {"score", "-csv", "long"}} {
		got := call(t, "", args...)
		equal(t, "an empty input is a problem", []string{"1 records.empty"}, got.found(t))
		equal(t, "status", exitBad, got.status)
	}
}

// The shipped DCA has at least 27 items: one above is kept, not scored, and said
// so. With the completion there are 27, and 28 is unknown.
func TestScoreItemsAboveAnIncompleteDefinition(t *testing.T) {
	const in = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","responses":{"1":2,"28":1}}`
	got := call(t, in, "score")
	equal(t, "status", exitGood, got.status)
	for _, want := range []string{`"unscored":{"28":`, `"total":null`, "instrument.caveat.unscored"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("got %s, want %s in it", got.out, want)
		}
	}
	got = call(t, in, "score", "-completion", completion)
	equal(t, "completed", []string{"1 /responses/28 instrument.item.unknown"}, got.found(t))
}

// Records are scored by what they name, whatever their order.
func TestScoreRoutes(t *testing.T) {
	old, young := tier1(), tier1(`"2.1"`, `"3.0"`)
	got := call(t, old+"\n"+young+"\n"+tier1(`"s-1"`, `"s-2"`), "score")
	equal(t, "status", exitGood, got.status)
	var versions []string
	for line := range strings.Lines(got.out) {
		_, rest, _ := strings.Cut(line, `"version":"`)
		version, _, _ := strings.Cut(rest, `"`)
		versions = append(versions, version)
	}
	equal(t, "versions", []string{"2.1", "3.0", "2.1"}, versions)

	got = call(t, old+"\n"+young, "score", "-definition", "tfi@3.0")
	equal(t, "only what was given is scored by", []string{"1 /instrument cli.definition"}, got.found(t))
	if len(got.results(t)) != 1 {
		t.Errorf("got %s, want one result", got.out)
	}
}

// What a record in the same files corrects is not scored, and a record that
// only voids never is. Standard input is read once, so a correction that comes
// after what it corrects is a problem there.
func TestScoreCorrections(t *testing.T) {
	first := tier1(`"instrument"`, `"id":"a-1","instrument"`)
	second := tier1(`"instrument"`, `"id":"a-2","supersedes":"a-1","instrument"`, `"s-1"`, `"s-1"`, `"1.2":1`, `"1.2":2`)
	void := tier1(`"instrument"`, `"id":"a-3","voids":"a-2","instrument"`)
	other := tier1(`"s-1"`, `"s-2"`)
	for _, c := range []struct {
		name, why      string
		files          []string // one of "" is standard input
		points         []string
		want, streamed []string
	}{
		{"none", "", []string{first + "\n" + other}, []string{"3", "3"}, nil, nil},
		{"superseded", "the correction is scored", []string{first + "\n" + second + "\n" + other}, []string{"4", "3"}, nil, []string{"2 /supersedes cli.corrected"}},
		{"the correction first", "order never matters", []string{second + "\n" + first}, []string{"4"}, nil, nil},
		{"in another file", "", []string{first, second}, []string{"4"}, nil, nil},
		{"voided", "nothing stands", []string{first + "\n" + second + "\n" + void}, nil, nil, []string{"2 /supersedes cli.corrected", "3 /voids cli.corrected"}},
		{"itself", "it says nothing of the two", []string{tier1(`"instrument"`, `"id":"a-1","supersedes":"a-1","instrument"`)}, nil, []string{"1 /supersedes mtss.correction"}, []string{"1 /supersedes mtss.correction"}},
		{"nothing that is there", "it stands, and is reported", []string{second}, []string{"4"}, []string{"1 /supersedes mtss.correction"}, nil},
		{"a bad correction", "what it means to correct stands", []string{first + "\n" + strings.Replace(second, "01-20", "02-30", 1)}, []string{"3"}, []string{"2 /date mtss.date"}, []string{"2 /date mtss.date"}},
		{"over lines", "", []string{"{\n" + second[1:], first}, []string{"4"}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := []string{"score"}
			for _, content := range c.files {
				args = append(args, write(t, "in.ndjson", content))
			}
			got := call(t, "", args...)
			var points []string
			for line := range strings.Lines(got.out) {
				_, rest, _ := strings.Cut(line, `"points":{"earned":`)
				earned, _, _ := strings.Cut(rest, ",")
				points = append(points, earned)
			}
			equal(t, c.why, c.points, points)
			equal(t, "problems", c.want, got.found(t))
			if len(c.files) == 1 {
				streamed := call(t, c.files[0], "score")
				equal(t, "read once", c.streamed, streamed.found(t))
				if c.streamed == nil {
					equal(t, "read once", got.out, streamed.out)
				}
			}
		})
	}
}

// A record counts once, wherever it is given again, and no input is read for it
// twice.
func TestScoreCountsOnce(t *testing.T) {
	plain := tier1()
	reordered := tier1(`"1.1":2,"1.2":1`, `"1.2":1,"1.3":null,"1.1":2`)
	named := tier1(`"instrument"`, `"id":"a-1","instrument"`)
	other := tier1(`"instrument"`, `"id":"a-2","instrument"`)
	changed := tier1(`"instrument"`, `"id":"a-1","instrument"`, `"1.2":1`, `"1.2":2`)
	corrects := tier1(`"instrument"`, `"id":"a-3","supersedes":"a-1","instrument"`)
	const columns = "id,unit,unitKind,date,instrument,version,sections,1.1,1.2\n"
	for _, c := range []struct {
		why     string
		files   []string
		results int
		status  int
		says    []string // on standard error
	}{
		{"in one file", []string{plain + "\n" + plain}, 1, exitGood, []string{"mtss.notice.repeated", "line 1 again"}},
		{"in another order, with an item left open", []string{plain + "\n" + reordered}, 1, exitGood, []string{"line 1 again"}},
		{"in overlapping files", []string{plain, plain + "\n" + named}, 2, exitGood, []string{"in.ndjson, line 1 again"}},
		{"by an id", []string{named + "\n" + named}, 1, exitGood, []string{"line 1 again"}},
		{"under two ids", []string{named + "\n" + other + "\n" + plain}, 3, exitGood, nil},
		{"another content under one id", []string{plain + "\n" + named + "\n" + changed}, 2, exitBad, []string{"mtss.record.repeated", `"/id"`, "line 2 already"}},
		{"and what corrects it", []string{named + "\n" + changed + "\n" + corrects}, 1, exitBad, []string{"line 1 already"}},
		{"a correction twice", []string{named + "\n" + corrects + "\n" + corrects}, 1, exitGood, []string{"line 2 again"}},
	} {
		args := []string{"score"}
		for _, content := range c.files {
			args = append(args, write(t, "in.ndjson", content))
		}
		got := call(t, "", args...)
		equal(t, c.why+": results", c.results, len(got.results(t)))
		equal(t, c.why+": status", c.status, got.status)
		for _, text := range c.says {
			if !strings.Contains(got.err, text) {
				t.Errorf("%s: %q is not in %s", c.why, text, got.err)
			}
		}
		if c.says == nil && got.err != "" {
			t.Errorf("%s: %s", c.why, got.err)
		}
	}
	got := call(t, columns+"a-1,s-1,school,2026-01-20,tfi,2.1,tier1,2,1\na-1,s-1,school,2026-01-20,tfi,2.1,tier1,2,1\na-1,s-1,school,2026-01-20,tfi,2.1,tier1,2,2\n", "score", "-csv", "wide")
	equal(t, "a row again, and another under its id", []string{"4 /id mtss.record.repeated"}, got.found(t)[1:])
	equal(t, "one result", 1, len(got.results(t)))
	rows := func(item, score string) string {
		return "s-1,school,2026-01-20,tfi,2.1,tier1," + item + "," + score + "\n"
	}
	long := "unit,unitKind,date,instrument,version,sections,item,score\n" + rows("1.1", "2") + rows("1.2", "1")
	got = call(t, "", "score", "-csv", "long", write(t, "a.csv", long), write(t, "b.csv", long))
	equal(t, "an administration of a long file again", 1, len(got.results(t)))
}

func TestScoreAcross(t *testing.T) {
	day := func(more ...string) string { return tier1(more...) }
	walk := day(`"instrument"`, `"id":"walk","instrument"`)
	check := day(`"instrument"`, `"id":"check","instrument"`, `"1.1":2,"1.2":1`, `"1.1":1,"1.2":2`)
	later := day(`"2026-01-20"`, `"2026-05-20"`)
	got := call(t, walk+"\n"+check+"\n"+walk+"\n"+later+"\n", "score", "-across", "lowest")
	equal(t, "status", exitGood, got.status)
	equal(t, "one of each day", 2, len(got.results(t)))
	first, _, _ := strings.Cut(got.out, "\n")
	for _, text := range []string{`"earned":2,"possible":30,"unknown":26`, `"instrument.caveat.lowest"`, "2 administrations", "2.14"} {
		if !strings.Contains(first, text) {
			t.Errorf("%q is not in %s", text, first)
		}
	}
	bad := day(`"1.1":2`, `"1.1":9`)
	got = call(t, walk+"\n"+bad+"\n"+later, "score", "-across", "lowest")
	equal(t, "what is bad may have been the lowest", []string{"2 /responses/1.1 instrument.score"}, got.found(t))
	equal(t, "other days are scored", 1, len(got.results(t)))
	got = call(t, walk, "score", "-across", "lowest", "-missing", "zero")
	if !strings.Contains(got.out, `"missing":"zero"`) || !strings.Contains(got.out, "instrument.caveat.lowest") {
		t.Errorf("by another policy: %s", got)
	}
	equal(t, "another rule", exitUsage, call(t, walk, "score", "-across", "mean").status)
}

// In CSV, corrections are columns.
func TestScoreCorrectionsInCSV(t *testing.T) {
	const rows = "id,supersedes,unit,unitKind,date,instrument,version,sections,1.1\n" +
		"a-1,,s-1,school,2026-01-20,tfi,2.1,tier1,1\na-2,a-1,s-1,school,2026-01-20,tfi,2.1,tier1,2\n"
	got := call(t, "", "score", "-csv", "wide", write(t, "in.csv", rows))
	if !strings.Contains(got.out, `"administration":"a-2"`) || strings.Contains(got.out, `"administration":"a-1"`) || got.status != exitGood {
		t.Error(got)
	}
}

func TestScoreDefinitions(t *testing.T) {
	const habits, open, openCompletion = "testdata/habits.json", "testdata/open.json", "testdata/open-completion.json"
	in := read(t, "testdata/administrations.ndjson")
	record := strings.Split(in, "\n")
	huge := write(t, "huge.json", strings.Repeat(" ", 17<<20))
	mean := write(t, "mean.json", uneven(t))
	for _, c := range []struct {
		name, why string
		in        string
		args      []string
		want      []string
		scored    int
	}{
		{"two files", "each record finds its own", record[0] + "\n" + record[4], []string{"-definition", habits, "-definition", open}, nil, 2},
		{"two completions", "each finds its definition", record[4], []string{"-completion", completion, "-definition", open, "-definition", "dca@7.7", "-completion", openCompletion}, nil, 1},
		{"no such file", "nothing is scored by less than was asked for", record[0], []string{"-definition", habits, "-definition", "none.json"}, []string{"0 cli.file"}, 0},
		{"does not ship", "what ships is named", record[0], []string{"-definition", "dca@7.8"}, []string{"0 cli.definition"}, 0},
		{"a circle of subscales", "with its line, and all that is wrong", "", []string{"-definition", "testdata/faulty.json"},
			[]string{"11 /subscales/0/parent instrument.subscale.cycle", "12 /subscales/1/parent instrument.subscale.cycle", "17 /items/1/scale instrument.scale.unknown"}, 0},
		{"a mean of unlike items", "what only using it shows", record[0], []string{"-definition", mean}, []string{"21 /subscales/0/report instrument.report.mean"}, 0},
		{"no definition", "another document", "", []string{"-definition", openCompletion}, nil, 0},
		{"one twice", "which one counts, nobody can tell", "", []string{"-definition", habits, "-definition", habits}, []string{"0 cli.definition"}, 0},
		{"a shipped one twice", "", "", []string{"-definition", "dca@7.7", "-definition", "dca@7.7"}, []string{"0 cli.definition"}, 0},
		{"completion of another", "it would else do nothing, unnoticed", "", []string{"-completion", openCompletion}, []string{"4 /instrument cli.definition"}, 0},
		{"completion of a failed definition", "one problem, not two", "", []string{"-definition", "none.json", "-completion", openCompletion}, []string{"0 cli.file"}, 0},
		{"completion that is not there", "once, not for each definition", record[0], []string{"-completion", "none.json"}, []string{"0 cli.file"}, 0},
		{"two completions of one", "", "", []string{"-completion", completion, "-completion", completion}, []string{"1 instrument.completion.conflict"}, 0},
		{"completion that is none", "", "", []string{"-completion", habits}, nil, 0},
		{"endless file", "no more is read than a document may have", "", []string{"-definition", huge}, []string{"0 json.large"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.in, append([]string{"score"}, c.args...)...)
			if c.want != nil {
				equal(t, c.why, c.want, got.found(t))
			}
			if got.status != exitGood && len(got.found(t)) == 0 {
				t.Errorf("%s: status %d, and no problem", c.why, got.status)
			}
			equal(t, "results", c.scored, len(got.results(t)))
			equal(t, "status", map[bool]int{true: exitGood, false: exitBad}[c.scored > 0], got.status)
		})
	}
}

// uneven returns a definition with a mean over items whose greatest scores differ.
func uneven(t *testing.T) string {
	t.Helper()
	return strings.NewReplacer(
		`"scores": [0, 1, 2]}`, `"scores": [0, 1, 2]}, {"id": "0-3", "scores": [0, 3]}`,
		`{"id": "2", "scale": "0-2"}`, `{"id": "2", "scale": "0-3"}`,
		`"label": "meeting"`, `"report": "mean"`,
	).Replace(read(t, "testdata/habits.json"))
}

func TestScoreMissing(t *testing.T) {
	in := tier1(`"1.2":1`, `"1.2":null`)
	share := func(args ...string) string {
		t.Helper()
		got := call(t, in, append([]string{"score"}, args...)...)
		equal(t, "status", exitGood, got.status)
		_, rest, _ := strings.Cut(got.out, `"missing":"`)
		missing, rest, _ := strings.Cut(rest, `"`)
		_, rest, _ = strings.Cut(rest, `"subscales":[{"id":"tier1",`)
		_, rest, _ = strings.Cut(rest, `"earned"`)
		points, _, _ := strings.Cut(rest, `,"percent"`)
		return missing + points
	}
	equal(t, "the definition's own way", `unknown:2,"possible":30,"unknown":28`, share())
	equal(t, "exclude", `exclude:2,"possible":2,"unknown":0,"full":30`, share("-missing", "exclude"))
	equal(t, "zero", `zero:2,"possible":30,"unknown":0`, share("-missing", "zero"))
	equal(t, "prorate", `prorate 5%:2,"possible":2,"unknown":0,"full":30,"prorated":"30"`, share("-missing", "prorate 5%"))
	equal(t, "prorate with too few answers", `prorate 50%:2,"possible":30,"unknown":28`, share("-missing", "prorate 50%"))
}

// A file that cannot be read is a problem; the others are still scored, and
// each problem names its file.
func TestScoreFiles(t *testing.T) {
	first, last := write(t, "first", tier1("s-1", "first")+"\n"), write(t, "last", tier1("s-1", "last")+"\n{\n")
	folder, none := t.TempDir(), filepath.Join(t.TempDir(), "none")
	got := call(t, tier1("s-1", "stdin"), "score", first, none, folder, "-", last)
	equal(t, "results", []string{"first", "stdin", "last"}, got.results(t))
	equal(t, "problems", []string{"0 cli.file", "0 cli.file", "2 json.syntax"}, got.found(t))
	for i, name := range []string{none, folder, last} {
		if line := strings.Split(got.err, "\n")[i]; !strings.Contains(line, `"file":"`+name+`"`) {
			t.Errorf("got %s, want the file %s in it", line, name)
		}
	}
	equal(t, "status", exitBad, got.status)
}

func TestScoreCSVIsStrict(t *testing.T) {
	const head = "unit,unitKind,date,instrument,version,sections,1.1,notes\n"
	got := call(t, head+"s-1,school,2026-01-20,tfi,2.1,tier1,2,1\ns-2,school,2026-01-20,tfi,2.1,tier1,2,\n", "score", "-csv", "wide")
	equal(t, "a column that is no item is one of each row that has something in it", []string{"2 /responses/notes instrument.item.unknown"}, got.found(t))
	equal(t, "the other row", []string{"s-2"}, got.results(t))
}

// failing is an output that takes so many bytes and no more.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

// endless is an input that never ends, so that going on would hang. Each of its
// administrations is of another unit.
type endless struct{ units int }

func (e *endless) Read(p []byte) (int, error) {
	e.units++
	return copy(p, tier1(`"s-1"`, `"s-`+strconv.Itoa(e.units)+`"`)+"\n"), nil
}

func TestOutputFails(t *testing.T) {
	var problems strings.Builder
	status := run([]string{"score", "-", "-"}, streams{in: &endless{}, out: &failing{1 << 16}, err: &problems})
	got := outcome{status: status, err: problems.String()}
	equal(t, "it ends, with one problem", []string{"0 cli.problem"}, got.found(t))
	equal(t, "status", exitBad, status)
	for _, args := range [][]string{{"instruments"}, {"instruments", "-json"}, {"score"}} {
		if status := run(args, streams{in: strings.NewReader(tier1()), out: &failing{0}, err: io.Discard}); status != exitBad {
			t.Errorf("%q: status %d, want %d", args, status, exitBad)
		}
	}
}

func TestProgress(t *testing.T) {
	many := strings.Repeat("\n{", 10_000)
	got := call(t, many, "score")
	if strings.Contains(got.err, " lines") || strings.Contains(got.err, "\r") {
		t.Error("progress is shown where there is no terminal")
	}
	var w strings.Builder
	clock := time.Unix(0, 0)
	after := func(d time.Duration) func() time.Time {
		return func() time.Time {
			clock = clock.Add(d)
			return clock
		}
	}
	p := &progress{w: &w, now: after(500 * time.Millisecond)}
	p.expect([]string{write(t, "in", "12345678")})
	in := p.reading(iotest.OneByteReader(strings.NewReader("a\nb\nc\nd\n")))
	for range 4 {
		_, _ = in.Read(make([]byte, 1))
	}
	_, _ = io.WriteString(p, "a problem\n")
	_, _ = io.ReadAll(in)
	p.done()
	equal(t, "on a terminal; what is written in between has a line of its own",
		"\r1 lines, 37 %, 2s left \na problem\n\r2 lines, 62 %, 1s left \r3 lines, 87 %, 0s left \r4 lines, 100 %, 0s left \n", w.String())

	w.Reset()
	p = &progress{w: &w, now: after(time.Second)}
	p.expect([]string{"-"})
	_, _ = io.ReadAll(p.reading(iotest.OneByteReader(strings.NewReader("a\n"))))
	equal(t, "of what has no size nobody knows how much is left", "\r1 lines\r1 lines", w.String())

	w.Reset()
	p = &progress{w: &w, now: after(time.Millisecond)}
	_, _ = io.ReadAll(p.reading(strings.NewReader("a\nb\n")))
	p.done()
	equal(t, "short work shows nothing", "", w.String())
}

func TestIsTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	for _, c := range []struct {
		name string
		w    io.Writer
		want bool
	}{
		{"a buffer", &strings.Builder{}, false},
		{"a file", file, false},
		{"a character device, as terminals are", null, true},
		{"a closed file", (*os.File)(nil), false},
	} {
		if got := isTerminal(c.w); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// However many workers there are, both outputs and the status are those of one, on
// lines that are good, bad, there twice, of several instruments and corrected late.
func TestScoreWorkers(t *testing.T) {
	hostile := []string{
		tier1(), tier1(`"2.1"`, `"3.0"`), tier1(`"1.1":2`, `"1.1":9`), tier1(`"tfi"`, `"tfx"`), tier1(`"date"`, `"Date"`), "{", "", " ", "\ufeff" + tier1(), tier1() + "\r",
		tier1("s-1", strings.Repeat("x", 2<<20)), tier1(`"s-1"`, `"é"`), tier1(`,"responses"`, ` , "responses"`), tier1(`"instrument"`, `"id":"a","instrument"`), tier1(`"instrument"`, `"id":"a","instrument"`, `"1.2":1`, `"1.2":2`),
		tier1(`"instrument"`, `"id":"b","voids":"a","instrument"`), tier1("s-1", "s-\xff"), tier1(`"kind":"administration"`, `"kind":"other"`),
	}
	var in strings.Builder
	for i := range 400 {
		in.WriteString(strings.ReplaceAll(hostile[i*i%len(hostile)], "s-1", "s-"+strconv.Itoa(i%300)) + "\n")
	}
	in.WriteString(tier1()[:50])
	file := filepath.Join(t.TempDir(), "in.ndjson") // which is looked through for corrections
	if err := os.WriteFile(file, []byte(in.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"score"}, {"score", file}, {"score", file, file}, {"score", "-text"}, {"score", "-format", "csv"}, {"score", "-missing", "zero"}, {"score", "-across", "lowest"}, {"score", "-across", "lowest", file}} {
		want := call(t, in.String(), args...)
		if len(want.err) == 0 || len(want.out) == 0 {
			t.Fatalf("%q: want results and problems", args)
		}
		for _, n := range []string{"2", "3", "16"} {
			if got := call(t, in.String(), append([]string{"score", "-workers", n}, args[1:]...)...); got != want {
				t.Errorf("%q with %s workers: %d bytes and status %d, %d and %d with one", args, n, len(got.out), got.status, len(want.out), want.status)
			}
		}
	}
	const columns = "unit,unitKind,date,instrument,version,sections,1.1\n"
	rows := columns + "s-1,school,2026-01-20,tfi,2.1,tier1,2\ns-2,school,2026-01-20,tfi,2.1,tier1,9\n"
	if one, two := call(t, rows, "score", "-csv", "wide"), call(t, rows, "score", "-csv", "wide", "-workers", "2"); one != two {
		t.Errorf("of CSV: %v, %v with one", two, one)
	}
	for _, n := range []string{"0", "-1", "257", "x"} {
		equal(t, n+" workers", exitUsage, call(t, tier1(), "score", "-workers", n).status)
	}
	var problems strings.Builder
	status := run([]string{"score", "-workers", "2", "-", "-"}, streams{in: &endless{}, out: &failing{1 << 16}, err: &problems})
	equal(t, "an output that takes no more ends it, with one problem", []string{"0 cli.problem"}, outcome{status: status, err: problems.String()}.found(t))
}
