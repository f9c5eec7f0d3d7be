// Package suite has one job: it runs the cases that people keep beside their
// rules.
//
// A folder holds rule sets and cases, each JSON file read by its own kind. [Run]
// judges every case and reports which failed and why, what could not be read, and
// what the cases leave untested:
//
//	files := []suite.File{{Name: "rules.json", Data: rules}, {Name: "cases.json", Data: cases}}
//	report := suite.Run(files, rule.Vocabulary{})
//	if !report.OK() {
//		fmt.Println(strings.Join(report.Lines(), "\n"))
//	}
//
// A folder without cases is a problem, not a pass. [Find] finds one rule of a
// folder. Package lint looks rules over and proposes cases.
//
// # Tables
//
// [FromCSV] and [ToCSV] convert between documents and tables that have a rule or a
// case in each row, for those who write in spreadsheets:
//
//	id,measure,kind,unit,comparison,threshold,since,source
//	commit,staff,tally,people,atLeast,80%,2025-08-01,District handbook
//
//	name,rule,on,verdict,staff
//	on the bound,commit,2026-01-20,met,40/50
//
// Semicolons separate the texts of a list in one cell: the bounds of between, the
// words of oneOf, caveats, and the values of a series, "2025-09-15 yes; 2025-10-15
// no", in a column whose name ends in " series". Columns that begin with "when "
// hold a rule's condition. Format the cells as text, or a spreadsheet may take 4/5
// for a date.
package suite
