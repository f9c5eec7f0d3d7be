package fidelity_test

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strconv"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// many makes a state of so many observations: four of each practitioner, 25
// practitioners in each school, 5 schools in each district.
func many(n int) (who []roster.Assignment, observed []fidelity.Observation, places []mtss.Place) {
	places = append(places, mtss.Place{Unit: mtss.Unit{ID: "state", Kind: mtss.KindState}})
	for i := range n / 4 {
		if i%125 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d-", i/125), Kind: mtss.KindDistrict}, Parent: "state"})
		}
		if i%25 == 0 {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s-", i/25), Kind: mtss.KindSchool}, Parent: fmt.Sprint("d-", i/125)})
		}
		who = append(who, roster.Assignment{Person: fmt.Sprint("p-", i), Innovation: "swpbis", Unit: places[len(places)-1].Unit})
	}
	r := random(1)
	observed = make([]fidelity.Observation, n)
	for i := range observed {
		observed[i] = fidelity.Observation{
			Practitioner: who[r.IntN(len(who))].Person, Innovation: "swpbis", Instrument: walk, Date: today.AddDays(-r.IntN(500)), Score: mtss.Tally{Earned: r.Int64N(11), Possible: 10},
			AdministeredBy: instrument.AdministeredBy{Role: "coach", TrainedOn: today.AddDays(-600)},
		}
	}
	return who, observed, places
}

// BenchmarkCount counts observations without and with ids, and such lists of which some
// correct others. The time for each stays about the same from ten thousand to a million.
func BenchmarkCount(b *testing.B) {
	policy := four()
	policy.CurrentDays, policy.Trained = 365, true
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		who, observed, places := many(n)
		above, err := mtss.NewHierarchy(places)
		if err != nil {
			b.Fatal(err)
		}
		count := func(name string) {
			b.Run(fmt.Sprint(n, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := fidelity.Count(rosters(who), observed, policy, above, today); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/obs")
			})
		}
		count("")
		for i := range observed {
			observed[i].ID = fmt.Sprint("o-", i)
		}
		count("/ids")
		for i := 1; i < n; i += 100 {
			observed[i] = observed[i-1]
			observed[i].ID, observed[i].Supersedes = fmt.Sprint("o-", i), observed[i-1].ID
		}
		count("/corrections")
	}
}

// BenchmarkDecodeObservation reads a plain line, one with dimensions, and the plain one
// with encoding/json, which checks its syntax alone.
func BenchmarkDecodeObservation(b *testing.B) {
	type bare fidelity.Observation
	for _, way := range []struct {
		name, line string
		read       func(data []byte) error
	}{
		{"plain", plainLine, func(data []byte) error { _, err := fidelity.DecodeObservation(data); return err }},
		{"dimensions", goodObservation, func(data []byte) error { _, err := fidelity.DecodeObservation(data); return err }},
		{"encoding-json", plainLine, func(data []byte) error { var o bare; return json.Unmarshal(data, &o) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			data := []byte(way.line)
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if err := way.read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDocuments gathers the evidence of 2,000 people with 8,000 observations, for
// two years and for a day.
func BenchmarkDocuments(b *testing.B) {
	who, observed, places := many(8000)
	above, err := mtss.NewHierarchy(places)
	if err != nil {
		b.Fatal(err)
	}
	w := fidelity.Documents{Rosters: rosters(who), Observations: observed, Policies: []fidelity.Policy{four()}}
	for name, days := range map[string]mtss.Period{"two years": {From: today.AddDays(-365), Until: today.AddDays(365)}, "a day": mtss.OneDay(today)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := evidence.Gather(above, days, evidence.HostPolicy{}, w); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+", alone", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := w.Evidence(above, days); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// file is a file of observations with ids, made as it is read.
type file struct {
	left, people int
	random       interface{ IntN(n int) int }
	line, rest   []byte
}

func (f *file) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(f.rest) == 0 {
			if f.left == 0 {
				return n, io.EOF
			}
			f.left--
			f.line = append(f.line[:0], `{"kind":"observation","schemaVersion":1,"id":"o-`...)
			f.line = strconv.AppendInt(f.line, int64(f.left), 10)
			f.line = append(f.line, `","practitioner":"p-`...)
			f.line = strconv.AppendInt(f.line, int64(f.random.IntN(f.people)), 10)
			f.line = append(f.line, `","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"`...)
			f.line, _ = mtss.Date{Year: 2025, Month: 1 + f.random.IntN(12), Day: 1 + f.random.IntN(28)}.AppendText(f.line)
			f.line = append(f.line, `","score":{"earned":`...)
			f.line = strconv.AppendInt(f.line, int64(f.random.IntN(11)), 10)
			f.line = append(f.line, `,"possible":10,"unknown":0},"administeredBy":{"role":"coach","trainedOn":"2024-09-10"}}`...)
			f.rest = append(f.line, '\n')
		}
		copied := copy(p[n:], f.rest)
		n, f.rest = n+copied, f.rest[copied:]
	}
	return n, nil
}

// BenchmarkCountLines counts a file of a million and of ten million observations of at most
// 250,000 practitioners, and reads one without counting it. What is held is what the count
// keeps when the last line was read.
func BenchmarkCountLines(b *testing.B) {
	policy := four()
	policy.CurrentDays, policy.Trained = 365, true
	for _, n := range []int{100_000, 1_000_000, 10_000_000} {
		who, _, places := many(min(n, 1_000_000))
		above, err := mtss.NewHierarchy(places)
		if err != nil {
			b.Fatal(err)
		}
		lines := func(done func()) iter.Seq2[fidelity.ObservationLine, error] {
			return func(yield func(fidelity.ObservationLine, error) bool) {
				fidelity.ReadObservations(records.Lines(&file{left: n, people: len(who), random: random(1)}))(yield)
				done()
			}
		}
		report := func(b *testing.B) {
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/obs")
		}
		b.Run(fmt.Sprint(n, "/read"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range lines(func() {}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			report(b)
		})
		b.Run(fmt.Sprint(n, "/count"), func(b *testing.B) {
			b.ReportAllocs()
			var held float64
			for b.Loop() {
				var before, after runtime.MemStats
				b.StopTimer()
				runtime.GC()
				runtime.ReadMemStats(&before)
				b.StartTimer()
				_, err := fidelity.CountLines(rosters(who), lines(func() {
					b.StopTimer()
					runtime.GC()
					runtime.ReadMemStats(&after)
					held = float64(after.HeapAlloc-before.HeapAlloc) / float64(n)
					b.StartTimer()
				}), policy, above, today)
				if err != nil {
					b.Fatal(err)
				}
			}
			report(b)
			b.ReportMetric(held, "held-B/obs")
		})
	}
}
