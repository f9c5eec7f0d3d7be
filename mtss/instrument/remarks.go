package instrument

import "fmt"

// Remark is something to know of a definition that is no error: a part that it still
// lacks, or an item that is in two subscales, so that its points count in both. An
// instrument may mean the latter; more often the item was copied to the wrong list.
type Remark struct {
	// File is the name of the file that it is about, where whoever read it says so.
	File string `json:"file,omitzero"`
	// Instrument is the definition's.
	Instrument Ref `json:"instrument"`
	// Lacks is the part that is lacking; "" of an item.
	Lacks LackOf `json:"lacks,omitzero"`
	// Item is the id of the item; "" of a part.
	Item string `json:"item,omitzero"`
	// Subscales are the ids of the two that the item is in, in the order of the definition.
	Subscales []string `json:"subscales,omitempty"`
	// Message says what is not known, or what to look at.
	Message string `json:"message"`
	// FillIn is what of a completion says it; "" of an item.
	FillIn string `json:"fillIn,omitzero"`
}

// String returns the remark as a sentence.
func (r Remark) String() string {
	if r.Lacks == "" {
		return r.Message
	}
	return fmt.Sprintf("%s still lacks its %s: %s; fill in %s", r.Instrument, r.Lacks, r.Message, r.FillIn)
}

// Remarks returns the items that the definition has in two subscales, in the order of its
// items; in several, each further one with the first. What it lacks follows.
func (d Definition) Remarks() []Remark {
	found := d.sharedItems()
	for _, lack := range d.Lacks {
		found = append(found, Remark{Instrument: d.Ref(), Lacks: lack.Of, Message: lack.Says, FillIn: lack.Of.FillIn()})
	}
	return found
}

func (d Definition) sharedItems() (found []Remark) {
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
			found = append(found, Remark{Instrument: d.Ref(), Item: item.ID, Subscales: []string{of[0], of[i]}, Message: "item " + item.ID + " is in " + of[0] + " and in " + of[i] + ", " + says})
		}
	}
	return found
}
