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
