package district

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data
var files embed.FS

// TeamKind is a kind of team. The zero value is not stated.
type TeamKind string

// The kinds of teams. A unit of one kind has teams of one kind, except that a
// school has grade and content teams too.
const (
	// ISDTeam is the MTSS team of an ISD.
	ISDTeam TeamKind = "isd"
	// DistrictTeam is a District Implementation Team.
	DistrictTeam TeamKind = "district"
	// SchoolTeam is a School Leadership Team, also called a schoolwide MTSS team.
	SchoolTeam TeamKind = "school"
	// GradeOrContentTeam is a grade or content team of a school.
	GradeOrContentTeam TeamKind = "gradeOrContent"
	// CommunityOfPractice is the community of practice of a state's ISD coordinators.
	CommunityOfPractice TeamKind = "communityOfPractice"
)

// Department is where a lead sits, or what owns a responsibility.
type Department string

// The departments of a district.
const (
	// TeachingAndLearning is where a lead usually sits.
	TeachingAndLearning Department = "teachingAndLearning"
	// StudentSupports is where a lead sits in some cases.
	StudentSupports Department = "studentSupports"
	// SpecialEducation is where a lead should not sit alone, since that would
	// say that MTSS is not for all students.
	SpecialEducation Department = "specialEducation"
	// OtherDepartment is any other department.
	OtherDepartment Department = "other"
)

// Domain is a domain of MTSS.
type Domain string

// The domains that a lead works across.
const (
	// Academic is the academic domain.
	Academic Domain = "academic"
	// Behavior is the behavioral domain.
	Behavior Domain = "behavior"
	// SocialAndEmotional is social and emotional learning.
	SocialAndEmotional Domain = "sel"
)

// domain is a domain and its title.
type domain struct {
	id    Domain
	title string
}

func domains() []domain {
	return []domain{{Academic, "academic"}, {Behavior, "behavioral"}, {SocialAndEmotional, "social and emotional learning"}}
}

// Role is a role on a team or in a district, one of [Roles] or of a document's own.
type Role string

// Authority is what a lead leads by. The zero value is not known.
type Authority string

// What a lead leads by.
const (
	// DirectAuthority is authority over those who implement.
	DirectAuthority Authority = "direct"
	// Influence is influence without authority.
	Influence Authority = "influence"
	// AuthorityAndInfluence is both.
	AuthorityAndInfluence Authority = "both"
	// NoAuthority is neither.
	NoAuthority Authority = "none"
)

// Declaration is how far a team says that a component is. The zero value is not
// declared.
type Declaration string

// What a team declares about a component.
const (
	// Undeveloped is not begun.
	Undeveloped Declaration = "undeveloped"
	// InProcess is begun.
	InProcess Declaration = "inProcess"
	// Established is in place.
	Established Declaration = "established"
)

// Responsibility is something that somebody must own.
type Responsibility string

// The responsibilities, of districts, of schools and of ISDs.
const (
	// OwnGuidance is for guidance to schools.
	OwnGuidance Responsibility = "guidance"
	// OwnVisibility is for visibility of the work.
	OwnVisibility Responsibility = "visibility"
	// OwnFunding is for funding.
	OwnFunding Responsibility = "funding"
	// OwnPoliticalSupport is for political support.
	OwnPoliticalSupport Responsibility = "politicalSupport"
	// OwnTechnology is for choice and rollout of technology.
	OwnTechnology Responsibility = "technology"
	// OwnSupportProcess is for a process of academic, behavioral and SEL support for the whole district.
	OwnSupportProcess Responsibility = "supportProcess"
	// OwnAtRiskThresholds is for thresholds for students at risk.
	OwnAtRiskThresholds Responsibility = "atRiskThresholds"
	// OwnFamilyInformation is for information for families.
	OwnFamilyInformation Responsibility = "familyInformation"
	// OwnGuidelines is for guidelines and protocols for schools.
	OwnGuidelines Responsibility = "guidelines"
	// OwnImplementationDetails is for details of implementation in the building.
	OwnImplementationDetails Responsibility = "implementationDetails"
	// OwnTeamMeetings is for when, by whom and how grade or content team meetings are run.
	OwnTeamMeetings Responsibility = "teamMeetings"
	// OwnSchoolMeetings is for when, by whom and how school-wide meetings are run.
	OwnSchoolMeetings Responsibility = "schoolMeetings"
	// OwnProfessionalDevelopment is for professional development as a standing, structured part of the school.
	OwnProfessionalDevelopment Responsibility = "professionalDevelopment"
	// OwnCountyPlan is for county-wide MTSS plan.
	OwnCountyPlan Responsibility = "countyPlan"
)

// PublishedResource is a published resource on which a component of infrastructure may be
// based, one of [PublishedResources].
type PublishedResource string

// Roles returns the roles that members of teams may hold, beside those that a
// document declares itself.
func Roles() []Role { return words[Role]("roles") }

// PublishedResources returns the published resources on which a component of
// infrastructure may be based.
func PublishedResources() []PublishedResource { return words[PublishedResource]("resources") }

// Responsibilities returns what somebody must own: what belongs to the district,
// then what belongs to schools, then what belongs to ISDs.
func Responsibilities() []Responsibility { return words[Responsibility]("responsibilities") }

// term is a row of a table: a word; for a responsibility, what it is and where that is
// stated; and the kind of unit that a responsibility belongs to, or whose
// responsibilities a role may own.
type term struct {
	ID     string        `json:"id" jsonschema:"minLength=1,maxLength=100"`
	Title  string        `json:"title,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Level  mtss.UnitKind `json:"level,omitzero"`
	Source mtss.Source   `json:"source,omitzero"`
}

func terms(table string) []term { return kit.Rows[term](files, table) }

// words returns the words of a table.
func words[T ~string](table string) []T {
	var list []T
	for _, r := range terms(table) {
		list = append(list, T(r.ID))
	}
	return list
}
