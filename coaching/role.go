package coaching

import "github.com/openmtss/mtss-go/mtss"

// RoleDescription says what the coaches in one role do and must be able to do.
type RoleDescription struct {
	// ID names the role.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Title is the district's name for it, such as "School Leadership Team coach".
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Type is the type of coaching.
	Type Type `json:"type" jsonschema:"enum=systems,enum=instructional"`
	// Level is what is coached.
	Level Level `json:"level" jsonschema:"enum=district,enum=school,enum=team,enum=practitioner"`
	// Provider says where the coaches come from.
	Provider Provider `json:"provider" jsonschema:"enum=external,enum=internal"`
	// Skills are the ids of the qualifications and skills that the role asks for;
	// coaches are selected by them.
	Skills []string `json:"skills" jsonschema:"maxItems=200,uniqueItems=true,minLength=1,maxLength=200"`
	// Responsibilities are the general responsibilities.
	Responsibilities []string `json:"responsibilities" jsonschema:"maxItems=200,minLength=1,maxLength=500"`
	// Involved are the roles that take part in developing this one.
	Involved []string `json:"involved,omitzero" jsonschema:"minItems=1,maxItems=100,minLength=1,maxLength=200"`
	// FullTimeHours are the hours a month of a full-time position; 0 means not stated.
	FullTimeHours int `json:"fullTimeHours,omitzero" jsonschema:"minimum=0,maximum=744"`
}

func (r RoleDescription) notices(path string) (n []mtss.Notice) {
	for _, missing := range []struct {
		is   bool
		code mtss.Code
		what string // with the role
	}{
		{len(r.Skills) == 0, NoticeSkills, "role %s: no qualifications or skills are described"},
		{len(r.Responsibilities) == 0, NoticeResponsibilities, "role %s: no responsibilities are described"},
		{len(r.Involved) == 0, NoticeInvolved, "role %s: it does not say who takes part in developing it"},
	} {
		if missing.is {
			n = say(n, path, slides("Activity 2.3"), mtss.Noticef(missing.code, missing.what, r.ID))
		}
	}
	return n
}
