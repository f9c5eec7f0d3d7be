package main

import (
	"cmp"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
	"github.com/openmtss/mtss-go/stages"
)

// writeReport puts documents together into profiles; what is wrong with some is told.
func writeReport(c *invocation) func() error {
	o := profile.Options{MadeBy: libraryVersion()}
	on := c.day("on", "the day, a `DATE` such as 2026-01-20; the latest day in the documents if not given")
	known := c.day("known", "the `DATE` as of which to tell it: what was recorded later is left out; nothing is if not given")
	var units []mtss.Unit
	repeat(c, &units, "unit", "the unit, `KIND/ID`; the single one at the top of the documents if not given; several are compared", profile.ParseUnit)
	return func() error {
		form := c.form()
		c.text = form == "text"
		switch {
		case c.out.given != "" && len(c.chosen) == 0 && formOf(c.out.given) != form:
			return slip("-o: want a FILE.html for a page, a FILE.txt for its text, a FILE.csv for a table or a FILE.json for a document, or else -format")
		case len(units) > 1 && form == "json":
			return slip("a document is of one unit: want one -unit, or -format html")
		case len(units) == 0:
			units = []mtss.Unit{{}}
		}
		d, name := gather(c, c.Args()), strings.Join(c.Args(), " ")
		if c.out.drop = c.bad && d.Latest().IsZero(); c.out.drop { // what nobody could read says no day and no unit
			return errTold
		}
		var all []profile.Profile
		for _, o.Unit = range units {
			o.On, o.KnownOn = *on, *known
			p, err := profile.Of(d, o)
			c.report(name, 0, err)
			if c.out.drop = c.out.drop || p.Unit.ID == ""; c.out.drop || slices.ContainsFunc(all, func(q profile.Profile) bool { return q.Unit == p.Unit }) {
				continue
			}
			all = append(all, p)
			for _, n := range p.Unused() {
				c.tell(scoring.NoticeOf(name, 0, n))
			}
		}
		if unused := d.Unused(); c.out.drop && len(unused) > 0 { // which may be why
			c.tell(scoring.NoticeOf(name, 0, mtss.Noticef(profile.NoticeUnused, "files are neither .json nor .ndjson, nor a table with a layout of its name beside it: %s", strings.Join(unused, ", "))))
		}
		if c.out.drop {
			return errTold
		}
		return writeProfiles(c, form, d.Words(), all)
	}
}

// writeProfiles writes profiles in a form.
func writeProfiles(c *invocation, form string, words profile.Words, profiles []profile.Profile) error {
	switch form {
	case "html":
		return page.Write(c.out, words, profiles...)
	case "text":
		return page.Text(c.out, words, profiles...)
	case "json":
		return c.put(profiles[0])
	}
	rows, err := sheet.Profile(profiles...)
	return cmp.Or(err, sheet.Write(c.out, rows))
}

// gather reads the documents of folders and files.
func gather(c *invocation, names []string) (d profile.Documents) {
	for _, name := range names {
		if isFolder(name) {
			part, err := profile.Read(os.DirFS(name))
			c.tell(scoring.FileProblems(name, err)...)
			d.Join(part.In(name))
			continue
		}
		c.inputs([]string{name}, func(name string, in io.Reader) { c.tell(scoring.FileProblems("", d.Read(name, in))...) })
	}
	return d
}

// stage finds the stage of every unit and innovation in evidence documents.
func stage(c *invocation) func() error {
	model := c.String("model", "nirn", "a stage model, a `FILE|ID`; nirn and keyActions ship")
	on := c.day("on", "the day of assessment, a `DATE` such as 2026-01-20; the day of the latest evidence if not given")
	return func() error {
		assessor, data, err := stages.Load(*model, readFile)
		if err := c.document(*model, data, err); err != nil {
			return err
		}
		c.inputs(c.Args(), func(name string, in io.Reader) {
			data, err := records.ReadDocument(in)
			var stated evidence.Statements
			if err == nil {
				stated, err = evidence.DecodeStatements(data)
			}
			var all []stages.Assessment
			switch {
			case err != nil:
			case len(stated.Records) == 0:
				err = mtss.Issuef("/records", records.CodeEmpty, "the evidence holds no record")
			default:
				if all, err = assessor.Assess(stated, cmp.Or(*on, stated.Latest())); err == nil && len(all) == 0 {
					c.tell(scoring.NoticeOf(name, 0, mtss.Noticef(records.CodeEmpty, "every record is void or corrected, so there is nothing to assess")))
				}
			}
			for _, a := range all { // those next to a bad record too
				_ = c.put(a, append(a.Lines(), "")...) // an output that fails says so again at the end
			}
			c.document(name, data, err)
		})
		return nil
	}
}
