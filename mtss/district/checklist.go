package district

import (
	"cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Checklist is a document of what a team declares about the components of
// infrastructure, also called an installation checklist.
type Checklist struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit that the checklist is about.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the practice or program that the components are for; absent where
	// they are for any.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day on which it was filled in. What it declares counts until the
	// same window of the next year, or for a year.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the checklist was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Components are the components, each at most once. Nothing is declared
	// about one that is left out.
	Components []DeclaredComponent `json:"components" jsonschema:"maxItems=10"`
}

// DeclaredComponent is what a team declares about a component.
type DeclaredComponent struct {
	// Component is the component.
	Component mtss.Component `json:"component" jsonschema:"enum=implementationTeam,enum=initiativeInventory,enum=initiativeReview,enum=staffSelection,enum=staffDevelopment,enum=communicationPlan,enum=barrierRemoval,enum=coachingSystem,enum=implementationPlan,enum=dataUse"`
	// Status is how far the team says that the component is.
	Status Declaration `json:"status" jsonschema:"enum=undeveloped,enum=inProcess,enum=established"`
	// Initial marks a component that must be in place before the innovation is
	// first used.
	Initial bool `json:"initial,omitzero"`
	// BasedOn is the published resource that the component is based on; absent if
	// the team drafted its own.
	BasedOn PublishedResource `json:"basedOn,omitzero" jsonschema:"enum=mdePracticeProfile,enum=nirnAIHub,enum=moduleInfrastructure,enum=dca77,enum=initiativeInventory,enum=moduleStaff,enum=moduleTeamFormation,enum=ditSelection,enum=committeeAudit,enum=moduleCoachingDIT,enum=coordinatorResources,enum=coordinatorDescription,enum=installationChecklists,enum=dataSystem,enum=scopeAndSequence,enum=ditSeries,enum=isdSeries,enum=professionalLearningPage,enum=districtCapacityPage,enum=eduPaths,enum=guidingQuestions,enum=supportBinder,enum=trainingBinder,enum=preparationChecklist,enum=resourceList,enum=letterOfAgreement,enum=isdStrategicPlan,enum=isdMICIPPlan,enum=isdMTSSPlan,enum=localMICIPPlan,enum=mtssInfrastructureSeries,enum=nciiCoaching,enum=ncsiCoaching,enum=nciiMaterials,enum=nciiModules,enum=irisModules,enum=ceedarModules"`
	// Evidence are the ids of documents that show the status.
	Evidence []string `json:"evidence" jsonschema:"maxItems=100,minLength=1,maxLength=200,uniqueItems=true"`
}

// DecodeChecklist reads the document strictly. Errors: the codes of strict
// reading and those of [Checklist.Validate].
func DecodeChecklist(data []byte) (Checklist, error) { return strict.Read(data, (*Checklist).issues) }

// Schema names the kind of the document and the version of its schema.
func (Checklist) Schema() mtss.Schema {
	return mtss.Schema{Kind: "installationChecklist", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (c Checklist) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Checklist) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Checklist) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, c, (*Checklist).issues)
}

// Validate checks the document. Errors: CodeRepeated, mtss.CodeRecorded and the codes of strict reading for a value that no document could hold.
func (c Checklist) Validate() error { return strict.Validate(&c, (*Checklist).issues) }

// Known returns the day from which the checklist was known: that on which it was recorded
// or else its own.
func (c Checklist) Known() mtss.Date { return cmp.Or(c.Recorded, c.Date) }

func (c *Checklist) issues() []mtss.Issue {
	p := &problems{}
	p.Add(kit.Recorded(c.Recorded, c.Date)...)
	differ(p, "/components", "/component", "component", c.Components, func(d *DeclaredComponent) string { return string(d.Component) })
	return p.List()
}
