package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// CoachingRole describes what one sort of coach does and must be able to do.
type CoachingRole struct {
	// ID names the role.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Title is what the district calls it, such as "School Leadership Team coach".
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Type is what the coaching is for.
	Type Type `json:"type" jsonschema:"enum=systems,enum=instructional"`
	// Level is what is coached.
	Level Level `json:"level" jsonschema:"enum=district,enum=school,enum=team,enum=practitioner"`
	// Provider is from where the coaches come.
	Provider Provider `json:"provider" jsonschema:"enum=external,enum=internal"`
	// Skills are the ids of the qualifications and skills that are asked for,
	// against which people are selected.
	Skills []string `json:"skills" jsonschema:"maxItems=200,uniqueItems=true,minLength=1,maxLength=200"`
	// Responsibilities are the general responsibilities.
	Responsibilities []string `json:"responsibilities" jsonschema:"maxItems=200,minLength=1,maxLength=500"`
	// Involved are the roles that take part in developing this one.
	Involved []string `json:"involved,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=200"`
	// FullTimeHours are the hours a month of a full-time position, with which
	// loads are worked out; 0 is not stated.
	FullTimeHours int `json:"fullTimeHours,omitzero" jsonschema:"minimum=0,maximum=744"`
}

func (r CoachingRole) check(path string, found *problems) {
	if r.ID == "" {
		found.Fail(path+"/id", CodeRole, "a role has an id")
	}
	if r.Type != Systems && r.Type != Instructional {
		found.Fail(path+"/type", CodeRole, "%q is no type of coaching, want systems or instructional", string(r.Type))
	}
	if !slices.Contains(levels(), r.Level) {
		found.Fail(path+"/level", CodeRole, "%q is no level of coaching", string(r.Level))
	}
	if r.Provider != External && r.Provider != Internal {
		found.Fail(path+"/provider", CodeRole, "%q is no provider, want external or internal", string(r.Provider))
	}
}

func levels() []Level { return []Level{AtDistrict, AtSchool, AtTeam, AtPractitioner} }

func (r CoachingRole) notices(path string) (n []Notice) {
	for _, missing := range []struct {
		is   bool
		code mtss.Code
		what string
	}{
		{len(r.Skills) == 0, NoticeSkills, "no qualifications or skills are described"},
		{len(r.Responsibilities) == 0, NoticeResponsibilities, "no responsibilities are described"},
		{len(r.Involved) == 0, NoticeInvolved, "nobody is named who takes part in developing it"},
	} {
		if missing.is {
			n = append(n, Notice{path, missing.code, "role " + r.ID + ": " + missing.what, slides("Activity 2.3")})
		}
	}
	return n
}
