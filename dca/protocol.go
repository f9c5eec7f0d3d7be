package dca

import "github.com/openmtss/mtss-go/mtss"

// Protocol says how an instrument is administered by vote. It is data: a
// district may hold its own. The zero value asks for nothing.
type Protocol struct {
	// ID names the protocol, such as "dca".
	ID string
	// Required are the roles that must be filled.
	Required []Role
	// Voting are the roles that vote. Others must not.
	Voting []Role
	// Trained wants the administrator to have been trained on or before the day.
	Trained bool
	// Majority wants more than half of the team present.
	Majority bool
	// Positions are positions that must be present, such as "principal".
	Positions []string
	// Abstain allows abstaining.
	Abstain bool
	// Resolution is how votes become a score.
	Resolution Resolution
	// Windows are the windows in which a meeting is due; none means any day.
	Windows []mtss.Window
	// Source is where the protocol is stated.
	Source mtss.Source
	// Provenance says how well it is known.
	Provenance mtss.Provenance
	// Says tells what the source states, and what it leaves open.
	Says string
}

// Resolution is how votes become a score.
type Resolution string

// The resolutions that sources name.
const (
	// AgreedAfterDiscussion: the team agrees on a score after discussing the
	// votes. Votes alone never make one. What happens without agreement no
	// source states, so that it stays no score.
	AgreedAfterDiscussion Resolution = "agreed"
	// MajorityOfVotes: the score that more than half of the votes are for.
	MajorityOfVotes Resolution = "majority"
	// MostFrequent: the score with the most votes; a tie is no score.
	MostFrequent Resolution = "mostFrequent"
)

// DCAProtocol returns the protocol of the DCA: a trained administrator, who does
// not vote; simultaneous votes; agreement after discussion; the windows after
// the baseline. Whether members may abstain and how a lasting disagreement
// ends, its sources do not say, so abstaining is allowed and recorded.
func DCAProtocol() Protocol {
	return Protocol{
		ID: "dca", Required: []Role{Administrator, Respondent}, Voting: []Role{Respondent}, Trained: true, Abstain: true,
		Resolution: AgreedAfterDiscussion, Windows: mtss.DCAWindows(), Provenance: mtss.Confirmed,
		Source: mtss.Source{Title: "District Capacity Assessment (DCA), MiMTSS Technical Assistance Center", URL: "https://mimtsstac.org/district-capacity-assessment-dca"},
		Says:   "a trained administrator facilitates, keeps to the protocol and cannot vote; votes are simultaneous and public, and the team agrees on the final score",
	}
}

// RTFIProtocol returns the rules of the Reading Tiered Fidelity Inventory: a
// majority of the team and the principal are present, and members may abstain.
func RTFIProtocol() Protocol {
	return Protocol{
		ID: "rtfi", Required: []Role{Administrator, Respondent}, Voting: []Role{Respondent}, Majority: true, Positions: []string{"principal"}, Abstain: true,
		Resolution: AgreedAfterDiscussion, Provenance: mtss.Inferred,
		Source: mtss.Source{Title: "Reading Tiered Fidelity Inventory, MiMTSS Technical Assistance Center", URL: "https://mimtsstac.org/evaluation/fidelity-assessments/reading-tiered-fidelity-inventory-r-tfi"},
		Says:   "quorum and abstention are stated; that votes are resolved by agreement is taken from the center's other assessments",
	}
}

// TFIProtocol returns the practice of TFI 2.1 as trainers describe it: everybody
// votes, and the majority is recorded.
func TFIProtocol() Protocol {
	return Protocol{
		ID: "tfi", Voting: []Role{Respondent, Facilitator, NoteTaker}, Resolution: MajorityOfVotes, Abstain: true, Provenance: mtss.Confirmed,
		Source: mtss.Source{Title: "Tiered Fidelity Inventory, University of Central Missouri", URL: "https://sites.google.com/ucmo.edu/swpbscentralrpdc/tiered-fidelity-inventory-tfi"},
		Says:   "the majority of votes is entered",
	}
}

// BoQProtocol returns the practice of the Benchmarks of Quality: the coach takes
// the most frequent response and flags discrepancies.
func BoQProtocol() Protocol {
	return Protocol{
		ID: "boq", Voting: []Role{Respondent}, Resolution: MostFrequent, Abstain: true, Provenance: mtss.Confirmed,
		Source: mtss.Source{Title: "How to complete the Benchmarks of Quality scoring form", URL: "https://legalclarity.org/how-to-complete-the-benchmarks-of-quality-boq-scoring-form/"},
		Says:   "the coach uses the most frequent member response; discrepancies are flagged",
	}
}
