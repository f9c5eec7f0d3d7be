package records

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

	tables "github.com/openmtss/mtss-go/internal/table"
)

// bufferSize is how much is asked of an input at once.
const bufferSize = 64 << 10

// Line is one line of an input.
type Line struct {
	// Number counts lines from 1.
	Number int
	// Data is the line without its end, valid until the next line.
	Data []byte
}

// Lines yields the lines of an input that are not blank. A line longer than
// MaxLine is skipped with CodeLineLarge; an input that breaks off ends with
// CodeRead, and the line in which it broke off is left out.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := buffered(r)
		var buffer []byte
		for number := 1; ; number++ {
			line, large, err := tables.AppendLine(in, buffer[:0])
			buffer = line
			if err != nil && err != io.EOF {
				yield(Line{Number: number}, brokenOff(err))
				return
			}
			if large {
				if !yield(Line{Number: number}, tooLarge()) {
					return
				}
			} else if line = tables.Content(line); !blank(line) && !yield(Line{Number: number, Data: line}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

var errNone = errors.New("there is none")

// buffered reads an input; a nil one breaks off at once.
func buffered(r io.Reader) *bufio.Reader {
	if r == nil {
		r = failed{errNone}
	}
	return bufio.NewReaderSize(r, bufferSize)
}

// blank reports whether a line holds nothing but what JSON takes for space.
func blank(line []byte) bool { return len(bytes.Trim(line, " \t\r")) == 0 }

func brokenOff(err error) error { return issue(CodeRead, "the input breaks off: %v", err) }

func tooLarge() error { return issue(CodeLineLarge, "the line is longer than %d bytes", MaxLine) }
