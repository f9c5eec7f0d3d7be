package dca

import (
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Supplier supplies the evidence of results of the DCA, whatever the unit implements:
// evidence.CapacityTotal, evidence.CapacityMinimum and evidence.CapacityProtocol, and
// those of the host's own measures that instrument.Result.Facts gives under the prefix
// "dca", such as the subscales of a completed definition: declare them in the policy of
// evidence.Gather as well. A value counts as long as what is measured does, so that a
// rule over the total asks for one of the past year by itself. Results of other
// instruments are passed over.
//
// Pass results in force. The same result twice is one, with a notice. Errors: those of
// instrument.Result.Validate, and mtss.CodeRecordRepeated for two results of one
// administration that say different things, with paths such as /3/administration.
func Supplier(results []instrument.Result, own ...rule.Measure) evidence.Supplier {
	s := supplier{results: kit.Clone(results), measures: []string{string(evidence.CapacityTotal), string(evidence.CapacityMinimum), string(evidence.CapacityProtocol)}}
	for _, m := range own {
		if !slices.Contains(s.measures, m.Name) {
			s.measures = append(s.measures, m.Name)
		}
	}
	return s
}

type supplier struct {
	results  []instrument.Result
	measures []string
}

// KnownBy returns the supplier with the results that were known by a day.
func (s supplier) KnownBy(day mtss.Date) evidence.Supplier {
	s.results = mtss.KnownBy(s.results, day)
	return s
}

// Evidence returns what the results say.
func (s supplier) Evidence(mtss.Hierarchy, mtss.Period) (evidence.Batch, error) {
	var out evidence.Batch
	var found kit.Problems
	places, again := kit.Sound("", s.results, func(r *instrument.Result) string { return r.Administration }, func(r *instrument.Result) error { return r.Validate() }, mtss.CodeRecordRepeated, &found)
	for _, pair := range again {
		out.Notices = append(out.Notices, mtss.Noticef(mtss.NoticeRepeated, "is the record at %s again, and counts once", pointer.Element("", pair[1])).About(pointer.Element("", pair[0])))
	}
	for i := range found.Issues {
		if found.Issues[i].Code == mtss.CodeRecordRepeated {
			found.Issues[i].Path = strings.TrimSuffix(found.Issues[i].Path, "id") + "administration"
		}
	}
	for _, r := range kit.Kept(s.results, places) {
		if r.Instrument.ID != V77().ID {
			continue
		}
		facts := r.Facts(r.Instrument.ID)
		for _, name := range slices.Sorted(maps.Keys(facts)) {
			if !slices.Contains(s.measures, name) || facts[name].Missing() {
				continue
			}
			out.Records = append(out.Records, evidence.Record{
				Unit: r.Unit, Measured: evidence.Measured{Measure: name, Value: facts[name]}, On: r.Date,
				Rests: []evidence.RecordRef{{Kind: r.Schema().Kind, ID: r.Administration, On: r.Date}},
			})
		}
	}
	return out, strict.Invalid(found.List())
}
