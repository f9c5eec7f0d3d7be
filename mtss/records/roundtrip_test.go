package records_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

const sampleItems = 12

// sampleDefinition is an instrument whose items may all be not applicable.
func sampleDefinition() instrument.Definition {
	d := instrument.Definition{
		ID: "sample", Version: "1", Title: "Sample", Total: instrument.TotalPoints,
		Scales:    []instrument.Scale{{ID: "0-4", Scores: []int{0, 1, 2, 4}}},
		Facts:     []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Unconfirmed, Source: mtss.Source{Title: "made up for testing"}}},
		Subscales: []instrument.Subscale{{ID: "low"}, {ID: "high"}},
	}
	for i := range sampleItems {
		id := strconv.Itoa(i + 1)
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-4", NotApplicable: true})
		half := &d.Subscales[2*i/sampleItems]
		half.Items = append(half.Items, id)
	}
	return d
}

// sample returns random administrations that differ in their unit.
func sample(n int, seed uint64) []instrument.Administration {
	random := rand.New(rand.NewPCG(seed, 2))
	kinds := mtss.UnitKinds()
	awkward := []string{"d", "d \"quoted\"", "d, the second", "d d", "é", "~/", "d.d"}
	all := make([]instrument.Administration, n)
	for i := range all {
		a := instrument.Administration{
			Instrument: instrument.Ref{ID: "sample", Version: "1"},
			Unit:       mtss.Unit{ID: awkward[i%len(awkward)] + strconv.Itoa(i), Kind: kinds[random.IntN(len(kinds))]},
			Date:       mtss.Date{Year: 2020 + random.IntN(7), Month: 1 + random.IntN(12), Day: 1 + random.IntN(28)},
			Responses:  instrument.Responses{},
		}
		if random.IntN(2) == 0 {
			a.ID = "a-" + strconv.Itoa(i)
		}
		switch random.IntN(4) {
		case 0:
			a.Supersedes = "b-" + strconv.Itoa(i)
		case 1:
			a.Voids = "b-" + strconv.Itoa(i)
		case 2:
			a.AdministeredBy = instrument.AdministeredBy{Role: "coach", TrainedOn: mtss.Date{Year: 2020, Month: 1, Day: 1 + random.IntN(28)}}
			a.Recorded = mtss.Date{Year: 2027, Month: 1, Day: 1 + random.IntN(28)}
		}
		for k := range sampleItems {
			id := strconv.Itoa(k + 1)
			switch random.IntN(8) {
			case 0:
				a.NotApplicable = append(a.NotApplicable, id)
			case 1:
				a.Responses = append(a.Responses, instrument.Response{Item: id, NotScored: true})
			default:
				a.Responses = append(a.Responses, instrument.Response{Item: id, Score: []int{0, 1, 2, 4}[random.IntN(4)]})
			}
		}
		all[i] = a
	}
	return all
}

// cells returns the cells of an administration by item.
func cells(a instrument.Administration) map[string]string {
	out := map[string]string{}
	for _, r := range a.Responses {
		if out[r.Item] = strconv.Itoa(r.Score); r.NotScored {
			out[r.Item] = ""
		}
	}
	for _, item := range a.NotApplicable {
		out[item] = "NA"
	}
	return out
}

func head(a instrument.Administration) []string {
	trained, recorded := "", ""
	if !a.Recorded.IsZero() {
		recorded = a.Recorded.String()
	}
	if !a.AdministeredBy.TrainedOn.IsZero() {
		trained = a.AdministeredBy.TrainedOn.String()
	}
	return []string{a.ID, a.Unit.ID, string(a.Unit.Kind), a.Date.String(), a.Instrument.ID, a.Instrument.Version, strings.Join(a.Sections, " "),
		a.Supersedes, a.Voids, a.AdministeredBy.Role, trained, recorded}
}

