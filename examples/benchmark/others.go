//go:build !alone

package main

// others are the contenders that need other libraries, which take time and memory to load.
var others = map[string]func(file string) error{
	"sonic strict":          withSonic(byAll),
	"sonic, latest":         withSonic(byUnit),
	"DuckDB csv":            duckCSV,
	"DuckDB, 1 thread":      func(file string) error { return duck(file, 1) },
	"DuckDB csv, 1 thread":  func(file string) error { return duckCSVLatest(file, 1) },
	"DuckDB csv, 2 threads": func(file string) error { return duckCSVLatest(file, 2) },
	"DuckDB, 2 threads":     func(file string) error { return duck(file, 2) },
	"DuckDB, memory":        duckInMemory,
	"DuckDB, scales":        duckScales,
	"cel-go":                withCEL,
	"expr":                  withExpr,
	"jsonlogic":             withJSONLogic,
	"OPA":                   withOPA,
}
