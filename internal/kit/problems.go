package kit

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Problems collects issues, as many as strict reading lists, and counts the rest.
type Problems struct {
	// Issues are those that are listed.
	Issues  []mtss.Issue
	omitted int64
}

// Fail adds an issue.
func (p *Problems) Fail(path string, code mtss.Code, format string, args ...any) {
	if len(p.Issues) == strict.MaxIssues {
		p.omitted++
		return
	}
	p.Issues = append(p.Issues, mtss.Issuef(path, code, format, args...))
}

// Add adds issues.
func (p *Problems) Add(issues ...mtss.Issue) {
	free := min(len(issues), strict.MaxIssues-len(p.Issues))
	p.Issues = append(p.Issues, issues[:free]...)
	p.omitted += int64(len(issues) - free)
}

// Take adds what others collected.
func (p *Problems) Take(others *Problems) {
	p.Add(others.Issues...)
	p.omitted += others.omitted
}

// Once fails if a word was seen before, and remembers it.
func (p *Problems) Once(path string, code mtss.Code, seen map[string]bool, word string) {
	if seen[word] {
		p.Fail(path, code, "%q appears twice", word)
	}
	seen[word] = true
}

// Word fails unless a word is one of a closed list, of which what says what it
// holds: "a format", and names the nearest one. It reports whether it is.
func (p *Problems) Word(path string, code mtss.Code, word, what string, list []string) bool {
	if slices.Contains(list, word) {
		return true
	}
	p.Fail(path, code, "%q is not %s, %s", word, what, strict.Instead(word, list))
	return false
}

// List returns the issues, with a last one of strict.CodeLarge for those that
// are not listed.
func (p *Problems) List() []mtss.Issue {
	if p.omitted > 0 {
		return append(slices.Clone(p.Issues), mtss.Issuef("", strict.CodeLarge, "%d more problems are not listed", p.omitted))
	}
	return p.Issues
}

// Windows reports windows that share an id.
func (p *Problems) Windows(path string, code mtss.Code, windows []mtss.Window) {
	seen := map[string]bool{}
	for i, w := range windows {
		p.Once(pointer.Element(path, i)+"/id", code, seen, w.ID)
	}
}
