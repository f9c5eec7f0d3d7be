package district

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

//go:embed data
var files embed.FS

// Word is a word from one of the closed lists that documents choose from: a kind
// of team, a role, a department, a domain, a responsibility, a component of
// infrastructure, the status of an activity. The zero value means that none is stated.
type Word string

// The kinds of teams. A unit of one kind has teams of one kind, except that a
// school has grade and content teams too.
const (
	// ISDTeam is the MTSS team of an ISD.
	ISDTeam Word = "isd"
	// DistrictTeam is a District Implementation Team.
	DistrictTeam Word = "district"
	// SchoolTeam is a School Leadership Team, also called a schoolwide MTSS team.
	SchoolTeam Word = "school"
	// GradeOrContentTeam is a grade or content team of a school.
	GradeOrContentTeam Word = "gradeOrContent"
	// CommunityOfPractice is the community of practice of a state's ISD coordinators.
	CommunityOfPractice Word = "communityOfPractice"
)

// The departments where a lead may sit. A document may name others.
const (
	// TeachingAndLearning is where a lead usually sits.
	TeachingAndLearning Word = "teachingAndLearning"
	// StudentSupports is where a lead sits in some cases.
	StudentSupports Word = "studentSupports"
	// SpecialEducation is where a lead should not sit alone, since that would
	// say that MTSS is not for all students.
	SpecialEducation Word = "specialEducation"
)

// The domains that a lead works across.
const (
	// Academic is the academic domain.
	Academic Word = "academic"
	// Behavior is the behavioral domain.
	Behavior Word = "behavior"
	// SocialAndEmotional is social and emotional learning.
	SocialAndEmotional Word = "sel"
)

// domain is a domain and its title.
type domain struct {
	id    Word
	title string
}

func domains() []domain {
	return []domain{{Academic, "academic"}, {Behavior, "behavioral"}, {SocialAndEmotional, "social and emotional learning"}}
}

// Roles returns the roles that members of teams may hold, beside those that a
// document declares itself.
func Roles() []Word { return words("roles") }

// Resources returns the published resources on which a component of
// infrastructure may be based.
func Resources() []Word { return words("resources") }

// Components returns the ten components of district infrastructure, in the
// order in which the source lists them.
func Components() []Word { return words("components") }

// Responsibilities returns what somebody must own: what belongs to the district,
// then what belongs to schools, then what belongs to ISDs.
func Responsibilities() []Word { return words("responsibilities") }

// term is a row of a table: a word and, for a responsibility, what it is, the kind
// of unit that it belongs to and where that is stated.
type term struct {
	ID     Word          `json:"id" jsonschema:"minLength=1,maxLength=100"`
	Title  string        `json:"title,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Level  mtss.UnitKind `json:"level,omitzero"`
	Source mtss.Source   `json:"source,omitzero"`
}

func terms(table string) []term { return kit.Rows[term](files, table) }

// words returns the words of a table.
func words(table string) []Word {
	var list []Word
	for _, r := range terms(table) {
		list = append(list, r.ID)
	}
	return list
}

// known returns a list as a set.
func known(list []Word) map[Word]bool {
	set := make(map[Word]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
