// Package readiness tells whether a district or an ISD is ready to take up an
// innovation: what was asked about need, fit and capacity, what was answered
// on which evidence, and what follows.
//
//	record, err := readiness.DecodeRecord(data)
//	...
//	assessment := record.Assess(on)
//	for _, p := range assessment.Open() {
//		fmt.Println(p.Prompt, p.Gap)
//	}
//	decisions, err := readiness.Choose(assessment.Facts(), on)
//
// # Prompts
//
// The prompts of the source documents are rows of data, each with its source;
// [Prompts] lists them. An answer says whether it speaks for going ahead, and
// counts once the evidence that its prompt wants is there. A prompt without an
// answer, an answer that is unsure, and one with a gap stay unknown.
//
// # Documents
//
// A [Record] holds the answers, steps and requests for support; a [Plan] what
// an ISD plans; a [ScaleUp] cohorts, planned against actual; a [Hexagon]
// ratings in either published form, neither of which has a cut; an [Inventory]
// the initiatives beside the innovation. Each gives measures, which
// [Vocabulary] lists and which the sets of [Options] and [Exploration] read.
package readiness
