package district

import (
	"embed"

	"github.com/openmtss/mtss-go/internal/kit"
)

//go:embed data
var files embed.FS

// Word is a word of one of the closed lists that documents choose from: a kind
// of team, a role, a department, a domain, a responsibility, a component of
// infrastructure, a status. "" is none.
type Word string

// The kinds of teams. Each belongs to one kind of unit.
const (
	// ISDTeam is the MTSS team of an ISD.
	ISDTeam Word = "isd"
	// DistrictTeam is a District Implementation Team.
	DistrictTeam Word = "district"
	// SchoolTeam is a School Leadership Team, also called schoolwide MTSS team.
	SchoolTeam Word = "school"
	// GradeOrContentTeam is a grade or content team of a school.
	GradeOrContentTeam Word = "gradeOrContent"
	// CommunityOfPractice is the community of practice of a state's ISD coordinators.
	CommunityOfPractice Word = "communityOfPractice"
)

// The departments in which the sources place a lead. A document may name others.
const (
	// TeachingAndLearning is where a lead may sit.
	TeachingAndLearning Word = "teachingAndLearning"
	// StudentSupports is where a lead may sit in some cases.
	StudentSupports Word = "studentSupports"
	// SpecialEducation is where a lead should not sit alone: it would say that
	// MTSS is not for all students.
	SpecialEducation Word = "specialEducation"
)

// The domains that a lead works across.
const (
	// Academic is the academic domain.
	Academic Word = "academic"
	// Behavior is the behavioral domain.
	Behavior Word = "behavior"
	// SocialEmotional is social and emotional learning.
	SocialEmotional Word = "sel"
)

// domain is a domain and what people call it.
type domain struct {
	id    Word
	title string
}

func domains() []domain {
	return []domain{{Academic, "academic"}, {Behavior, "behavioral"}, {SocialEmotional, "social and emotional learning"}}
}

// Roles returns every role that the sources name. The roles of a document may
// also be its own.
func Roles() []Word { return words("roles") }

// Resources returns the resources of the technical assistance center from which
// a component of infrastructure may be built.
func Resources() []Word { return words("resources") }

// Components returns the ten components of district infrastructure, in the
// order of their source.
func Components() []Word { return words("components") }

// Responsibilities returns the responsibilities that the sources name, those of
// districts first, then those of schools and of ISDs.
func Responsibilities() []Word {
	rows := responsibilities()
	list := make([]Word, len(rows))
	for i, r := range rows {
		list[i] = r.ID
	}
	return list
}

// words returns the words of a table.
func words(name string) []Word {
	rows := kit.Rows[struct {
		ID Word `json:"id" jsonschema:"minLength=1,maxLength=100"`
	}](files, name)
	list := make([]Word, len(rows))
	for i, r := range rows {
		list[i] = r.ID
	}
	return list
}

// known returns words as a set.
func known(list []Word) map[Word]bool {
	set := make(map[Word]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
