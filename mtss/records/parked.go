package records

import (
	"encoding/binary"
	"unique"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// mostPacked is how many rows of an administration are packed while others are read; one
// of more rows stays as it is, since packing takes as long as it has rows.
const mostPacked = 256

// packing packs administrations that are put aside, so that a table sorted by item, in
// which all of them are, takes a few bytes for each row, and some 130 for each administration.
type packing struct {
	index map[string]uint64 // of the items
	items []string
}

// parked is an administration that is put aside while others are read. What its rows
// have in common is not kept, since its next row says it again.
type parked struct {
	line, rows, left int
	last             string
	issues           []mtss.Issue
	said             unique.Handle[said]
	answers          []byte  // packed
	whole            *inHand // instead, where it is not packed
}

// said is what the first row of an administration says of it and its others have to
// repeat: the cells of [saidColumns].
type said [3]string

var saidColumns = [len(said{})]int{colRole, colTrained, colRecorded}

// What is known of an item, besides its score.
const (
	packedBad = iota
	packedNotScored
	packedNotApplicable
	packedScore
)

// pack puts an administration aside.
func (p *packing) pack(h *inHand) *parked {
	if len(h.lines) > mostPacked || !p.number(h.lines) {
		return &parked{whole: h}
	}
	aside := h.aside
	if aside == nil {
		aside = &parked{said: unique.Make(h.said())}
	}
	aside.line, aside.rows, aside.left, aside.last, aside.issues = h.record.Line, h.rows, h.left, h.last, h.issues
	a := &h.record.Administration
	packed := aside.answers[:0]
	add := func(item string, what, score int) {
		packed = binary.AppendUvarint(packed, p.index[item]*4+uint64(what))
		packed = binary.AppendUvarint(packed, uint64(h.lines[item]))
		if what == packedScore {
			packed = binary.AppendVarint(packed, int64(score))
		}
		delete(h.lines, item)
	}
	for _, r := range a.Responses {
		if r.NotScored {
			add(r.Item, packedNotScored, 0)
		} else {
			add(r.Item, packedScore, r.Score)
		}
	}
	for _, item := range a.NotApplicable {
		add(item, packedNotApplicable, 0)
	}
	for item := range h.lines {
		add(item, packedBad, 0)
	}
	aside.answers = packed
	return aside
}

// number numbers items; false if there are too many.
func (p *packing) number(lines map[string]int) bool {
	if p.index == nil {
		p.index = map[string]uint64{}
	}
	for item := range lines {
		if _, known := p.index[item]; !known && len(p.items) == MaxItems {
			return false
		} else if !known {
			p.index[item] = uint64(len(p.items))
			p.items = append(p.items, item)
		}
	}
	return true
}

// unpack fills an administration, of which what its rows have in common is known, with
// what was put aside of it.
func (p *packing) unpack(h *inHand, aside *parked) {
	h.aside = aside
	h.record.Line, h.rows, h.left, h.last, h.issues = aside.line, aside.rows, aside.left, aside.last, aside.issues
	for i, cell := range aside.said.Value() {
		h.common[saidColumns[i]] = cell
	}
	a := &h.record.Administration
	for packed := aside.answers; len(packed) > 0; {
		number, n := binary.Uvarint(packed)
		line, m := binary.Uvarint(packed[n:])
		packed = packed[n+m:]
		item := p.items[number/4]
		h.lines[item] = int(line)
		switch number % 4 {
		case packedNotScored:
			a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
		case packedNotApplicable:
			a.NotApplicable = append(a.NotApplicable, item)
		case packedScore:
			score, n := binary.Varint(packed)
			packed = packed[n:]
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: int(score)})
		}
	}
}
