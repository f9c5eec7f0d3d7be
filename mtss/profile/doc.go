// Package profile puts together what a district's documents say of one unit on one
// day.
//
//	documents, err := profile.Read(os.DirFS("district-maple"))
//	units, err := documents.Hierarchy()
//	set, err := assessor.Gather(units, mtss.OneDay(on), evidence.Policy{}, documents.Suppliers()...)
//	assessment, err := assessor.On(set, school, "pbis", on)
//
// Documents are recognized by their kind, wherever in a folder they are.
package profile
