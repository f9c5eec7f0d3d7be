package records_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss/records"
)

const longHead = "unit,unitKind,date,instrument,version,item,score\n"

// row returns a row of the administration of a unit.
func row(unit, item, score string) string {
	return unit + ",district,2026-01-20,a,1," + item + "," + score + "\n"
}

func TestLong(t *testing.T) {
	d1 := row("d-1", "1", "2") + row("d-1", "2", "0")
	d2 := row("d-2", "1", "0") + row("d-2", "2", "1")
	const d1Shown, d2Shown = " d-1 2026-01-20 1=2 2=0", " d-2 2026-01-20 1=0 2=1"
	check(t, long, []reading{
		{"two administrations", "the usual case", longHead + d1 + d2, lines("2"+d1Shown, "4"+d2Shown)},
		{"no line end at the end", "", longHead + strings.TrimSuffix(d1, "\n"), lines("2" + d1Shown)},
		{"CR LF", "Windows", strings.ReplaceAll(longHead+d1+d2, "\n", "\r\n"), lines("2"+d1Shown, "4"+d2Shown)},
		{"byte order mark", "spreadsheets write it", "\ufeff" + longHead + d1, lines("2" + d1Shown)},
		{"blank rows", "they end nothing", longHead + row("d-1", "1", "2") + "\n,,,,,,\n" + row("d-1", "2", "0"), lines("2" + d1Shown)},
		{"missing and not applicable", "", longHead + row("d-1", "1", "") + row("d-1", "2", "NA"), lines("2 d-1 2026-01-20 1=null 2=NA")},
		{"id and sections", "two administrations of a unit on one day differ in them", "id,sections," + longHead + "x,s," + row("d-1", "1", "2") + "y,s," + row("d-1", "1", "0"),
			lines("2 d-1 2026-01-20 1=2 id:x section:s", "3 d-1 2026-01-20 1=0 id:y section:s")},
		{"cells that could run together", "lengths keep them apart", "id," + longHead + "x," + row("y", "1", "2") + "xy," + row("", "1", "2") + "x," + row("y", "2", "2"),
			lines("3 ! /unit/id records.cell", "2 y 2026-01-20 1=2 2=2 id:x")},
		{"cells that could run together with what is between", "", "id," + longHead + "a b," + row("c", "1", "2") + "a," + row("b c", "1", "2"),
			lines("2 c 2026-01-20 1=2 id:a b", "3 b c 2026-01-20 1=2 id:a")},
		{"cells with lengths in them", "", "id," + longHead + "a1 b," + row("c", "1", "2") + "a," + row("b1 c", "1", "2"),
			lines("2 c 2026-01-20 1=2 id:a1 b", "3 b1 c 2026-01-20 1=2 id:a")},

		{"a bad score", "it drops this administration, with all its problems, and no other", longHead + d1 + row("d-3", "1", "two") + row("d-3", "2", "0") + row("d-3", "3", "1.5") + d2,
			lines("2"+d1Shown, "4 ! /responses/1 records.cell", "4 ! /responses/3 records.cell @6", "7"+d2Shown)},
		{"an item twice", "scored twice, or scored and not applicable", longHead + d1 + row("d-1", "1", "2") + row("d-1", "2", "NA") + d2,
			lines("2 ! /responses/1 instrument.answer.repeated @4", "2 ! /responses/2 instrument.answer.repeated @5", "6"+d2Shown)},
		{"a bad head", "once, not in every row", longHead + strings.ReplaceAll(d1, "2026-01-20", "2026-02-30") + d2, lines("2 ! /date mtss.date", "4"+d2Shown)},
		{"no item", "", longHead + row("d-1", "", "2") + row("d-1", "\xe9", "2") + row("d-1", strings.Repeat("x", 1025), "2"),
			lines("2 ! /responses records.cell", "2 ! /responses records.cell", "2 ! /responses records.cell")},
		{"scattered", "each comes when it is whole", longHead + row("d-1", "1", "2") + d2 + row("d-1", "2", "0") + row("d-3", "1", "1") + row("d-1", "3", "0"),
			lines("3"+d2Shown, "6 d-3 2026-01-20 1=1", "2 d-1 2026-01-20 1=2 2=0 3=0")},
		{"sorted by item", "an export as spreadsheets leave it", longHead + row("d-1", "1", "2") + row("d-2", "1", "0") + row("d-1", "2", "0") + row("d-2", "2", "1"),
			lines("2"+d1Shown, "3"+d2Shown)},
		{"missing and not applicable, sorted by item", "what is put aside keeps all that is known of an item",
			longHead + row("d-1", "1", "") + row("d-2", "1", "0") + row("d-1", "2", "NA") + row("d-2", "2", "1") + row("d-1", "3", "2"),
			lines("3"+d2Shown, "2 d-1 2026-01-20 1=null 3=2 2=NA")},
		{"what they have in common is said in each row", "of an administration that was put aside, too", "administeredBy," + longHead + "coach," + row("d-1", "1", "2") + "," + row("d-2", "1", "0") + "peer," + row("d-1", "2", "0") + "," + row("d-2", "2", "1"),
			lines("2 ! /administeredBy/role records.cell", "3"+d2Shown)},
		{"an id in the first row alone", "as tools of forms leave the rest empty", "id," + longHead + "x," + row("d-1", "1", "2") + "," + row("d-1", "2", "0") + "y," + row("d-2", "1", "0") + "y," + row("d-2", "2", "1"),
			lines("2 ! /id records.cell", "3 ! /id records.cell", "4"+d2Shown+" id:y")},
		{"an id in the first row alone, sorted by item", "", "id," + longHead + "x," + row("d-1", "1", "2") + "y," + row("d-2", "1", "0") + "," + row("d-1", "2", "0") + "," + row("d-2", "2", "1"),
			lines("2 ! /id records.cell", "3 ! /id records.cell", "4 ! /id records.cell", "5 ! /id records.cell")},
		{"sections in the first row alone", "they would be a second administration", "sections," + longHead + "s," + row("d-1", "1", "2") + "," + row("d-1", "2", "0"),
			lines("2 ! /sections records.cell", "3 ! /sections records.cell")},
		{"an id and sections in the first row alone", "", "id,sections," + longHead + "x,s," + row("d-1", "1", "2") + ",," + row("d-1", "2", "0"),
			lines("2 ! /id records.cell", "3 ! /id records.cell")},
		{"item 1.1 after 1.9 of another", "it is no 1.10", longHead + row("d-1", "1.9", "2") + row("d-2", "1.1", "0") + row("d-2", "1.9", "1") + row("d-3", "1.1", "0"),
			lines("2 d-1 2026-01-20 1.9=2", "3 d-2 2026-01-20 1.1=0 1.9=1", "5 d-3 2026-01-20 1.1=0")},
		{"scattered, and an item twice", "", longHead + row("d-1", "1", "2") + row("d-2", "1", "0") + row("d-1", "1", "0") + row("d-2", "2", "1"),
			lines("2 ! /responses/1 instrument.answer.repeated @4", "3"+d2Shown)},
		{"too many rows", "it ends somewhere, so that memory does", longHead + items("d-1", records.MaxItems+5) + d2,
			lines("2 !  records.row", fmt.Sprint(2+records.MaxItems+5)+d2Shown)},

		{"empty", "an export that failed must not look like one without problems", "", lines("1 !  records.empty")},
		{"header only", "no record either", longHead, lines("2 !  records.empty")},
		{"wide file", "said once, and not for each column", wideHead + wideRow, lines("1 !  records.header")},
	})
}

