package strict_test

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func filled() *form {
	f := &form{
		ID: "a-2026-01", Instrument: ref{"dca", "7.7"}, Unit: mtss.Unit{ID: "d-17", Kind: mtss.KindDistrict},
		Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, NotApplicable: []string{"3", "28"}, Sections: []string{"tier1"},
	}
	for i := range 27 {
		f.Responses = append(f.Responses, answer{item: string(rune('A' + i)), score: i % 3})
	}
	return f
}

// BenchmarkCodec measures reading, writing and checking beside encoding/json.
func BenchmarkCodec(b *testing.B) {
	f := filled()
	data, err := json.Marshal(f)
	if err != nil {
		b.Fatal(err)
	}
	room := make([]byte, 0, 4096)
	for _, run := range []struct {
		name string
		do   func() error
	}{
		{"read/codec", func() error { _, err := strict.Read(data, (*form).issues); return err }},
		{"read/parse", func() error { strict.Parse(data); return nil }},
		{"read/json.Unmarshal", func() error { return json.Unmarshal(data, new(form)) }},
		{"write/json.Marshal", func() error { _, err := json.Marshal(f); return err }},
		{"write/MarshalJSON", func() error { _, err := f.MarshalJSON(); return err }},
		{"write/AppendJSON", func() error { _, err := f.AppendJSON(room); return err }},
		{"check/Validate", f.Validate},
	} {
		b.Run(run.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := run.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
