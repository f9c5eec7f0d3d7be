package profile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// types are those of all documents: what a profile is made of, and what is made of it. They
// are listed once, since files may have millions of documents.
var types = sync.OnceValue(func() kinds.List {
	return append(kinds.All(), kinds.Of[Profile](), kinds.Of[Words]())
})

// Kinds returns the kinds of all documents, in the order of their names.
func Kinds() []string {
	names := types().Kinds()
	slices.Sort(names)
	return names
}

// New returns an empty document of a kind; ok is false if there is no such kind.
func New(kind string) (document mtss.Document, ok bool) {
	t, ok := types().Named(kind)
	if !ok {
		return nil, false
	}
	return t.New(), true
}

// DecodeAny reads a document of any kind, which it names. Errors: strict.CodeEnum and
// strict.CodeMissing at /kind for none that is known, and those of its type.
func DecodeAny(data []byte) (mtss.Document, error) { return types().Decode(data) }

// ParseUnit reads a unit as its kind and id, such as "school/s-1".
func ParseUnit(text string) (mtss.Unit, error) {
	kind, id, _ := strings.Cut(text, "/")
	if id == "" {
		return mtss.Unit{}, fmt.Errorf("%q, want KIND/ID, such as school/s-1", text)
	}
	unit := mtss.Unit{ID: id}
	if err := unit.Kind.UnmarshalText([]byte(kind)); err != nil {
		return mtss.Unit{}, fmt.Errorf("%q: %w", text, err)
	}
	if says := strict.NotWord(id); says != "" {
		return mtss.Unit{}, fmt.Errorf("%q %s", text, says)
	}
	return unit, nil
}

// Words returns the words among the documents; those of several documents together, of
// which the last one that has a word counts.
func (d Documents) Words() Words {
	out := Words{Words: map[string]string{}}
	for _, words := range All[Words](d) {
		out.Language = cmp.Or(out.Language, words.Language)
		maps.Copy(out.Words, words.Words)
	}
	return out
}
