// Package lint has one job: it looks rules over for what is unlikely to be meant,
// and proposes cases for them:
//
//	files := []suite.File{{Name: "rules.json", Data: rules}}
//	findings, problems := lint.Lint(files, rule.Vocabulary{})
//	for _, f := range append(problems, findings...) {
//		fmt.Printf("%s:%d: %s\n", f.File, f.Line, f.Message)
//	}
//
// [Lint] finds rules that exclude each other, gaps between bands, and rules that
// are never reached. [Propose] writes cases just below, on and just above each
// bound of a rule.
package lint
