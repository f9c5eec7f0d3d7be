// Package rules is a gallery of 28 published decision rules, all but one as data:
// each with its source, with what its source contradicts as a caveat, and with
// cases on, below and above its bound. The folder rules holds them, and README.md
// says where each is and which part of it is not data. That part is Go over the
// decisions of the rules:
//
//	decisions := rules.Decide(book, "r27-tier2", students, lastDay)
//	count := rules.Count(decisions) // a student counts once
package rules
