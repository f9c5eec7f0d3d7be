package scoring_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// formColumns are those of every table of administrations here.
var formColumns = []string{"id", "unit", "unitKind", "date", "instrument", "version"}

// formRecord is an administration before it is written in one form or another.
type formRecord struct {
	head []string          // by formColumns
	said map[string]string // by item: a score, or "NA"
}

// formRecords are records of the TFI 2.1, a quarter of them with a fault of which each form
// can say the same. Each has its own unit but for some that are there again, of units named
// again-, of which a long table makes one administration with items that are answered twice.
func formRecords(t *testing.T, n int) (all []formRecord, items []string) {
	t.Helper()
	random := rand.New(rand.NewPCG(18, 6))
	for _, s := range loaded(t, "tfi@2.1") {
		for _, item := range s.Definition().Items {
			items = append(items, item.ID)
		}
	}
	for i := range n {
		r := formRecord{[]string{"", "s-" + strconv.Itoa(i), "school", "2026-01-20", "tfi", "2.1"}, map[string]string{}}
		for _, item := range items {
			if random.IntN(10) > 0 { // else it was left out
				r.said[item] = strconv.Itoa(random.IntN(3))
			} else if random.IntN(3) == 0 {
				r.said[item] = "" // asked, and not answered
			}
		}
		switch item := items[random.IntN(len(items))]; random.IntN(30) {
		case 0:
			r.said[item] = "7"
		case 1:
			r.said["9.9"] = "1"
		case 2:
			r.said[item] = "NA" // which the TFI does not have
		case 3:
			r.head[3] = "2026-02-30"
		case 4:
			r.head[2] = "scool"
		case 5:
			r.head[5] = "2.2"
		case 6:
			r.head[1] = " s-" + strconv.Itoa(i)
		case 7, 8, 9:
			r.head[0] = "a-" + strconv.Itoa(i)
		case 10:
			r.said[item], r.said["9.9"], r.head[2] = "-1", "8", ""
		case 11, 12: // given again, with an id or without
			r.head[0] = []string{"", "again-" + strconv.Itoa(i)}[i%2]
			r.head[1] = "again-" + strconv.Itoa(i)
			all = append(all, r)
		case 13: // another record of this id
			r.head[0] = "a-" + strconv.Itoa(i)
			all = append(all, r)
			r.head = slices.Clone(r.head)
			r.head[3] = "2026-01-21"
		}
		all = append(all, r)
	}
	return all, append(items, "9.9")
}

// asNDJSON, asWide and asLong write records; asLong in the order of the records or, if by
// is, of the items.
func asNDJSON(all []formRecord) []byte {
	var out bytes.Buffer
	for _, r := range all {
		responses, not := map[string]json.RawMessage{}, []string{}
		for _, item := range slices.Sorted(maps.Keys(r.said)) {
			if score := r.said[item]; score == "NA" {
				not = append(not, item)
			} else {
				responses[item] = json.RawMessage(cmp.Or(score, "null"))
			}
		}
		document := map[string]any{
			"kind": "administration", "schemaVersion": 1, "unit": map[string]string{"id": r.head[1], "kind": r.head[2]}, "date": r.head[3],
			"instrument": map[string]string{"id": r.head[4], "version": r.head[5]}, "responses": responses,
		}
		if r.head[0] != "" {
			document["id"] = r.head[0]
		}
		if len(not) > 0 {
			document["notApplicable"] = not
		}
		line, _ := json.Marshal(document)
		out.Write(append(line, '\n'))
	}
	return out.Bytes()
}

func asWide(all []formRecord, items []string) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(slices.Concat(formColumns, items))
	for _, r := range all {
		row := slices.Clone(r.head)
		for _, item := range items {
			row = append(row, r.said[item])
		}
		_ = w.Write(row)
	}
	w.Flush()
	return out.Bytes()
}

func asLong(all []formRecord, items []string, byItem bool) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(append(slices.Clone(formColumns), "item", "score"))
	write := func(r formRecord, item string) {
		if score, said := r.said[item]; said {
			_ = w.Write(append(slices.Clone(r.head), item, score))
		}
	}
	if byItem {
		for _, item := range items {
			for _, r := range all {
				write(r, item)
			}
		}
	} else {
		for _, r := range all {
			for _, item := range items {
				write(r, item)
			}
		}
	}
	w.Flush()
	return out.Bytes()
}

// came is what came of the records of a form, each by itself: results, and problems and
// notices without their lines, in order.
func came(t *testing.T, read iter.Seq2[records.Record, error]) (out []string) {
	t.Helper()
	run := scoring.Scoring{Scorers: loaded(t, "tfi@2.1"), Corrections: new(scoring.Corrections)}
	alone := func(yield func(string, *scoring.RecordResult) bool) {
		for record, err := range read {
			of := record.Administration.Unit.ID
			for o := range run.Score("in", func(next func(records.Record, error) bool) { next(record, err) }) {
				if !yield(of, o) {
					return
				}
			}
		}
	}
	for of, o := range alone {
		if o.Scored {
			data, err := o.Result.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, of+" "+string(data))
		}
		for _, p := range o.Problems {
			if p.Path == "/unit/id" { // a member that is no id is not there, while a cell is
				of, p.Code = "", records.CodeCell
			}
			out = append(out, fmt.Sprint(of, " ", p.Path, " ", p.Code))
		}
	}
	slices.Sort(out)
	return out
}

