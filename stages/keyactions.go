package stages

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// KeyActions returns a model of phases by the share of key actions that are
// met: a phase is entered where half of its key actions are met, or three
// quarters of those of the phase before it; where none is entered, the first
// phase holds. The source names the first phase, program installation; further
// ones are the host's, since their names were not found.
//
// A phase, once set, is locked for its data window. The model does not lock:
// assess once in a window and keep the assessment. The measure of a phase is
// "ID.keyActions", a tally.
func KeyActions(furtherPhases ...Phase) Model {
	phases := append([]Phase{{ID: "programInstallation", Title: "Program Installation"}}, furtherPhases...)
	m := Model{
		ID: "keyActions", Title: "Phases by key actions", Otherwise: phases[0].ID,
		Source:  keyActionsSource(),
		Context: []Note{{Says: "once set, a phase is locked for its data window", Source: keyActionsSource()}},
	}
	for i, p := range phases {
		m.Measures = append(m.Measures, rule.Measure{Name: p.measure(), Kind: rule.KindTally, Unit: "key actions"})
		half := rule.Node{Measure: p.measure(), Comparison: rule.Comparison{AtLeast: "50%"}}
		enter := half
		if i > 0 {
			enter = rule.Node{Any: []rule.Node{half, {Measure: phases[i-1].measure(), Comparison: rule.Comparison{AtLeast: "75%"}}}}
		}
		m.Stages = append(m.Stages, Stage{
			ID: p.ID, Title: p.Title, Done: p.measure(), Enter: enter,
			Complete: &rule.Node{Measure: p.measure(), Comparison: rule.Comparison{AtLeast: "75%"}},
			Source:   keyActionsSource(), Provenance: mtss.Inferred,
			Note: "the source says about 50 percent; phase " + strconv.Itoa(i+1) + " is read as 50 percent or more",
		})
	}
	return m
}

// Phase is a phase of a model by key actions.
type Phase struct {
	// ID names the phase.
	ID string
	// Title is its name.
	Title string
}

func (p Phase) measure() string { return p.ID + ".keyActions" }

func keyActionsSource() mtss.Source {
	return mtss.Source{Title: "Setting your phase, Implementation Dashboard resource library", URL: "https://resourcelibrary.implementationdashboard.org/setting-your-phase/"}
}
