package learning

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// day wants a day of the calendar, or none where it is optional.
func (p *problems) day(path string, d mtss.Date, optional bool) {
	if !d.Valid() && (!optional || !d.IsZero()) {
		p.Fail(path, CodeDate, "%s is not a day of the calendar", d)
	}
}

// period wants a first day, and no last day before it.
func (p *problems) period(from, until mtss.Date) {
	p.day("/from", from, false)
	p.day("/until", until, true)
	if until.Valid() && until.Before(from) {
		p.Fail("/until", CodeDate, "%s comes before %s", until, from)
	}
}

// sum wants stated minutes to be those of the sessions, if any are stated.
func (p *problems) sum(stated, sessions int64) {
	if stated != 0 && stated != sessions {
		p.Fail("/minutes", CodeHours, "the sessions have %d minutes, not %d", sessions, stated)
	}
}
