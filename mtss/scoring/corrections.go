package scoring

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// place is where a record was read.
type place struct {
	file string
	line int
}

// identity is what a record of a state is known by.
type identity struct{ id, content string }

func (p place) String() string { return fmt.Sprintf("%s, line %d", p.file, p.line) }

// again tells of a record that was there before: a notice if it says the same, a
// problem if it has the id of another one.
func again(noun, id string, same bool, first place) (mtss.Notice, error) {
	if same {
		return mtss.Noticef(mtss.NoticeRepeated, "is the %s of %s again, and counts once", noun, first), nil
	}
	return mtss.Notice{}, mtss.Issuef("/id", mtss.CodeRecordRepeated, "%q is the id of the %s of %s already, which says something else", id, noun, first)
}

// Corrections knows which administrations of several inputs count, each once: not those
// that another one supersedes or voids, and not those that only void. Files are looked
// through before anything is scored. An input that can be read only once is scored as
// it comes, and a correction that comes too late is a problem. The zero value has
// looked through none.
type Corrections struct {
	seen    seen.Records[place]
	files   map[string]bool // that were looked through
	out     map[place]bool
	written map[string]bool    // ids, of inputs that can be read only once
	gone    map[string]bool    // ids that records of such inputs correct
	told    map[string]bool    // ids of which it was told that records of them differ
	from    map[identity]place // of what corrects
}

// Look looks files through for corrections, and returns the problems of those that do
// not correct what they mean to; what cannot be read is left to whoever scores it.
// layout is that of tables, which may have columns of other names for a correction. Most
// inputs have none: then nothing is kept.
func (c *Corrections) Look(files []string, layout records.Layout, open func(name string) (io.ReadCloser, error), read func(io.Reader) iter.Seq2[records.Record, error]) (problems []mtss.Problem) {
	if c == nil || open == nil || read == nil {
		return nil
	}
	members := []string{"supersedes", "voids"}
	for i, name := range members {
		members[i] = cmp.Or(layout.Columns[name], name)
	}
	each := func(use func(name string, in io.Reader)) {
		for _, name := range files {
			if in, err := open(name); err == nil {
				use(name, in)
				_ = in.Close() // it was only read
			}
		}
	}
	c.files, c.out = map[string]bool{}, map[place]bool{}
	some := false
	each(func(name string, in io.Reader) {
		c.files[name] = true
		some = some || mentions(in, members)
	})
	if !some {
		return nil
	}
	var all []mtss.Correction[string]
	var places []place
	each(func(name string, in io.Reader) {
		for record, err := range read(in) {
			if err == nil {
				all = append(all, record.Administration.Correction())
				places = append(places, place{name, record.Line})
			}
		}
	})
	standing, err := mtss.Standing(all)
	for _, at := range places {
		c.out[at] = true
	}
	for _, i := range standing {
		delete(c.out, places[i])
	}
	return correctionProblems(err, func(i int) place { return places[i] })
}

// mentions reports whether an input holds one of some names, reading bytes alone, those
// of UTF-16 without its zeros.
func mentions(in io.Reader, names []string) bool {
	overlap := 16 // more than a name with its quotes
	for _, name := range names {
		overlap = max(overlap, len(name))
	}
	buffer := make([]byte, 1<<20+overlap)
	for kept := 0; ; {
		n, err := in.Read(buffer[kept:])
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

// correctionProblems are issues of mtss.Standing at the records they are about, but for
// those of ids, which are told as the records are read.
func correctionProblems(err error, at func(i int) place) (problems []mtss.Problem) {
	for _, issue := range mtss.Issues(err) {
		number, member, _ := strings.Cut(issue.Path[1:], "/")
		if i, err := strconv.Atoi(number); err == nil && issue.Code != mtss.CodeRecordRepeated {
			issue.Path = "/" + member
			problems = append(problems, Problems(at(i).file, at(i).line, issue)...)
		}
	}
	return problems
}

// Counts reports whether a record counts, which it may be asked once for each, and tells
// what somebody has to know of it.
//
// Problems: the notice mtss.NoticeRepeated, mtss.CodeRecordRepeated and CodeCorrected.
func (c *Corrections) Counts(file string, record *records.Record) (bool, []mtss.Problem) {
	if c == nil || record == nil {
		return record != nil, nil
	}
	return c.counts(file, record, record.Administration.Correction().Content)
}

// counts is Counts of a record with a content.
func (c *Corrections) counts(file string, record *records.Record, content string) (bool, []mtss.Problem) {
	if c == nil {
		return true, nil
	}
	a := &record.Administration
	if a.Supersedes != "" || a.Voids != "" {
		c.note(a.ID, content, place{file, record.Line})
	}
	if first, known, same := c.seen.Add(a.ID, content, place{file, record.Line}); known {
		notice, err := again("administration", a.ID, same, first)
		if err == nil {
			return false, []mtss.Problem{NoticeOf(file, record.Line, notice)}
		}
		if c.told == nil {
			c.told = map[string]bool{}
		}
		c.told[a.ID] = true
		return false, located(file, record.LineOf(), issuesOf(err))
	}
	if c.files[file] {
		return !c.out[place{file, record.Line}], nil
	}
	id, member := a.Supersedes, "/supersedes"
	if a.Voids != "" {
		id, member = a.Voids, "/voids"
	}
	if c.gone[a.ID] {
		return false, nil
	}
	if c.gone == nil {
		c.gone, c.written = map[string]bool{}, map[string]bool{}
	}
	var late []mtss.Problem
	if id != "" && c.written[id] {
		late = located(file, record.LineOf(), issuesOf(mtss.Issuef(member, CodeCorrected, "%q was scored before this record was read; of files, what is corrected is not scored", id)))
	}
	if id != "" {
		c.gone[id] = true
	}
	if a.ID != "" {
		c.written[a.ID] = true
	}
	return a.Voids == "", late
}

// note keeps where something is said to correct another record.
func (c *Corrections) note(id, content string, at place) {
	sum := digest.Sum([]byte(content))
	is := identity{id, hex.EncodeToString(sum[:])}
	if _, known := c.from[is]; known {
		return
	}
	if c.from == nil {
		c.from = map[identity]place{}
	}
	c.from[is] = at
}
