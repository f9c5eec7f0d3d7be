// Package readiness tells whether a district or an ISD is ready to take up an
// innovation: what was asked about need, fit and capacity, what was answered on
// which evidence, and what follows.
//
//	record, err := readiness.DecodeReadiness(data)
//	if err != nil {
//		return err
//	}
//	for _, p := range record.Prompts(on) {
//		if p.Gap != "" {
//			fmt.Println(p.Asks, "-", p.Gap)
//		}
//	}
//	decisions, err := readiness.Choose(record.Facts(on), on, "60%")
//	if err != nil {
//		return err
//	}
//	for _, d := range decisions {
//		fmt.Println(d.Title, d.Verdict)
//	}
//
// # Prompts
//
// The prompts of the source documents are data, each with its source; [Prompts]
// lists them. An answer says whether it speaks for going ahead, and counts once
// it has the evidence that its prompt asks for. A prompt without an answer, an
// unsure answer and one with a gap are unknown.
//
// # Documents
//
// A [Readiness] holds the answers, steps and requests for support; a [ScaleUp] cohorts, planned against actual; a [Hexagon]
// ratings in one of the two published forms, neither of which states a
// criterion; an [Inventory] the initiatives beside the innovation. Each has
// Facts, the measures that it gives, which [Vocabulary] lists and the rules of
// [Options] and [Exploration] read, and Check, what a reader must know besides.
//
// # Several records
//
// A unit hands in a record each year. [Current] has the one in force on a day, with
// what it leaves out as the one before said it, and [Supplier] turns all of them
// into evidence: a decision counts until another one.
package readiness