var headNames = []string{"id", "unit", "unitKind", "date", "instrument", "version", "sections", "supersedes", "voids", "administeredBy", "trainedOn", "recorded"}

// writeWide writes administrations as the wide layout has them.
func writeWide(t testing.TB, all []instrument.Administration, items []string) []byte {
	rows := [][]string{append(slices.Clone(headNames), items...)}
	for _, a := range all {
		row, cells := head(a), cells(a)
		for _, item := range items {
			row = append(row, cells[item])
		}
		rows = append(rows, row)
	}
	return writeCSV(t, rows)
}

// writeLong writes administrations as the long layout has them; order gives the
// items of each.
func writeLong(t testing.TB, all []instrument.Administration, order func(items []string)) []byte {
	rows := [][]string{append(slices.Clone(headNames), "item", "score")}
	for _, a := range all {
		cells := cells(a)
		var items []string
		for i := range sampleItems {
			items = append(items, strconv.Itoa(i+1))
		}
		order(items)
		for _, item := range items {
			rows = append(rows, append(head(a), item, cells[item]))
		}
	}
	return writeCSV(t, rows)
}

func writeCSV(t testing.TB, rows [][]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func collect(t testing.TB, all iter.Seq2[records.Record, error]) (out []instrument.Administration) {
	t.Helper()
	for r, err := range all {
		if err != nil {
			t.Fatalf("line %d: %v", r.Line, err)
		}
		out = append(out, r.Administration)
	}
	return out
}

func itemNames() (items []string) {
	for i := range sampleItems {
		items = append(items, strconv.Itoa(i+1))
	}
	return items
}

func asWritten([]string) {}

// withoutNull leaves out what a wide file cannot tell from no answer, and what
// scores alike.
func withoutNull(all []instrument.Administration) []instrument.Administration {
	out := slices.Clone(all)
	for i := range out {
		out[i].Responses = slices.DeleteFunc(slices.Clone(out[i].Responses), func(r instrument.Response) bool { return r.NotScored })
	}
	return out
}

// All records are kept until the end, so nothing that they hold may be reused.
func TestRoundTrip(t *testing.T) {
	want := sample(500, 1)
	for name, got := range map[string][]instrument.Administration{
		"NDJSON": collect(t, records.NDJSON(bytes.NewReader(ndjson(t, want)))),
		"wide":   collect(t, wide(bytes.NewReader(writeWide(t, want, itemNames())))),
		"long":   collect(t, long(bytes.NewReader(writeLong(t, want, asWritten)))),
	} {
		want := want
		if name == "wide" {
			want = withoutNull(want)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-written +read)\n%s", name, diff)
		}
	}
}

// The order of rows, and of columns, never matters to a score.
func TestOrderNeverMattersToAScore(t *testing.T) {
	scorer, err := instrument.Compile(sampleDefinition())
	if err != nil {
		t.Fatal(err)
	}
	score := func(all []instrument.Administration) []byte {
		var out []byte
		for _, a := range all {
			result, err := scorer.Score(a)
			if err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(result)
			if err != nil {
				t.Fatal(err)
			}
			out = append(append(out, data...), '\n')
		}
		return out
	}
	all := sample(200, 2)
	want := score(all)
	random := rand.New(rand.NewPCG(3, 4))
	shuffle := func(items []string) {
		random.Shuffle(len(items), func(i, k int) { items[i], items[k] = items[k], items[i] })
	}
	for range 5 {
		shuffled := itemNames()
		shuffle(shuffled)
		for name, read := range map[string]iter.Seq2[records.Record, error]{
			"rows":    long(bytes.NewReader(writeLong(t, all, shuffle))),
			"columns": wide(bytes.NewReader(writeWide(t, all, shuffled))),
		} {
			if got := score(collect(t, read)); !bytes.Equal(want, got) {
				t.Errorf("%s in another order give another result:\n%s", name, cmp.Diff(string(want), string(got)))
			}
		}
	}
}
