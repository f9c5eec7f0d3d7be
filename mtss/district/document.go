package district

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// SchemaVersion is the schema version of this package's documents.
const SchemaVersion = 1

// covered reports whether one of the periods holds all days of a unit from one
// day to another.
func covered(list []mtss.Coverage, unit mtss.Unit, from, to mtss.Date) bool {
	for _, c := range list {
		if c.Unit == unit && !c.From.After(from) && (c.Until.IsZero() || !c.Until.Before(to)) {
			return true
		}
	}
	return false
}

// silence is the verdict on what a document does not mention of a unit.
func silence(list []mtss.Coverage, unit mtss.Unit, from, to mtss.Date) mtss.Verdict {
	if covered(list, unit, from, to) {
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// problems collects what is wrong with documents.
type problems struct{ kit.Problems }

// period checks that something does not end before it begins.
func (p *problems) period(at string, from, until mtss.Date) {
	if !until.IsZero() && until.Before(from) {
		p.Fail(at+"/until", meeting.CodePeriod, "ends on %s, before it begins on %s", until, from)
	}
}

func (p *problems) coverage(list []mtss.Coverage) {
	for i, c := range list {
		p.period(pointer.Element("/covers", i), c.From, c.Until)
	}
}

// team checks that a team exists on a day.
func (p *problems) team(index map[string]*Team, at, id string, on mtss.Date) {
	if team, ok := index[id]; ok && !kit.Within(on, team.From, team.Until) {
		p.Fail(at, CodeTeamUnknown, "there is no team %q on %s", id, on)
	} else if !ok {
		p.noTeam(index, at, id)
	}
}

// noTeam reports a team that is nowhere, with the id that was probably meant.
func (p *problems) noTeam(index map[string]*Team, at, id string) {
	var ids []string
	for known := range index {
		ids = append(ids, known)
	}
	if near := strict.Nearest(id, ids); near != "" {
		p.Fail(at, CodeTeamUnknown, "there is no team %q, did you mean %q?", id, near)
		return
	}
	p.Fail(at, CodeTeamUnknown, "there is no team %q", id)
}

// differ reports the elements of a list that have what another one is known by, and
// say something else; member is where that is. The same twice is one.
func differ[T any](p *problems, list, member, noun string, all []T, key func(*T) string) {
	_, _, other := kit.Once(all, key)
	for _, pair := range other {
		p.Fail(pointer.Element(list, pair[0])+member, CodeRepeated, "%s %q is %s already, which says something else", noun, key(&all[pair[0]]), pointer.Element(list, pair[1]))
	}
}

// each returns the elements of a list, the same one once.
func each[T any](all []T, key func(*T) string) []T {
	places, again, other := kit.Once(all, key)
	if len(again)+len(other) == 0 {
		return all
	}
	return kit.Kept(all, places)
}
