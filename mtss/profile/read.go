package profile

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Documents are documents of any kinds that belong together, such as those of a
// district. The zero value has none.
type Documents struct {
	all    []mtss.Document
	from   []place
	unused []string
}

// FileError is what is wrong with a file.
type FileError struct {
	// File is the file, as it was named.
	File string
	// Line counts from 1; 0 for the file as a whole.
	Line int
	// Data is the document; nil where it is a row of a table or could not be read.
	Data []byte
	// Err has the problems: see [mtss.Issues].
	Err error
}

// Error names the file and its problems.
func (e *FileError) Error() string {
	if e == nil || e.Err == nil {
		return "invalid"
	}
	place := e.File
	if e.Line > 0 {
		place += ":" + strconv.Itoa(e.Line)
	}
	return place + ": " + e.Err.Error()
}

// Place says where it is.
func (e *FileError) Place() (file string, line int, data []byte) {
	if e == nil {
		return "", 0, nil
	}
	return e.File, e.Line, e.Data
}

// Unwrap returns the problems.
func (e *FileError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// Read reads the documents of a folder and the folders in it, by their own kinds:
// files that end in .json, with one document each, and in .ndjson, with one a line.
//
// A table, whose name ends in .csv, .tsv or .txt, is read by the layout beside it, a
// document of kind "layout", that has its name or the beginning of it: contacts.json
// is the layout of contacts.csv, and of contacts-2026-03.csv unless there is
// contacts-2026-03.json. Its rows are documents of the kind that the layout states.
//
// Other files are left alone, as are layouts that no table is read by;
// [Documents.Unused] lists them.
//
// Bad documents are left out and the others kept. Errors: one [FileError] for each
// bad document or row, joined, in the order of the files and lines, with the codes of
// its kind and of [records.Table]; those of the file system.
func Read(folder fs.FS) (Documents, error) {
	var d Documents
	var all []error
	if folder == nil {
		return d, fs.ErrInvalid
	}
	var rows []string
	layouts := map[string]*records.Layout{}
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			all = append(all, err)
		case entry.IsDir():
		case slices.Contains(tables(), extension(name)):
			rows = append(rows, name)
		default:
			before := len(d.all)
			all = append(all, d.file(folder, name)...)
			if len(d.all) > before {
				if layout, is := d.all[before].(*records.Layout); is && extension(name) == ".json" {
					layouts[strings.TrimSuffix(name, path.Ext(name))] = layout
				}
			}
		}
		return nil
	})
	used := map[string]bool{}
	for _, name := range rows {
		by := layoutOf(name, layouts)
		if by == "" {
			d.unused = append(d.unused, name)
			continue
		}
		used[by] = true
		all = append(all, d.table(folder, name, layouts[by])...)
	}
	for name := range layouts {
		if !used[name] {
			d.unused = append(d.unused, name+".json")
		}
	}
	slices.Sort(d.unused)
	slices.SortStableFunc(all, func(a, b error) int {
		var x, y *FileError
		if !errors.As(a, &x) || !errors.As(b, &y) {
			return 0
		}
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return d, errors.Join(append(all, err)...)
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// file reads one file.
func (d *Documents) file(folder fs.FS, name string) []error {
	if extension(name) != ".json" && extension(name) != ".ndjson" {
		d.unused = append(d.unused, name)
		return nil
	}
	file, err := folder.Open(name)
	if err != nil {
		return []error{err}
	}
	defer func() { _ = file.Close() }() // it was only read
	return d.read(name, file)
}

// Read adds the documents of one input: one document where the name ends in .json, and
// else one a line. To nil it adds nothing.
//
// Errors: those of the function Read, and records.CodeLayout for a table, which only its
// layout makes documents of.
func (d *Documents) Read(name string, in io.Reader) error {
	switch {
	case d == nil || in == nil:
		return nil
	case slices.Contains(tables(), extension(name)) && extension(name) != ".txt":
		return &FileError{File: name, Err: mtss.Issuef("", records.CodeLayout, "is a table; put it into a folder with its layout beside it, and name the folder")}
	}
	return errors.Join(d.read(name, in)...)
}

// tables are how the names of tables end.
func tables() []string { return []string{".csv", ".tsv", ".txt"} }

// read reads an input.
func (d *Documents) read(name string, in io.Reader) (all []error) {
	if extension(name) == ".json" {
		content, err := records.ReadDocument(in)
		if err == nil {
			err = d.decode(content, place{file: name, data: content})
		}
		if err != nil {
			all = append(all, &FileError{File: name, Data: content, Err: err})
		}
		return all
	}
	for line, err := range records.Lines(in) {
		if err == nil {
			err = d.decode(line.Data, place{file: name, line: line.Number})
		}
		if err != nil {
			all = append(all, &FileError{File: name, Line: line.Number, Data: slices.Clone(line.Data), Err: err})
		}
	}
	return all
}

func (d *Documents) decode(data []byte, from place) error {
	document, err := DecodeAny(data)
	if err == nil {
		d.add(document, from)
	}
	return err
}

func (d *Documents) add(document mtss.Document, from place) {
	d.all, d.from = append(d.all, document), append(d.from, from)
}

// Add adds copies of documents that were decoded elsewhere, or made in Go. Nil is passed
// over.
func (d *Documents) Add(more ...mtss.Document) {
	for _, document := range more {
		if v := reflect.ValueOf(document); v.IsValid() && (v.Kind() != reflect.Pointer || !v.IsNil()) {
			d.add(kit.Clone(document), place{})
		}
	}
}

// Unused returns the names of the files that were not used, in order.
func (d Documents) Unused() []string { return append([]string(nil), d.unused...) }

// All returns the documents of one type, in the order of their files:
//
//	plans := profile.All[plan.Plan](documents)
//
// They are copies, and the caller's own.
func All[T any](d Documents) []T { return kit.Clone(listed[T](d)) }

// listed is All without copies.
func listed[T any](d Documents) []T {
	var out []T
	for _, document := range d.all {
		if v, is := any(document).(*T); is {
			out = append(out, *v)
		}
	}
	return out
}

// Hierarchy returns where each unit belongs, by all documents of kind "units"; what
// two of them say alike counts once. Errors: mtss.CodePlace, and then nothing is known
// to belong anywhere.
//
// Errors of documents that were read from files are each a [FileError].
func (d Documents) Hierarchy() (mtss.Hierarchy, error) {
	above, problems := d.hierarchy()
	return above, joined(problems)
}

func (d Documents) hierarchy() (mtss.Hierarchy, []placed) {
	var places []mtss.Place
	from := originsIn(d, "/units", func(u *records.Units) int { return len(u.Units) })
	kept := origins{}
	seen := map[string]mtss.Place{}
	for _, u := range listed[records.Units](d) {
		for _, p := range u.Units {
			if before, known := seen[p.ID]; !known || !reflect.DeepEqual(before, p) {
				seen[p.ID] = p
				places = append(places, p)
				kept["/units"] = append(kept["/units"], from[0])
			}
			from = from[1:]
		}
	}
	above, err := mtss.NewHierarchy(places)
	return above, kept.of(err)
}

// Join adds the documents of another folder, with the names of its files that were not
// used. To nil it adds nothing.
func (d *Documents) Join(other Documents) {
	if d == nil {
		return
	}
	d.all, d.from = append(d.all, other.all...), append(d.from, other.from...)
	d.unused = append(d.unused, other.unused...)
}
