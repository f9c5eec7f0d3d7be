// Package scoring scores administrations in bulk, as they come in from several inputs:
// by definitions that are named or supplied, each administration once, without those
// that were corrected, and with every problem of every record in one form. It also
// recomputes results that were stored.
//
//	scorers, problems := scoring.Load(scoring.Names{Completions: []string{"ours.json"}}, os.ReadFile)
//	run := scoring.Scoring{Scorers: scorers}
//	for o := range run.Score("october.ndjson", records.NDJSON(file)) {
//		for _, p := range o.Problems {
//			fmt.Println(p)
//		}
//		if o.Scored {
//			fmt.Println(o.Result.Lines())
//		}
//	}
//
// Package records reads the records, and instrument scores one administration.
package scoring
