package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// definitionTemplate writes the completion to fill in; in prose, it says what is
// lacking, and where it is filled in.
func definitionTemplate(args []string, io streams) int {
	set := flags("definition template", io)
	set.format("json", "text")
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	report := &reporter{w: io.err, text: set.form() == "text"}
	l := loader{report: report, by: map[instrument.Ref]*loaded{}}
	if l.definition(name); l.failed {
		return exitBad
	}
	d := l.all[0].definition
	if len(d.Lacks) == 0 {
		report.report(name, 0, mtss.Issuef("", instrument.CodeCompletionEmpty, "%s lacks nothing, so there is nothing to fill in", d.Ref()))
		return exitBad
	}
	out := template(d)
	if set.form() == "text" {
		out = templateText(d)
	}
	_, err := io.out.Write(out)
	return written(io, err)
}

// template returns the completion to fill in as a document, a short list on
// one line so that it is easy to cut up.
func template(d instrument.Definition) []byte {
	data, err := json.Marshal(instrument.Template(d))
	var out bytes.Buffer
	if err != nil || json.Indent(&out, data, "", "  ") != nil {
		return nil // a template always marshals
	}
	lines := strings.Split(out.String(), "\n")
	kept := lines[:0]
	for _, line := range lines {
		last := len(kept) - 1
		word := strings.TrimSpace(line)
		inList := last >= 0 && openList(kept[last]) && !strings.HasSuffix(word, "{")
		if inList {
			if !strings.HasPrefix(word, "]") && !strings.HasSuffix(kept[last], "[") {
				word = " " + word
			}
			kept[last] += word
			continue
		}
		kept = append(kept, line)
	}
	return []byte(strings.Join(kept, "\n") + "\n")
}

// openList reports whether a line begins a list of words and does not end it.
func openList(line string) bool {
	return strings.Count(line, "[") > strings.Count(line, "]")
}

// templateText says what is lacking and which members of the completion supply it.
func templateText(d instrument.Definition) []byte {
	lines := []string{d.Ref().String() + " lacks:"}
	for _, lack := range d.Lacks {
		lines = append(lines, "  "+string(lack.Of)+": "+lack.Says, "    fill in "+fillIn(lack.Of))
	}
	lines = append(lines, "and of the completion itself:", "  name: whose it is; provenance: confirmed if it was read in the instrument, else unconfirmed; source: which copy was read")
	return []byte(prose(lines...))
}

// fillIn says how a completion supplies a part.
func fillIn(part instrument.LackOf) string {
	switch part {
	case instrument.LackItems:
		return "items: one for each item beyond those that are known, or [] if there are no more"
	case instrument.LackScales:
		return "scales: the scores that items may have; itemScales: which items have which"
	case instrument.LackSections:
		return "sections: each part that may be administered alone, with its items"
	case instrument.LackSubscales:
		return "subscales: each with an id and its items"
	}
	return "total: points if all points are pooled, mean if it is the mean of the subscales' shares, none if there is none and no criterion asks for it"
}

// lacking is one line of what a completion leaves open.
type lacking struct {
	File       string            `json:"file"`
	Instrument instrument.Ref    `json:"instrument"`
	Lacks      instrument.LackOf `json:"lacks"`
	Message    string            `json:"message"`
	FillIn     string            `json:"fillIn"`
}

// stillLacking writes what a definition lacks after its completion, a line each.
func stillLacking(w io.Writer, text bool, name string, d instrument.Definition) error {
	for _, lack := range d.Lacks {
		line := lacking{File: name, Instrument: d.Ref(), Lacks: lack.Of, Message: lack.Says, FillIn: fillIn(lack.Of)}
		data, err := json.Marshal(line)
		if text {
			data = fmt.Appendf(nil, "%s: %s still lacks its %s: %s; fill in %s", name, d.Ref(), lack.Of, lack.Says, line.FillIn)
		}
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\n", data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// shared is one line about an item that is in two subscales.
type shared struct {
	File       string         `json:"file"`
	Instrument instrument.Ref `json:"instrument"`
	instrument.SharedItem
}

func writeShared(w io.Writer, text bool, name string, d instrument.Definition) error {
	for _, one := range d.SharedItems() {
		data, err := json.Marshal(shared{name, d.Ref(), one})
		if text {
			data = []byte(name + ": " + one.Message)
		}
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\n", data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkCompletions checks each input as a completion of the definition that it
// is for, where that ships, and writes what is still missing then. What is
// missing is not a problem: a definition may be completed in part.
func checkCompletions(out io.Writer, report *reporter) func(name string, in io.Reader) {
	return func(name string, in io.Reader) {
		data, err := readDocument(in)
		var completed instrument.Definition
		if err == nil {
			completed, err = completedBy(data)
		}
		report.document(name, data, err)
		if err == nil {
			report.report("-", 0, writeShared(out, report.text, name, completed))
			report.report("-", 0, stillLacking(out, report.text, name, completed))
		}
	}
}

// completedBy returns the shipped definition that a completion is for, completed.
func completedBy(data []byte) (instrument.Definition, error) {
	c, err := instrument.DecodeCompletion(data)
	if err != nil {
		return instrument.Definition{}, err
	}
	all := shipped()
	i := slices.IndexFunc(all, func(d instrument.Definition) bool { return d.Ref() == c.Instrument })
	if i < 0 {
		return instrument.Definition{}, mtss.Issuef("/instrument", engine.CodeDefinition, "completes %s, and no definition of it ships", c.Instrument.String())
	}
	completed, err := instrument.Complete(all[i], c)
	if err == nil {
		_, err = instrument.Compile(completed)
	}
	return completed, err
}
