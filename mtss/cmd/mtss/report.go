package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// writeReport puts documents together into one unit's profile, as text, a page or a
// document. What is wrong with some documents is told, and the others are used.
func writeReport(args []string, io streams) int {
	set := flags("report", io)
	on := set.String("on", "", "the day, YYYY-MM-DD; the latest day in the documents if not given")
	known := set.String("known", "", "the `DATE` as of which to tell it, YYYY-MM-DD: what was recorded later is left out; nothing is if not given")
	var units list
	set.Var(&units, "unit", "`KIND/ID` of the unit; the single one at the top of the documents if not given; repeated, a page compares them")
	set.format("text", "html", "json", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	out := io.out.(*output)
	form := set.formFor(out.given)
	switch {
	case form == "":
		return set.slip("-o: want a FILE.html for a page, a FILE.txt for its text, a FILE.csv for a table or a FILE.json for a document, or else -format")
	case set.NArg() == 0:
		return set.slip("want a folder or files of documents")
	case len(units) > 1 && form == "json":
		return set.slip("a document is of one unit: want one -unit, or -format html")
	}
	options, err := reportOptions(*on, *known, units)
	if err != nil {
		return set.wrongly("%v", err)
	}
	report := &reporter{w: io.err, text: form == "text"}
	d := gatherDocuments(set.Args(), io.in, report)
	name := strings.Join(set.Args(), " ")
	var profiles []profile.Profile
	for _, o := range options {
		p, err := profile.Of(d, o)
		report.report(name, 0, err)
		if p.Unit.ID != "" {
			profiles = append(profiles, p)
			tell(report, name, &p)
		}
	}
	if len(profiles) < len(options) {
		out.drop = true
		return exitBad
	}
	return report.written(writeProfiles(io.out, form, d.Words(), profiles))
}

// formFor is the form that is asked for, or else that of the file to write, by its name;
// "" if that has none.
func (s *flagSet) formFor(file string) string {
	if len(s.chosen) > 0 || file == "" {
		return s.form()
	}
	return map[string]string{".html": "html", ".json": "json", ".csv": "csv", ".txt": "text"}[strings.ToLower(filepath.Ext(file))]
}

// writeProfiles writes profiles in a form.
func writeProfiles(w io.Writer, form string, words profile.Words, profiles []profile.Profile) error {
	switch form {
	case "html":
		return page.Write(w, words, profiles...)
	case "json":
		return json.NewEncoder(w).Encode(profiles[0])
	case "csv":
		var all [][]string
		for _, p := range profiles {
			rows, err := sheet.Profile(p)
			if err != nil {
				return err
			}
			all = append(all, rows...)
		}
		return writeTable(w, all)
	}
	return page.Text(w, words, profiles...)
}

// reportOptions reads what profiles are asked for.
func reportOptions(on, known string, units []string) ([]profile.Options, error) {
	o := profile.Options{MadeBy: libraryVersion()}
	for _, day := range []struct {
		flag, text string
		to         *mtss.Date
	}{{"-on", on, &o.On}, {"-known", known, &o.KnownOn}} {
		if day.text == "" {
			continue
		}
		if err := day.to.UnmarshalText([]byte(day.text)); err != nil || day.to.IsZero() {
			return nil, fmt.Errorf("%s: %q is not a day, want YYYY-MM-DD", day.flag, day.text)
		}
	}
	asked, err := parseUnits(units)
	if err != nil {
		return nil, err
	}
	if len(units) == 0 {
		return []profile.Options{o}, nil
	}
	var out []profile.Options
	for _, o.Unit = range asked {
		out = append(out, o)
	}
	return out, nil
}

// gatherDocuments reads the documents of folders and files.
func gatherDocuments(args []string, in io.Reader, report *reporter) (d profile.Documents) {
	for _, name := range args {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			part, err := profile.Read(os.DirFS(name))
			report.folder(name, err)
			d.Join(part)
			continue
		}
		if strings.ToLower(filepath.Ext(name)) == ".json" {
			var document mtss.Document
			if load(report, name, &document, profile.DecodeAny) {
				d.Add(document)
			}
			continue
		}
		eachInput([]string{name}, in, report, func(name string, in io.Reader) {
			for line, err := range records.Lines(in) {
				var document mtss.Document
				if err == nil {
					document, err = profile.DecodeAny(line.Data)
				}
				report.report(name, line.Number, err)
				d.Add(document)
			}
		})
	}
	return d
}

// tell says on standard error what was not used or contradicts itself.
func tell(report *reporter, name string, p *profile.Profile) {
	for _, c := range p.Concerns {
		if slices.Contains([]profile.Quality{profile.Unused, profile.Repeated, profile.Conflict}, c.Quality) {
			report.tell(scoring.NoticeOf(name, 0, mtss.Notice{Code: c.Notice.Code, Message: c.Notice.Message + ": " + strings.Join(c.Subjects, ", ")}))
		}
	}
}

// libraryVersion is the version of this module.
func libraryVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return cmp.Or(info.Main.Version, "(devel)")
	}
	return ""
}
