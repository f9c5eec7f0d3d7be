package learning

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// period fails if the last day is before the first.
func (p *problems) period(from, until mtss.Date) {
	if !until.IsZero() && until.Before(from) {
		p.Fail("/until", CodeDate, "%s is before %s", until, from)
	}
}

// sum fails if stated minutes are not those of the sessions.
func (p *problems) sum(stated, sessions int64) {
	if stated != 0 && stated != sessions {
		p.Fail("/minutes", CodeHours, "the sessions have %d minutes, not %d", sessions, stated)
	}
}
