// Package suite runs the tests that a district keeps beside its rules.
//
// A folder holds rule sets and cases, each JSON file read by its own kind.
// [Run] judges every case and reports what failed, and why, what could not be
// read, and what no case looked at:
//
//	report := suite.Run([]suite.File{{Name: "rules.json", Data: rules}, {Name: "cases.json", Data: cases}}, rule.Vocabulary{})
//	if !report.OK() {
//		fmt.Println(strings.Join(report.Lines(), "\n"))
//	}
//
// A folder without cases is a problem, not a pass.
//
// [Lint] looks for what rules can hardly mean: two that exclude each other, a
// gap between bands, a rule that is never reached. [One.Propose] writes cases
// beside the bounds of a rule. [FromCSV] and [ToCSV] go between documents and
// tables with a rule or a case a row, for those who write in spreadsheets:
//
//	id,measure,kind,unit,comparison,threshold,since,source
//	commit,staff,tally,people,atLeast,80%,2025-08-01,District handbook
//
//	name,rule,on,verdict,staff
//	on the bound,commit,2026-01-20,met,40/50
//
// Cells of a list are parted by semicolons: the bounds of between, the words of
// oneOf, caveats, and the values of a series, "2025-09-15 yes; 2025-10-15 no",
// in a column whose name ends in " series". Columns that begin with "when " hold
// a rule's condition. Format the cells as text, or a spreadsheet may take 4/5
// for a day.
package suite
