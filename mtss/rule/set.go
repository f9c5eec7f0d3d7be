package rule

import (
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Set is a document of rules that one body keeps, such as a state or a district.
// The zero value holds no rules.
type Set struct {
	// ID names the set, so that a lower scope can refine it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Scope says whose rules they are; absent means everyone's.
	Scope Scope `json:"scope,omitzero"`
	// Refines is the id of the set of the next higher scope.
	Refines string `json:"refines,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Measures are the measures that the rules compare.
	Measures Measures `json:"measures,omitzero"`
	// Calendar says when school years begin and which windows there are, for nodes
	// with "within". Each of its members counts from the lowest scope that states it.
	Calendar mtss.Calendar `json:"calendar,omitzero"`
	// Derived are measures that are worked out from others.
	Derived []Derived `json:"derived,omitzero" jsonschema:"minItems=1,maxItems=1000"`
	// Rules are the rules, in the order in which "then" looks for a match.
	Rules []Rule `json:"rules" jsonschema:"maxItems=100000"`
}

// Scope is whose rules a set holds.
type Scope struct {
	// Unit is the id of the state, ISD, district or school.
	Unit string `json:"unit" jsonschema:"minLength=1,maxLength=200"`
	// Kind says what sort of unit it is.
	Kind mtss.UnitKind `json:"kind,omitzero"`
}

// Rule is one rule, in force from a day to a day.
type Rule struct {
	// ID names the rule. Several versions of a rule share it; no two of them
	// are in force on one day.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Title says it in a few words.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Source is where the rule is stated. A rule may have none.
	Source mtss.Source `json:"source,omitzero"`
	// Provenance says how well the rule is known.
	Provenance mtss.Provenance `json:"provenance,omitzero"`
	// Since is the first day of the rule; absent means always.
	Since mtss.Date `json:"since,omitzero"`
	// Until is its last day; absent means for good.
	Until mtss.Date `json:"until,omitzero"`
	// Refinable lets sets of a lower scope put their own rule in its place.
	Refinable bool `json:"refinable,omitzero"`
	// When is the condition under which the rule applies; absent means always.
	When *Node `json:"when,omitzero"`
	// Require is what the rule asks for. It may be left out where Then says
	// what follows from When.
	Require *Node `json:"require,omitzero"`
	// Then is what follows where the rule applies and what it asks for is met.
	Then string `json:"then,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Why says in a sentence what the rule is for.
	Why string `json:"why,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Caveats are what a reader must know besides every verdict, such as a
	// contradiction in the source.
	Caveats []string `json:"caveats,omitzero" jsonschema:"minItems=1,maxItems=20,minLength=1,maxLength=500"`
}

// InForce reports whether the rule is in force on a day.
func (r Rule) InForce(on mtss.Date) bool {
	return (r.Since.IsZero() || !on.Before(r.Since)) && (r.Until.IsZero() || !on.After(r.Until))
}

// DecodeSet reads one rule set strictly: its form. [CompileSet] checks what
// its rules say. Errors: the codes of strict reading.
func DecodeSet(data []byte) (Set, error) {
	return strict.Read[Set](data, nil)
}

// Validate reports what decoding the set would; [CompileSet] checks what its rules
// say. Errors: the codes of strict reading.
func (s Set) Validate() error { return strict.Validate(&s, nil) }

// Schema names the kind of the document and the version of its schema.
func (Set) Schema() mtss.Schema { return mtss.Schema{Kind: "ruleSet", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (s Set) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *Set) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *Set) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, s, nil) }

// Measures declares measures. In a document it is one object from name to kind,
// unit and series.
type Measures []Measure

// maxName is how long the name of a measure may be.
const maxName = 200

// measureJSON is a measure as documents write it under its name.
type measureJSON struct {
	Kind   Kind   `json:"kind"`
	Unit   string `json:"unit,omitzero" jsonschema:"minLength=1,maxLength=50"`
	Series bool   `json:"series,omitzero"`

	Categories []string `json:"categories,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
}

// MarshalJSON writes the measures as an object, in their order.
func (m Measures) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// UnmarshalJSON reads what MarshalJSON writes, as strictly as a document is
// read. Errors: those of strict reading.
func (m *Measures) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, m, nil) }

// AppendJSON appends the measures to dst.
func (m *Measures) AppendJSON(dst []byte) ([]byte, error) {
	if m == nil {
		m = &Measures{} // of nil, the zero value is written
	}
	return strict.AppendObject(dst, len(*m), func(i int) string { return (*m)[i].Name }, func(dst []byte, i int) ([]byte, error) {
		out := (*m)[i].document()
		return strict.Append(dst, &out)
	})
}

func (m Measure) document() measureJSON {
	return measureJSON{Kind: m.Kind, Unit: m.Unit, Series: m.Series, Categories: m.Categories}
}

// checkStrict reports whether readStrict would read the measures back.
func (m *Measures) checkStrict(c *strict.Checks) bool {
	for _, measure := range *m {
		out := measure.document()
		if length := utf8.RuneCountInString(measure.Name); length < 1 || length > maxName || !c.Value(&out) {
			return false
		}
	}
	return c.Names(len(*m), func(i int) string { return (*m)[i].Name })
}

// readStrict reads the measures in the order of the document.
func (m *Measures) readStrict(d *strict.Decoder, n strict.Node) {
	if !d.Want(n, strict.Object, "an object from measure to kind") {
		return
	}
	out := make(Measures, 0, n.Len())
	for i := range n.Len() {
		name, value := n.Member(i)
		var measure measureJSON
		if length := utf8.RuneCountInString(name); length < 1 || length > maxName {
			d.FailMember(name, strict.CodeLength, "a measure has a name of %d characters, want 1 to %d", length, maxName)
		}
		d.Member(name, value, &measure)
		out = append(out, Measure{Name: name, Kind: measure.Kind, Unit: measure.Unit, Series: measure.Series, Categories: measure.Categories})
	}
	*m = out
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Measures) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
