package kit

// Infrastructure lists the ten components of district infrastructure, in the order
// of their source. Every package that names them has them from here.
func Infrastructure() []string {
	return []string{
		"implementationTeam", "initiativeInventory", "initiativeReview", "staffSelection", "staffDevelopment",
		"communicationPlan", "barrierRemoval", "coachingSystem", "implementationPlan", "dataUse",
	}
}
