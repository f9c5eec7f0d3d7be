package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const items = 27

// definition is a made-up instrument of 27 items of 2 points.
func definition() (*instrument.Scorer, error) {
	source := mtss.Source{Title: "made up"}
	d := instrument.Definition{
		ID: "sample", Version: "1", Title: "Sample", License: "none", Total: instrument.TotalPoints,
		Scales: []instrument.Scale{{ID: "s", Scores: []int{0, 1, 2}}},
		Facts:  []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Inferred, Source: source}},
	}
	for k := range items {
		if k%9 == 0 {
			d.Subscales = append(d.Subscales, instrument.Subscale{ID: string(rune('a' + k/9))})
		}
		id := strconv.Itoa(k + 1)
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "s"})
		d.Subscales[k/9].Items = append(d.Subscales[k/9].Items, id)
	}
	return instrument.Compile(d)
}

// generate writes administrations as NDJSON, in the order of the document and in any other,
// and as CSV, seeded: each district has at most one on a day.
func generate(dir string, n, districts int) error {
	random := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // it is to be the same each time
	orders := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // likewise
	lines, err := os.Create(filepath.Join(dir, "administrations.ndjson"))
	if err != nil {
		return err
	}
	table, err := os.Create(filepath.Join(dir, "administrations.csv"))
	if err != nil {
		return err
	}
	mixed, err := os.Create(filepath.Join(dir, "shuffled.ndjson"))
	if err != nil {
		return err
	}
	l, m, t := bufio.NewWriter(lines), bufio.NewWriter(mixed), bufio.NewWriter(table)
	fmt.Fprint(t, "id,unit,unitKind,date,instrument,version")
	for k := range items {
		fmt.Fprint(t, ",", k+1)
	}
	fmt.Fprintln(t)
	first, most := mtss.Date{Year: 2016, Month: 1, Day: 1}, (n+districts-1)/districts
	step := 7
	for most%step == 0 {
		step++
	}
	for i := range n {
		id, unit, date := fmt.Sprintf("a-%07d", i), fmt.Sprintf("d-%05d", i%districts), first.AddDays(i/districts*step%most)
		var cells strings.Builder
		var answers []string
		for k := range items {
			text, cell := "null", ""
			if random.IntN(50) > 0 {
				text = strconv.Itoa(random.IntN(3))
				cell = text
			}
			answers = append(answers, fmt.Sprintf(`"%d":%s`, k+1, text))
			cells.WriteString("," + cell)
		}
		write := func(w *bufio.Writer, object func(members ...string) string) {
			fmt.Fprintln(w, object(`"kind":"administration"`, `"schemaVersion":1`, fmt.Sprintf(`"id":"%s"`, id), `"instrument":`+object(`"id":"sample"`, `"version":"1"`),
				`"unit":`+object(fmt.Sprintf(`"id":"%s"`, unit), `"kind":"district"`), fmt.Sprintf(`"date":"%s"`, date), `"responses":`+object(answers...)))
		}
		write(l, func(members ...string) string { return "{" + strings.Join(members, ",") + "}" })
		write(m, func(members ...string) string {
			orders.Shuffle(len(members), func(i, k int) { members[i], members[k] = members[k], members[i] })
			return "{" + strings.Join(members, ",") + "}"
		})
		fmt.Fprintf(t, "%s,%s,district,%s,sample,1%s\n", id, unit, date, cells.String())
	}
	for _, err := range []error{l.Flush(), m.Flush(), t.Flush(), lines.Close(), mixed.Close(), table.Close()} {
		if err != nil {
			return err
		}
	}
	units := []map[string]string{{"id": "x", "kind": "state"}}
	for i := range districts {
		units = append(units, map[string]string{"id": fmt.Sprintf("d-%05d", i), "kind": "district", "parent": "x"})
	}
	data, err := json.Marshal(map[string]any{"kind": "units", "schemaVersion": 1, "units": units})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "units.json"), data, 0o600)
}
