package records_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

const benchRecords = 1000

// naive is what a program without this library would decode into. It lets
// unknown fields, repeated names and everything else pass.
type naive struct {
	ID         string            `json:"id"`
	Instrument map[string]string `json:"instrument"`
	Unit       map[string]string `json:"unit"`
	Date       string            `json:"date"`
	Responses  map[string]*int   `json:"responses"`
	NA         []string          `json:"notApplicable"`
}

// plain are administrations as most of them are written: 27 items, all answered but
// for one in fifty.
func plain(n int) []instrument.Administration {
	random := rand.New(rand.NewPCG(3, 4))
	all := make([]instrument.Administration, n)
	for i := range all {
		a := instrument.Administration{
			ID: fmt.Sprintf("a-%07d", i), Instrument: instrument.Ref{ID: "sample", Version: "1"},
			Unit:      mtss.Unit{ID: fmt.Sprintf("d-%05d", random.IntN(800)), Kind: mtss.KindDistrict},
			Date:      mtss.Date{Year: 2026, Month: 1 + random.IntN(12), Day: 1 + random.IntN(28)},
			Responses: instrument.Responses{},
		}
		for k := range 27 {
			missing := random.IntN(50) == 0
			response := instrument.Response{Item: strconv.Itoa(k + 1), NotScored: missing}
			if !missing {
				response.Score = random.IntN(3)
			}
			a.Responses = append(a.Responses, response)
		}
		all[i] = a
	}
	return all
}

// BenchmarkNDJSON reads the same lines with this package and with encoding/json, by
// turns, so that what else the machine does falls on both: "times-json" is how many
// times as fast this package is.
func BenchmarkNDJSON(b *testing.B) {
	written := ndjson(b, plain(benchRecords))
	spaced := strings.NewReplacer(`"date":"2026`, `"date" : "2026`).Replace(string(written))
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"as written", written},
		{"in any order", reordered(b, written)},
		{"with space", []byte(spaced)},
		{"sample", ndjson(b, sample(benchRecords, 1))},
	} {
		b.Run(c.name, func(b *testing.B) {
			ours := func() (n int) {
				for _, err := range records.NDJSON(bytes.NewReader(c.data)) {
					if err == nil {
						n++
					}
				}
				return n
			}
			theirs := func() (n int) {
				for d := json.NewDecoder(bytes.NewReader(c.data)); ; n++ {
					var a naive
					if d.Decode(&a) != nil {
						return n
					}
				}
			}
			byTurns(b, ours, theirs)
		})
	}
}

// reordered turns the members of documents, and those of their responses, round.
func reordered(b *testing.B, data []byte) []byte {
	b.Helper()
	var out bytes.Buffer
	for line := range bytes.Lines(data) {
		var members map[string]json.RawMessage
		if err := json.Unmarshal(line, &members); err != nil {
			b.Fatal(err)
		}
		turned, err := json.Marshal(members) // by name
		if err != nil {
			b.Fatal(err)
		}
		out.Write(append(turned, '\n'))
	}
	return out.Bytes()
}

// byTurns measures two readers of benchRecords records, each by the fastest of its
// turns.
func byTurns(b *testing.B, ours, theirs func() int) {
	b.Helper()
	fastest := [2]time.Duration{math.MaxInt64, math.MaxInt64}
	for b.Loop() {
		for i, read := range []func() int{ours, theirs} {
			start := time.Now()
			if n := read(); n != benchRecords {
				b.Fatalf("got %d records, want %d", n, benchRecords)
			}
			fastest[i] = min(fastest[i], time.Since(start))
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(fastest[0].Nanoseconds())/benchRecords, "ns/record")
	b.ReportMetric(float64(fastest[1])/float64(fastest[0]), "times-json")
	b.ReportMetric(testing.AllocsPerRun(1, func() { ours() })/benchRecords, "allocs/record")
}

func BenchmarkWide(b *testing.B) {
	for _, c := range []struct {
		name string
		all  []instrument.Administration
	}{{"plain", plain(benchRecords)}, {"sample", sample(benchRecords, 1)}} {
		items := itemNames()
		for len(items) < len(c.all[0].Responses) {
			items = append(items, strconv.Itoa(len(items)+1))
		}
		data := writeWide(b, c.all, items)
		b.Run(c.name, func(b *testing.B) {
			measure(b, data, func() (n int) {
				for _, err := range wide(bytes.NewReader(data)) {
					if err == nil {
						n++
					}
				}
				return n
			})
		})
		b.Run(c.name+"/naive", func(b *testing.B) {
			measure(b, data, func() int { return naiveWide(data) })
		})
	}
}

// naiveWide reads the rows into maps and believes whatever they say.
func naiveWide(data []byte) (n int) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	row, err := r.Read()
	header := append([]string(nil), row...)
	for ; err == nil; n++ {
		if row, err = r.Read(); err != nil {
			return n
		}
		a := naive{ID: row[0], Date: row[3], Responses: map[string]*int{}}
		for i, cell := range row[len(headNames):] {
			if score, err := strconv.Atoi(cell); err == nil {
				a.Responses[header[len(headNames)+i]] = &score
			}
		}
	}
	return n
}

func BenchmarkLong(b *testing.B) {
	data := writeLong(b, sample(benchRecords, 1), asWritten)
	b.Run("records", func(b *testing.B) {
		measure(b, data, func() (n int) {
			for _, err := range long(bytes.NewReader(data)) {
				if err == nil {
					n++
				}
			}
			return n
		})
	})
	b.Run("csv only", func(b *testing.B) {
		measure(b, data, func() int {
			r := csv.NewReader(bytes.NewReader(data))
			r.ReuseRecord = true
			rows := 0
			for {
				if _, err := r.Read(); err == io.EOF {
					return rows / sampleItems
				}
				rows++
			}
		})
	})
}

// measure runs a reader over the data and checks that it found every record.
func measure(b *testing.B, data []byte, read func() int) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if n := read(); n != benchRecords {
			b.Fatalf("got %d records, want %d", n, benchRecords)
		}
	}
}
