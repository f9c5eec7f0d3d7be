// Package documents lists the types of all documents, in one place: what the
// command checks, the generator makes schemas of, and tests run over.
//
//	document, err := documents.Decode(data)
//
// reads a document of any kind.
package documents

import (
	"encoding/json"
	"strings"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/schema"
	"github.com/openmtss/mtss-go/stages"
)

// Type is the type of the documents of one kind.
type Type struct {
	// Kind names the documents, and their schema.
	Kind string
	// Zero is the zero value of their Go type.
	Zero any

	empty  func() mtss.Document
	decode func(data []byte) (mtss.Document, error)
}

// New returns an empty document.
func (t Type) New() mtss.Document { return t.empty() }

// Decode reads a document of the kind, as the Decode function of its package does.
func (t Type) Decode(data []byte) (mtss.Document, error) { return t.decode(data) }

// All returns the types of all documents, always in one order. A new one is one
// line here, and `go test ./schema/internal/gen -update` until nothing changes.
func All() []Type {
	return []Type{
		of[instrument.Administration](),
		of[instrument.Definition](),
		of[instrument.Completion](),
		of[instrument.Profile](),
		of[instrument.Crosswalk](),
		of[instrument.Equating](),
		of[instrument.Result](),
		of[instrument.Equated](),
		of[records.Units](),
		of[records.Layout](),
		of[rule.Set](),
		of[suite.Cases](),
		of[stages.Model](),
		of[evidence.Document](),
		of[stages.Assessment](),
		of[stages.History](),
		of[dca.Meeting](),
		of[dca.Protocol](),
		of[dca.Plan](),
		of[dca.Reviewed](),
		of[dca.Trend](),
		of[roster.Roster](),
		of[fidelity.Observations](),
		of[fidelity.ObservationLine](),
		of[fidelity.Policy](),
		of[schedule.Schedule](),
		of[fidelity.Coordinators](),
		of[fidelity.Dosages](),
		of[fidelity.Outcomes](),
		of[fidelity.ShareReport](),
		of[coaching.System](),
		of[coaching.People](),
		of[coaching.Plans](),
		of[coaching.NeedEvidence](),
		of[coaching.Data](),
		of[coaching.Contact](),
		of[district.Teams](),
		of[district.Ownership](),
		of[meeting.Meetings](),
		of[district.MeetingPolicy](),
		of[district.Communication](),
		of[district.Plan](),
		of[district.Checklist](),
		of[district.TierModels](),
		of[readiness.Readiness](),
		of[readiness.Plan](),
		of[readiness.ScaleUp](),
		of[readiness.Hexagon](),
		of[readiness.Inventory](),
		of[learning.Series](),
		of[learning.DIT](),
		of[rollup.State](),
		of[rollup.Table](),
		of[schema.Labels](),
	}
}

// Kinds returns the kinds in the order of [All].
func Kinds() []string {
	all := All()
	kinds := make([]string, len(all))
	for i, t := range all {
		kinds[i] = t.Kind
	}
	return kinds
}

// Named returns the type of a kind; ok is false if there is none.
func Named(kind string) (t Type, ok bool) {
	for _, t := range All() {
		if t.Kind == kind {
			return t, true
		}
	}
	return Type{}, false
}

// Decode reads a document of the kind that it names. Errors: strict.CodeEnum and
// strict.CodeMissing at /kind for none that is known, and those of its type.
func Decode(data []byte) (mtss.Document, error) {
	document, issues := strict.Parse(data)
	if len(issues) > 0 && document.Kind() == "" {
		return nil, strict.Invalid(issues)
	}
	kind, there := document.Root().Find("kind")
	t, known := Named(document.Kind())
	switch kinds := strings.Join(Kinds(), ", "); {
	case known:
		return t.Decode(data)
	case document.Root().Kind() != strict.Object:
		return nil, invalid("", strict.CodeType, "is %s, want an object", document.Root().Kind())
	case !there:
		return nil, invalid("/kind", strict.CodeMissing, "is missing, want one of %s", kinds)
	case kind.Kind() != strict.String:
		return nil, invalid("/kind", strict.CodeType, "is %s, want one of %s", kind.Kind(), kinds)
	default:
		if near := strict.Nearest(kind.Text(), Kinds()); near != "" {
			return nil, invalid("/kind", strict.CodeEnum, "is %q, did you mean %q? It is one of %s", kind.Text(), near, kinds)
		}
		return nil, invalid("/kind", strict.CodeEnum, "is %q, want one of %s", kind.Text(), kinds)
	}
}

func invalid(path string, code mtss.Code, format string, args ...any) error {
	return strict.Invalid([]mtss.Issue{mtss.Issuef(path, code, format, args...)})
}

// of returns the type of the documents that T is.
func of[T any, P interface {
	*T
	mtss.Document
	json.Unmarshaler
}]() Type {
	var zero T
	return Type{
		Kind: P(&zero).Schema().Kind, Zero: zero,
		empty: func() mtss.Document { return P(new(T)) },
		decode: func(data []byte) (mtss.Document, error) {
			v, err := mtss.Decode[T, P](data)
			return P(&v), err
		},
	}
}
