package rollup

import "github.com/openmtss/mtss-go/mtss"

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// The codes of this package.
const (
	// CodePlan: a breakdown names no level, one twice or an unknown one, or asks for windows without saying which.
	CodePlan mtss.Code = "rollup.plan"
	// CodePolicy: a policy withholds groups below a number less than 2, or codes shares from a top or bottom that is not one.
	CodePolicy mtss.Code = "rollup.policy"
	// CodeState: a state refers to a definition or a measure that it does not have, or holds a value that is not a tally or a share.
	CodeState mtss.Code = "rollup.state"
	// CodeRow: a row's figures do not fit its status.
	CodeRow mtss.Code = "rollup.row"
	// CodeRecovered: a withheld row would follow from those that are shown.
	CodeRecovered mtss.Code = "rollup.recovered"
	// CodeResult: a result that is to be added names no unit or no valid day.
	CodeResult mtss.Code = "rollup.result"
	// CodeAccount: not every record that was rolled up counts; what became of them.
	CodeAccount mtss.Code = "cli.account"

	// CodeSources: the sources that are to be read at once are too large, or one cannot be read.
	CodeSources mtss.Code = "rollup.sources"

	// CaveatUnplaced: units of which there are records belong to none of a kind, or are of another kind in the units.
	CaveatUnplaced mtss.Code = "rollup.caveat.unplaced"
	// CaveatSpelling: units with records differ from others by case, spaces, hyphens or accents alone.
	CaveatSpelling mtss.Code = "rollup.caveat.spelling"
	// CaveatExpired: the latest administration of units has expired, so that they count as unknown.
	CaveatExpired mtss.Code = "rollup.caveat.expired"
	// CaveatSameDay: units have several administrations of one day, of which none is the latest.
	CaveatSameDay mtss.Code = "rollup.caveat.sameday"
	// CaveatOutside: administrations lie outside every window.
	CaveatOutside mtss.Code = "rollup.caveat.outside"
	// CaveatVersions: an instrument has rows of several versions or definitions, which are not comparable.
	CaveatVersions mtss.Code = "rollup.caveat.versions"
	// CaveatPolicy: the policy that rows are withheld by is applied otherwise than it is stated.
	CaveatPolicy mtss.Code = "rollup.caveat.policy"
	// CaveatWithheld: rows are withheld to protect small groups.
	CaveatWithheld mtss.Code = "rollup.caveat.withheld"
)