// items returns rows of the unit for items 1 to n.
func items(unit string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(row(unit, fmt.Sprint(i+1), "1"))
	}
	return b.String()
}

// A row that cannot be read is a part of some administration, which must not be
// scored without it.
func TestLongLostRows(t *testing.T) {
	a, b := func(item string) string { return row("d-1", item, "1") }, func(item string) string { return row("d-2", item, "1") }
	const c = "d-3,district,2026-01-20,a,1,1,1\n"
	extra := func(row string) string { return strings.TrimSuffix(row, "\n") + ",x\n" } // a cell too many
	const quote = "\"d-1,district\n"                                                   // nothing of it can be read
	check(t, long, []reading{
		{"in the middle", "it can only be a part of this one", longHead + a("1") + quote + a("3") + b("1"),
			lines("2 !  records.row", "5 d-2 2026-01-20 1=1")},
		{"at the end, by its cells", "the next one is whole", longHead + a("1") + extra(a("2")) + b("1"),
			lines("2 !  records.row", "4 d-2 2026-01-20 1=1")},
		{"at the beginning, by its cells", "the one before is whole", longHead + a("1") + extra(b("1")) + b("2"),
			lines("2 d-1 2026-01-20 1=1", "4 !  records.row")},
		{"between two", "either may have lost it", longHead + a("1") + quote + b("1") + c,
			lines("2 !  records.row", "4 !  records.row", "5 d-3 2026-01-20 1=1")},
		{"of another one", "as if nothing were known", longHead + a("1") + extra(c) + b("1"),
			lines("2 !  records.row", "4 !  records.row")},
		{"of one that comes later", "it is whose its cells say", longHead + a("1") + extra(c) + b("1") + c,
			lines("2 d-1 2026-01-20 1=1", "4 d-2 2026-01-20 1=1", "5 !  records.row")},
		{"of one that was there before", "", longHead + c + a("1") + extra(c) + b("1"),
			lines("2 !  records.row", "3 d-1 2026-01-20 1=1", "5 d-2 2026-01-20 1=1")},
		{"first of all", "only the one after it can have lost it", longHead + quote + a("1") + b("1"),
			lines("3 !  records.row", "4 d-2 2026-01-20 1=1")},
		{"last of all", "", longHead + a("1") + b("1") + quote, lines("2 d-1 2026-01-20 1=1", "3 !  records.row")},
		{"last of all, by its cells", "", longHead + a("1") + extra(c), lines("2 !  records.row")},
		{"nothing else", "it is a problem by itself", longHead + quote + "x\n", lines("2 !  records.row", "2 !  records.row")},
		{"a row of another kind", "its cells come too early to tell", longHead + a("1") + "d-2,district\n" + b("1"),
			lines("2 !  records.row", "4 !  records.row")},
	})
	all := messages(long(strings.NewReader(longHead + a("1") + quote + a("2"))))
	contains(t, all, "line 3: the row cannot be read: a quoted cell does not end")
}

