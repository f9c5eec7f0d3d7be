package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// scales gives the definition's own items the scales that they lack. Where the
// definition has no items, those of the completion bring their scales along.
func (s *supply) scales() {
	_, lacking := s.d.Lacking(LackScales)
	switch {
	case s.c.ItemScales != nil:
		if s.strike(LackScales, "itemScales") {
			s.addScales()
			s.itemScales()
		}
	case lacking && len(s.d.Items) == 0 && len(s.c.Items) > 0:
		s.strike(LackScales, "scales")
	}
}

func (s *supply) addScales() {
	s.cover("scales", len(s.d.Scales), len(s.c.Scales))
	s.d.Scales = append(s.d.Scales, s.c.Scales...)
}

func (s *supply) itemScales() {
	given := map[string]bool{}
	for i, list := range s.c.ItemScales {
		at := pointer.Element("/itemScales", i)
		if !slices.ContainsFunc(s.d.Scales, func(scale Scale) bool { return scale.ID == list.Scale }) {
			s.fail(pointer.Member(at, "scale"), CodeScaleUnknown, "scale %q is neither the completion's nor the definition's", list.Scale)
		}
		for k, id := range list.Items {
			s.itemScale(pointer.Element(pointer.Member(at, "items"), k), id, list.Scale, given)
		}
	}
	for _, item := range s.d.Items {
		if item.Scale == "" {
			s.fail("/itemScales", CodeScaleUnknown, "item %q is given no scale", item.ID)
		}
	}
	s.coverAll("items")
}

func (s *supply) itemScale(at, id, scale string, given map[string]bool) {
	item := slices.IndexFunc(s.d.Items, func(item Item) bool { return item.ID == id })
	switch {
	case item < 0:
		s.fail(at, CodeItemUnknown, "item %q is not among the definition's items", id)
	case given[id]:
		s.fail(at, CodeItemRepeated, "item %q is given a scale twice", id)
	case s.d.Items[item].Scale != "":
		s.fail(at, CodeCompletionConflict, "item %q has scale %q already", id, s.d.Items[item].Scale)
	default:
		s.d.Items[item].Scale, given[id] = scale, true
	}
}

func (s *supply) fail(path string, code mtss.Code, format string, args ...any) {
	s.issues = append(s.issues, mtss.Issuef(path, code, format, args...))
}

// struck redirects what facts cover once a lack is gone: what they say of it now
// bears on the part that was supplied.
func (d *Definition) struck(lack int, part LackOf) {
	moved := map[string]string{pointer.Element("/lacks", lack): "/" + string(part)}
	if len(d.Lacks) == 0 {
		moved["/lacks"] = "/" + string(part)
	}
	for i := lack; i < len(d.Lacks); i++ {
		moved[pointer.Element("/lacks", i+1)] = pointer.Element("/lacks", i)
	}
	for i := range d.Facts {
		covers := d.Facts[i].Covers[:0:0]
		for _, at := range d.Facts[i].Covers {
			if to, ok := moved[at]; ok {
				at = to
			}
			if !slices.Contains(covers, at) {
				covers = append(covers, at)
			}
		}
		d.Facts[i].Covers = covers
	}
}
