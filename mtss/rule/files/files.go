package files

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Folder reads the files of a folder, and of the folders in it, whose names end in
// .json, .yaml, .yml, .csv or .tsv, in the order of their names. A file that cannot be
// read is there with the reason. nil is an empty folder.
func Folder(fsys fs.FS) (files []suite.File) {
	if fsys == nil {
		return nil
	}
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error { // errors are kept with their files
		if err == nil && (entry.IsDir() || !isOne(name)) {
			return nil
		}
		var data []byte
		if err == nil {
			data, err = fs.ReadFile(fsys, name)
		}
		if of := (*fs.PathError)(nil); errors.As(err, &of) {
			err = of.Err // its path is that in the folder, and the file is named anyhow
		}
		file := Read(name, data, err)
		if kind(file.Data) == "ruleSet" && isTable(name) {
			file.Data, file.Problems = nil, []mtss.Problem{{File: name, Issue: mtss.Issuef("", suite.CodeTable, "is a table of rules, want them in YAML or JSON: mtss rules convert -yaml makes that of it")}}
		}
		files = append(files, file)
		return nil
	})
	return files
}

// Read returns a file of rules or of cases, as its caller read it, with its document
// in JSON. Of YAML and of a table, as the name ends, each value is in the line in
// which the file has it, so that problems have the lines of the file.
//
// Problems: [CodeYAML], and those of [suite.FromCSV].
func Read(name string, data []byte, err error) suite.File {
	file := suite.File{Name: name, Data: data, Err: err}
	if err != nil {
		return file
	}
	switch form(name) {
	case ".yaml", ".yml":
		file.Data, file.Problems = fromYAML(name, data)
	case ".csv", ".tsv":
		file.Data, file.Problems = suite.FromCSV(file)
	}
	return file
}

// form is how a name ends.
func form(name string) string { return strings.ToLower(path.Ext(name)) }

func isTable(name string) bool { return form(name) == ".csv" || form(name) == ".tsv" }

func isOne(name string) bool {
	switch form(name) {
	case ".json", ".yaml", ".yml", ".csv", ".tsv":
		return true
	}
	return false
}

// kind returns the kind of a document.
func kind(data []byte) string {
	doc, _ := strict.Parse(data)
	return doc.Kind()
}
