package instrument

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// checkFacts wants every part of the definition to rest on a fact, and every
// fact to cover a part that is there.
func (v *validator) checkFacts() {
	lengths := v.d.partLengths()
	v.found = append(v.found, lengths.checkCovers(v.d.Facts)...)
	covered := map[string]bool{}
	for _, f := range v.d.Facts {
		for _, at := range f.Covers {
			part, _ := lengths.covered(at)
			covered[part] = true
		}
	}
	for _, part := range []string{"scales", "items", "sections", "subscales", "total", "unitKinds"} {
		if lengths[part] != 0 && !covered[part] && !covered[""] {
			v.fail("/"+part, CodeFactNone, "no fact says where the %s are stated", part)
		}
	}
}

// single is the length of a part that is not a list.
const single = -1

// parts are what facts may cover, with the number of elements of each; a part
// that is absent, or an empty list, has 0.
type parts map[string]int

// partLengths returns what facts may cover of a definition.
func (d *Definition) partLengths() parts {
	lengths := parts{
		"scales": len(d.Scales), "items": len(d.Items), "sections": len(d.Sections),
		"subscales": len(d.Subscales), "criteria": len(d.Criteria), "lacks": len(d.Lacks),
		"unitKinds": len(d.UnitKinds),
	}
	if d.Possible > 0 {
		lengths["possible"] = single
	}
	for name, text := range map[string]string{
		"total": string(d.Total), "report": string(d.Report), "version": d.Version, "edition": d.Edition, "license": d.License,
		"notApplicableNote": d.NotApplicableNote,
	} {
		if text != "" {
			lengths[name] = single
		}
	}
	return lengths
}

// covered splits a pointer such as "/items/24" and reports whether it leads to
// something.
func (p parts) covered(at string) (part string, ok bool) {
	if at == "" {
		return "", true
	}
	body, rooted := strings.CutPrefix(at, "/")
	part, index, indexed := strings.Cut(body, "/")
	if !rooted || p[part] == 0 {
		return part, false
	}
	if !indexed {
		return part, true
	}
	n, err := strconv.Atoi(index)
	return part, err == nil && n >= 0 && n < p[part] && strconv.Itoa(n) == index
}

// checkCovers finds facts that share an id, or cover what is not there.
func (p parts) checkCovers(facts []SourcedFact) (issues []mtss.Issue) {
	seen := map[string]bool{}
	for i, f := range facts {
		at := pointer.Element("/facts", i)
		if seen[f.ID] {
			issues = append(issues, mtss.Issuef(pointer.Member(at, "id"), CodeIDRepeated, "%q is the id of an earlier fact", f.ID))
		}
		seen[f.ID] = true
		for k, part := range f.Covers {
			if _, ok := p.covered(part); !ok {
				issues = append(issues, mtss.Issuef(pointer.Element(pointer.Member(at, "covers"), k), CodeFactPath, "fact %q covers %q, which does not exist", f.ID, part))
			}
		}
	}
	return issues
}
