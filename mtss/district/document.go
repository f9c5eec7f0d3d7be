package district

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the schema version of this package's documents.
const SchemaVersion = 1

// Coverage is a period for which a document is complete about a unit, so that
// its silence means no. About other units and days, silence means unknown.
type Coverage struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// From is the first day that is covered.
	From mtss.Date `json:"from"`
	// Until is the last day that is covered; absent means that the document is kept up to date.
	Until mtss.Date `json:"until,omitzero"`
}

// covered reports whether one of the periods holds all days of a unit from one
// day to another.
func covered(list []Coverage, unit mtss.Unit, from, to mtss.Date) bool {
	for _, c := range list {
		if c.Unit == unit && !c.From.After(from) && (c.Until.IsZero() || !c.Until.Before(to)) {
			return true
		}
	}
	return false
}

// silence is the verdict on what a document does not mention of a unit.
func silence(list []Coverage, unit mtss.Unit, from, to mtss.Date) mtss.Verdict {
	if covered(list, unit, from, to) {
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// problems collects what is wrong with a document.
type problems struct{ kit.Problems }

// period checks that something does not end before it begins.
func (p *problems) period(at string, from, until mtss.Date) {
	if !until.IsZero() && until.Before(from) {
		p.Fail(at+"/until", CodePeriod, "ends on %s, before it begins on %s", until, from)
	}
}

func (p *problems) coverage(list []Coverage) {
	for i, c := range list {
		p.period(pointer.Element("/covers", i), c.From, c.Until)
	}
}

// once checks that a key appears only once in a list; an empty key does not count.
func (p *problems) once(seen map[string]bool, at, key, noun string) {
	if key != "" && seen[key] {
		p.Fail(at, CodeRepeated, "%s %q appears twice", noun, key)
	}
	seen[key] = true
}

// team checks that a team exists on a day.
func (p *problems) team(index map[string]*Team, at, id string, on mtss.Date) {
	if team, ok := index[id]; !ok || !kit.Within(on, team.From, team.Until) {
		p.Fail(at, CodeTeamUnknown, "there is no team %q on %s", id, on)
	}
}

// against returns what a document is refused for beside others, in its order; what
// its form is refused for comes first.
func against[T any](document *T, p *problems) error {
	return strict.Validate(document, func(*T) []mtss.Issue { return p.List() })
}
