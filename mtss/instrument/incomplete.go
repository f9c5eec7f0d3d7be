package instrument

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Scorable returns nil if administrations can be scored, at least in part: if
// there are items, and each has a scale. A definition that lacks its subscales or
// how its total is formed still yields points; one that lacks its items or their
// scales yields nothing, since the points of some items would pass for those of
// all. The error names what is missing. Errors: CodeIncomplete.
func (d Definition) Scorable() error {
	var missing []string
	if len(d.Items) == 0 {
		missing = append(missing, d.missing(LackItems))
	}
	if len(d.Scales) == 0 || d.itemWithoutScale() >= 0 {
		missing = append(missing, d.missing(LackScales))
	}
	if len(missing) == 0 {
		return nil
	}
	return mtss.Issuef("/instrument", CodeIncomplete, "%s as defined cannot be scored, for it lacks %s; a completion from your own copy of the instrument supplies them", d.Ref(), strings.Join(missing, " and "))
}

// incomplete reports whether there may be items that the definition does not
// have.
func (d *Definition) incomplete() bool {
	_, lacking := d.Lacking(LackItems)
	return lacking
}

// missing names a part with what is said of it.
func (d *Definition) missing(part LackOf) string {
	text := "its " + string(part)
	if says, ok := d.Lacking(part); ok {
		text += " (" + says + ")"
	}
	return text
}

// itemWithoutScale returns the index of the first item without a scale, -1 if
// each has one.
func (d *Definition) itemWithoutScale() int {
	return slices.IndexFunc(d.Items, func(item Item) bool { return item.Scale == "" })
}
