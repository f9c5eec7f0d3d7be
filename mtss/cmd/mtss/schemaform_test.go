package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSchemaForm(t *testing.T) {
	labels := write(t, "labels.json", `{"kind":"labels","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"language":"es","items":{"1":"Primero"},"groups":{"leadership":"Quiénes"}}`)
	contact := write(t, "contact.json", `{"kind":"labels","schemaVersion":1,"document":"contact","language":"es","fields":{"date":"Fecha"}}`)
	bare := write(t, "bare.json", `{"kind":"definition","schemaVersion":1,"id":"bare","version":"1","title":"Bare","scales":[],"items":[],"total":"none","facts":[{"id":"f","covers":["/total"],"says":"made up","provenance":"unconfirmed","source":{"title":"made up"}}],"lacks":[{"of":"items","says":"made up"},{"of":"scales","says":"made up"}]}`)
	for _, c := range []struct {
		name, why string
		args      []string
		status    int
		problems  []string
		holds     string // in each of the three
	}{
		{"one that ships", "", []string{"ecboq@2.0"}, exitGood, nil, "responses"},
		{"completed and labelled", "the texts are merged in", []string{"-completion", completion, "-labels", labels, "dca@7.7"}, exitGood, nil, "Quiénes"},
		{"of a kind of document", "its members have the host's names", []string{"-labels", contact, "contact"}, exitGood, nil, "date"},
		{"labels of another kind", "", []string{"-labels", contact, "hexagon"}, exitBad, []string{"0 /document schema.form.labels"}, ""},
		{"days", "the form takes no later one", []string{"-from", "2025-08-01", "-until", "2026-01-20", "ecboq@2.0"}, exitGood, nil, "responses"},
		{"labels of another", "", []string{"-labels", labels, "ecboq@2.0"}, exitBad, []string{"0 /instrument schema.form.labels"}, ""},
		{"labels that are none", "", []string{"-labels", completion, "dca@7.7"}, exitBad, nil, ""},
		{"without items", "", []string{bare}, exitBad, []string{"0 /items schema.form.items"}, ""},
		{"nobody's", "", []string{"x@1"}, exitBad, []string{"0 cli.definition"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			got := call(t, "", append([]string{"schema", "form", "-o", dir}, c.args...)...)
			equal(t, "status", c.status, got.status)
			if c.problems != nil {
				equal(t, c.why, c.problems, got.found(t))
			}
			files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
			if c.status != exitGood {
				equal(t, "nothing is written", 0, len(files))
				return
			}
			equal(t, "files", 3, len(files))
			for _, name := range files {
				data, err := os.ReadFile(name)
				if err != nil || !strings.Contains(string(data), c.holds) && (c.holds != "Quiénes" || !strings.HasSuffix(name, ".schema.json")) {
					t.Errorf("%s: %v, %q", name, err, c.holds)
				}
			}
		})
	}
	equal(t, "nowhere to write", exitUsage, call(t, "", "schema", "form", "ecboq@2.0").status)
	equal(t, "nothing to write", exitUsage, call(t, "", "schema", "form", "-o", t.TempDir()).status)
}
