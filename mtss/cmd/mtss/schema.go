package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/scoring"
	"github.com/openmtss/mtss-go/schema"
)

// schemaList writes the names of the schemas.
func schemaList(args []string, io streams) int {
	set := flags("schema list", io)
	if status, ok := set.parse(args); !ok {
		return status
	}
	if set.NArg() > 0 {
		return set.slip("takes no arguments")
	}
	fmt.Fprintln(io.out, strings.Join(schema.Names(), "\n"))
	return exitGood
}

func schemaPrint(args []string, io streams) int {
	set := flags("schema print", io)
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	text, ok := schema.Get(name)
	if !ok {
		return set.slip(unknown("schema", name, schema.Names()))
	}
	fmt.Fprint(set.io.out, text)
	return exitGood
}

// writing is how schemas are written.
type writing struct{ draft, bundle, ui, base string }

func schemaWrite(args []string, io streams) int {
	set := flags("schema write", io)
	dir := set.String("o", "", "the folder to write to")
	var w writing
	set.StringVar(&w.draft, "draft", "2020-12", "2020-12 or 07")
	set.StringVar(&w.bundle, "bundle", "file", "file: definitions inside each file; deref: no references, as far as possible")
	set.StringVar(&w.ui, "ui", "", "rjsf: write UI schemas as well")
	set.StringVar(&w.base, "id-base", "", "what every $id begins with")
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *dir == "" || set.NArg() > 0 || w.draft != "2020-12" && w.draft != "07" || w.bundle != "file" && w.bundle != "deref" || w.ui != "" && w.ui != "rjsf" {
		return set.slip("want -o DIR, and of -draft, -bundle and -ui what they can be")
	}
	for _, name := range schema.Names() {
		if err := w.write(*dir, name); err != nil {
			fmt.Fprintf(io.err, "mtss schema: %s\n", err)
			return exitBad
		}
	}
	return exitGood
}

func (w writing) write(dir, name string) error {
	text, _ := schema.Get(name)
	if w.base != "" {
		text = schema.WithBase(text, w.base)
	}
	data, err := []byte(text), os.MkdirAll(dir, 0o755)
	if err == nil && w.bundle == "deref" {
		data, err = schema.Dereferenced(text)
	}
	if err == nil && w.draft == "07" {
		data, err = schema.Draft07(string(data))
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".schema.json"), data, 0o644)
	}
	if err != nil || w.ui == "" {
		return err
	}
	if data, err = schema.UI(text); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name+".ui.json"), data, 0o644)
}

// schemaExplain tells what is at a path such as "administration.unit.kind".
func schemaExplain(args []string, io streams) int {
	set := flags("schema explain", io)
	set.output()
	path, status, ok := set.argument(args)
	if !ok {
		return status
	}
	if name, _, _ := strings.Cut(path, "."); !slices.Contains(schema.Names(), name) {
		return set.slip(unknown("schema", name, schema.Names()))
	}
	lines, err := schema.Explain(path)
	if err != nil {
		fmt.Fprintf(io.err, "mtss schema: %v\n", err)
		return exitUsage
	}
	fmt.Fprintln(io.out, strings.Join(lines, "\n"))
	return exitGood
}

// schemaForm writes the form of one instrument's administration, its definition
// completed and its texts merged in: labels stay in the file that holds them.
func schemaForm(args []string, io streams) int {
	set := flags("schema form", io)
	dir := set.String("o", "", "the folder to write to")
	labelsFile := set.String("labels", "", "a `FILE` of labels in the form's language")
	var names scoring.Names
	set.Var((*list)(&names.Completions), "completion", "a completion `FILE` for a definition that lacks facts")
	set.format("json", "text")
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *dir == "" || set.NArg() != 1 {
		return set.slip("want -o DIR and one definition")
	}
	names.Definitions = set.Args()
	report := &reporter{w: io.err, text: set.form() == "text"}
	scorers, ok := loadScorers(names, report)
	var labels schema.Labels
	if !ok || *labelsFile != "" && !load(report, *labelsFile, &labels, schema.DecodeLabels) {
		return exitBad
	}
	for ref, scorer := range scorers { // there is one
		forms, err := schema.Form(scorer.Definition(), labels)
		if err == nil {
			name := filepath.Join(*dir, ref.ID+"-"+ref.Version)
			err = errors.Join(os.MkdirAll(*dir, 0o755), os.WriteFile(name+".schema.json", forms.Schema, 0o644), os.WriteFile(name+".ui.json", forms.UI, 0o644))
		}
		report.report(set.Arg(0), 0, err)
	}
	return report.status()
}
