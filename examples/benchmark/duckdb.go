//go:build !alone

package main

import (
	"database/sql"
	"fmt"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2" // the driver
)

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

// duckInMemory rolls up a table of scores that DuckDB has read already.
func duckInMemory(file string) error {
	db, err := sql.Open("duckdb", "?threads=1")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(fmt.Sprintf(`create table t as select unit.id unit, date, %s
		from read_json('%s', format='newline_delimited', columns={unit: 'STRUCT(id VARCHAR, kind VARCHAR)', date: 'DATE', responses: 'STRUCT(%s)'})`,
		list(`responses."#" "#"`, ", "), file, list(`"#" TINYINT`, ", "))); err != nil {
		return err
	}
	n := 0
	if err := db.QueryRow("select count(*) from t").Scan(&n); err != nil {
		return err
	}
	return within(n, func() (found string, err error) {
		err = db.QueryRow(fmt.Sprintf(`select count(*)::bigint || ' ' || sum(p)::bigint || ' ' || sum(u)::bigint from (
			select arg_max(%s, date) p, arg_max(%s, date) u from t group by unit)`,
			list(`coalesce("#",0)`, "+"), list(`case when "#" is null then 2 else 0 end`, "+"))).Scan(&found)
		return found, err
	})
}

// duckScales rolls up a table of scales that DuckDB has read already.
func duckScales(file string) error {
	db, err := sql.Open("duckdb", "?threads=1")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(fmt.Sprintf("create table t as select * from read_csv('%s', header=true)", file)); err != nil {
		return err
	}
	n := 0
	if err := db.QueryRow("select count(*) from t").Scan(&n); err != nil {
		return err
	}
	var of, points, unknown, quartiles []string
	for k := range scales {
		p, u := fmt.Sprint("p", k), fmt.Sprint("u", k)
		of = append(of, fmt.Sprintf("sum(%s) %s, sum(%s) %s, quantile_cont(%s, [0.25, 0.5, 0.75]) low%d, quantile_cont(%s+%s, [0.25, 0.5, 0.75]) high%d", p, p, u, u, p, k, p, u, k))
		points, unknown = append(points, p), append(unknown, u)
		quartiles = append(quartiles, fmt.Sprintf("list_sum(low%d)+list_sum(high%d)", k, k))
	}
	return within(n, func() (found string, err error) {
		err = db.QueryRow(fmt.Sprintf(`select count(*)::bigint || ' ' || sum(%s)::bigint || ' ' || sum(%s)::bigint || ' ' || (4*sum(%s))::bigint
			from (select %s from t group by grouping sets ((district), (agency), ()))`,
			strings.Join(points, "+"), strings.Join(unknown, "+"), strings.Join(quartiles, "+"), strings.Join(of, ", "))).Scan(&found)
		return found, err
	})
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
