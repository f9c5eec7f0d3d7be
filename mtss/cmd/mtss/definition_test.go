package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

func dayOf(t *testing.T, text string) mtss.Date {
	t.Helper()
	d, err := mtss.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDefinitionTemplate(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
	}{
		{"template-dca", []string{"definition", "template", "dca@7.7"}},
		{"template-dca-text", []string{"definition", "template", "-text", "dca@7.7"}},
		{"template-own", []string{"definition", "template", "testdata/open.json"}},
		{"template-nothing", []string{"definition", "-text", "template", "tfi@3.0"}},
	} {
		golden(t, c.name, "$ mtss "+strings.Join(c.args, " ")+"\n"+call(t, "", c.args...).String())
	}
}

// The template of every definition that lacks something is valid JSON, and is
// refused at every place that is to be filled in, and nowhere else.
func TestTemplatesOfWhatShips(t *testing.T) {
	lacking := 0
	for _, d := range scoring.Shipped() {
		if len(d.Lacks) == 0 {
			continue
		}
		lacking++
		got := call(t, "", "definition", "template", d.Ref().String())
		var members map[string]any
		if err := json.Unmarshal([]byte(got.out), &members); err != nil {
			t.Fatalf("%s: %v", d.Ref(), err)
		}
		want, err := json.Marshal(instrument.Template(d))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, d.Ref().String()+" as the library writes it", string(want), compact(t, got.out))
		checked := call(t, got.out, "check", "completion")
		equal(t, "status", exitBad, checked.status)
		for _, lack := range d.Lacks {
			member := map[instrument.LackOf]string{instrument.LackScales: "/scales/0"}[lack.Of]
			if member == "" {
				member = "/" + string(lack.Of)
			}
			if !strings.Contains(checked.err, `"path":"`+member) {
				t.Errorf("%s lacks its %s, and nothing says so: %s", d.Ref(), lack.Of, checked.err)
			}
		}
		for _, member := range []string{"/name", "/provenance", "/source/title"} {
			if !strings.Contains(checked.err, `"path":"`+member+`"`) {
				t.Errorf("%s: %s need not be filled in", d.Ref(), member)
			}
		}
	}
	if lacking < 4 {
		t.Errorf("%d definitions lack something", lacking)
	}
}

func compact(t *testing.T, text string) string {
	t.Helper()
	var out strings.Builder
	var raw json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(raw)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(data)
	return out.String()
}

// Filled in, the template of the DCA passes and leaves nothing lacking; in
// part, what is still lacking is told, and is no problem.
func TestFilledInTemplate(t *testing.T) {
	template := call(t, "", "definition", "template", "dca@7.7").out
	head := []string{`"name": ""`, `"name": "ours"`, "confirmed if you read it in the instrument, else unconfirmed", "confirmed", `"title": ""`, `"title": "our copy"`}
	items := []string{"[\n    {\n      \"id\": \"\",\n      \"scale\": \"0-2\"\n    }\n  ]", "[]"}
	subscales := []string{`"id": "",` + "\n" + `      "items": ["1",`, `"id": "all",` + "\n" + `      "items": ["1",`}
	total := []string{"points or mean", "points"}
	without := func(member string) []string {
		start := strings.Index(template, `  "`+member+`"`)
		rest := template[start:]
		if member == "total" {
			return []string{",\n" + strings.TrimSuffix(rest, "\n}\n"), ""}
		}
		end := strings.Index(rest, "\n  ],\n") + len("\n  ],\n")
		return []string{rest[:end], ""}
	}
	for _, c := range []struct {
		name string
		fill [][]string
		want []string
	}{
		{"all of it", [][]string{head, items, subscales, total}, nil},
		{"without the total", [][]string{head, items, subscales, without("total")}, []string{"total"}},
		{"only the subscales", [][]string{head, without("items"), subscales, without("total")}, []string{"items", "total"}},
		{"only how many items", [][]string{head, items, without("subscales"), without("total")}, []string{"subscales", "total"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			filled := template
			for _, pairs := range c.fill {
				filled = strings.NewReplacer(pairs...).Replace(filled)
			}
			got := call(t, filled, "check", "completion")
			equal(t, "problems", []string(nil), got.found(t))
			equal(t, "status", exitGood, got.status)
			var lacks []string
			for line := range strings.Lines(got.out) {
				var l instrument.Remark
				if err := json.Unmarshal([]byte(line), &l); err != nil || l.Message == "" || l.FillIn == "" || l.File != "-" || l.Instrument.ID != "dca" {
					t.Fatalf("%q: %v", line, err)
				}
				lacks = append(lacks, string(l.Lacks))
			}
			equal(t, "still lacking", c.want, lacks)
			prose := call(t, filled, "check", "-text", "completion").out
			for _, part := range c.want {
				if !strings.Contains(prose, "-: dca@7.7 still lacks its "+part+": ") {
					t.Errorf("prose does not say that %s is lacking: %q", part, prose)
				}
			}
		})
	}
}

