package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// children are the contenders that need nothing but this library and the standard one; others
// are in another file. Each reads a file and prints how many records there are and how many
// points they have, or what else its group finds.
var children = map[string]func(file string) error{
	"records.NDJSON":            ndjson,
	"Scorers.Good":              valid,
	"encoding/json to maps":     toMaps,
	"encoding/json strict":      standard(byAll),
	"encoding/json, latest":     standard(byUnit),
	"records.Wide":              wide,
	"encoding/csv":              plainCSV,
	"rollup.Reading":            func(file string) error { return rolled(file, 1) },
	"rollup.Reading, 2 workers": func(file string) error { return rolled(file, 2) },
	"encoding/csv, latest":      csvLatest,
	"rollup.Reading, memory":    rolledInMemory,
	"State.Table":               rolledState,
	"State.Table, scales":       rolledScales,
	"rule.Judge":                judge,
}

type sum struct{ records, points int }

func (s *sum) print() error {
	_, err := fmt.Println(s.records, s.points)
	return err
}

func ndjson(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	var s sum
	for record, err := range records.NDJSON(f) {
		if err != nil {
			return err
		}
		s.records++
		for _, r := range record.Administration.Responses {
			s.points += r.Score
		}
	}
	return s.print()
}

// valid prints how many administrations there are if nothing is wrong with them.
func valid(file string) error {
	s, err := definition()
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	source, _ := scoring.OneALine(file, f, records.Layout{})
	all := 0
	if !(scoring.Scorers{s.Definition().Ref(): s}).Good([]rollup.InputFile{source}, func(lines, _ int) { all += lines }) {
		return errors.New("something is wrong")
	}
	_, err = fmt.Println(all)
	return err
}

// administration is what a program without this library would decode into.
type administration struct {
	Kind          string            `json:"kind"`
	SchemaVersion int               `json:"schemaVersion"`
	ID            string            `json:"id"`
	Instrument    map[string]string `json:"instrument"`
	Unit          map[string]string `json:"unit"`
	Date          string            `json:"date"`
	Responses     map[string]*int   `json:"responses"`
}

// finding is what a contender makes of administrations that it decoded.
type finding interface {
	add(a *administration)
	print() error
}

func byAll() finding { return &sum{} }

func (s *sum) add(a *administration) {
	s.records++
	for _, score := range a.Responses {
		if score != nil {
			s.points += *score
		}
	}
}

// latest is the last administration of each unit: the table that [rolled] finds.
type latest map[string]*last

type last struct {
	date            string
	points, unknown int
}

func byUnit() finding { return latest{} }

func (l latest) add(a *administration) {
	of := l[a.Unit["id"]]
	if of == nil {
		of = &last{}
		l[a.Unit["id"]] = of
	}
	if a.Date < of.date {
		return
	}
	*of = last{date: a.Date, unknown: 2 * (items - len(a.Responses))}
	for _, score := range a.Responses {
		if score == nil {
			of.unknown += 2
		} else {
			of.points += *score
		}
	}
}

func (l latest) print() error {
	points, unknown := 0, 0
	for _, of := range l {
		points, unknown = points+of.points, unknown+of.unknown
	}
	_, err := fmt.Println(len(l), points, unknown)
	return err
}

// each hands over the lines of a file.
func each(file string, use func(line []byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if err := use(in.Bytes()); err != nil {
			return err
		}
	}
	return in.Err()
}

func toMaps(file string) error {
	var s sum
	err := each(file, func(line []byte) error {
		var a map[string]any
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		s.records++
		responses, _ := a["responses"].(map[string]any)
		for _, score := range responses {
			if n, ok := score.(float64); ok {
				s.points += int(n)
			}
		}
		return nil
	})
	return errors.Join(err, s.print())
}

func standard(find func() finding) func(file string) error {
	return func(file string) error {
		found := find()
		err := each(file, func(line []byte) error {
			d := json.NewDecoder(bytes.NewReader(line))
			d.DisallowUnknownFields()
			var a administration
			err := d.Decode(&a)
			found.add(&a)
			return err
		})
		return errors.Join(err, found.print())
	}
}

func wide(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	var s sum
	for record, err := range records.Wide(f, records.Layout{}) {
		if err != nil {
			return err
		}
		s.records++
		for _, r := range record.Administration.Responses {
			s.points += r.Score
		}
	}
	return s.print()
}

func plainCSV(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	r := csv.NewReader(f)
	r.ReuseRecord = true
	if _, err = r.Read(); err != nil {
		return err
	}
	var s sum
	for {
		row, err := r.Read()
		if err == io.EOF {
			return s.print()
		}
		if err != nil {
			return err
		}
		s.records++
		for _, cell := range row[6:] {
			if cell == "" {
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				return err
			}
			s.points += n
		}
	}
}

// csvLatest is the last administration of each unit of a table.
func csvLatest(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	r := csv.NewReader(f)
	r.ReuseRecord = true
	if _, err = r.Read(); err != nil {
		return err
	}
	all := latest{}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all.print()
		}
		if err != nil {
			return err
		}
		of := all[row[1]]
		if of == nil {
			of = &last{}
			all[strings.Clone(row[1])] = of
		}
		if row[3] < of.date {
			continue
		}
		*of = last{date: strings.Clone(row[3])}
		for _, cell := range row[6:] {
			if cell == "" {
				of.unknown += 2
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				return err
			}
			of.points += n
		}
	}
}
