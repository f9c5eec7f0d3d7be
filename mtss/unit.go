package mtss

import "strings"

// Unit is a classroom, school, district or larger body that something is
// measured of.
type Unit struct {
	// ID is an opaque identifier, never a person's name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Kind says what sort of unit it is.
	Kind UnitKind `json:"kind"`
}

// UnitKind is the sort of a unit. The zero value is none.
type UnitKind string

// The kinds of units, from the smallest. An intermediate school district is
// also called a county or regional service agency; one unit, kind isd.
const (
	// KindClassroom is one classroom.
	KindClassroom UnitKind = "classroom"
	// KindProgram is a program or site that is not a school, such as one in early childhood.
	KindProgram UnitKind = "program"
	// KindSchool is one school building.
	KindSchool UnitKind = "school"
	// KindDistrict is a local school district.
	KindDistrict UnitKind = "district"
	// KindISD is an intermediate school district or educational service agency.
	KindISD UnitKind = "isd"
	// KindRegion is a group of districts or service agencies within a state.
	KindRegion UnitKind = "region"
	// KindState is a state or its education agency.
	KindState UnitKind = "state"
)

// UnitKinds returns the kinds of units, from the smallest.
func UnitKinds() []UnitKind {
	return []UnitKind{KindClassroom, KindProgram, KindSchool, KindDistrict, KindISD, KindRegion, KindState}
}

// UnmarshalText reads a kind. Errors: CodeUnitKind.
func (k *UnitKind) UnmarshalText(text []byte) error {
	for _, known := range UnitKinds() {
		if string(text) == string(known) {
			*k = known
			return nil
		}
	}
	var words []string
	for _, known := range UnitKinds() {
		words = append(words, string(known))
	}
	if near := Nearest(strings.TrimSpace(string(text)), words); near != "" {
		return Issuef("", CodeUnitKind, "%q is not a kind of unit, did you mean %q?", string(text), near)
	}
	return Issuef("", CodeUnitKind, "%q is not a kind of unit, want classroom, program, school, district, isd, region or state", string(text))
}
