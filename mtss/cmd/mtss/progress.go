package main

import (
	"fmt"
	"io"
	"os"
)

// progress counts records on a terminal, so that long work shows that it goes
// on. It goes in front of standard error, so that what is written there in between
// begins a line of its own.
type progress struct {
	w     io.Writer
	show  bool
	count int
	open  bool // the last line is the count
}

// progressEvery is how many records go by until the count is shown anew.
const progressEvery = 10_000

func newProgress(w io.Writer) *progress { return &progress{w: w, show: isTerminal(w)} }

func (p *progress) step() {
	p.count++
	if p.show && p.count%progressEvery == 0 {
		fmt.Fprintf(p.w, "\r%d records", p.count)
		p.open = true
	}
}

// steps are several.
func (p *progress) steps(n int) {
	for range n {
		p.step()
	}
}

// Write ends the line of the count before it writes.
func (p *progress) Write(data []byte) (int, error) {
	if p.open {
		p.open = false
		fmt.Fprintln(p.w)
	}
	return p.w.Write(data)
}

// done shows the last count, if there was one before.
func (p *progress) done() {
	if p.show && p.count >= progressEvery {
		fmt.Fprintf(p.w, "\r%d records\n", p.count)
		p.open = false
	}
}

// isTerminal reports whether w is a terminal, as far as the standard library
// can tell: a character device.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
