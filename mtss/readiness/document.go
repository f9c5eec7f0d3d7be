package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// unit fails unless a unit is of one of the kinds.
func (p *problems) unit(path string, u mtss.Unit, kinds ...mtss.UnitKind) {
	if !slices.Contains(kinds, u.Kind) {
		p.Fail(path, CodeUnit, "a unit of kind %q does not have this document, want one of %s", string(u.Kind), kinds)
	}
}

// quantity is a number of things between two.
func quantity(low, high int64) mtss.Span {
	return mtss.Span{Low: mtss.Whole(low), High: mtss.Whole(high)}
}

// once returns a list with each element once, by the name of each; nil for none.
func once[T any](list []T, name func(*T) string) []T {
	places, again, other := kit.Once(list, name)
	if len(again)+len(other) == 0 {
		return list
	}
	return kit.Kept(list, places)
}

// again says which elements of a list are there again.
func again[T any](path string, list []T, name func(*T) string) (out []mtss.Notice) {
	_, again, _ := kit.Once(list, name)
	for _, pair := range again {
		out = append(out, repeated(path, pair))
	}
	return out
}

// repeated says that an element of a list is there again.
func repeated(list string, pair [2]int) mtss.Notice {
	at := pointer.Element(list, pair[0])
	return mtss.Noticef(CaveatRepeated, "%s is %s again, and counts once", at, pointer.Element(list, pair[1])).About(at)
}

// differ reports the elements of a list whose name another one has, which says
// something else.
func differ[T any](found *problems, path, member string, code mtss.Code, list []T, name func(*T) string) {
	_, _, other := kit.Once(list, name)
	for _, pair := range other {
		found.Fail(pointer.Element(path, pair[0])+member, code, "%q is %s already, which says something else", name(&list[pair[0]]), pointer.Element(path, pair[1]))
	}
}

// old says that a document is of a day more than a year before that of asking.
func old(of, on mtss.Date) []mtss.Notice {
	if !of.Valid() || !on.After((mtss.Calendar{}).NextYear(of)) {
		return nil
	}
	return []mtss.Notice{mtss.Noticef(CaveatOld, "it was made on %s, %s ago, so that what it says may have changed", of, kit.Age(of, on))}
}
