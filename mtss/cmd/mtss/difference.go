package main

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
)

// difference is the first difference of two documents, in the order of the
// recomputed one.
type difference struct {
	found      bool
	path, says string
}

func (d *difference) at(path, format string, args ...any) {
	d.found, d.path, d.says = true, path, fmt.Sprintf(format, args...)
}

func (d *difference) compare(stored, again strict.Node, path string) {
	switch {
	case stored.Kind() != again.Kind():
		d.at(path, "stored is %s, recomputed %s", shown(stored), shown(again))
	case again.Kind() == strict.Object:
		d.members(stored, again, path)
	case again.Kind() == strict.Array:
		for i := 0; i < min(stored.Len(), again.Len()) && !d.found; i++ {
			d.compare(stored.Element(i), again.Element(i), pointer.Element(path, i))
		}
		if !d.found && stored.Len() != again.Len() {
			d.at(pointer.Element(path, min(stored.Len(), again.Len())), "stored are %d elements, recomputed %d", stored.Len(), again.Len())
		}
	case stored.Text() != again.Text():
		d.at(path, "stored is %s, recomputed %s", shown(stored), shown(again))
	}
}

func (d *difference) members(stored, again strict.Node, path string) {
	for i := 0; i < again.Len() && !d.found; i++ {
		name, value := again.Member(i)
		if other, there := stored.Find(name); there {
			d.compare(other, value, pointer.Member(path, name))
		} else {
			d.at(pointer.Member(path, name), "stored is nothing, recomputed %s", shown(value))
		}
	}
	for i := 0; i < stored.Len() && !d.found; i++ {
		name, value := stored.Member(i)
		if _, there := again.Find(name); !there {
			d.at(pointer.Member(path, name), "stored is %s, recomputed nothing", shown(value))
		}
	}
}

// shown is a value as a message shows it.
func shown(n strict.Node) string {
	switch n.Kind() {
	case strict.String:
		return fmt.Sprintf("%.40q", n.Text())
	case strict.Object, strict.Array:
		return n.Kind().String()
	}
	return strings.TrimSpace(n.Text())
}