func TestDefinitionUsage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want int
	}{
		{"no word", []string{"definition"}, exitUsage},
		{"another word", []string{"definition", "dca@7.7"}, exitUsage},
		{"no definition", []string{"definition", "template"}, exitUsage},
		{"two definitions", []string{"definition", "template", "dca@7.7", "boq@1"}, exitUsage},
		{"unknown flag", []string{"definition", "-x"}, exitUsage},
		{"unknown flag behind the word", []string{"definition", "template", "-x"}, exitUsage},
		{"no such file", []string{"definition", "template", "none.json"}, exitBad},
		{"a version that does not ship", []string{"definition", "template", "dca@8"}, exitBad},
	} {
		got := call(t, "", c.args...)
		equal(t, c.name, c.want, got.status)
		if got.err == "" || got.out != "" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// broken is an output that takes nothing.
type broken struct{}

func (broken) Write([]byte) (int, error) {
	return 0, mtss.Issue{Code: scoring.CodeProblem, Message: "full"}
}

func TestOutputThatFails(t *testing.T) {
	template := call(t, "", "definition", "template", "dca@7.7").out
	part := strings.NewReplacer(`"name": ""`, `"name": "ours"`, "confirmed if you read it in the instrument, else unconfirmed", "confirmed", `"title": ""`, `"title": "our copy"`,
		"[\n    {\n      \"id\": \"\",\n      \"scale\": \"0-2\"\n    }\n  ]", "[]", `"id": ""`, `"id": "all"`, ",\n  \"total\": \"points or mean\"", "").Replace(template)
	for _, c := range []struct {
		in   string
		args []string
	}{
		{"", []string{"definition", "template", "dca@7.7"}},
		{part, []string{"check", "completion"}},
		{stored(t, tier1()), []string{"verify", "-input", write(t, "in.ndjson", tier1())}},
	} {
		var problems strings.Builder
		status := run(c.args, streams{in: strings.NewReader(c.in), out: broken{}, err: &problems})
		equal(t, strings.Join(c.args, " "), exitBad, status)
		equal(t, "problem", []string{"0 cli.problem"}, outcome{err: problems.String()}.found(t))
	}
}

// The file that the guide shows is one that passes, and the guide prints what
// the command says of it.
func TestGuideToConfirmTheDCA(t *testing.T) {
	guide := read(t, "../../../docs/confirm-the-dca.md")
	block := func(language string) string {
		_, rest, _ := strings.Cut(guide, "```"+language+"\n")
		text, _, ok := strings.Cut(rest, "```")
		if !ok {
			t.Fatalf("the guide has no block of %s", language)
		}
		return text
	}
	got := call(t, block("json"), "check", "completion", "-text")
	equal(t, "what is still lacking", outcome{exitGood, mtss.Wrap(strings.Replace(block("text"), "our-dca.json", "-", 1), textWidth), ""}.String(), got.String())
	for line := range strings.Lines(guide) {
		command, ok := strings.CutPrefix(line, "    mtss ")
		if found, _ := find(strings.Fields(command)); ok && len(found) != 1 {
			t.Errorf("the guide calls mtss %s", command)
		}
	}
}

// An item in two subscales is told, and is no problem.
func TestItemInTwoSubscales(t *testing.T) {
	const head = `{"kind":"completion","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"name":"ours","provenance":"unconfirmed","source":{"title":"made up"},"items":[],"total":"points","subscales":`
	rest := func(from, to int) string {
		var ids []string
		for i := from; i <= to; i++ {
			ids = append(ids, strconv.Quote(strconv.Itoa(i)))
		}
		return strings.Join(ids, ",")
	}
	for _, c := range []struct {
		name, subscales string
		want            []string
	}{
		{"apart", `[{"id":"a","items":[` + rest(1, 10) + `]},{"id":"b","items":[` + rest(11, 27) + `]}]}`, nil},
		{"in two", `[{"id":"a","items":[` + rest(1, 10) + `]},{"id":"b","items":[` + rest(10, 27) + `]}]}`, []string{"item 10 is in a and in b, so its points count in both; look whether your copy has it so"}},
		{"inside", `[{"id":"a","items":[` + rest(1, 10) + `]},{"id":"b","items":[` + rest(11, 27) + `]},{"id":"c","parent":"a","items":["10"]}]}`, []string{"item 10 is in a and in c, one of which is inside the other: list it once, in the inner one"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, head+c.subscales, "check", "completion")
			equal(t, "status", exitGood, got.status)
			var told []string
			for line := range strings.Lines(got.out) {
				var s instrument.Remark
				if err := json.Unmarshal([]byte(line), &s); err != nil || s.Item != "10" || len(s.Subscales) != 2 {
					t.Fatalf("%q: %v", line, err)
				}
				told = append(told, s.Message)
			}
			equal(t, "told", c.want, told)
			for i := range c.want {
				c.want[i] = "-: " + c.want[i]
			}
			equal(t, "as prose", mtss.Wrap(strings.Join(c.want, "\n"), textWidth), strings.TrimSuffix(call(t, head+c.subscales, "check", "completion", "-text").out, "\n"))
		})
	}
}
