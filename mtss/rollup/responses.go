package rollup

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// responses reads answers in the order of the definition, each on the scale of its item.
func (f *form) responses(c *cursor, scored []uint64, given *instrument.Responses) bool {
	data, at := c.data, c.at
	if data[at] == '}' {
		c.at++
		return true
	}
	for k := 0; k < len(f.items) && at <= c.end; k++ {
		if given == nil {
			from := k
			k = f.stretch(data, at, c.end, from)
			at += f.starts[k] - f.starts[from]
			for i := from; i < k; {
				n := min(k-i, 64-i%64)
				scored[i/64] |= (1<<n - 1) << (i % 64)
				i += n
			}
		}
		it := &f.items[k]
		if n := at + len(it.name); n > c.end || string(data[at:n]) != it.name {
			continue
		}
		at += len(it.name)
		answer, score := instrument.Response{Item: it.id}, uint(data[at]-'0')
		switch {
		case score <= 9:
			at++
			for digits := 1; data[at]-'0' <= 9; digits++ {
				if digits == 3 || score == 0 {
					return false
				}
				score = score*10 + uint(data[at]-'0')
				at++
			}
			if score > 255 || !it.scores[score] {
				return false
			}
			scored[k/64] |= 1 << (k % 64)
			answer.Score = int(score)
		case at+4 <= c.end && string(data[at:at+4]) == "null":
			at += 4
			answer.NotScored = true
		default:
			return false
		}
		if given != nil {
			*given = append(*given, answer)
		}
		if data[at] != ',' {
			c.at = at + 1
			return data[at] == '}' && c.at <= c.end
		}
		at++
	}
	return false
}

// pattern is what the responses look like if each is there and of one digit, up to the
// last: eight bytes of a line are compared with it at once.
type pattern struct {
	words  []eight // from each byte on
	item   []int   // by byte
	starts []int   // by item, where it begins
}

// eight is what eight bytes are to be.
type eight struct {
	text   uint64
	digits uint64 // 0x0f where a digit is
	room   uint64 // there, how much can be added before a score is too large, to 0x80
}

// newPattern makes the pattern of items; what is not of scores from 0 on never fits.
func newPattern(items []formItem) (p pattern) {
	var text, digits, room []byte
	for k, it := range items {
		p.starts = append(p.starts, len(text))
		most := 0
		for it.scores != nil && most < 10 && it.scores[most] {
			most++
		}
		text, digits, room = append(text, it.name...), append(digits, it.name...), append(room, it.name...)
		clear(digits[p.starts[k]:])
		clear(room[p.starts[k]:])
		if k == len(items)-1 || most == 0 || slices.Contains(it.scores[most:], true) {
			text, digits, room = append(text, 0xff), append(digits, 0), append(room, 0)
		} else {
			text, digits, room = append(text, '0'), append(digits, 0x0f), append(room, byte(0x80-most))
		}
		text, digits, room = append(text, ','), append(digits, 0), append(room, 0)
		for len(p.item) < len(text) {
			p.item = append(p.item, k)
		}
	}
	for i := range max(0, len(text)-7) {
		p.words = append(p.words, eight{binary.LittleEndian.Uint64(text[i:]), binary.LittleEndian.Uint64(digits[i:]), binary.LittleEndian.Uint64(room[i:])})
	}
	return p
}

// stretch returns the first item from one on, which begins at a place, whose response
// does not look as in the pattern or is the last.
func (p *pattern) stretch(data []byte, at, end, from int) (item int) {
	i := p.starts[from]
	for ; i < len(p.words) && at <= end; i, at = i+8, at+8 {
		w := &p.words[i]
		x := binary.LittleEndian.Uint64(data[at:]) ^ w.text
		if bad := x&^w.digits | (x+w.room)&0x8080808080808080; bad != 0 {
			return p.item[i+bits.TrailingZeros64(bad)/8]
		}
	}
	return p.item[min(i, len(p.item)-1)]
}
