package page_test

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
)

var (
	folder = os.DirFS("../../../examples/district-year/data")
	file   = io.Discard
)

func Example() {
	documents, err := profile.Read(folder) // JSON and NDJSON by kind, tables by their layout
	if err != nil {
		log.Fatal(err) // what is wrong with which file
	}
	p, err := profile.Of(documents, profile.Options{}) // a document, to store and to recompute
	if err != nil {
		log.Fatal(err)
	}
	for _, in := range p.Innovations {
		fmt.Println(in.ID, "is certainly in", in.Stage.Primary, "and may be in", in.Stage.Possible)
	}
	if err := page.Write(file, page.English(), p); err != nil {
		log.Fatal(err)
	}
	// Output:
	// check-in is certainly in initialImplementation and may be in initialImplementation
	// classroom-management is certainly in fullImplementation and may be in fullImplementation
	// core-reading is certainly in installation and may be in fullImplementation
}
