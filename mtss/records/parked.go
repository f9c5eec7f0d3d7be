package records

import (
	"encoding/binary"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// mostPacked is how many rows of an administration are packed while others are read; one
// of more rows stays as it is, since packing takes as long as it has rows.
const mostPacked = 256

// packing packs administrations that are put aside, so that a table sorted by item, in
// which all of them are, takes a few bytes for each row.
type packing struct {
	index map[string]uint64 // of the items
	items []string
	lines map[string]int       // one that is free, or nil
	room  instrument.Responses // that is free
}

// What is known of an item, besides its score.
const (
	packedBad = iota
	packedNotScored
	packedNotApplicable
	packedScore
)

// pack packs the answers of an administration.
func (p *packing) pack(h *inHand) {
	if len(h.lines) > mostPacked {
		return
	}
	if p.index == nil {
		p.index = map[string]uint64{}
	}
	for item := range h.lines {
		if _, known := p.index[item]; !known && len(p.items) == MaxItems {
			return
		} else if !known {
			p.index[item] = uint64(len(p.items))
			p.items = append(p.items, item)
		}
	}
	a := &h.record.Administration
	packed := h.packed[:0]
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
	p.lines, p.room = h.lines, a.Responses[:0]
	h.packed, h.lines, h.record.rows, a.Responses, a.NotApplicable = packed, nil, nil, nil, nil
}

// free returns an empty map.
func (p *packing) free() map[string]int {
	if free := p.lines; free != nil {
		p.lines = nil
		return free
	}
	return map[string]int{}
}

// unpack makes a packed administration what it was.
func (p *packing) unpack(h *inHand) {
	if h.lines != nil { // it was not packed
		return
	}
	a := &h.record.Administration
	h.lines, a.Responses = p.free(), p.room
	p.room, h.record.rows = nil, h.lines
	packed := h.packed
	for len(packed) > 0 {
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
