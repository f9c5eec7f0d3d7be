// Package profile puts together what a district's documents say of one unit on one
// day.
//
//	documents, err := profile.Read(os.DirFS("district-maple"))
//	p, err := profile.Of(documents, profile.Options{})
//	for _, innovation := range p.Innovations {
//		fmt.Println(innovation.ID, innovation.Stage.Primary)
//	}
//
// Documents are recognized by their kind, wherever in a folder they are. The profile
// is a document itself: scores with their trend, the stage of each innovation with
// what is missing, what to do next, what is due, and what the data do not tell. It says
// which documents and definitions it was made of, so that it can be stored, and made
// again. Package page shows it to people.
package profile
