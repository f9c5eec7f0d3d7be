package mtss

import (
	"fmt"
	"slices"
)

// Code names one kind of problem, such as "instrument.item.unknown". Codes are
// stable and never reused; CODES.md lists every one. A Code is an error, so
// that errors.Is(err, CodeX) finds it in any error of this library.
type Code string

// Error returns the code itself.
func (c Code) Error() string { return string(c) }

// Issue is one problem in a caller's document.
type Issue struct {
	// Path is a JSON Pointer (RFC 6901) into the document; "" is the whole of it.
	Path string `json:"path"`
	// Code is the stable name of the problem.
	Code Code `json:"code"`
	// Message says what is wrong and what is allowed, in lower case.
	Message string `json:"message"`
	// Template is the message with {0}, {1} and so on in place of what is
	// particular to the document: the same text wherever the same thing is
	// wrong, so that a host can look up its translation by it.
	Template string `json:"template,omitzero"`
	// Params fill in the places of the template, in their order.
	Params []string `json:"params,omitempty"`
}

// Error returns "path: message", or the message alone for the whole document.
func (i Issue) Error() string {
	if i.Path == "" {
		return i.Message
	}
	return i.Path + ": " + i.Message
}

// Unwrap returns the code, for errors.Is.
func (i Issue) Unwrap() error { return i.Code }

// Issuef returns an issue with a formatted message, and what it was made of.
func Issuef(path string, code Code, format string, args ...any) Issue {
	if false {
		_ = fmt.Sprintf(format, args...) // so that go vet checks the calls
	}
	template, params := parts(format, args)
	return Issue{Path: path, Code: code, Message: FillIn(template, params), Template: template, Params: params}
}

// ValidationError holds every problem of one document, in document order.
type ValidationError struct {
	// Issues are the problems, in document order.
	Issues []Issue
}

// Error returns the first issue and how many more there are.
func (e *ValidationError) Error() string {
	switch {
	case e == nil || len(e.Issues) == 0:
		return "invalid"
	case len(e.Issues) == 1:
		return e.Issues[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", e.Issues[0].Error(), len(e.Issues)-1)
}

// Unwrap returns the issues, so that errors.Is sees each code.
func (e *ValidationError) Unwrap() []error {
	if e == nil {
		return nil
	}
	errs := make([]error, len(e.Issues))
	for i, issue := range e.Issues {
		errs[i] = issue
	}
	return errs
}

// Issues returns the issues that err holds, through any wrapping and joining,
// in their order; nil if it holds none.
func Issues(err error) []Issue {
	switch e := err.(type) {
	case *ValidationError:
		if e == nil {
			return nil
		}
		return slices.Clone(e.Issues)
	case Issue:
		return []Issue{e}
	case interface{ Unwrap() error }:
		return Issues(e.Unwrap())
	case interface{ Unwrap() []error }:
		var all []Issue
		for _, inner := range e.Unwrap() {
			all = append(all, Issues(inner)...)
		}
		return all
	}
	return nil
}
