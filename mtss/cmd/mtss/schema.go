package main

import (
	"cmp"
	"os"
	"path/filepath"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
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
		for _, name := range schema.Names() {
			forms, err := schema.Variant(name, *draft, *bundle == "deref", *base)
			if *ui == "" {
				forms.UI = nil
			}
			if c.report(*dir, 0, writeForms(err, filepath.Join(*dir, name), forms)) != nil {
				return errTold
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

// writeForms writes a schema and its UI schema, if there is one, to a folder that is made
// where it is not there, unless making them failed.
func writeForms(err error, name string, forms schema.Forms) error {
	err = cmp.Or(err, os.MkdirAll(filepath.Dir(name), 0o755))
	if err == nil {
		err = os.WriteFile(name+".schema.json", forms.Schema, 0o644)
	}
	if err == nil && forms.UI != nil {
		err = os.WriteFile(name+".ui.json", forms.UI, 0o644)
	}
	return err
}

// schemaExplain tells what is at a path such as "administration.unit.kind".
func schemaExplain(c *invocation) func() error {
	return func() error {
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
			c.report(c.Arg(0), 0, writeForms(err, filepath.Join(*dir, ref.ID+"-"+ref.Version), forms))
		}
		return nil
	}
}

// definitionTemplate writes the completion to fill in; in prose, it says what is
// lacking, and where it is filled in.
func definitionTemplate(c *invocation) func() error {
	return func() error {
		d, problems := scoring.LoadDefinition(c.Arg(0), readFile)
		switch err := c.tell(problems...); {
		case err != nil:
			return err
		case len(d.Lacks) == 0:
			return c.report(c.Arg(0), 0, mtss.Issuef("", instrument.CodeCompletionEmpty, "%s lacks nothing, so there is nothing to fill in", d.Ref()))
		case c.form() == "json":
			return c.say(string(instrument.TemplateDocument(d)))
		}
		return c.say(prose(instrument.TemplateLines(d)...))
	}
}

// instruments lists what ships, and what of it is confirmed.
func instruments(c *invocation) func() error {
	return func() error {
		if c.form() == "text" {
			return c.say(prose(scoring.Inventory()...))
		}
		for _, d := range scoring.Shipped() {
			if err := c.put(scoring.Describe(d)); err != nil {
				return err
			}
		}
		return nil
	}
}
