package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// compileCaveats works out once what every result of the definition must say.
func (s *Scorer) compileCaveats() {
	d := &s.definition
	s.unstated = AdministeredBy{}.caution(mtss.Date{})
	for _, l := range d.Lacks {
		s.caveats = append(s.caveats, mtss.Noticef(CaveatLacks, "%s as defined lacks its %s: %s", s.ref.String(), l.Of, l.Says))
	}
	if by := d.CompletedBy; by.Name != "" {
		s.caveats = append(s.caveats, mtss.Noticef(CaveatCompleted, "what %s lacks was supplied by the completion \"%s\"", s.ref.String(), by.Name))
		if by.Illustrative {
			s.caveats = append(s.caveats, mtss.Noticef(CaveatIllustrative, "the completion is illustrative: its numbers are made up, and the result is not a measurement"))
		}
	}
	for _, f := range d.Facts {
		if f.Provenance != mtss.Confirmed && !aboutCriteria(f) {
			s.caveats = append(s.caveats, mtss.Noticef(CaveatNotConfirmed, "%s: %s", f.Provenance, f.Says))
		}
	}
	for i, c := range d.Criteria {
		s.criteria[i].caveat = criterionCaveat(c)
	}
}

// aboutCriteria reports whether a fact covers criteria alone, which carry their own
// caveat, or the kinds of units, which no number rests on.
func aboutCriteria(f SourcedFact) bool {
	return !slices.ContainsFunc(f.Covers, func(pointer string) bool { return !strings.HasPrefix(pointer, "/criteria") && pointer != "/unitKinds" })
}

// criterionCaveat is what must be said beside every verdict on a criterion; its
// code is "" if nothing must.
func criterionCaveat(c Criterion) mtss.Notice {
	switch sure := c.Provenance == mtss.Confirmed; {
	case sure && c.Note == "":
	case sure:
		return mtss.Noticef(CaveatCriterion, "criterion \"%s\": %s", c.ID, c.Note)
	case c.Note == "":
		return mtss.Noticef(CaveatNotConfirmed, "%s: criterion \"%s\"", c.Provenance, c.ID)
	default:
		return mtss.Noticef(CaveatNotConfirmed, "%s: criterion \"%s\": %s", c.Provenance, c.ID, c.Note)
	}
	return mtss.Notice{}
}

// shiftPath turns a path into a completed definition into a path into the
// completion, whose lists continue the definition's. An item of the definition's
// own is placed, or isn't, by the completion's subscales.
func shiftPath(path string, offsets map[string]int) string {
	parts := strings.SplitN(path, "/", 4)
	if len(parts) < 3 {
		return path
	}
	index, err := strconv.Atoi(parts[2])
	switch {
	case err != nil:
		return path
	case parts[1] == "items" && len(parts) == 3 && index < offsets["items"]:
		return "/subscales"
	case index < offsets[parts[1]]:
		return path
	}
	parts[2] = strconv.Itoa(index - offsets[parts[1]])
	return strings.Join(parts, "/")
}
