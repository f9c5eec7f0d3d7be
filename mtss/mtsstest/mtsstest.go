// Package mtsstest has one job: it helps users test their own rules and results in
// go test.
//
//	func TestRules(t *testing.T) { mtsstest.Rules(t, os.DirFS("rules")) }
//
// [Diff], [Golden] and [GoldenJSON] show how a result differs from what it should be.
package mtsstest

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Rules judges the cases in a folder of rules. It fails t for each case that its
// rule does not answer as expected, for each problem, and for a folder without cases.
func Rules(t testing.TB, fsys fs.FS) {
	t.Helper()
	report := suite.Run(files.Folder(fsys), rule.Vocabulary{})
	for _, p := range report.Problems {
		t.Errorf("%s:%d %s: %s (%s)", p.File, p.Line, p.Path, p.Message, p.Code)
	}
	for _, f := range report.Failures() {
		t.Error(strings.Join(f.Lines(), "\n"))
	}
}
