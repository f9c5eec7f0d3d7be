package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// CodeCorrected: a record corrects one whose result is written already, which can happen where the input is not a file.
const CodeCorrected mtss.Code = "cli.corrected"

// place is where a record was read.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s, line %d", p.file, p.line) }

// again tells of a record that was there before: a notice if it says the same, a
// problem if it has the id of another one.
func again(noun, id string, same bool, first place) (mtss.Notice, error) {
	if same {
		return mtss.Noticef(mtss.NoticeRepeated, "is the %s of %s again, and counts once", noun, first), nil
	}
	return mtss.Notice{}, mtss.Issuef("/id", mtss.CodeRecordRepeated, "%q is the id of the %s of %s already, which says something else", id, noun, first)
}

// forced knows which administrations count, each once: not those that another one
// supersedes or voids, and not those that only void. Files are looked through
// for corrections before anything is scored. An input that can be read only
// once is scored as it comes, and a correction that comes too late is a problem.
type forced struct {
	seen    mtss.Seen[place]
	files   map[string]bool // that were looked through
	out     map[place]bool
	written map[string]bool // ids, of inputs that can be read only once
	gone    map[string]bool // ids that records of such inputs correct
}

// findCorrections reads the files among the inputs for corrections, and reports
// those that do not correct what they mean to. Most inputs have none: then
// nothing is kept.
func findCorrections(files, names []string, read func(io.Reader) iter.Seq2[records.Record, error], r *reporter) forced {
	f := forced{files: map[string]bool{}, out: map[place]bool{}, written: map[string]bool{}, gone: map[string]bool{}}
	var regular []string
	corrections := false
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			regular = append(regular, name)
			f.files[name] = true
			corrections = corrections || mentionsCorrection(name, names)
		}
	}
	if corrections {
		f.read(regular, read, r)
	}
	return f
}

// mentionsCorrection reports whether a file holds the name of a member or a
// column that makes a correction, reading bytes alone, those of UTF-16 without its
// zeros.
func mentionsCorrection(name string, names []string) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // it was only read
	overlap := 16                       // more than a name with its quotes
	for _, name := range names {
		overlap = max(overlap, len(name))
	}
	buffer := make([]byte, 1<<20+overlap)
	for kept := 0; ; {
		n, err := file.Read(buffer[kept:])
		part := buffer[:kept+n]
		if bytes.IndexByte(part[kept:], 0) >= 0 {
			part = append(part[:kept], bytes.ReplaceAll(part[kept:], []byte{0}, nil)...)
		}
		for _, name := range names {
			if bytes.Contains(part, []byte(name)) {
				return true
			}
		}
		if err != nil {
			return false
		}
		kept = copy(buffer, part[max(0, len(part)-overlap):])
	}
}

func (f *forced) read(files []string, read func(io.Reader) iter.Seq2[records.Record, error], r *reporter) {
	var all []mtss.Correction[string]
	var places []place
	quiet := &reporter{w: io.Discard} // what cannot be read is reported when it is scored
	eachInput(files, nil, quiet, func(name string, in io.Reader) {
		for record, err := range read(in) {
			if err == nil {
				all = append(all, record.Administration.Correction())
				places = append(places, place{name, record.Line})
			}
		}
	})
	standing, err := mtss.Standing(all)
	for _, at := range places {
		f.out[at] = true
	}
	for _, i := range standing {
		delete(f.out, places[i])
	}
	reportCorrections(err, r, func(i int) place { return places[i] })
}

// reportCorrections reports issues of mtss.Standing at the records they are about,
// but for those of ids, which are reported as the records are read.
func reportCorrections(err error, r *reporter, at func(i int) place) {
	for _, issue := range mtss.Issues(err) {
		number, member, _ := strings.Cut(issue.Path[1:], "/")
		if i, err := strconv.Atoi(number); err == nil && issue.Code != mtss.CodeRecordRepeated {
			issue.Path = "/" + member
			for k, param := range issue.Params {
				if other, err := strconv.Atoi(strings.TrimPrefix(param, "/")); err == nil && param[0] == '/' {
					issue.Params[k] = at(other).String()
				}
			}
			issue.Message = mtss.FillIn(issue.Template, issue.Params)
			r.report(at(i).file, at(i).line, issue)
		}
	}
}

// counts reports whether a record is to be scored, and why not where somebody has
// to know.
func (f *forced) counts(name string, record *records.Record) (bool, mtss.Notice, error) {
	a := &record.Administration
	if first, known, same := f.seen.Add(a.ID, a.Correction().Content, place{name, record.Line}); known {
		notice, err := again("administration", a.ID, same, first)
		return false, notice, err
	}
	if f.files[name] {
		return !f.out[place{name, record.Line}], mtss.Notice{}, nil
	}
	id, member := a.Supersedes, "/supersedes"
	if a.Voids != "" {
		id, member = a.Voids, "/voids"
	}
	if f.gone[a.ID] {
		return false, mtss.Notice{}, nil
	}
	var late error
	if id != "" && f.written[id] {
		late = mtss.Issuef(member, CodeCorrected, "%q was scored before this record was read; of files, what is corrected is not scored", id)
	}
	if id != "" {
		f.gone[id] = true
	}
	if a.ID != "" {
		f.written[a.ID] = true
	}
	return a.Voids == "", mtss.Notice{}, late
}
