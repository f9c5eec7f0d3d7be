package learning

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

// day wants a day of the calendar, or none where it is optional.
func (p *problems) day(path string, d mtss.Date, optional bool) {
	if !d.Valid() && (!optional || !d.IsZero()) {
		p.fail(path, CodeDate, "%s is not a day of the calendar", d)
	}
}

// period wants a first day, and no last day before it.
func (p *problems) period(from, until mtss.Date) {
	p.day("/from", from, false)
	p.day("/until", until, true)
	if until.Valid() && until.Before(from) {
		p.fail("/until", CodeDate, "%s comes before %s", until, from)
	}
}

// sum wants stated minutes to be those of the sessions, if any are stated.
func (p *problems) sum(stated, sessions int64) {
	if stated != 0 && stated != sessions {
		p.fail("/minutes", CodeHours, "the sessions have %d minutes, not %d", sessions, stated)
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

// hours turns minutes into hours, exactly.
func hours(minutes int64) mtss.Ratio { return mtss.NewRatio(minutes, 60) }

func caveat(code mtss.Code, format string, args ...any) mtss.Caveat {
	return mtss.Caveat{Code: code, Message: mtss.Issuef("", code, format, args...).Message}
}
