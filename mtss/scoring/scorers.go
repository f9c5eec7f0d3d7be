package scoring

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Shipped returns every definition that ships, a fresh copy each time: that of the
// District Capacity Assessment, and those of the catalog.
func Shipped() []instrument.Definition {
	return append([]instrument.Definition{dca.V77()}, catalog.All()...)
}

// Lookup returns a fresh copy of the definition that ships under a name; ok is false if
// none does.
func Lookup(ref instrument.Ref) (d instrument.Definition, ok bool) {
	if d, ok = catalog.Lookup(ref); !ok {
		d = dca.V77()
		ok = d.Ref() == ref
	}
	if !ok {
		return instrument.Definition{}, false
	}
	return d, true
}

// Scorers are the definitions that records are scored by.
type Scorers map[instrument.Ref]*instrument.Scorer

// Of returns the scorer of a definition. Errors: CodeDefinition, with the definition
// that was probably meant.
func (s Scorers) Of(ref instrument.Ref) (*instrument.Scorer, error) {
	if scorer, known := s[ref]; known {
		return scorer, nil
	}
	var names []string
	for known := range maps.Keys(s) {
		names = append(names, known.String())
	}
	slices.Sort(names)
	name := cmp.Or(strings.TrimSuffix(ref.String(), "@"), `""`)
	if near := s.nearby(ref); near != "" {
		return nil, mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, did you mean %s? There are %s", name, near, names)
	}
	return nil, mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, want one of %s", name, names)
}

// nearby returns the name that was probably meant: that of an instrument of this id, or
// of the nearest, and of this version, or of the one that begins as it does, as 3.0 does
// with 3; "" if none is near.
func (s Scorers) nearby(ref instrument.Ref) string {
	return nearby(ref, slices.Collect(maps.Keys(s)))
}

func nearby(ref instrument.Ref, all []instrument.Ref) string {
	var ids, versions []string
	for _, known := range all {
		ids = append(ids, known.ID)
	}
	slices.Sort(ids)
	id := ref.ID
	if !slices.Contains(ids, id) {
		id = strict.Nearest(id, ids)
	}
	for _, known := range all {
		if known.ID == id && (ref.Version == "" || known.Version == ref.Version || strings.HasPrefix(known.Version, ref.Version+".") || strings.HasPrefix(ref.Version, known.Version+".")) {
			versions = append(versions, known.String())
		}
	}
	if len(versions) != 1 {
		return ""
	}
	return versions[0]
}

// Check tells of the administrations of an input what scoring them would tell; of a table
// each cause once, at its end. The corrections may be nil, and then every record counts. A
// record of an instrument of somebody's own, which none of these is like, is looked at
// without its items. Problems: those of reading, of [Corrections.Counts] and of
// [instrument.Scorer.Score], and CodeDefinition for a name that is meant to be a known one.
func (s Scorers) Check(file string, read iter.Seq2[records.Record, error], corrections *Corrections, tell func(...mtss.Problem)) {
	if read == nil || tell == nil {
		return
	}
	held := causes{file: file}
	for record, err := range read {
		tell(held.of(&record, s.check(file, record, corrections, err))...)
	}
	tell(held.rest()...)
}

// Definitions returns the definitions, in the order of their ids and versions.
func (s Scorers) Definitions() (all []instrument.Definition) {
	for _, scorer := range s {
		all = append(all, scorer.Definition())
	}
	slices.SortFunc(all, func(a, b instrument.Definition) int { return cmp.Compare(a.Ref().String(), b.Ref().String()) })
	return all
}
