package rollup

import (
	"bytes"
	"io"

	"github.com/openmtss/mtss-go/mtss/records"
)

// chunkSize is how much of a source is read at once.
const chunkSize = 1 << 18

// chunks reads the lines of a source that begin in a range.
type chunks struct {
	*InputFile
	until  int64  // where the range ends
	offset int64  // of the buffer in the source
	buffer []byte // with slack after what is held
	held   int
	skips  bool // the rest of a line, which is of the range before or too long
}

func newChunks(s *InputFile, from, until int64) chunks {
	c := chunks{InputFile: s, until: until, offset: from, buffer: make([]byte, chunkSize+slack), skips: from > 0}
	if c.skips { // up to the end of the line that the byte before belongs to
		c.offset--
	}
	return c
}

// fill reads on; last is set at the end of the source.
func (c *chunks) fill() (last bool, err error) {
	n := min(int64(len(c.buffer)-slack-c.held), c.Size-c.offset-int64(c.held))
	got, err := c.In.ReadAt(c.buffer[c.held:c.held+int(n)], c.offset+int64(c.held))
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
	for c.offset < c.until || c.held > 0 {
		last, err := c.fill()
		if err != nil {
			return err
		}
		lines := 0
		read, done := c.each(last, func(at int64, line []byte) {
			lines++
			use(at, line)
		})
		step(lines, read)
		if done {
			return nil
		}
		switch {
		case read > 0 || c.held < len(c.buffer)-slack:
		case c.held <= records.MaxLine+1:
			c.buffer = append(c.buffer, make([]byte, len(c.buffer))...)
		default:
			if !c.skips {
				if c.offset >= c.until {
					return nil
				}
				tooLong(c.offset)
			}
			c.skips, read = true, c.held
		}
		c.held = copy(c.buffer, c.buffer[read:c.held])
		c.offset += int64(read)
	}
	return nil
}
