package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// prepared are the units of a file, and what reads administrations of the definition.
func prepared(file string) (s *instrument.Scorer, units mtss.Hierarchy, err error) {
	if s, err = definition(); err != nil {
		return s, units, err
	}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(file), "units.json"))
	if err != nil {
		return s, units, err
	}
	units, err = records.DecodeUnits(data)
	return s, units, err
}

// breakdown has one row of the state for each score.
func breakdown() rollup.Breakdown { return rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}} }

// rolled prints of the latest administration of each district: how many there are, their
// points and how many are unknown.
func rolled(file string, workers int) error {
	s, units, err := prepared(file)
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	in := rollup.InputFile{In: f, Size: info.Size()}
	if filepath.Ext(file) == ".csv" {
		in.Layout = &records.Layout{}
	}
	found, err := rolledUp(in, s, units, workers)
	if err != nil {
		return err
	}
	_, err = fmt.Println(found)
	return err
}

func rolledUp(in rollup.InputFile, s *instrument.Scorer, units mtss.Hierarchy, workers int) (string, error) {
	var told error
	reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}, Workers: workers, Tell: func(_ int, r records.Record, err error) { told = err }}
	table, _, err := reading.Table([]rollup.InputFile{in}, units, breakdown())
	if err = errors.Join(err, told); err != nil {
		return "", err
	}
	return total(table)
}

func total(table rollup.Table) (string, error) {
	for _, row := range table.Rows {
		if row.Measure.ID == "total" {
			return fmt.Sprint(*row.Units, " ", row.Figures.Tally.Earned, " ", row.Figures.Tally.Unknown), nil
		}
	}
	return "", errors.New("no total")
}

// spent is the time of the processor that this process took so far.
func spent() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage) // of this process, which there is
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// within prints what work finds, after the nanoseconds of the processor that it takes for
// each of n administrations: what was made ready before does not count.
func within(n int, work func() (found string, err error)) error {
	before := spent()
	found, err := work()
	if err != nil {
		return err
	}
	_, err = fmt.Printf("ns %.1f %s\n", float64(spent()-before)/float64(n), found)
	return err
}

// rolledInMemory rolls up lines that lie in memory.
func rolledInMemory(file string) error {
	s, units, err := prepared(file)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return within(bytes.Count(data, []byte("\n")), func() (string, error) {
		return rolledUp(rollup.InputFile{In: bytes.NewReader(data), Size: int64(len(data))}, s, units, 1)
	})
}

// rolledState rolls up a state of all administrations.
func rolledState(file string) error {
	s, units, err := prepared(file)
	if err != nil {
		return err
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	var state rollup.State
	for record, err := range records.NDJSON(f) {
		if err != nil {
			return err
		}
		result, err := s.Score(record.Administration)
		if err = errors.Join(err, state.Add(record.Administration.Correction(), result)); err != nil {
			return err
		}
	}
	return within(len(state.Records), func() (string, error) {
		table, _, err := state.Table(units, breakdown())
		if err != nil {
			return "", err
		}
		return total(table)
	})
}

// list joins what is written of each item.
func list(format, by string) string {
	var all []string
	for k := range items {
		all = append(all, strings.ReplaceAll(format, "#", fmt.Sprint(k+1)))
	}
	return strings.Join(all, by)
}

// sqlite is the query of SQLite over lines in a table; of max it takes the row.
func sqlite() string {
	return `select count(*) || ' ' || sum(p) || ' ' || sum(u) from (select max(json_extract(line, '$.date')), ` +
		list(`coalesce(json_extract(line, '$.responses.#'),0)`, "+") + " p, " + list(`case when json_extract(line, '$.responses.#') is null then 2 else 0 end`, "+") +
		` u from t group by json_extract(line, '$.unit.id'))`
}
