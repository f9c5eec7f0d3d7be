package coaching

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// mostIssues is how many problems are listed, as in strict reading.
const mostIssues = strict.MaxIssues

// marshal writes a root document, whose kind and version are set already.
func marshal(v any) ([]byte, error) { return json.Marshal(v) }

// orEmpty returns a list that is written as one even if it is nil.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// problems collects issues, up to a limit.
type problems struct {
	issues  []mtss.Issue
	omitted int64
}

func (p *problems) fail(path string, code mtss.Code, format string, args ...any) {
	p.add(mtss.Issuef(path, code, format, args...))
}

func (p *problems) add(issues ...mtss.Issue) {
	room := min(len(issues), mostIssues-len(p.issues))
	p.issues = append(p.issues, issues[:room]...)
	p.omitted += int64(len(issues) - room)
}

// list returns the issues, with a last one for those not listed.
func (p *problems) list() []mtss.Issue {
	if p.omitted > 0 {
		return append(slices.Clone(p.issues), mtss.Issuef("", CodeMany, "%d more problems are not listed", p.omitted))
	}
	return p.issues
}

// repeated reports ids of a list that stand twice.
func (p *problems) repeated(list, member string, n int, id func(i int) string) {
	first := make(map[string]int, n)
	for i := range n {
		at, known := first[id(i)]
		if known {
			p.fail(mtss.Element(list, i)+member, CodeRepeated, "%q is the id of number %d already", mtss.Clip(id(i)), at)
			continue
		}
		first[id(i)] = i
	}
}

// period reports a stretch of days that ends before it begins.
func (p *problems) period(path string, code mtss.Code, from, until mtss.Date) {
	if !until.IsZero() && until.Before(from) {
		p.fail(path+"/until", code, "until %s is before from %s", until, from)
	}
}

// within reports whether a day lies between two others; a bound that is no date is open.
func within(on, from, until mtss.Date) bool {
	return !on.Before(from) && (until.IsZero() || !on.After(until))
}

// Notice is something about the coaching of a district that its team should
// look at. It is no error: the document is as it should be, the coaching may
// not be.
type Notice struct {
	// Path is a JSON Pointer into the document that the notice is about; empty
	// where it is about the log or a whole document.
	Path string `json:"path,omitzero"`
	// Code is the stable name of the notice.
	Code mtss.Code `json:"code"`
	// Message says it in a sentence.
	Message string `json:"message"`
	// Source is where what is missed is asked for; absent where it follows from
	// the documents alone.
	Source mtss.Source `json:"source,omitzero"`
}

// count puts a number before a noun.
func count(n int64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.FormatInt(n, 10) + " " + noun
}
