// Package mtsstest has one job: it helps users test their own rules and results in
// go test.
//
//	func TestRules(t *testing.T) { mtsstest.Rules(t, os.DirFS("rules")) }
//
// [Diff], [Golden] and [GoldenJSON] show how a result differs from what it should be.
package mtsstest

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Rules judges the cases in a folder of rules. It fails t for each case that its
// rule does not answer as expected, for each problem, and for a folder without cases.
func Rules(t testing.TB, fsys fs.FS) {
	t.Helper()
	report := suite.Run(Folder(fsys), rule.Vocabulary{})
	for _, p := range report.Problems {
		t.Errorf("%s:%d %s: %s (%s)", p.File, p.Line, p.Path, p.Message, p.Code)
	}
	for _, f := range report.Failures() {
		t.Error(strings.Join(f.Lines(), "\n"))
	}
}

// Folder reads every .json file of a folder and of the folders in it, in the order
// of their names.
func Folder(fsys fs.FS) (files []suite.File) {
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error { // errors are kept with their files
		switch {
		case err != nil:
			files = append(files, suite.File{Name: name, Err: err})
		case !entry.IsDir() && strings.EqualFold(path.Ext(name), ".json"):
			data, err := fs.ReadFile(fsys, name)
			files = append(files, suite.File{Name: name, Data: data, Err: err})
		}
		return nil
	})
	return files
}
