package records

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/internal/strict"
)

// column is one of the library's own columns.
type column struct {
	name     string
	path     string // what it becomes
	optional bool
	most     int // characters that it may hold; 0 where its value has its own rules
}

// The places of the own columns of administrations in the list of them.
const (
	colID         = plain.ID
	colUnit       = plain.Unit
	colKind       = plain.Kind
	colDate       = plain.Date
	colInstrument = plain.Instrument
	colVersion    = plain.Version
	colSections   = plain.Sections
	colSupersedes = plain.Supersedes
	colVoids      = plain.Voids
	colRole       = plain.Role
	colTrained    = plain.Trained
	colRecorded   = plain.Recorded
	colItem       = plain.Columns // from here on in long files only
	colScore      = colItem + 1   // the last one
)

// ownColumns lists the library's columns, with the limits of the JSON form.
func ownColumns(wide bool) []column {
	all := []column{
		{name: "id", path: "/id", optional: true, most: 200},
		{name: "unit", path: "/unit/id", most: 200},
		{name: "unitKind", path: "/unit/kind"},
		{name: "date", path: "/date"},
		{name: "instrument", path: "/instrument/id", most: 64},
		{name: "version", path: "/instrument/version", most: 32},
		{name: "sections", path: "/sections", optional: true},
		{name: "supersedes", path: "/supersedes", optional: true, most: 200},
		{name: "voids", path: "/voids", optional: true, most: 200},
		{name: "administeredBy", path: "/administeredBy/role", optional: true, most: 100},
		{name: "trainedOn", path: "/administeredBy/trainedOn", optional: true},
		{name: "recorded", path: "/recorded", optional: true},
		{name: "item", path: "/responses", most: strict.MaxName},
		{name: "score", path: "/responses"},
	}
	if wide {
		return all[:colItem]
	}
	return all
}

// checkboxes says that there are columns for the answers of an item, each with a mark for
// the one that was given, such as q1___0 and q1___1; "" if there are none. Who ticked two
// gave no answer, so that no column is one.
func (h *headerReader) checkboxes() string {
	last := ""
	for _, title := range h.table.titles {
		before, choice, ok := strings.Cut(title, "___")
		_, mapped := h.table.layout.Items[title]
		if _, err := strconv.Atoi(choice); !ok || err != nil || mapped || slices.Contains(h.table.layout.Ignore, title) || h.table.consumed(title) {
			continue
		}
		if last != "" && strings.HasPrefix(last, before+"___") {
			return fmt.Sprintf("columns %q and %q are checkboxes, one for each answer, which can't be read; make one column %q of them that holds the answer, or ask with radio buttons", last, title, before)
		}
		last = title
	}
	return ""
}
