//go:build !js

package instrument

import (
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Half of what a result says are findings. What follows only saves time: it appends a
// criterion and its finding as the plans of their types write them, without asking for
// each field by reflection, and leaves what is not good, very deep or very long to the
// plans, which alone say why. A test holds the two against each other.

const (
	deepFinding = strict.MaxDepth / 4 // an object and a list for each, and a need below
	longFinding = strict.MaxSize / 2
)

// findings appends criteria and findings.
type findings struct {
	dst   []byte
	depth int
	bad   bool
}

// appendPlain appends the criterion without its levels; ok is false where that is left to
// the plan.
func (c *CriterionResult) appendPlain(dst []byte) (out []byte, ok bool) {
	w := findings{dst: append(dst, '{')}
	w.word(`"id":`, c.ID)
	w.word(`"title":`, c.Title)
	w.word(`"provenance":`, string(c.Provenance))
	w.finding(&c.Finding)
	return w.dst, !w.bad && len(w.dst)-len(dst) < longFinding
}

// finding appends the members of a finding and ends its object.
func (w *findings) finding(f *rule.Finding) {
	w.word(`"path":`, f.Path)
	w.word(`"verdict":`, f.Verdict.String())
	w.text(`"operator":`, string(f.Operator))
	w.count(`"count":`, int64(f.Count))
	w.text(`"measure":`, f.Measure)
	w.text(`"unit":`, f.Unit)
	if !f.Measured.IsZero() {
		w.own(`"measured":`, &f.Measured)
	}
	if !f.Wanted.IsZero() {
		w.own(`"wanted":`, &f.Wanted)
	}
	w.count(`"last":`, int64(f.Last))
	w.count(`"times":`, int64(f.Times))
	w.text(`"within":`, f.Within)
	w.key(`"needed":[`)
	for i := range f.Needed {
		w.need(&f.Needed[i])
	}
	w.dst = append(w.dst, ']')
	if f.Unreachable {
		w.key(`"unreachable":true`)
	}
	if f.Source != nil {
		w.key(`"source":`)
		w.took(strict.Append(w.dst, f.Source))
	}
	w.text(`"why":`, f.Why)
	w.key(`"children":[`)
	w.depth++
	w.bad = w.bad || w.depth > deepFinding
	for i := range f.Children {
		if w.bad {
			return
		}
		w.key("{")
		w.finding(&f.Children[i])
	}
	w.depth--
	w.dst = append(w.dst, "]}"...)
}

func (w *findings) need(n *rule.Need) {
	w.key("{")
	w.count(`"more":`, n.More)
	w.count(`"fewer":`, n.Fewer)
	w.key(`"evenIf":`)
	w.dst = strconv.AppendInt(w.dst, n.EvenIf, 10)
	w.text(`"gap":`, n.Gap)
	w.word(`"unit":`, n.Unit)
	w.dst = append(w.dst, '}')
}

// key begins a member, or an element of a list.
func (w *findings) key(key string) {
	if last := w.dst[len(w.dst)-1]; last != '{' && last != '[' {
		w.dst = append(w.dst, ',')
	}
	w.dst = append(w.dst, key...)
}

// took takes what was appended.
func (w *findings) took(dst []byte, err error) {
	w.dst, w.bad = dst, w.bad || err != nil
}

func (w *findings) own(key string, v strict.Appender) {
	w.key(key)
	w.took(v.AppendJSON(w.dst))
}

func (w *findings) word(key, text string) {
	w.key(key)
	w.took(strict.AppendString(w.dst, text))
}

// text is word of a member that is left out where it is empty.
func (w *findings) text(key, text string) {
	if text != "" {
		w.word(key, text)
	}
}

// count appends a number that is left out where it is 0.
func (w *findings) count(key string, n int64) {
	if n != 0 {
		w.key(key)
		w.dst = strconv.AppendInt(w.dst, n, 10)
	}
}
