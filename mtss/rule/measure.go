package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
)

// Kind is what sort of measure it is. The zero value is not a kind.
type Kind string

// The kinds of measures.
const (
	// KindTally is so many of so many, some of which may be unknown.
	KindTally Kind = "tally"
	// KindRatio is a share without counts, such as a mean of subscales.
	KindRatio Kind = "ratio"
	// KindYesNo is a verdict reached elsewhere.
	KindYesNo Kind = "yesNo"
	// KindQuantity is an amount in a unit, such as hours.
	KindQuantity Kind = "quantity"
	// KindDate is a date.
	KindDate Kind = "date"
	// KindCategory is one of several words.
	KindCategory Kind = "category"
)

// Kinds returns the kinds of measures.
func Kinds() []Kind {
	return []Kind{KindTally, KindRatio, KindYesNo, KindQuantity, KindDate, KindCategory}
}

// UnmarshalText reads a kind. Errors: CodeKind.
func (k *Kind) UnmarshalText(text []byte) error {
	if !slices.Contains(Kinds(), Kind(text)) {
		return mtss.Issuef("", CodeKind, "%q is not a kind of measure, %s", string(text), strict.Instead(string(text), Kinds()))
	}
	*k = Kind(text)
	return nil
}

// Measure is something that rules may compare.
type Measure struct {
	// Name is what nodes call it, such as "dca.total".
	Name string `json:"name"`
	// Kind says which comparisons it takes.
	Kind Kind `json:"kind"`
	// Unit is the plural of what a tally counts or a quantity is in: "points", "people", "h".
	Unit string `json:"unit,omitzero"`
	// Series marks a measure with a value for each of several dates.
	Series bool `json:"series,omitzero"`
	// Categories are the words that a value of kind category may be. Without them any
	// word is taken, and nothing tells a misspelt one.
	Categories []string `json:"categories,omitzero"`
}

// Label is what people call the measure: "Staff using it as intended" for
// "fidelity.practitioners". A measure of a host is called by its name.
func (m Measure) Label() string { return word.Measure(m.Name) }

// same reports whether two measures are declared alike.
func (m Measure) same(n Measure) bool {
	return m.Name == n.Name && m.Kind == n.Kind && m.Unit == n.Unit && m.Series == n.Series && slices.Equal(m.Categories, n.Categories)
}

// notCategory says why a word is not one of the measure's categories; "" if it is
// one, or may be.
func (m Measure) notCategory(word string) string {
	if len(m.Categories) == 0 || slices.Contains(m.Categories, word) {
		return ""
	}
	if near := strict.Nearest(word, m.Categories); near != "" {
		return "did you mean " + strconv.Quote(near) + "? It is one of " + strings.Join(m.Categories, ", ")
	}
	return "want one of " + strings.Join(m.Categories, ", ")
}

// unknown is the text of a fact of which nothing is known, whatever its kind.
const unknown = "unknown"

// Group is a name for several measures, which "each" may use in their place.
type Group struct {
	// Name is what nodes call it, such as "subscales".
	Name string
	// Members are names of measures.
	Members []string
}

// Vocabulary lists the measures that nodes may speak of, in the order in which
// a [Judge] takes their values.
type Vocabulary struct {
	// Measures are the measures; each name appears once.
	Measures []Measure
	// Groups are names for several measures; a group may be empty.
	Groups []Group
	// Calendar says what "within" means by a school year, and which windows there are.
	Calendar mtss.Calendar
}

// Facts holds values by the name of their measure.
type Facts map[string]Value

// Values returns the facts in the order of the vocabulary; a measure without a
// fact is missing, and a fact of no measure is left out.
func (v Vocabulary) Values(facts Facts) []Value {
	values := make([]Value, len(v.Measures))
	for i, m := range v.Measures {
		values[i] = facts[m.Name]
	}
	return values
}

// ValuesOn is Values as of a day, which follows behind them for nodes with
// "within": it leaves out what is of a later day, and counts that by the name of
// the measure.
func (v Vocabulary) ValuesOn(facts Facts, on mtss.Date) (values []Value, later map[string]int) {
	values = v.Values(facts)
	for i := range values {
		after := 0
		if values[i], after = values[i].until(on); after > 0 {
			if later == nil {
				later = map[string]int{}
			}
			later[v.Measures[i].Name] = after
		}
	}
	return append(values, OfDate(on)), later
}

// clone returns a deep copy of the vocabulary.
func (v Vocabulary) clone() Vocabulary {
	v.Measures, v.Groups = slices.Clone(v.Measures), slices.Clone(v.Groups)
	for i := range v.Measures {
		v.Measures[i].Categories = slices.Clone(v.Measures[i].Categories)
	}
	for i := range v.Groups {
		v.Groups[i].Members = slices.Clone(v.Groups[i].Members)
	}
	v.Calendar.Closures, v.Calendar.Windows = slices.Clone(v.Calendar.Closures), slices.Clone(v.Calendar.Windows)
	return v
}

// index finds a measure by name; -1 if there is none.
func (v Vocabulary) index(name string) int {
	return slices.IndexFunc(v.Measures, func(m Measure) bool { return m.Name == name })
}

// members resolves a name that "each" uses; ok is false for an unknown one.
func (v Vocabulary) members(name string) (indices []int, ok bool) {
	if i := v.index(name); i >= 0 {
		return []int{i}, true
	}
	for _, g := range v.Groups {
		if g.Name != name {
			continue
		}
		for _, member := range g.Members {
			i := v.index(member)
			if i < 0 {
				return nil, false
			}
			indices = append(indices, i)
		}
		return indices, true
	}
	return nil, false
}
