package records_test

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// generated is an input that is made as it is read: a head, then the piece of
// each number up to a most.
type generated struct {
	rest  string
	piece func(i int) string
	i, n  int
	head  string
}

// Seek knows the start alone, so that the input can be read twice as a file can.
func (g *generated) Seek(_ int64, whence int) (int64, error) {
	if whence == io.SeekCurrent {
		g.head = g.rest
	} else {
		g.rest, g.i = g.head, 0
	}
	return 0, nil
}

func (g *generated) Read(p []byte) (int, error) {
	for g.rest == "" {
		if g.i == g.n {
			return 0, io.EOF
		}
		g.rest = g.piece(g.i)
		g.i++
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

const (
	memoryRows = 300_000 / records.Slower // of the long form, and as many answers in the others
	memoryEach = 25                       // items of an administration
)

func unitName(i int) string { return fmt.Sprintf("unit-%09d", i) }

// Reading must take no more memory at the end of a long input than soon after
// its start, but for what Long says that it keeps. Everything that was read is
// 10 MB and more.
func TestMemoryStaysBounded(t *testing.T) {
	units := memoryRows / memoryEach
	longRows := func(i int) string { return row(unitName(i/memoryEach), fmt.Sprint(i%memoryEach+1), "1") }
	names := make([]string, memoryEach)
	for i := range names {
		names[i] = fmt.Sprint(i + 1)
	}
	wideRows := func(i int) string {
		return unitName(i) + ",district,2026-01-20,a,1" + strings.Repeat(",1", memoryEach) + "\n"
	}
	for _, c := range []struct {
		name string
		in   *generated
		read func(io.Reader) iter.Seq2[records.Record, error]
		each int // bytes that may stay for each administration
	}{
		{"NDJSON", &generated{n: units, piece: func(i int) string { return document(unitName(i), `"`+strings.Join(names, `":1,"`)+`":1`) + "\n" }}, records.NDJSON, 0},
		{"wide", &generated{rest: "unit,unitKind,date,instrument,version," + strings.Join(names, ",") + "\n", n: units, piece: wideRows}, wide, 0},
		{"long", &generated{rest: longHead, n: memoryRows, piece: longRows}, long, 60},
		{"long, with ever new items", &generated{rest: longHead, n: memoryRows, piece: func(i int) string {
			return row(unitName(i/memoryEach), fmt.Sprint("item-", i), "1")
		}}, long, 60},
		{"long, with long cells", &generated{rest: "comment," + longHead, n: memoryRows, piece: func(i int) string {
			return strings.Repeat("x", 100) + "," + longRows(i)
		}}, func(r io.Reader) iter.Seq2[records.Record, error] {
			return records.Long(r, records.Layout{Ignore: []string{"comment"}})
		}, 60},
	} {
		t.Run(c.name, func(t *testing.T) {
			const early, slack = 100, 256 << 10
			count, before, after := 0, 0, 0
			for r, err := range c.read(c.in) {
				if err != nil {
					t.Fatalf("line %d: %v", r.Line, err)
				}
				switch count++; count {
				case early:
					before = heap()
				case units:
					after = heap()
				}
			}
			if count != units {
				t.Fatalf("got %d administrations, want %d", count, units)
			}
			if most := slack + c.each*units; after-before > most {
				t.Errorf("after %d administrations %d bytes more are held than after %d, want at most %d", units, after-before, early, most)
			}
		})
	}
}

// A table sorted by item has all its administrations open to the end, and still takes
// what Long says and no more.
func TestMemoryOfScatteredRows(t *testing.T) {
	const units = memoryRows / memoryEach
	rows := func(i int) string { return row(unitName(i%units), fmt.Sprint(i/units+1), "1") }
	before, held, count := heap(), 0, 0
	for r, err := range long(&generated{rest: longHead, n: memoryRows, piece: rows}) {
		if err != nil || len(r.Administration.Responses) != memoryEach {
			t.Fatalf("line %d: %d answers, %v", r.Line, len(r.Administration.Responses), err)
		}
		if count++; count == 1 {
			held = heap() - before
		}
	}
	if most := 512<<10 + 200*units + 8*memoryRows; count != units || held > most {
		t.Errorf("%d administrations, and %d bytes are held at the first; want %d, and at most %d bytes", count, held, units, most)
	}
}

// One administration that never ends, and one lost row after another, must not
// take memory without end either.
func TestMemoryOfOneRecordStaysBounded(t *testing.T) {
	comment := "," + strings.Repeat("x", 10_000)
	for _, c := range []struct {
		name  string
		piece func(i int) string
	}{
		{"long rows of one administration", func(i int) string {
			if i < records.MaxItems {
				return strings.TrimSpace(row("d-1", fmt.Sprint(i), "1")) + comment + "\n"
			}
			return ",,,,,,,\n" // they are passed over, and it stays open
		}},
		{"rows of one administration", func(i int) string { return row("d-1", fmt.Sprint(i), "1") }},
		{"bad rows of one administration", func(i int) string { return row("d-1", fmt.Sprint(i), "x") }},
		{"rows that cannot be read among good ones", func(i int) string {
			if i%2 == 0 {
				return row("d-1", fmt.Sprint(i), "1")
			}
			return "\"x\"x\n"
		}},
		{"rows that cannot be read", func(int) string { return "\"x\"x\n" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			const most = 4 << 20
			head := longHead
			if strings.HasPrefix(c.name, "long") {
				head = strings.TrimSpace(longHead) + ",comment\n"
			}
			g := &generated{rest: head, n: memoryRows}
			before, held := heap(), 0
			g.piece = func(i int) string {
				if i == g.n-1 {
					held = heap() - before
				}
				return c.piece(i)
			}
			for range records.Long(g, records.Layout{Ignore: []string{"comment"}}) {
			}
			if held > most {
				t.Errorf("%d bytes are held at the end of %d rows, want at most %d", held, g.n, most)
			}
		})
	}
}

// A line of 100 MB costs its own record and no memory, wherever in an input it stands,
// and so does what else is bad among good lines.
func TestOneBadLineAmongMany(t *testing.T) {
	const n, at = 20_000, 15_000
	line := func(i int) string { return document(unitName(i), `"1":1,"2":null`) + "\n" }
	for _, c := range []struct {
		why  string
		bad  func(i int) string // the pieces of the bad line from 0 on; "" after the last
		want mtss.Code
	}{
		{"a line of 100 MB", func(i int) string {
			switch {
			case i < 100:
				return strings.Repeat("x", 1<<20)
			case i == 100:
				return "\n"
			}
			return ""
		}, records.CodeLineLarge},
		{"a line that breaks off", func(i int) string { return []string{line(7)[:60] + "\n", ""}[min(i, 1)] }, "json.syntax"},
		{"a byte order mark within", func(i int) string { return []string{"\ufeff" + line(7), ""}[min(i, 1)] }, "json.bom"},
		{"a byte that is not UTF-8", func(i int) string { return []string{strings.Replace(line(7), "unit-", "\xff", 1), ""}[min(i, 1)] }, "json.encoding"},
	} {
		pieces := 0
		for c.bad(pieces) != "" {
			pieces++
		}
		in := &generated{n: n + pieces, piece: func(i int) string {
			switch {
			case i < at:
				return line(i)
			case i < at+pieces:
				return c.bad(i - at)
			}
			return strings.TrimSuffix(line(i-pieces), "\n") + "\r\n"
		}}
		before, most, good := heap(), 0, 0
		for r, err := range records.NDJSON(in) {
			if r.Line == at+1 {
				if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Code != c.want {
					t.Errorf("%s: %v, want %s", c.why, err, c.want)
				}
				continue
			}
			good++
			if want := unitName(good - 1); err != nil || r.Administration.Unit.ID != want {
				t.Fatalf("%s: line %d: %v, %v, want %s", c.why, r.Line, r.Administration.Unit, err, want)
			}
			if r.Line == at+2 {
				most = heap() - before
			}
		}
		if good != n || most > 4<<20 {
			t.Errorf("%s: %d good records, %d bytes held", c.why, good, most)
		}
	}
}
