package plan

import "github.com/openmtss/mtss-go/mtss"

// ActivityStatus is how far an activity is.
type ActivityStatus string

// The statuses of an activity.
const (
	// Planned: it has not begun.
	Planned ActivityStatus = "planned"
	// UnderWay: it has begun.
	UnderWay ActivityStatus = "underWay"
	// Done: it is done.
	Done ActivityStatus = "done"
	// Dropped: it is given up.
	Dropped ActivityStatus = "dropped"
)

func stages() []mtss.StageID {
	return []mtss.StageID{mtss.StageExploration, mtss.StageInstallation, mtss.StageInitialImplementation, mtss.StageFullImplementation}
}

// Area is what an activity of an ISD's plan develops.
type Area string

// The areas of planning.
const (
	// Leadership is leadership.
	Leadership Area = "leadership"
	// Systems are the systems of the organization.
	Systems Area = "systems"
	// Competency is the competency of staff.
	Competency Area = "competency"
)

func areas() []Area { return []Area{Leadership, Systems, Competency} }

// ResourceKind is a kind of resource that a plan allocates.
type ResourceKind string

// The kinds of resources.
const (
	// FTE is positions.
	FTE ResourceKind = "fte"
	// Personnel is people.
	Personnel ResourceKind = "personnel"
	// Money is dollars.
	Money ResourceKind = "money"
)

func resourceKinds() []ResourceKind { return []ResourceKind{FTE, Personnel, Money} }