// answeredTwice takes of what came of records that are there again what a long table makes of
// them: it can't tell their rows apart, and refuses them.
func answeredTwice(lines []string) []string {
	var out []string
	for _, line := range lines {
		if of, _, _ := strings.Cut(line, " "); strings.HasPrefix(of, "again-") {
			line = of + " is there again"
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Ten thousand records give the same results and the same problems in all forms.
func TestRecordsInThreeForms(t *testing.T) {
	all, items := formRecords(t, 10_000)
	want := came(t, records.NDJSON(bytes.NewReader(asNDJSON(all))))
	scored := 0
	for _, line := range want {
		if strings.Contains(line, `"total"`) || strings.Contains(line, `"criteria"`) {
			scored++
		}
	}
	if scored < 6000 || len(want)-scored < 2000 {
		t.Fatalf("%d results and %d problems, want many of both", scored, len(want)-scored)
	}
	for _, code := range []mtss.Code{mtss.NoticeRepeated, mtss.CodeRecordRepeated} {
		if n := strings.Count(strings.Join(want, "\n")+"\n", string(code)+"\n"); n < 100 {
			t.Fatalf("%d of %s, want many", n, code)
		}
	}
	for name, got := range map[string][]string{
		"wide":          came(t, records.Wide(bytes.NewReader(asWide(all, items)), records.Layout{})),
		"long":          came(t, records.Long(bytes.NewReader(asLong(all, items, false)), records.Layout{})),
		"long, by item": came(t, records.Long(bytes.NewReader(asLong(all, items, true)), records.Layout{})),
	} {
		want := want
		if name != "wide" {
			for _, line := range got {
				if of, _, _ := strings.Cut(line, " "); strings.HasPrefix(of, "again-") && !strings.HasSuffix(line, " "+string(instrument.CodeAnswerRepeated)) {
					t.Errorf("%s: %s", name, line)
				}
			}
			got, want = answeredTwice(got), answeredTwice(want)
		}
		for i, line := range want {
			if i == len(got) || got[i] != line {
				t.Errorf("%s: %d of %d; %.400q, want %.400q", name, len(got), len(want), got[min(i, len(got)-1)], line)
				break
			}
		}
	}
}

// byItem is a long table sorted by item, made as it is read.
type byItem struct {
	items     []string
	units     int
	item, row int
	rest      []byte
	most      uint64 // bytes of the heap, garbage with it
}

func (b *byItem) Seek(_ int64, whence int) (int64, error) {
	if whence == io.SeekStart {
		b.item, b.row, b.rest = 0, 0, []byte("unit,unitKind,date,instrument,version,item,score\n")
	}
	return 0, nil
}

func (b *byItem) Read(p []byte) (int, error) {
	for len(b.rest) == 0 {
		if b.row == b.units {
			b.item, b.row = b.item+1, 0
		}
		if b.item == len(b.items) {
			return 0, io.EOF
		}
		if b.row%5000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.most = max(b.most, m.HeapAlloc)
		}
		b.rest = fmt.Appendf(b.rest[:0], "program-%d,program,2026-01-20,ecboq,2.0,%s,%d\n", b.row, b.items[b.item], (b.row+b.item)%3)
		b.row++
	}
	n := copy(p, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

// A million rows that are sorted by item, so that no administration is whole before the
// last forty thousand of them, are scored in 64 MiB, and none of them in part.
func TestMillionRowsByItem(t *testing.T) {
	const most = 64 << 20
	scorers := loaded(t, "ecboq@2.0")
	in := &byItem{}
	var total instrument.Result
	for _, s := range scorers {
		for _, item := range s.Definition().Items {
			in.items = append(in.items, item.ID)
		}
	}
	in.units = (1_000_000 + len(in.items) - 1) / len(in.items)
	_, _ = in.Seek(0, io.SeekStart)
	runtime.GC()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(most))
	run := scoring.Scoring{Scorers: scorers}
	n := 0
	for o := range run.Score("in", records.Long(in, records.Layout{})) {
		if len(o.Problems) > 0 || !o.Scored {
			t.Fatalf("line %d: %v", o.Record.Line, o.Problems)
		}
		earned := int64(0)
		for i := range in.items {
			earned += int64((n + i) % 3)
		}
		total = o.Result
		if of := total.Unit.ID; of != "program-"+strconv.Itoa(n) || total.Total.Tally.Earned != earned || total.Total.Tally.Unknown != 0 {
			t.Fatalf("%s has %d points and %d unknown, want %d of program-%d", of, total.Total.Tally.Earned, total.Total.Tally.Unknown, earned, n)
		}
		n++
	}
	if n != in.units {
		t.Errorf("%d administrations, want %d", n, in.units)
	}
	if in.most > most {
		t.Errorf("%d bytes of the heap were in use, want at most %d", in.most, most)
	}
	t.Logf("%d rows, at most %.1f MiB", in.units*len(in.items), float64(in.most)/(1<<20))
}
