package learning

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// period wants a first day, and no last day before it.
func (p *problems) period(from, until mtss.Date) {
	p.Day("/from", CodeDate, from, false)
	p.Day("/until", CodeDate, until, true)
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
