package stages

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data/*.json
var files embed.FS

// All returns the models that ship, in the order of their ids, a fresh copy each
// time.
func All() []Model {
	var models []Model
	entries, _ := files.ReadDir("data") // an embedded folder can be read
	for _, entry := range entries {
		if m, ok := Lookup(strings.TrimSuffix(entry.Name(), ".json")); ok {
			models = append(models, m)
		}
	}
	return models
}

// Lookup returns a fresh copy of the model that ships under an id, which is
// "nirn" or "keyActions"; ok is false for any other id.
func Lookup(id string) (m Model, ok bool) {
	data, err := files.ReadFile("data/" + id + ".json")
	if err == nil {
		m, err = DecodeModel(data) // tests have shown it to be good
	}
	return m, err == nil
}

// Load compiles the model that ships under an id, or else that of a file, whose content
// read returns; it returns the content too, for the lines of what is wrong with it.
// Errors: those of read, DecodeModel and Compile.
func Load(name string, read func(file string) ([]byte, error)) (a *Assessor, data []byte, err error) {
	m, ships := Lookup(name)
	if !ships {
		if read == nil {
			return nil, nil, mtss.Issuef("", CodeStages, "no model %q ships, and files cannot be read", name)
		}
		if data, err = read(name); err != nil {
			if strings.ContainsAny(name, `./\`) { // it was meant as a file
				return nil, nil, err
			}
			var ids []string
			for _, m := range All() {
				ids = append(ids, m.ID)
			}
			ships := "; the models that ship are " + strings.Join(ids, ", ")
			for _, issue := range mtss.Issues(err) { // its code stays
				return nil, nil, mtss.Issue{Code: issue.Code, Message: issue.Message + ships}
			}
			return nil, nil, fmt.Errorf("%w%s", err, ships)
		}
		if m, err = DecodeModel(data); err != nil {
			return nil, data, err
		}
	}
	a, err = Compile(m)
	return a, data, err
}

// Entry chooses a variant of the rule for entering full implementation, on which
// sources differ. The zero value is the authoritative rule: at least half of the
// intended practitioners at fidelity, and good outcomes of the site.
type Entry struct {
	// Denominator says who is counted when half must be at fidelity. "" is
	// mtss.Intended.
	Denominator mtss.Population
	// OwnOutcomes counts the practitioners who are at fidelity and have good outcomes
	// themselves, in place of those at fidelity in a site with good outcomes.
	OwnOutcomes bool
	// DataUse also asks that data are in use, as the slides describe the stage. It
	// is stricter than the authoritative rule.
	DataUse bool
}

// Validate reports words that are not variants of the rule. Errors: CodeEntry.
func (e Entry) Validate() error {
	var issues []mtss.Issue
	if d := orIntended(e.Denominator); d != mtss.Intended && d != mtss.Employed && d != mtss.Observed {
		issues = append(issues, mtss.Issuef("/denominator", CodeEntry, "is %q, want intended, employed or observed", string(d)))
	}
	return strict.Invalid(issues)
}

// measure is the tally that the variant compares.
func (e Entry) measure() string {
	name := "fidelity.practitioners"
	if e.OwnOutcomes {
		name = "fidelity.practitionersWithOutcomes"
	}
	if d := orIntended(e.Denominator); d != mtss.Intended {
		name += "." + string(d)
	}
	return name
}

// NIRN returns the four-stage model, the library's default, with the entry to
// full implementation that is asked for. Of an entry that is not one of the variants,
// which [Entry.Validate] tells, the model asks for a measure that there is not, and
// [Compile] refuses it.
func NIRN(entry Entry) Model {
	m, _ := Lookup("nirn")
	for i := range m.Stages {
		if m.Stages[i].ID == mtss.StageFullImplementation && (entry.String() != (Entry{}).String() || entry.Validate() != nil) {
			entry.change(&m.Stages[i])
		}
	}
	if name := entry.measure(); name != (Entry{}).measure() && entry.Validate() == nil {
		m.Measures = append(m.Measures, rule.Measure{Name: name, Kind: rule.KindTally, Unit: "people"})
	}
	return m
}

// change puts the variant in place of the authoritative rule, and names it.
func (e Entry) change(full *Stage) {
	asked := []*rule.Node{&full.Enter, full.Complete}
	for _, n := range asked {
		n.All[0].Measure, n.Why = e.measure(), e.String()
		if e.OwnOutcomes {
			n.All = slices.DeleteFunc(n.All, func(n rule.Node) bool { return n.Measure == "outcomes.improved" })
		}
	}
	full.Enter.All[0].Why = "denominator: " + string(orIntended(e.Denominator)) + " practitioners"
	if e.DataUse {
		full.Enter.All = append(full.Enter.All, rule.Node{Measure: "data.used", Comparison: rule.Comparison{Is: "yes"}, Why: "the stricter variant: data in use"})
	}
	full.Provenance, full.Note = mtss.Inferred, "the rule in use: "+e.String()
}

// String names the variant: "intended practitioners, outcomes of the site".
func (e Entry) String() string {
	text := string(orIntended(e.Denominator)) + " practitioners, outcomes of the site"
	if e.OwnOutcomes {
		text = string(orIntended(e.Denominator)) + " practitioners, outcomes of each practitioner"
	}
	if e.DataUse {
		text += ", data in use"
	}
	return text
}

func orIntended(d mtss.Population) mtss.Population { return cmp.Or(d, mtss.Intended) }
