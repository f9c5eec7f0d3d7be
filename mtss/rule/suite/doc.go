// Package suite has one job: it runs the cases that people keep beside their
// rules.
//
// A folder holds rule sets and cases, each JSON file read by its own kind. [Run]
// judges every case and reports which failed and why, what could not be read, and
// what the cases leave untested:
//
//	all := []suite.File{{Name: "rules.json", Data: rules}, {Name: "cases.json", Data: cases}}
//	report := suite.Run(all, rule.Vocabulary{})
//	if !report.OK() {
//		fmt.Println(strings.Join(report.Lines(), "\n"))
//	}
//
// A folder without cases is a problem, not a pass. [Find] finds one rule of a
// folder. Package files reads folders that hold YAML and tables as well, package
// lint looks rules over and proposes cases.
//
// # Tables
//
// A table has a case in each row, for those who write in spreadsheets:
//
//	name,rule,on,verdict,staff
//	on the bound,commit,2026-01-20,met,40/50
//
// An empty cell is not known. The values of a series are separated by semicolons,
// "2025-09-15 yes; 2025-10-15 no", in a column whose name ends in " series". Format
// the cells as text, or a spreadsheet may take 4/5 for a date.
package suite
