package strict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Sort puts issues into document order: by the offset at which their paths
// stand. A path that the document lacks comes right after its longest existing
// prefix, so that a missing member is named at the start of its object. Issues
// of one place keep their order.
func (d *Document) Sort(issues []mtss.Issue) {
	if len(issues) < 2 {
		return
	}
	keyed := make([]keyedIssue, len(issues))
	for i, issue := range issues {
		keyed[i] = keyedIssue{d.rank(issue.Path), issue}
	}
	byRank := func(a, b keyedIssue) int { return cmp.Compare(a.rank, b.rank) }
	if slices.IsSortedFunc(keyed, byRank) {
		return
	}
	slices.SortStableFunc(keyed, byRank)
	for i := range keyed {
		issues[i] = keyed[i].issue
	}
}

type keyedIssue struct {
	rank  int
	issue mtss.Issue
}

// rank orders the places: two of them for each offset, one for what stands
// there and one for what is missing in it.
func (d *Document) rank(path string) int {
	at, exact := d.place(path)
	if exact {
		return 2 * at
	}
	return 2*at + 1
}

// place returns the offset at which a path stands, or its longest existing
// prefix if exact is false.
func (d *Document) place(path string) (at int, exact bool) {
	if at, ok := d.lost[path]; ok {
		return int(at), true
	}
	n := d.Root()
	if n.node == nil {
		return 0, path == ""
	}
	for rest := path; rest != ""; {
		next, tail, ok := n.follow(rest)
		if !ok {
			return int(n.node.at), false
		}
		n, rest = next, tail
	}
	return int(n.node.at), true
}

// follow goes one token of a JSON Pointer down.
func (n Node) follow(pointer string) (next Node, rest string, ok bool) {
	if pointer[0] != '/' {
		return n, "", false
	}
	token := pointer[1:]
	if end := strings.IndexByte(token, '/'); end >= 0 {
		token, rest = token[:end], token[end:]
	}
	if n.Kind() == Array {
		next, ok = n.elementNamed(token)
		return next, rest, ok
	}
	if strings.Contains(token, "~") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
	}
	next, ok = n.Find(token)
	return next, rest, ok
}

func (n Node) elementNamed(token string) (Node, bool) {
	i, err := strconv.Atoi(token)
	if err != nil || strconv.Itoa(i) != token {
		return Node{}, false
	}
	next := n.Element(i)
	return next, next.node != nil
}
