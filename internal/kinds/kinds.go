// Package kinds lists the types of documents that districts have: what a profile is
// put together from. Package documents adds the profile itself.
package kinds

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
	"github.com/openmtss/mtss-go/mtss/plan"
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

// List is the types of several kinds.
type List []Type

// All returns the types, always in one order. A new one is one line here, and
// `go test ./schema/internal/gen -update` until nothing changes.
func All() List {
	return List{
		Of[instrument.Administration](),
		Of[instrument.Definition](),
		Of[instrument.Completion](),
		Of[instrument.CriteriaProfile](),
		Of[instrument.Crosswalk](),
		Of[instrument.Equating](),
		Of[instrument.Result](),
		Of[instrument.Equated](),
		Of[records.Units](),
		Of[records.Layout](),
		Of[rule.Set](),
		Of[suite.Cases](),
		Of[stages.Model](),
		Of[evidence.Statements](),
		Of[stages.Assessment](),
		Of[stages.History](),
		Of[dca.VotingMeeting](),
		Of[dca.Protocol](),
		Of[plan.Plan](),
		Of[dca.Reviewed](),
		Of[dca.Trend](),
		Of[roster.Roster](),
		Of[fidelity.Observations](),
		Of[fidelity.ObservationLine](),
		Of[fidelity.Policy](),
		Of[schedule.Schedule](),
		Of[fidelity.Coordinators](),
		Of[fidelity.Dosages](),
		Of[fidelity.Outcomes](),
		Of[fidelity.ShareReport](),
		Of[coaching.System](),
		Of[coaching.People](),
		Of[coaching.ServicePlans](),
		Of[coaching.NeedEvidence](),
		Of[coaching.Data](),
		Of[coaching.Contact](),
		Of[district.Teams](),
		Of[district.Ownership](),
		Of[meeting.Meetings](),
		Of[district.MeetingPolicy](),
		Of[district.Communication](),
		Of[district.Checklist](),
		Of[district.TierModels](),
		Of[readiness.Readiness](),
		Of[readiness.ScaleUp](),
		Of[readiness.Hexagon](),
		Of[readiness.Inventory](),
		Of[learning.Series](),
		Of[learning.DIT](),
		Of[rollup.State](),
		Of[rollup.Table](),
		Of[schema.Labels](),
	}
}

// Kinds returns the kinds in their order.
func (l List) Kinds() []string {
	kinds := make([]string, len(l))
	for i, t := range l {
		kinds[i] = t.Kind
	}
	return kinds
}

// Named returns the type of a kind; ok is false if there is none.
func (l List) Named(kind string) (t Type, ok bool) {
	for _, t := range l {
		if t.Kind == kind {
			return t, true
		}
	}
	return Type{}, false
}

// Decode reads a document of the kind that it names. Errors: strict.CodeEnum and
// strict.CodeMissing at /kind for none that is known, and those of its type.
func (l List) Decode(data []byte) (mtss.Document, error) {
	document, issues := strict.Parse(data)
	if len(issues) > 0 && document.Kind() == "" {
		return nil, strict.Invalid(issues)
	}
	kind, there := document.Root().Find("kind")
	t, known := l.Named(document.Kind())
	switch kinds := strings.Join(l.Kinds(), ", "); {
	case known:
		return t.Decode(data)
	case document.Root().Kind() != strict.Object:
		return nil, invalid("", strict.CodeType, "is %s, want an object", document.Root().Kind())
	case !there:
		return nil, invalid("/kind", strict.CodeMissing, "is missing, want one of %s", kinds)
	case kind.Kind() != strict.String:
		return nil, invalid("/kind", strict.CodeType, "is %s, want one of %s", kind.Kind(), kinds)
	default:
		if near := strict.Nearest(kind.Text(), l.Kinds()); near != "" {
			return nil, invalid("/kind", strict.CodeEnum, "is %q, did you mean %q? It is one of %s", kind.Text(), near, kinds)
		}
		return nil, invalid("/kind", strict.CodeEnum, "is %q, want one of %s", kind.Text(), kinds)
	}
}

func invalid(path string, code mtss.Code, format string, args ...any) error {
	return strict.Invalid([]mtss.Issue{mtss.Issuef(path, code, format, args...)})
}

// Of returns the type of the documents that T is.
func Of[T any, P interface {
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
