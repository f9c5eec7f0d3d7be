package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/scoring"
	"github.com/openmtss/mtss-go/schema"
)

// schemaList writes the names of the schemas.
func schemaList(c *invocation) func() error {
	return func() error { return c.put(schema.Names(), schema.Names()...) }
}

func schemaPrint(c *invocation) func() error {
	return func() error {
		text, ok := schema.Get(c.Arg(0))
		if !ok {
			return slip(unknown("schema", c.Arg(0), schema.Names()))
		}
		return c.say(text)
	}
}

// schemaWrite writes all schemas, in the form that is asked for.
func schemaWrite(c *invocation) func() error {
	dir := folderFlag(c)
	draft := c.word("draft", "the draft of JSON Schema; 2020-12 if not given", "2020-12", "07")
	bundle := c.word("bundle", "file, with definitions inside each file, if not given; or deref, without references as far as possible", "file", "deref")
	ui := c.word("ui", "write UI schemas as well", "rjsf")
	base := c.String("id-base", "", "the `URI` that every $id begins with")
	return func() error {
		variant := func(text string) (data []byte, err error) {
			if *base != "" {
				text = schema.WithBase(text, *base)
			}
			data = []byte(text)
			if *bundle == "deref" {
				data, err = schema.Dereferenced(text)
			}
			if err == nil && *draft == "07" {
				data, err = schema.Draft07(string(data))
			}
			return data, err
		}
		for _, name := range schema.Names() {
			text, _ := schema.Get(name)
			data, err := variant(text)
			err = writeFile(err, *dir, name+".schema.json", data)
			if err == nil && *ui != "" {
				data, err = schema.UI(text)
				err = writeFile(err, *dir, name+".ui.json", data)
			}
			if err != nil {
				return c.report(*dir, 0, err)
			}
		}
		return nil
	}
}

// folderFlag has a command write to a folder.
func folderFlag(c *invocation) *string {
	c.need("o")
	return c.String("o", "", "the folder `DIR` to write to")
}

// writeFile writes a file of a folder, which is made where it is not there, unless making
// its content failed.
func writeFile(err error, dir, name string, data []byte) error {
	if err == nil {
		err = os.MkdirAll(dir, 0o755)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
	}
	return err
}

// schemaExplain tells what is at a path such as "administration.unit.kind".
func schemaExplain(c *invocation) func() error {
	return func() error {
		if name, _, _ := strings.Cut(c.Arg(0), "."); !slices.Contains(schema.Names(), name) {
			return slip(unknown("schema", name, schema.Names()))
		}
		lines, err := schema.Explain(c.Arg(0))
		if err != nil {
			return slip(err.Error())
		}
		return c.put(lines, lines...)
	}
}

// schemaForm writes the form of one instrument's administration, its definition
// completed and its texts merged in: labels stay in the file that holds them.
func schemaForm(c *invocation) func() error {
	dir := folderFlag(c)
	labelsFile := c.String("labels", "", "a `FILE` of labels in the form's language")
	var names scoring.Names
	completionFlag(c, &names)
	return func() error {
		names.Definitions = c.Args()
		scorers, err := loadScorers(c, names)
		var labels schema.Labels
		if err == nil && *labelsFile != "" {
			err = load(c.reporter, *labelsFile, &labels, schema.DecodeLabels)
		}
		if err != nil {
			return err
		}
		for ref, scorer := range scorers { // there is one
			forms, err := schema.Form(scorer.Definition(), labels)
			err = writeFile(err, *dir, ref.ID+"-"+ref.Version+".schema.json", forms.Schema)
			err = writeFile(err, *dir, ref.ID+"-"+ref.Version+".ui.json", forms.UI)
			c.report(c.Arg(0), 0, err)
		}
		return nil
	}
}
