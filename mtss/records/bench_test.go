package records_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"testing"

	"github.com/openmtss/mtss-go/mtss/records"
)

const benchRecords = 2000

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

func BenchmarkNDJSON(b *testing.B) {
	data := ndjson(b, sample(benchRecords, 1))
	b.Run("records", func(b *testing.B) {
		measure(b, data, func() (n int) {
			for _, err := range records.NDJSON(bytes.NewReader(data)) {
				if err == nil {
					n++
				}
			}
			return n
		})
	})
	b.Run("naive", func(b *testing.B) {
		measure(b, data, func() (n int) {
			for d := json.NewDecoder(bytes.NewReader(data)); ; n++ {
				var a naive
				if d.Decode(&a) != nil {
					return n
				}
			}
		})
	})
}

func BenchmarkWide(b *testing.B) {
	data := writeWide(b, sample(benchRecords, 1), itemNames())
	b.Run("records", func(b *testing.B) {
		measure(b, data, func() (n int) {
			for _, err := range wide(bytes.NewReader(data)) {
				if err == nil {
					n++
				}
			}
			return n
		})
	})
	b.Run("naive", func(b *testing.B) {
		measure(b, data, func() int { return naiveWide(data) })
	})
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
