package rollup

import (
	"bytes"
	"io"

	"github.com/openmtss/mtss-go/mtss/records"
)

const (
	// chunkSize is how much of a source is read at once.
	chunkSize = 1 << 18
	// aligned is what the places of what is read, in the source and in memory, differ by a
	// multiple of. A copy to a place that is a few bytes further on in its line of the cache
	// takes more than twice the time.
	aligned = 64
)

// chunks reads the lines of a source that begin in a range.
type chunks struct {
	*InputFile
	until  int64 // where the range ends
	offset int64 // of the buffer in the source
	memory []byte
	buffer []byte // of memory, with slack after what is held
	held   int
	skips  bool // the rest of a line, which is of the range before or too long
}

// newChunks reads into memory, which may be nil.
func newChunks(s *InputFile, from, until int64, memory []byte) chunks {
	if memory == nil {
		memory = make([]byte, chunkSize+aligned+slack)
	}
	c := chunks{InputFile: s, until: until, offset: from, memory: memory, skips: from > 0}
	if c.skips { // up to the end of the line that the byte before belongs to
		c.offset--
	}
	c.hold(nil)
	return c
}

// hold has what is left come first.
func (c *chunks) hold(rest []byte) {
	c.buffer = c.memory[c.offset%aligned:]
	c.held = copy(c.buffer, rest)
}

// fill reads on, no more beyond the range than a line is likely to have; last is set at
// the end of the source.
func (c *chunks) fill() (last bool, err error) {
	at := c.offset + int64(c.held)
	n := min(int64(len(c.buffer)-slack-c.held), c.Size-at, max(0, c.until-at)+int64(max(again, c.held)))
	got, err := c.In.ReadAt(c.buffer[c.held:c.held+int(n)], at)
	if int64(got) < n {
		if err == nil || err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return false, err
	}
	c.held += got
	clear(c.buffer[c.held : c.held+slack])
	return c.offset+int64(c.held) == c.Size, nil
}

// each hands over the lines in hand, of which slack bytes beyond the end can be read,
// and returns how many bytes they have; done is set where the range ended.
func (c *chunks) each(last bool, use func(at int64, line []byte)) (read int, done bool) {
	for read < c.held {
		n := bytes.IndexByte(c.buffer[read:c.held], '\n')
		if n < 0 && !last {
			break
		}
		end, next := read+n, read+n+1
		if n < 0 {
			end, next = c.held, c.held
		}
		switch start := c.offset + int64(read); {
		case c.skips:
			c.skips = false
		case start >= c.until:
			return read, true
		default:
			use(start, c.buffer[read:end])
		}
		read = next
	}
	return read, last
}

// run hands over all lines, and of those that are too long only where they begin. step
// is told now and then how many they were, and how many bytes they have.
func (c *chunks) run(use func(at int64, line []byte), tooLong func(at int64), step func(lines, size int)) error {
	for {
		last, err := c.fill()
		if err != nil {
			return err
		}
		lines, size := 0, 0
		read, done := c.each(last, func(at int64, line []byte) {
			lines, size = lines+1, size+len(line)+1
			use(at, line)
		})
		step(lines, size)
		if done {
			return nil
		}
		switch {
		case c.offset+int64(read) >= c.until, c.skips && c.offset+int64(c.held) >= c.until:
			return nil // the next line begins beyond the range
		case read > 0 || c.held < len(c.buffer)-slack:
		case c.skips:
			read = c.held
		case c.held <= records.MaxLine+1:
			c.memory = append(c.memory, make([]byte, len(c.memory))...)
		default:
			tooLong(c.offset)
			c.skips, read = true, c.held
		}
		c.offset += int64(read)
		c.hold(c.buffer[read:c.held])
	}
}
