package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/openmtss/mtss-go/schema"
)

// schemaForm writes the form of one instrument's administration, its definition
// completed and its texts merged in: labels stay in the file that holds them.
func schemaForm(args []string, io streams) int {
	set := flags("schema form", io)
	dir := set.String("o", "", "the folder to write to")
	labelsFile := set.String("labels", "", "a `FILE` of labels in the form's language")
	var names named
	set.Var(&names.completions, "completion", "a completion `FILE` for a definition that lacks facts")
	set.format("json", "text")
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *dir == "" || set.NArg() != 1 {
		return set.slip("want -o DIR and one definition")
	}
	names.definitions = list{set.Arg(0)}
	report := &reporter{w: io.err, text: set.form() == "text"}
	scorers, ok := loadScorers(names, report)
	if !ok {
		return exitBad
	}
	var labels schema.Labels
	if *labelsFile != "" {
		data, err := readFile(*labelsFile)
		if err == nil {
			labels, err = schema.DecodeLabels(data)
		}
		if err != nil {
			report.document(*labelsFile, data, err)
			return exitBad
		}
	}
	for ref, scorer := range scorers { // there is one
		forms, err := schema.Form(scorer.Definition(), labels)
		if err == nil {
			name := filepath.Join(*dir, ref.ID+"-"+ref.Version)
			err = errors.Join(os.MkdirAll(*dir, 0o755), os.WriteFile(name+".schema.json", forms.Schema, 0o644), os.WriteFile(name+".ui.json", forms.UI, 0o644))
		}
		if err != nil {
			report.report(set.Arg(0), 0, err)
		}
	}
	return report.status()
}
