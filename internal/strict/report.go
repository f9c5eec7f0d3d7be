package strict

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// step is one token of a JSON Pointer: a name, or an index if name is unset.
type step struct {
	name  string
	index int // -1 for a name
}

// report collects issues and keeps the path of the value in hand as steps, so
// that a good document pays for no path.
type report struct {
	base   string
	steps  []step
	issues []mtss.Issue
	bytes  int
	full   bool
}

func (r *report) enter(name string) { r.steps = append(r.steps, step{name, -1}) }
func (r *report) at(index int)      { r.steps = append(r.steps, step{"", index}) }
func (r *report) leave()            { r.steps = r.steps[:len(r.steps)-1] }

// path returns the JSON Pointer of the value in hand.
func (r *report) path() string {
	if len(r.steps) == 0 {
		return r.base
	}
	buf := make([]byte, 0, 64)
	buf = append(buf, r.base...)
	for _, s := range r.steps {
		buf = append(buf, '/')
		if s.index >= 0 {
			buf = strconv.AppendInt(buf, int64(s.index), 10)
			continue
		}
		buf = appendToken(buf, s.name)
	}
	return string(buf)
}

// appendToken writes a name as RFC 6901 wants it.
func appendToken(buf []byte, name string) []byte {
	if strings.ContainsAny(name, "~/") {
		name = strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
	}
	return append(buf, name...)
}

// add reports a problem of the value in hand.
func (r *report) add(code mtss.Code, format string, args ...any) {
	if !r.full {
		r.put(mtss.Issuef(r.path(), code, format, args...))
	}
}

// addMember reports a problem of a member of the value in hand.
func (r *report) addMember(name string, code mtss.Code, format string, args ...any) {
	if !r.full {
		r.put(mtss.Issuef(pointer.Member(r.path(), name), code, format, args...))
	}
}

// put appends one issue. The list ends after MaxIssues, or when the paths are
// together as long as a document may be: deep paths with long names could
// otherwise take a thousand times the memory of the document.
func (r *report) put(issue mtss.Issue) {
	if r.full {
		return
	}
	r.bytes += len(issue.Path)
	if len(r.issues) >= MaxIssues || r.bytes > MaxSize {
		r.full = true
		issue = mtss.Issuef(issue.Path, CodeLarge, "has more problems than the %d listed, correct those first", len(r.issues))
	}
	r.issues = append(r.issues, issue)
}

// clip cuts a value of the caller to what fits in a message.
func clip(text string) string {
	const keep = 40
	if len(text) <= keep {
		return text
	}
	end := keep
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
