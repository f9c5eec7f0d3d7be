package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// unit fails unless a unit is of one of the kinds.
func (p *problems) unit(path string, u mtss.Unit, kinds ...mtss.UnitKind) {
	if !slices.Contains(kinds, u.Kind) {
		p.Fail(path, CodeUnit, "a unit of kind %q does not have this document, want one of the kinds %v", string(u.Kind), kinds)
	}
}

// quantity is a number of things between two.
func quantity(low, high int64) mtss.Span {
	return mtss.Span{Low: mtss.Whole(low), High: mtss.Whole(high)}
}