func TestLongLostRowsAreCounted(t *testing.T) {
	in := longHead + row("d-1", "1", "1") + strings.Repeat("x\n", records.MaxItems+100)
	all := messages(long(strings.NewReader(in)))
	if len(all) != records.MaxItems {
		t.Errorf("got %d problems, want the most there may be, %d", len(all), records.MaxItems)
	}
	contains(t, all[len(all)-1:], fmt.Sprintf("lines %d to %d cannot be read", 2+records.MaxItems, 2+records.MaxItems+100))
}

func TestLongMessages(t *testing.T) {
	all := messages(long(strings.NewReader(longHead + row("d-1", "1", "2") + row("d-1", "1", "2") + row("d-2", "1", "1") + row("d-1", "3", "1"))))
	contains(t, all, `item "1" is answered in line 2 already`)
}

func TestLongBreaksOff(t *testing.T) {
	// The administration in hand may have lost rows, so it is not a good one.
	in := longHead + row("d-1", "1", "2") + row("d-2", "1", "2")
	if diff := cmp.Diff(lines("2 d-1 2026-01-20 1=2", "3 !  records.read", "4 !  records.read"), show(long(breaking{strings.NewReader(in)}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// Where rows are scattered, each may have lost some.
	in = longHead + row("d-1", "1", "2") + row("d-2", "1", "2") + row("d-1", "2", "2")
	if diff := cmp.Diff(lines("2 !  records.read", "3 !  records.read", "5 !  records.read"), show(long(breaking{strings.NewReader(in)}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An input that can be read twice is not kept, and one that begins in the middle
// of a file is read from there.
func TestLongOfAFile(t *testing.T) {
	in := strings.NewReader("before it\n" + longHead + row("d-1", "1", "2") + row("d-2", "1", "0") + row("d-1", "2", "0"))
	if _, err := in.Seek(int64(len("before it\n")), 0); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lines("3 d-2 2026-01-20 1=0", "2 d-1 2026-01-20 1=2 2=0"), show(long(in))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLongStops(t *testing.T) {
	stops(t, longHead+row("d-1", "1", "2")+row("d-2", "1", "x")+row("d-3", "1", "2")+"\"\n", long)
}
