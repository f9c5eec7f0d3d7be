package readiness

import (
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems []mtss.Issue

func (p *problems) fail(path string, code mtss.Code, format string, args ...any) {
	*p = append(*p, mtss.Issuef(path, code, format, args...))
}

// unit wants a unit with an id and one of the kinds.
func (p *problems) unit(path string, u mtss.Unit, kinds ...mtss.UnitKind) {
	for _, k := range kinds {
		if u.Kind == k && u.ID != "" {
			return
		}
	}
	p.fail(path, CodeUnit, "%q is no unit that this document is made for, want an id and one of the kinds %v", mtss.Clip(string(u.Kind)), kinds)
}

// day wants a day of the calendar, or none where it is optional.
func (p *problems) day(path string, d mtss.Date, optional bool) {
	if !d.Valid() && (!optional || !d.IsZero()) {
		p.fail(path, CodeDate, "%s is not a day of the calendar", d)
	}
}

// orEmpty returns a list that is written as one even if it is nil.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// happened reports whether a day has come.
func happened(d, on mtss.Date) bool { return d.Valid() && !d.After(on) }

// verdictOf is met for true and not met for false.
func verdictOf(yes bool) mtss.Verdict {
	if yes {
		return mtss.Met
	}
	return mtss.NotMet
}

// quantity is an exact number of things.
func quantity(low, high int64) mtss.Span {
	return mtss.Span{Low: mtss.Whole(low), High: mtss.Whole(high)}
}

func caveat(code mtss.Code, format string, args ...any) mtss.Caveat {
	return mtss.Caveat{Code: code, Message: mtss.Issuef("", code, format, args...).Message}
}
