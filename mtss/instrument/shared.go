package instrument

// SharedItem is an item that is in two subscales, so that its points count in both. An
// instrument may mean it; more often the item was copied to the wrong list.
type SharedItem struct {
	// Item is the id of the item.
	Item string `json:"item"`
	// Subscales are the ids of the two, in the order of the definition.
	Subscales []string `json:"subscales"`
	// Message says what to look at.
	Message string `json:"message"`
}

// SharedItems returns the items that the definition has in two subscales, in the order
// of its items; in several, each further one with the first.
func (d Definition) SharedItems() (found []SharedItem) {
	parent, in := map[string]string{}, map[string][]string{}
	for _, sub := range d.Subscales {
		parent[sub.ID] = sub.Parent
		for _, item := range sub.Items {
			in[item] = append(in[item], sub.ID)
		}
	}
	inside := func(id, outer string) bool {
		for range d.Subscales { // parents may go around in one that is not compiled
			if id = parent[id]; id == outer {
				return true
			}
		}
		return false
	}
	for _, item := range d.Items {
		for i, of := 1, in[item.ID]; i < len(of); i++ {
			says := "so its points count in both; look whether your copy has it so"
			if of[i] == of[0] || inside(of[i], of[0]) || inside(of[0], of[i]) {
				says = "one of which is inside the other: list it once, in the inner one"
			}
			found = append(found, SharedItem{Item: item.ID, Subscales: []string{of[0], of[i]}, Message: "item " + item.ID + " is in " + of[0] + " and in " + of[i] + ", " + says})
		}
	}
	return found
}
