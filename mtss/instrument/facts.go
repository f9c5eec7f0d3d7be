package instrument

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// checkFacts wants every part of the definition to rest on a fact, and every
// fact to cover a part that is there.
func (v *validator) checkFacts() {
	lengths := v.d.partLengths()
	covered := map[string]bool{}
	seen := map[string]int{}
	for i, f := range v.d.Facts {
		v.unique(seen, "facts", i, f.ID)
		for k, pointer := range f.Covers {
			part, ok := coveredPart(pointer, lengths)
			if !ok {
				v.fail(mtss.Element(mtss.Member(mtss.Element("/facts", i), "covers"), k), CodeFactPath, "fact %q covers %q, which the definition does not have", mtss.Clip(f.ID), mtss.Clip(pointer))
			}
			covered[part] = true
		}
	}
	for _, part := range []string{"scales", "items", "sections", "subscales", "total"} {
		if lengths[part] > 0 && !covered[part] && !covered[""] {
			v.fail("/"+part, CodeFactNone, "no fact says where the %s are stated", part)
		}
	}
}

// partLengths returns the number of elements of each part that facts may cover.
func (d *Definition) partLengths() map[string]int {
	lengths := map[string]int{
		"scales": len(d.Scales), "items": len(d.Items), "sections": len(d.Sections),
		"subscales": len(d.Subscales), "criteria": len(d.Criteria),
	}
	if d.Total != "" {
		lengths["total"] = 1
	}
	return lengths
}

// coveredPart splits a pointer such as "/items/24" and reports whether it leads
// to something.
func coveredPart(pointer string, lengths map[string]int) (part string, ok bool) {
	if pointer == "" {
		return "", true
	}
	body, rooted := strings.CutPrefix(pointer, "/")
	part, index, indexed := strings.Cut(body, "/")
	if !rooted || lengths[part] == 0 {
		return part, false
	}
	if !indexed {
		return part, true
	}
	n, err := strconv.Atoi(index)
	return part, err == nil && n >= 0 && n < lengths[part] && strconv.Itoa(n) == index && part != "total"
}
