package mtss

import "fmt"

// Problem is an issue at a place of a file, or, as a notice, what is good to know of it.
type Problem struct {
	// File is the input, as it was named; "" where there is only one, and "." for a
	// folder itself.
	File string `json:"file,omitzero"`
	// Line is the number of the line, from 1; 0 for the input as a whole.
	Line int `json:"line"`
	// Issue is what is wrong; its path leads into the document that is there.
	Issue
	// Notice reports whether nothing is wrong.
	Notice bool `json:"-"`
}

// Error says where it is, and what: "file:line path: message (code)".
func (p Problem) Error() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, p.Line)
	}
	if p.Path != "" {
		place += " " + p.Path
	}
	return fmt.Sprintf("%s: %s (%s)", place, p.Message, p.Code)
}
