// Command state makes up the administrations of a state, a school's progress check every
// week or so over two school years, and goes from that file to a table in which small
// groups are withheld, and to a page of it. The file has a million lines if not told
// otherwise; nothing grows with them but a word for each.
package main

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io"
	"log"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

//go:embed check.json
var check []byte

//go:embed page.html
var page string

func main() {
	n := flag.Int("n", 1_000_000, "how many administrations")
	workers := flag.Int("workers", 1, "how many parts of the file are read at once")
	dir := flag.String("o", "", "the `FOLDER` for units.json, administrations.ndjson, table.json and page.html; a temporary one if not given")
	flag.Parse()
	if err := run(os.Stdout, *n, *workers, *dir); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer, n, workers int, dir string) (err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "state"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	}
	definition, err := instrument.DecodeDefinition(check)
	if err != nil {
		return err
	}
	scorer, err := instrument.Compile(definition)
	if err != nil {
		return err
	}
	places, schools := state(n)
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		return err
	}
	all, err := json.Marshal(map[string]any{"kind": "units", "schemaVersion": 1, "units": places})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "units.json"), all, 0o600); err != nil {
		return err
	}
	name := filepath.Join(dir, "administrations.ndjson")
	if err := generate(name, n, schools); err != nil {
		return err
	}
	start := time.Now()
	table, account, err := read(w, name, scorer, units, workers)
	if err != nil {
		return err
	}
	log.Printf("%d administrations in %v", account.Records, time.Since(start).Round(time.Millisecond))
	fmt.Fprintf(w, "of %d administrations %d count\n  %d are given again, %d corrected, %d earlier than others\n", account.Records, account.Counted, account.Repeated, account.Corrected, account.Earlier)
	show(w, table)
	data, err := table.MarshalJSON()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "table.json"), data, 0o600); err != nil {
		return err
	}
	return write(filepath.Join(dir, "page.html"), table)
}

// state makes up service agencies, districts and schools: as many schools as have some
// hundred administrations each. Every seventh district has a single school, so that there
// are rows to withhold.
func state(n int) ([]mtss.Place, []mtss.Unit) {
	places := []mtss.Place{{Unit: mtss.Unit{ID: "state", Kind: mtss.KindState}}}
	var schools []mtss.Unit
	for d := 0; len(schools) < max(40, min(n/200, 4000)); d++ {
		agency := fmt.Sprintf("isd-%02d", d/16)
		if d%16 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: agency, Kind: mtss.KindISD}, Parent: "state"})
		}
		district := fmt.Sprintf("d-%04d", d)
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: district, Kind: mtss.KindDistrict}, Parent: agency})
		for k := range 1 + d%7*2 {
			school := mtss.Unit{ID: fmt.Sprintf("s-%04d-%02d", d, k), Kind: mtss.KindSchool}
			places = append(places, mtss.Place{Unit: school, Parent: district})
			schools = append(schools, school)
		}
	}
	return places, schools
}

// generate writes administrations, seeded; some are given again, and some correct others.
func generate(name string, n int, schools []mtss.Unit) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(20, 26)) //nolint:gosec // it is to be the same each time
	w := bufio.NewWriter(file)
	first := mtss.Date{Year: 2024, Month: 9, Day: 1}
	var line []byte
	for i := range n {
		if i%5000 == 4999 {
			_, _ = w.Write(line) // a writer that fails says so when it is flushed
			continue
		}
		a := instrument.Administration{ID: fmt.Sprintf("a-%07d", i), Instrument: instrument.Ref{ID: "progress-check", Version: "1"}, Unit: schools[i%len(schools)], Date: first.AddDays(random.IntN(660))}
		if before := i - len(schools); i%1000 == 999 && before >= 0 && before%5000 != 4999 { // of the same school
			a.Supersedes = fmt.Sprintf("a-%07d", before)
		}
		progress := 40 + i%len(schools)*40/len(schools) + a.Date.DaysSince(first)/30
		for k := range 12 {
			response := instrument.Response{Item: fmt.Sprint(k + 1), NotScored: random.IntN(40) == 0}
			if !response.NotScored {
				for range 2 {
					if random.IntN(100) < progress {
						response.Score++
					}
				}
			}
			a.Responses = append(a.Responses, response)
		}
		if line, err = a.AppendJSON(line[:0]); err != nil {
			return err
		}
		line = append(line, '\n')
		_, _ = w.Write(line) // the same
	}
	return errors.Join(w.Flush(), file.Close())
}

// read goes from the file to the table.
func read(w io.Writer, name string, scorer *instrument.Scorer, units mtss.Hierarchy, workers int) (rollup.Table, rollup.Account, error) {
	file, err := os.Open(name)
	if err != nil {
		return rollup.Table{}, rollup.Account{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		return rollup.Table{}, rollup.Account{}, err
	}
	told := map[mtss.Code]int{}
	reading := rollup.Reading{
		Scorers: map[instrument.Ref]*instrument.Scorer{scorer.Definition().Ref(): scorer},
		Workers: workers,
		Tell: func(_ int, _ records.Record, err error) {
			for _, issue := range mtss.Issues(err) {
				told[issue.Code]++
			}
		},
	}
	table, account, err := reading.Table([]rollup.InputFile{{Name: "administrations.ndjson", In: file, Size: info.Size()}}, units, rollup.Breakdown{
		By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD, mtss.KindState}, Period: rollup.SchoolYear, Policy: rollup.WithholdingPolicy{Below: 10},
	})
	for _, code := range slices.Sorted(maps.Keys(told)) {
		fmt.Fprintf(w, "told %d times: %s\n", told[code], code)
	}
	return table, account, err
}

// show prints the rows of the state, and how many there are of each status.
func show(w io.Writer, table rollup.Table) {
	statuses := map[rollup.RowStatus]int{}
	for _, row := range table.Rows {
		statuses[row.Status]++
		if row.Unit.Kind == mtss.KindState && row.Status == rollup.Shown {
			fmt.Fprintf(w, "%s %s, %s to %s: mean %s of %d schools\n", row.Measure.Of, row.Measure.ID, row.During.From, row.During.Until, row.Figures.Mean.PercentAgainst(), *row.Units)
		}
	}
	fmt.Fprintf(w, "rows: %d shown, %d withheld\n", statuses[rollup.Shown], statuses[rollup.Suppressed])
	for _, caveat := range table.Caveats {
		fmt.Fprint(w, mtss.Wrap("note: "+caveat.String()+"\n", 80))
	}
}

// write writes the page.
func write(name string, table rollup.Table) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"percent": func(f *mtss.Span) string {
			if f == nil {
				return ""
			}
			return f.PercentAgainst()
		},
		"mean": func(f *rollup.Figures) string { return f.Mean.PercentAgainst() },
		// The page has rows of one measure and says itself what is withheld; how many rows of all
		// measures are would not fit.
		"caveats": func(all []mtss.Notice) []mtss.Notice {
			return slices.DeleteFunc(slices.Clone(all), func(n mtss.Notice) bool { return n.Code == rollup.CaveatWithheld })
		},
		"total": func(r rollup.Row) bool { return r.Measure.Of == rollup.OfScore && r.Measure.ID == "total" },
	}).Parse(page)
	if err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(t.Execute(file, table), file.Close())
}
