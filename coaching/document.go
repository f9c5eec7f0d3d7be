package coaching

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// problems collects issues.
type problems struct{ kit.Problems }

// repeated reports ids that appear twice in a list.
func (p *problems) repeated(list, member string, n int, id func(i int) string) {
	first := make(map[string]int, n)
	for i := range n {
		at, known := first[id(i)]
		if known {
			p.Fail(pointer.Element(list, i)+member, CodeRepeated, "%s already has the id %q", pointer.Element(list, at), id(i))
			continue
		}
		first[id(i)] = i
	}
}

// period reports a period that ends before it begins.
func (p *problems) period(path string, code mtss.Code, from, until mtss.Date) {
	if !until.IsZero() && until.Before(from) {
		p.Fail(path+"/until", code, "until %s is before from %s", until, from)
	}
}

// Notice is something about the coaching of a district that its team should look
// at. It is not an error in a document.
type Notice struct {
	// Path is a JSON Pointer into the document that the notice is about; empty
	// where it is about the log or a whole document.
	Path string `json:"path,omitzero"`
	// Code is the stable name of the notice.
	Code mtss.Code `json:"code"`
	// Message says it in one sentence.
	Message string `json:"message"`
	// Source is the publication that asks for what is missing; absent where the
	// notice follows from the documents alone.
	Source mtss.Source `json:"source,omitzero"`
}
