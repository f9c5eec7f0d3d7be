package instrument_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// benchDefinition has 27 items, nine subscales in three, and a total: thirteen
// scales in all, an invented partition.
func benchDefinition() instrument.Definition {
	source := mtss.Source{Title: "made up for measuring"}
	d := instrument.Definition{
		ID: "bench", Version: "1", Title: "Bench", Total: instrument.TotalPoints,
		Scales: []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}},
		Facts:  []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Unconfirmed, Source: source}},
		Criteria: []instrument.Criterion{{ID: "minimum", Title: "Minimum", Source: source, Provenance: mtss.Unconfirmed, Require: rule.Node{All: []rule.Node{
			{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}},
			{Each: []string{"subscales"}, Comparison: rule.Comparison{AtLeast: "80%"}},
		}}}},
	}
	item := 0
	for top, sizes := range [][]int{{5, 3}, {3, 2, 3, 3}, {3, 3, 2}} {
		parent := "top" + strconv.Itoa(top)
		d.Subscales = append(d.Subscales, instrument.Subscale{ID: parent})
		for k, size := range sizes {
			sub := instrument.Subscale{ID: fmt.Sprintf("%s-%d", parent, k), Parent: parent}
			for range size {
				item++
				d.Items = append(d.Items, instrument.Item{ID: strconv.Itoa(item), Scale: "0-2"})
				sub.Items = append(sub.Items, strconv.Itoa(item))
			}
			d.Subscales = append(d.Subscales, sub)
		}
	}
	return d
}

const benchRows = 1024

// benchAnswers are varied rows, with 2 % of answers missing.
func benchAnswers(items int) [][]instrument.Answer {
	random := rand.New(rand.NewPCG(1, 2))
	rows := make([][]instrument.Answer, benchRows)
	for i := range rows {
		rows[i] = make([]instrument.Answer, items)
		for k := range rows[i] {
			rows[i][k] = instrument.Answer(random.IntN(3))
			if random.IntN(50) == 0 {
				rows[i][k] = instrument.NoAnswer
			}
		}
	}
	return rows
}

func BenchmarkTallies(b *testing.B) {
	d := benchDefinition()
	scorer, err := instrument.Compile(d)
	if err != nil {
		b.Fatal(err)
	}
	rows := benchAnswers(len(d.Items))
	b.Run("scorer", func(b *testing.B) {
		b.ReportAllocs()
		dst := make([]mtss.Tally, 0, 32)
		for i := 0; b.Loop(); i++ {
			dst = scorer.Tallies(dst[:0], rows[i%benchRows], instrument.MissingUnknown())
		}
	})
	b.Run("naive", func(b *testing.B) {
		b.ReportAllocs()
		naive := newNaive(d)
		responses := make([]map[string]int, benchRows)
		for i, row := range rows {
			responses[i] = map[string]int{}
			for k, answer := range row {
				if answer != instrument.NoAnswer {
					responses[i][d.Items[k].ID] = int(answer)
				}
			}
		}
		for i := 0; b.Loop(); i++ {
			naive.tallies(responses[i%benchRows])
		}
	})
}

// naive scores as one does without a plan: maps from ids, and a map out.
type naive map[string][]string

func newNaive(d instrument.Definition) naive {
	n := naive{}
	for _, item := range d.Items {
		n["total"] = append(n["total"], item.ID)
	}
	for _, sub := range d.Subscales {
		n[sub.ID] = append(n[sub.ID], sub.Items...)
		n[sub.Parent] = append(n[sub.Parent], sub.Items...)
	}
	delete(n, "")
	return n
}

func (n naive) tallies(responses map[string]int) map[string]mtss.Tally {
	out := map[string]mtss.Tally{}
	for scale, items := range n {
		for _, item := range items {
			t := out[scale]
			t.Possible += 2
			if score, ok := responses[item]; ok {
				t.Earned += int64(score)
			} else {
				t.Unknown += 2
			}
			out[scale] = t
		}
	}
	return out
}

func BenchmarkScore(b *testing.B) {
	d := benchDefinition()
	scorer, err := instrument.Compile(d)
	if err != nil {
		b.Fatal(err)
	}
	// Few enough that marking them is no part of what is measured.
	const rows = 128
	administrations := make([]instrument.Administration, rows)
	for i, row := range benchAnswers(len(d.Items))[:rows] {
		a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
		for k, answer := range row {
			a.Responses = append(a.Responses, instrument.Response{Item: d.Items[k].ID, Score: int(answer) % 255, NotScored: answer == instrument.NoAnswer})
		}
		administrations[i] = a
	}
	b.Run("result", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := scorer.Score(administrations[i%rows]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		b.ReportAllocs()
		result, _ := scorer.Score(administrations[0])
		for b.Loop() {
			if _, err := json.Marshal(result); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		result, _ := scorer.Score(administrations[0])
		var dst []byte
		for b.Loop() {
			var err error
			if dst, err = result.AppendJSON(dst[:0]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		data, err := json.Marshal(administrations[0])
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := instrument.DecodeAdministration(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}
