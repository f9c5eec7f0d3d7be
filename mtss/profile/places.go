package profile

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// place is where a document was read. The zero place is that of one that was added.
type place struct {
	file   string
	line   int    // counts from 1; 0 for a file with one document
	data   []byte // of a file with one document
	folder string // of the file, as it is to be told
}

// named is the file as it is to be told.
func (p place) named() string {
	if p.folder == "" || strings.HasSuffix(p.folder, "/") {
		return p.folder + p.file
	}
	return p.folder + "/" + p.file
}

// In returns the documents with the files that they were read from told as those of a
// folder, as in "north/dca.ndjson": where those of several folders are joined.
func (d Documents) In(folder string) Documents {
	d.from = slices.Clone(d.from)
	for i := range d.from {
		if d.from[i].file != "" {
			d.from[i].folder = folder
		}
	}
	return d
}

// String names it, as in "dca.ndjson:3"; "" where there is none.
func (p place) String() string {
	if p.line == 0 {
		return p.file
	}
	return p.file + ":" + strconv.Itoa(p.line)
}

// origin is where a document, or an element of its lists, is: of problems that are told of
// lists that several documents were joined to.
type origin struct {
	place
	kind string
	path string // in the document
}

// origins are the origins of what a supplier was made of, by the paths by which it tells
// of it: of each element of a list or, where the path is after whole, of one document.
type origins map[string][]origin

const whole = "."

// originsOf returns the origins of the documents of a type.
func originsOf[T any](d Documents) (out []origin) {
	for i, document := range d.all {
		if _, is := any(document).(*T); is {
			out = append(out, d.origin(i))
		}
	}
	return out
}

// originsIn returns the origins of the elements of a list of the documents of a type.
func originsIn[T any](d Documents, list string, length func(*T) int) (out []origin) {
	for i, document := range d.all {
		v, is := any(document).(*T)
		for j := 0; is && j < length(v); j++ {
			one := d.origin(i)
			one.path = pointer.Element(list, j)
			out = append(out, one)
		}
	}
	return out
}

func (d Documents) origin(i int) origin {
	return origin{place: d.from[i], kind: d.all[i].Schema().Kind}
}

// find returns the origin of what a path names, with the path in its document.
func (from origins) find(path string) (one origin, known bool) {
	one, _, known = from.within(path)
	return one, known
}

// within also returns the path of the list that something is in.
func (from origins) within(path string) (one origin, list string, known bool) {
	for list, all := range from {
		if document, is := strings.CutPrefix(list, whole); is && len(all) == 1 && strings.HasPrefix(path+"/", document+"/") {
			return origin{all[0].place, all[0].kind, all[0].path + path[len(document):]}, document, true
		}
		rest, under := strings.CutPrefix(path, list+"/")
		number, rest, deeper := strings.Cut(rest, "/")
		i, err := strconv.Atoi(number)
		if !under || err != nil || i < 0 || i >= len(all) {
			continue
		}
		one = all[i]
		if one.path += "/" + rest; !deeper {
			one.path = all[i].path
		}
		return one, list, true
	}
	return origin{}, "", false
}

// placed is a problem with the origin of what it is of; none where that is not known.
type placed struct {
	mtss.Issue
	said  mtss.Issue // without the names of files
	at    origin
	known bool
}

// unplaced returns problems of no document.
func unplaced(err error) []placed { return origins{}.of(err) }

// of returns problems with their origins. What a message says of other places, it says by
// their origins as well.
func (from origins) of(err error) (out []placed) {
	for _, issue := range mtss.Issues(err) {
		p := placed{Issue: issue, said: issue}
		var list string
		if p.at, list, p.known = from.within(issue.Path); p.known {
			p.Path = p.at.path
		}
		for i, param := range issue.Params {
			other, known := from.find(param)
			text, is := strings.CutPrefix(param, "/")
			if !known && is {
				if other, known = from.find(list + param); !known {
					other, known = from.find(path.Dir(list) + param) // of another list of the document
				}
			}
			if line := "line {" + strconv.Itoa(i) + "}"; strings.Contains(issue.Template, line) {
				if other, known = from.find("/" + param); known {
					p.Template = strings.Replace(p.Template, line, line[len("line "):], 1)
					p.said.Template = p.Template
				}
				is = true
			}
			if known && is && text != "" {
				p.Issue = named(p.Issue, i, strings.TrimSpace(cmp.Or(place{file: other.named(), line: other.line}.String(), other.kind)+" "+other.path))
				p.said = named(p.said, i, strings.TrimSpace(other.kind+" "+other.path))
			}
		}
		out = append(out, p)
	}
	return out
}

// named returns a problem whose message says something else in a place of its template.
func named(issue mtss.Issue, i int, text string) mtss.Issue {
	issue.Params = slices.Clone(issue.Params)
	issue.Params[i] = text
	fill := make([]string, 0, 2*len(issue.Params))
	for i, param := range issue.Params {
		fill = append(fill, "{"+strconv.Itoa(i)+"}", param)
	}
	issue.Message = strings.NewReplacer(fill...).Replace(issue.Template)
	return issue
}

// error returns a problem with the file and line of its document, or by the kind of a
// document that was not read from one.
func (p placed) error() error {
	switch {
	case p.known && p.at.file != "":
		return &FileError{File: p.at.named(), Line: p.at.line, Data: p.at.data, Err: p.Issue}
	case p.known:
		p.Path = "/" + p.at.kind + p.Path
	}
	return p.Issue
}

// suppliers are suppliers of a kind, with the origins of what they were made of.
type suppliers[S any] struct {
	all  []S
	from []origins
}

func (s *suppliers[S]) add(one S, from origins) {
	s.all, s.from = append(s.all, one), append(s.from, from)
}

// of returns the problems of suppliers with their origins.
func (s *suppliers[S]) of(err error) (out []placed) {
	for _, issue := range mtss.Issues(err) {
		number, rest, deeper := strings.Cut(strings.TrimPrefix(issue.Path, "/suppliers/"), "/")
		i, err := strconv.Atoi(number)
		if err != nil || i >= len(s.from) || !strings.HasPrefix(issue.Path, "/suppliers/") {
			out = append(out, unplaced(issue)...)
			continue
		}
		if issue.Path = "/" + rest; !deeper {
			issue.Path = ""
		}
		out = append(out, s.from[i].of(issue)...)
	}
	return out
}

// joined returns problems, each once, as one error: those with a file as [FileError].
func joined(all []placed) error {
	var files []error
	var others []mtss.Issue
	seen := map[string]bool{}
	for _, p := range all {
		err := p.error()
		key := p.at.named() + " " + p.at.String() + " " + p.Path + " " + string(p.Code)
		if !p.known {
			key += " " + p.Message
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		if issue, is := err.(mtss.Issue); is {
			others = append(others, issue)
		} else {
			files = append(files, err)
		}
	}
	if len(files) == 0 {
		return strict.Invalid(others)
	}
	return errors.Join(append(files, strict.Invalid(others))...)
}

// List returns what is due by the documents in a range of days, as seen on a day: what
// schedule.List says of [Documents.Due]. Errors: those of schedule.List; as [FileError]
// where a document was read from a file.
func (d Documents) List(days mtss.Period, on mtss.Date, criterion string, units []mtss.Unit, meetings ...mtss.Date) ([]schedule.Due, error) {
	s := d.due(criterion, units, meetings...)
	all, err := schedule.List(days, on, s.all...)
	return all, joined(s.of(err))
}
