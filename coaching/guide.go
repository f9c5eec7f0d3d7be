package coaching

import (
	_ "embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed guide.json
var guide []byte

// Guidance is one thing that the documents on coaching systems say or ask: a
// role, an aim, a step or a question, in our own words.
type Guidance struct {
	// ID names it.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Kind is what it is.
	Kind string `json:"kind" jsonschema:"enum=role,enum=aim,enum=step,enum=question,enum=contradiction"`
	// Says says it.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
	// Measures are those by which a district sees where it stands; there is an
	// answer when all of them are known.
	Measures []string `json:"measures" jsonschema:"minItems=1,maxItems=10,minLength=1,maxLength=200"`
	// Source is where it is said.
	Source mtss.Source `json:"source"`
}

// Guide returns what the documents say and ask, in their order.
func Guide() []Guidance {
	var rows []Guidance
	_ = strict.Decode(guide, &rows) // a test reads it too
	return rows
}

// Answer is where a district stands with one thing that the documents say or ask.
type Answer struct {
	// Guidance is what they say or ask.
	Guidance Guidance
	// Known counts the measures of it that are known well enough to be read, of all.
	Known mtss.Tally
	// Values are the measures, in the order of the guidance; a missing one is missing.
	Values []rule.Value
}

// Answers returns where the district stands with each thing in [Guide].
func (p Report) Answers() []Answer {
	facts, out := p.Facts(), []Answer{}
	for _, g := range Guide() {
		a := Answer{Guidance: g}
		for _, m := range g.Measures {
			value := facts[m]
			a.Known = kit.Plus(a.Known, mtss.Count(verdict(true, !value.Missing())))
			a.Values = append(a.Values, value)
		}
		out = append(out, a)
	}
	return out
}
