package rollup

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// spellings say which units with records differ from others by their spelling alone,
// unless a policy has nothing told of single units.
func (r *roll) spellings() (notices []mtss.Notice) {
	if r.by.Policy.hides() {
		return nil
	}
	for _, kind := range mtss.UnitKinds() {
		var ids []string
		strange := false
		for unit, p := range r.places {
			if unit.Kind == kind {
				ids, strange = append(ids, unit.ID), strange || !p.listed
			}
		}
		if strange {
			for _, u := range r.units.Below("", kind) {
				ids = append(ids, u.ID)
			}
		}
		for _, group := range kit.Spellings(ids) {
			notices = append(notices, mtss.Noticef(CaveatSpelling, "the "+string(kind)+" %q is not the "+string(kind)+" %q, which differs by case, spaces, hyphens or accents alone; did you mean one?", group[0], group[1]))
		}
	}
	return notices
}
