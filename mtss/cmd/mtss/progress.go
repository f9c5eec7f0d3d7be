package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// progress shows on a terminal how many lines were read and how long the rest takes, so
// that long work shows that it goes on. It goes in front of standard error, so that what
// is written there in between begins a line of its own.
type progress struct {
	w            io.Writer
	now          func() time.Time // nil where there is no terminal
	mu           sync.Mutex
	began, shown time.Time
	lines        int
	read, whole  int64 // bytes; whole is less than 0 where some input has no size
	open         bool  // the last line is the count
}

// progressEvery is how often the count is shown anew, and how long work goes on until it
// is shown at all.
const progressEvery = time.Second

func newProgress(w io.Writer) *progress {
	p := &progress{w: w}
	if isTerminal(w) {
		p.now = time.Now
	}
	return p
}

// expect has inputs counted in when it is worked out how much is left.
func (p *progress) expect(names []string) {
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && p.whole >= 0 {
			p.whole += info.Size()
		} else {
			p.whole = -1
		}
	}
}

// reading counts what is read.
func (p *progress) reading(in io.Reader) io.Reader {
	if p.now == nil {
		return in
	}
	return &countedIn{progress: p, in: in}
}

// countedIn is an input that is counted. What is read twice is done once the second time.
type countedIn struct {
	*progress
	in          io.Reader
	lines, size int
}

func (c *countedIn) Read(data []byte) (int, error) {
	n, err := c.in.Read(data)
	lines := bytes.Count(data[:n], []byte("\n"))
	c.lines, c.size = c.lines+lines, c.size+n
	c.step(lines, n)
	return n, err
}

// Seek goes back where the input can: of a long table the rows are counted first.
func (c *countedIn) Seek(offset int64, whence int) (int64, error) {
	seeker, ok := c.in.(io.Seeker)
	if !ok {
		return 0, errors.ErrUnsupported
	}
	if whence == io.SeekStart {
		c.step(-c.lines, 0)
		c.whole += int64(c.size)
		c.lines, c.size = 0, 0
	}
	return seeker.Seek(offset, whence)
}

// step counts lines and bytes, and shows the count where it is time.
func (p *progress) step(lines, size int) {
	if p.now == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines, p.read = p.lines+lines, p.read+int64(size)
	now := p.now()
	if p.began.IsZero() {
		p.began, p.shown = now, now
	}
	if now.Sub(p.shown) < progressEvery {
		return
	}
	p.shown, p.open = now, true
	fmt.Fprintf(p.w, "\r%d lines", p.lines)
	if p.whole >= p.read && p.read > 0 {
		left := time.Duration(float64(now.Sub(p.began)) * float64(p.whole-p.read) / float64(p.read))
		fmt.Fprintf(p.w, ", %d %%, %s left ", 100*p.read/p.whole, left.Round(time.Second))
	}
}

// Write ends the line of the count before it writes.
func (p *progress) Write(data []byte) (int, error) {
	p.done()
	return p.w.Write(data)
}

// done ends the line of the count.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open {
		p.open = false
		fmt.Fprintln(p.w)
	}
}

// isTerminal reports whether w is a terminal, as far as the standard library
// can tell: a character device.
func isTerminal(w io.Writer) bool {
	if file, ok := w.(*os.File); ok {
		info, err := file.Stat()
		return err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return false
}
