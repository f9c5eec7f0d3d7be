package records_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// sloppily writes rows as a spreadsheet might, in one of many ways that say the same.
func sloppily(t *testing.T, rows [][]string, way int) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(way), 1))
	commas := []rune{',', ';', '\t'}
	var out bytes.Buffer
	if way&1 != 0 {
		out.WriteString("An export\n\n")
	}
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = commas[way%3], way&2 != 0
	for n, row := range rows {
		row = append([]string(nil), row...)
		for i, name := range rows[0] {
			switch {
			case n == 0:
				row[i] = []string{"", " ", "\u00a0"}[random.IntN(3)] + row[i]
			case name == "date" && way&4 != 0:
				row[i] = strings.ReplaceAll(row[i], "-", "/")
			case name == "date" && way&8 != 0:
				row[i] += " 09:15:02"
			case i >= len(headNames) && row[i] != "" && row[i] != "NA" && row[0] != "" && random.IntN(2) == 0:
				row[i] = " " + row[i] + ".0"
			}
		}
		for range way % 3 {
			row = append(row, "")
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
		if random.IntN(50) == 0 {
			_ = w.Write(make([]string, len(row))) // a blank row
		}
	}
	w.Flush()
	text := out.String()
	switch {
	case way&16 != 0:
		return []byte("\xff\xfe" + wideOf(text))
	case way&32 != 0 && !w.UseCRLF:
		return []byte(strings.ReplaceAll(text, "\n", "\r"))
	}
	return []byte(text)
}

// However a table is written, and in whatever form, it says the same.
func TestFormsAndDialectsAgree(t *testing.T) {
	all := sample(10_000/records.Slower, 5)
	want := collect(t, records.NDJSON(bytes.NewReader(ndjson(t, all))))
	same := func(name string, want, got []instrument.Administration) {
		t.Helper()
		for i := range want {
			if len(got) != len(want) || !reflect.DeepEqual(want[i], got[i]) {
				t.Fatalf("%s: %d of %d are read, and record %d is %v, want %v", name, len(got), len(want), i, got[min(i, len(got)-1)], want[i])
			}
		}
	}
	same("long", want, collect(t, long(bytes.NewReader(writeLong(t, all, asWritten)))))
	same("wide", withoutNull(want), collect(t, wide(bytes.NewReader(writeWide(t, all, itemNames())))))
	rows, err := csv.NewReader(bytes.NewReader(writeWide(t, all[:500], itemNames()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for way := range 64 {
		same(fmt.Sprintf("written in way %d", way), withoutNull(want[:500]), collect(t, wide(bytes.NewReader(sloppily(t, rows, way)))))
	}
}

// A table of contacts gives back the contacts that it was written from.
func TestTableRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 7))
	rows := [][]string{{"id", "coach", "with", "coached", "date", "minutes", "mode", "observed", "start"}}
	var want []coaching.Contact
	for i := range 500 {
		c := coaching.Contact{ID: "c" + strconv.Itoa(i), Coach: "a, \"b\"", Coached: "t-1", Date: mtss.Date{Year: 2026, Month: 1 + random.IntN(12), Day: 1 + random.IntN(28)}, Observed: random.IntN(2) == 0}
		row := []string{c.ID, c.Coach, "", c.Coached, c.Date.String(), "", "", strconv.FormatBool(c.Observed), ""}
		if random.IntN(2) == 0 {
			minutes := int64(1 + random.IntN(60))
			c.Minutes, row[5] = &minutes, strconv.FormatInt(minutes, 10)
		}
		if random.IntN(2) == 0 {
			c.With, row[2] = []string{"x", "y z"}, "x; y z"
		}
		if random.IntN(2) == 0 {
			c.Mode, c.Start, row[6], row[8] = coaching.Virtual, "09:15", "virtual", "09:15"
		}
		want, rows = append(want, c), append(rows, row)
	}
	for way := range 16 {
		i := 0
		for line, err := range records.Table(bytes.NewReader(sloppily(t, rows, way)), records.Layout{}, &coaching.Contact{}) {
			if err != nil {
				t.Fatalf("way %d: line %d: %v", way, line.Number, mtss.Issues(err))
			}
			got, err := coaching.DecodeContact(line.Data)
			if err != nil || !reflect.DeepEqual(got, want[i]) {
				t.Fatalf("way %d: %v, want %v (%v)", way, got, want[i], err)
			}
			i++
		}
		if i != len(want) {
			t.Errorf("way %d: %d of %d", way, i, len(want))
		}
	}
}
