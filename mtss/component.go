package mtss

// Component is a component of the infrastructure that a district needs to
// implement MTSS. The zero value is none.
type Component string

// The components of infrastructure.
const (
	// ComponentImplementationTeam is an implementation team.
	ComponentImplementationTeam Component = "implementationTeam"
	// ComponentInitiativeInventory is an inventory of initiatives, and their alignment.
	ComponentInitiativeInventory Component = "initiativeInventory"
	// ComponentInitiativeReview is a review of innovations and initiatives.
	ComponentInitiativeReview Component = "initiativeReview"
	// ComponentStaffSelection is the recruitment and selection of staff.
	ComponentStaffSelection Component = "staffSelection"
	// ComponentStaffDevelopment is the development of staff.
	ComponentStaffDevelopment Component = "staffDevelopment"
	// ComponentCommunicationPlan is a communication plan.
	ComponentCommunicationPlan Component = "communicationPlan"
	// ComponentBarrierRemoval is a way to remove barriers.
	ComponentBarrierRemoval Component = "barrierRemoval"
	// ComponentCoachingSystem is a coaching system.
	ComponentCoachingSystem Component = "coachingSystem"
	// ComponentImplementationPlan is an implementation plan.
	ComponentImplementationPlan Component = "implementationPlan"
	// ComponentDataUse is the analysis and use of data.
	ComponentDataUse Component = "dataUse"
)

// Components returns the ten components of infrastructure, in the order in which
// the source lists them.
func Components() []Component {
	return []Component{
		ComponentImplementationTeam, ComponentInitiativeInventory, ComponentInitiativeReview, ComponentStaffSelection, ComponentStaffDevelopment,
		ComponentCommunicationPlan, ComponentBarrierRemoval, ComponentCoachingSystem, ComponentImplementationPlan, ComponentDataUse,
	}
}
