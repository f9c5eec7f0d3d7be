package main

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2" // the driver

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// rolled prints of the latest administration of each district: how many there are, their
// points and how many are unknown.
func rolled(file string, workers int) error {
	s, err := definition()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(file), "units.json"))
	if err != nil {
		return err
	}
	units, err := records.DecodeUnits(data)
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
	var told error
	reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}, Workers: workers, Tell: func(_ int, r records.Record, err error) { told = err }}
	table, _, err := reading.Table([]rollup.InputFile{in}, units, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
	if err = errors.Join(err, told); err != nil {
		return err
	}
	for _, row := range table.Rows {
		if row.Measure.ID == "total" {
			_, err := fmt.Println(*row.Units, row.Figures.Tally.Earned, row.Figures.Tally.Unknown)
			return err
		}
	}
	return errors.New("no total")
}

// list joins what is written of each item.
func list(format, by string) string {
	var all []string
	for k := range items {
		all = append(all, strings.ReplaceAll(format, "#", fmt.Sprint(k+1)))
	}
	return strings.Join(all, by)
}

func duck(file string, threads int) error {
	return query(fmt.Sprintf(`select count(*)::bigint || ' ' || sum(p)::bigint || ' ' || sum(u)::bigint from (
		select arg_max(%s, date) p, arg_max(%s, date) u
		from read_json('%s', format='newline_delimited', columns={unit: 'STRUCT(id VARCHAR, kind VARCHAR)', date: 'DATE', responses: 'STRUCT(%s)'}) group by unit.id)`,
		list(`coalesce(responses."#",0)`, "+"), list(`case when responses."#" is null then 2 else 0 end`, "+"), file, list(`"#" INTEGER`, ", ")), threads)
}

func duckCSV(file string) error {
	return query(fmt.Sprintf(`select count(*)::bigint || ' ' || sum(%s)::bigint from read_csv('%s', header=true, columns={id: 'VARCHAR', unit: 'VARCHAR', unitKind: 'VARCHAR', date: 'DATE', instrument: 'VARCHAR', version: 'VARCHAR', %s})`,
		list(`coalesce("#",0)`, "+"), file, list(`'#': 'INTEGER'`, ", ")), 1)
}

// duckCSVLatest is duck of a table.
func duckCSVLatest(file string, threads int) error {
	return query(fmt.Sprintf(`select count(*)::bigint || ' ' || sum(p)::bigint || ' ' || sum(u)::bigint from (
		select arg_max(%s, date) p, arg_max(%s, date) u
		from read_csv('%s', header=true, columns={id: 'VARCHAR', unit: 'VARCHAR', unitKind: 'VARCHAR', date: 'DATE', instrument: 'VARCHAR', version: 'VARCHAR', %s}) group by unit)`,
		list(`coalesce("#",0)`, "+"), list(`case when "#" is null then 2 else 0 end`, "+"), file, list(`'#': 'INTEGER'`, ", ")), threads)
}

// query prints the one value of a query.
func query(text string, threads int) error {
	db, err := sql.Open("duckdb", fmt.Sprintf("?threads=%d", threads))
	if err != nil {
		return err
	}
	var found string
	if err := db.QueryRow(text).Scan(&found); err != nil {
		return err
	}
	_, err = fmt.Println(found)
	return err
}

// sqlite is the query of SQLite over lines in a table; of max it takes the row.
func sqlite() string {
	return `select count(*) || ' ' || sum(p) || ' ' || sum(u) from (select max(json_extract(line, '$.date')), ` +
		list(`coalesce(json_extract(line, '$.responses.#'),0)`, "+") + " p, " + list(`case when json_extract(line, '$.responses.#') is null then 2 else 0 end`, "+") +
		` u from t group by json_extract(line, '$.unit.id'))`
}
