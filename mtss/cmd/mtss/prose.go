package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// writeProse writes a result for people.
func writeProse(w io.Writer, r instrument.Result) error {
	_, err := io.WriteString(w, strings.Join(r.Lines(), "\n")+"\n\n")
	return err
}

func joinSorted(names []string) string {
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// progress counts records on a terminal, so that long work shows that it goes on.
type progress struct {
	w     io.Writer // nil where there is no terminal
	count int
}

func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return &progress{}
	}
	return &progress{w: w}
}

const progressEvery = 10_000

func (p *progress) step() {
	p.count++
	if p.w != nil && p.count%progressEvery == 0 {
		fmt.Fprintf(p.w, "\r%d records", p.count)
	}
}

func (p *progress) done() {
	if p.w != nil && p.count >= progressEvery {
		fmt.Fprintf(p.w, "\r%d records\n", p.count)
	}
}
