// Package rollup adds up many administrations over the units that they are of: by
// school, district, service agency and state, by school year or window. Every figure
// is exact, and small groups can be kept from view.
//
//	var state rollup.State
//	for _, a := range administrations {
//		result, err := scorer.Score(a)
//		if err != nil {
//			return err
//		}
//		state.Add(a.Correction(), result)
//	}
//	table, account, err := state.Table(units, rollup.Breakdown{
//		By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Period: rollup.SchoolYear, Policy: rollup.WithholdingPolicy{Below: 10},
//	})
//
// # What counts
//
// A unit counts once in each period, with the latest administration that has the
// score; versions of an instrument are never mixed in a row. What another
// administration supersedes or voids does not count, and what is given twice counts
// once. An answer that is not known stays open: shares, means and quartiles have a
// worst and a best case. An [Account] says what became of every record.
//
// # Parts
//
// A [State] holds what the parts of a whole need to become one: [Merge] of the states
// of the parts is the state of the whole, byte for byte, however it was divided and in
// whatever order, also where a record and its correction are in different parts.
//
// # Privacy
//
// A [WithholdingPolicy] withholds rows so that what is shown tells the figures of no group that is
// too small, whatever rows are added or subtracted, and [Audit] proves by linear
// algebra that no withheld row follows from those that are shown. A total is withheld as
// well where it would tell one of its other scores. Withheld, zero, not
// there and not applicable are four things, see [RowStatus].
package rollup
