package strict

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// Differences returns where a stored document differs from a recomputed one, at most so
// many issues with the code, in the order of the recomputed one. Members in another
// order are no difference.
//
// Later are the paths of members that documents did not always have, such as
// "/criteria/*/levels": where the stored document has no member of that name at any of
// them, it is older, and they are no difference.
func Differences(code mtss.Code, stored, again Node, most int, later ...string) []mtss.Issue {
	d := differences{code: code, most: most, root: stored, later: later}
	d.compare(stored, again, "")
	return d.found
}

type differences struct {
	code  mtss.Code
	most  int
	root  Node     // of the stored document
	later []string // paths that it may be too old for
	found []mtss.Issue
}

// tooOld reports whether the stored document is from before a member was written.
func (d *differences) tooOld(at string) bool {
	matches := func(pattern string) bool { is, _ := path.Match(pattern, at); return is }
	return slices.ContainsFunc(d.later, matches) && !slices.ContainsFunc(d.later, func(pattern string) bool {
		return path.Base(pattern) == path.Base(at) && holds(d.root, strings.Split(pattern, "/")[1:])
	})
}

// holds reports whether there is something at a path, any of whose steps may be "*".
func holds(n Node, steps []string) bool {
	if len(steps) == 0 {
		return true
	}
	if steps[0] != "*" {
		member, there := n.Find(steps[0])
		return there && holds(member, steps[1:])
	}
	for i := range n.Len() {
		if n.Kind() == Array && holds(n.Element(i), steps[1:]) {
			return true
		}
	}
	return false
}

func (d *differences) full() bool { return len(d.found) >= d.most }

func (d *differences) at(path, format string, args ...any) {
	if !d.full() {
		d.found = append(d.found, mtss.Issuef(path, d.code, format, args...))
	}
}

// compare looks for differences below a path.
func (d *differences) compare(stored, again Node, path string) {
	switch {
	case stored.Kind() != again.Kind():
		d.at(path, "stored is %s, recomputed %s", display(stored), display(again))
	case again.Kind() == Object:
		d.members(stored, again, path)
	case again.Kind() == Array:
		d.elements(stored, again, path)
	case stored.Text() != again.Text():
		d.at(path, "stored is %s, recomputed %s", display(stored), display(again))
	}
}

// elements looks for differences in the elements of two arrays. Where one is longer, what
// both end with is left out first, so that one element more is one difference.
func (d *differences) elements(stored, again Node, path string) {
	first, before, after := 0, stored.Len(), again.Len()
	if before != after {
		for first < min(before, after) && same(stored.Element(first), again.Element(first)) {
			first++
		}
		for first < min(before, after) && same(stored.Element(before-1), again.Element(after-1)) {
			before, after = before-1, after-1
		}
	}
	for ; first < min(before, after) && !d.full(); first++ {
		d.compare(stored.Element(first), again.Element(first), pointer.Element(path, first))
	}
	if before != after {
		d.at(pointer.Element(path, first), "stored are %d elements, recomputed %d", stored.Len(), again.Len())
	}
}

// same reports whether two values do not differ.
func same(stored, again Node) bool {
	d := differences{most: 1}
	d.compare(stored, again, "")
	return !d.full()
}

// members looks for differences in the members of two objects.
func (d *differences) members(stored, again Node, path string) {
	for i := 0; i < again.Len() && !d.full(); i++ {
		name, value := again.Member(i)
		if other, there := stored.Find(name); there {
			d.compare(other, value, pointer.Member(path, name))
		} else if at := pointer.Member(path, name); !d.tooOld(at) {
			d.at(at, "stored is nothing, recomputed %s", display(value))
		}
	}
	for i := 0; i < stored.Len() && !d.full(); i++ {
		name, value := stored.Member(i)
		if _, there := again.Find(name); !there {
			d.at(pointer.Member(path, name), "stored is %s, recomputed nothing", display(value))
		}
	}
}

// display is a value as a message shows it.
func display(n Node) string {
	switch n.Kind() {
	case String:
		return fmt.Sprintf("%.40q", n.Text())
	case Object, Array:
		return n.Kind().String()
	}
	return strings.TrimSpace(n.Text())
}
