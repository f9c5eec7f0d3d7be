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
package suite
