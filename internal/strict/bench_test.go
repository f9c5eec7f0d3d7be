package strict_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
)

// record is an administration with 27 responses, 439 bytes in all.
func record() []byte {
	var scores []string
	for i := range 27 {
		scores = append(scores, fmt.Sprintf(`"%d": %d`, i+1, i%3))
	}
	all := strings.Join(scores, ", ")
	return []byte(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},` +
		`"unit":{"id":"d-17","kind":"district"},"date":"2026-01-20","responses":{` + all + `},"notApplicable":["3","28"],"sections":["tier1"]}`)
}

func BenchmarkDecode(b *testing.B) {
	data := record()
	b.Run("strict", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if err := strict.Decode(data, new(administration)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			strict.Parse(data)
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			d := json.NewDecoder(bytes.NewReader(data))
			d.DisallowUnknownFields()
			if err := d.Decode(new(administration)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
