package profile

import (
	"cmp"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// layoutOf returns the name, without its end, of the layout that a table is read by: the
// longest that its own begins with, up to something that is neither a letter nor a
// digit; "" for none.
func layoutOf(table string, layouts map[string]*records.Layout) (longest string) {
	for name := range layouts {
		rest, is := strings.CutPrefix(table, name)
		next, _ := utf8.DecodeRuneInString(rest)
		if is && len(name) > len(longest) && !strings.Contains(rest, "/") && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			longest = name
		}
	}
	return longest
}

// table reads a table.
func (d *Documents) table(folder fs.FS, name string, layout *records.Layout) (all []error) {
	file, err := folder.Open(name)
	if err != nil {
		return []error{err}
	}
	defer func() { _ = file.Close() }() // it was only read
	add := func(document mtss.Document, line int, err error) {
		if err != nil {
			all = append(all, &FileError{File: name, Line: line, Err: err})
			return
		}
		d.add(document, place{file: name, line: line})
	}
	of := cmp.Or(layout.Records, instrument.Administration{}.Schema().Kind)
	if of == (instrument.Administration{}).Schema().Kind {
		var wrong kit.Causes
		tell := func() {
			for line, issues := range wrong.Flush() {
				for _, issue := range issues {
					add(nil, line, issue)
				}
			}
		}
		for record, err := range layout.Read(file) {
			if err == nil {
				add(&record.Administration, record.Line, nil)
				continue
			}
			lineOf := record.LineOf()
			for _, issue := range mtss.Issues(err) {
				if wrong.Add(lineOf(issue.Path), issue) {
					tell()
				}
			}
		}
		tell()
		return all
	}
	kind, _ := kinds.All().Named(of) // a layout states a kind that there is
	for line, err := range records.Table(file, *layout, kind.New()) {
		if err != nil {
			add(nil, line.Number, err)
			continue
		}
		document, err := kind.Decode(line.Data)
		add(document, line.Number, err)
	}
	return all
}
