// Command quickstart shows what the documents of a folder come to, by default those of one
// invented district: a page of text, and with -o the same as a page for a browser.
package main

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
)

func main() {
	name := flag.String("o", "", "write the page for a browser to `FILE`")
	flag.Parse()
	folder := "examples/district-year/data" // seen from the top of the module
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if err := run(os.Stdout, os.DirFS(folder), *name); err != nil {
		log.Fatal(err)
	}
}

// run prints the page of the unit in a folder, or writes it to a file of a name.
func run(w io.Writer, folder fs.FS, name string) error {
	documents, err := profile.Read(folder)
	if err != nil {
		return err // which says what is wrong with which file
	}
	district, err := profile.Of(documents, profile.Options{})
	if err != nil {
		return err
	}
	words := page.English()
	if own := profile.All[profile.Words](documents); len(own) > 0 {
		words = own[0] // names of units and innovations
	}
	if name == "" {
		if err := page.Text(w, words, district); err != nil {
			return err
		}
		_, err = fmt.Fprintln(w, "\nFor a browser or paper: go run ./examples/quickstart -o district.html")
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close() // a second time, if all went well
	if err := page.Write(file, words, district); err != nil {
		return err
	}
	return file.Close()
}
