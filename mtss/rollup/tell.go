package rollup

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// tell tells of what is wrong with corrections, and then of what is bad or there again.
func (s *settling) tell() error {
	if s.reading.Tell == nil {
		return nil
	}
	if err := s.tellEmpty(); err != nil {
		return err
	}
	var need []int64
	for _, found := range s.first {
		need = append(need, found.at)
	}
	for _, again := range s.again {
		need = append(need, again.first)
	}
	slices.Sort(need)
	numbers, err := s.numbers(slices.Compact(need))
	if err != nil {
		return err
	}
	name := func(at int64) string {
		source, _ := s.source(at)
		return fmt.Sprintf("%s, line %d", s.sources[source].Name, numbers[at])
	}
	for _, found := range s.first {
		if err := s.tellOf(found.at, numbers[found.at], func(string) error { return found.issue }); err != nil {
			return err
		}
	}
	places := s.bad
	for at := range s.again {
		places = append(places, at)
	}
	slices.Sort(places)
	counter := lineCounter{sieving: s.sieving}
	for _, at := range places {
		n, err := counter.number(at)
		if err != nil {
			return err
		}
		var issue func(id string) error
		if again, is := s.again[at]; is {
			issue = func(id string) error { return again.issue(id, name(again.first)) }
		}
		if err := s.tellOf(at, n, issue); err != nil {
			return err
		}
	}
	return nil
}

// tellEmpty tells of sources that hold nothing.
func (s *settling) tellEmpty() error {
	for source := range s.sources {
		if s.sources[source].Layout != nil {
			s.tellOfTable(source)
			continue
		}
		ok, err := s.sources[source].says()
		if err != nil {
			return err
		}
		for record, err := range records.NDJSON(strings.NewReader("")) {
			if !ok {
				s.reading.Tell(source, record, err)
			}
		}
	}
	return nil
}

// says reports whether a source has anything but space.
func (s *InputFile) says() (bool, error) {
	buffer := make([]byte, 4096)
	for at := int64(0); at < s.Size; at += int64(len(buffer)) {
		part := buffer[:min(int64(len(buffer)), s.Size-at)]
		if n, err := s.In.ReadAt(part, at); n < len(part) {
			return false, err
		}
		if len(bytes.Trim(part, " \t\r\n")) > 0 {
			return true, nil
		}
	}
	return false, nil
}

// issue is that a record is there again or, without an id, its content.
func (r repeat) issue(id, first string) error {
	if r.same {
		n := mtss.Noticef(mtss.NoticeRepeated, "is the %s of %s again, and counts once", "administration", first)
		return mtss.Issue{Code: n.Code, Message: n.Message, Template: n.Template, Params: n.Params}
	}
	return mtss.Issuef("/id", mtss.CodeRecordRepeated, "%q is the id of the %s of %s already, which says something else", id, "administration", first)
}

// tellOf tells of a line; of one that is bad, what is bad of it.
func (s *settling) tellOf(at int64, number int, issue func(id string) error) error {
	l, err := s.lineOf(at, false, nil)
	if err != nil {
		return err
	}
	source, _ := s.source(at)
	record := records.Record{Line: number}
	if s.sources[source].Layout != nil {
		return s.tellOfRow(source, l, number, issue)
	}
	if issue == nil {
		// Not by records.NDJSON, to which one line that is broken is a whole document of several.
		for line, err := range records.Lines(io.MultiReader(bytes.NewReader(l.data), strings.NewReader("\r\n"))) {
			if record.Data = line.Data; err == nil {
				err = record.Administration.UnmarshalJSON(line.Data)
			}
			s.reading.Tell(source, record, s.whatIsBad(&record, err))
			return nil
		}
	}
	record.Data = l.data
	if err := record.Administration.UnmarshalJSON(l.data); err != nil {
		return err
	}
	s.reading.Tell(source, record, issue(record.Administration.ID))
	return nil
}

// whatIsBad is what is wrong with a record that is bad; nil if there is no definition of it.
func (s *settling) whatIsBad(record *records.Record, err error) error {
	if f := slices.IndexFunc(s.forms, func(f form) bool { return f.ref == record.Administration.Instrument }); err == nil && f >= 0 {
		_, err = s.reading.score(s.forms[f].scorer, record.Administration)
	}
	return err
}
