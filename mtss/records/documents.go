package records

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
)

// Documents yields the JSON documents of an input: its lines, as [Lines] does, or
// the whole input if it is one document that spans several lines. It is taken for
// one document if its first line is not a JSON value and either the whole input
// is one or no later line begins one in its first column; so a broken line among
// others costs none of them. A document over several lines may be MaxLine bytes
// long.
func Documents(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := buffered(r)
		if !startsBroken(in) {
			Lines(in)(yield)
			return
		}
		head, err := io.ReadAll(io.LimitReader(in, MaxLine+1))
		if err == nil && len(head) <= MaxLine && spans(head) {
			line := 1 + bytes.Count(head[:len(head)-len(bytes.TrimLeft(head, space))], []byte{'\n'})
			yield(Line{Number: line, Data: bytes.Trim(head, space)}, nil)
			return
		}
		rest := io.Reader(in)
		if err != nil {
			rest = failed{err}
		}
		Lines(io.MultiReader(bytes.NewReader(head), rest))(yield)
	}
}

// space is what JSON takes for space.
const space = " \t\r\n"

// startsBroken reports whether the first line that is not blank begins an object
// that does not end on it. A line longer than the buffer is taken to be complete.
func startsBroken(in *bufio.Reader) bool {
	head, _ := in.Peek(bufferSize)
	for line := range bytes.Lines(head) {
		line = bytes.Trim(line, space)
		if len(line) > 0 {
			more := len(line) < len(head)
			return more && line[0] == '{' && !json.Valid(line)
		}
	}
	return false
}

// spans reports whether an input is to be read as one document.
func spans(data []byte) bool {
	if json.Valid(data) {
		return true
	}
	return !bytes.Contains(bytes.TrimLeft(data, space), []byte("\n{"))
}

// failed is an input that broke off.
type failed struct{ err error }

func (f failed) Read([]byte) (int, error) { return 0, f.err }
