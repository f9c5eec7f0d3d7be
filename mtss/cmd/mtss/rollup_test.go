package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const someUnits = `{"kind":"units","schemaVersion":1,"units":[{"id":"x","kind":"state"},{"id":"d-1","kind":"district","parent":"x"},{"id":"d-2","kind":"district","parent":"x"},` +
	`{"id":"s-1","kind":"school","parent":"d-1"},{"id":"s-2","kind":"school","parent":"d-1"},{"id":"s-3","kind":"school","parent":"d-1","characteristics":[{"id":"locale","value":"rural"}]},{"id":"s-4","kind":"school","parent":"d-2"},{"id":"s-5","kind":"school"}]}`

// schools are an administration of each of the schools named, with all points of Tier I.
func schools(ids ...string) string {
	var answers, lines []string
	for item := range 15 {
		answers = append(answers, fmt.Sprintf(`"1.%d":2`, item+1))
	}
	for _, id := range ids {
		lines = append(lines, tier1(`"s-1"`, `"`+id+`"`, `"1.1":2,"1.2":1`, strings.Join(answers, ",")))
	}
	return strings.Join(lines, "\n")
}

// rolled calls the command on what is in a file, and returns the heads of its lines of
// prose about Tier I.
func rolled(t *testing.T, in string, args ...string) (rows []string, got outcome) {
	t.Helper()
	call := call(t, "", slices.Concat([]string{"rollup", "-text", "-units", write(t, "units.json", someUnits)}, args, []string{write(t, "in.ndjson", in)})...)
	is := false
	for line := range strings.Lines(call.out) {
		goesOn := strings.HasPrefix(line, "  ") && len(rows) > 0 && strings.HasPrefix(rows[len(rows)-1], "note: ")
		line = strings.TrimSpace(line)
		if goesOn {
			rows[len(rows)-1] += " " + line
			continue
		}
		if strings.HasPrefix(line, "tfi@") {
			is = strings.HasSuffix(line, "criterion tier1")
			continue
		}
		if is || strings.HasPrefix(line, "note: ") {
			rows = append(rows, line)
		}
	}
	return rows, call
}

func TestRollUp(t *testing.T) {
	all := schools("s-1", "s-2", "s-3", "s-4")
	with := func(id, more string) string {
		return strings.Replace(schools(id), `"kind":"administration"`, `"kind":"administration",`+more, 1)
	}
	for _, test := range []struct {
		name, in string
		args     []string
		status   int
		want     []string
		problems string
		why      string
	}{
		{"by district", all, []string{"-by", "district"}, exitGood, []string{"district d-1: 3 of 3, 100.0%, 3 units", "district d-2: 1 of 1, 100.0%, 1 unit"}, "", "each once"},
		{
			"withheld", schools("s-2", "s-3", "s-4") + "\n" + strings.ReplaceAll(schools("s-1"), `":2`, `":1`), []string{"-by", "district,state", "-suppress", "2"}, exitGood,
			[]string{"state x: 3 of 4, 75.0%, 4 units", "district d-1: withheld", "district d-2: withheld", "note: rows withheld: "}, "", "one is too few, and would follow from the other",
		},
		{
			"withheld of all", all, []string{"-by", "district,state", "-suppress", "2"}, exitGood,
			[]string{"state x: withheld", "district d-1: withheld", "district d-2: withheld", "note: rows withheld: "}, "", "4 of 4 would say 1 of 1",
		},
		{
			"by a characteristic", all, []string{"-by", "district,locale"}, exitGood,
			[]string{"district d-1: 3 of 3, 100.0%, 3 units", "district d-1, locale rural: 1 of 1, 100.0%, 1 unit", "district d-2: 1 of 1, 100.0%, 1 unit"}, "", "one of the schools of d-1 is rural",
		},
		{"by a policy", all, []string{"-by", "state", "-suppress", "wi"}, exitGood, []string{"state x: withheld", "note: rows withheld: ", "note: of the policy by which rows are withheld: the source states its numbers of students"}, "", "4 are fewer than 6"},
		{"nothing there", schools("s-4"), []string{"-by", "district"}, exitGood, []string{"district d-1: no administration", "district d-2: 1 of 1, 100.0%, 1 unit"}, "", "which is not zero"},
		{"without a parent", schools("s-4", "s-5"), []string{"-by", "state"}, exitGood, []string{"state x: 1 of 1, 100.0%, 1 unit", "note: 1 unit with records but no state above"}, "cli.account", "s-5 belongs to none"},
		{"given twice", schools("s-4", "s-4"), []string{"-by", "state"}, exitGood, []string{"state x: 1 of 1, 100.0%, 1 unit"}, "mtss.notice.repeated", "it counts once"},
		{
			"corrected", with("s-4", `"id":"b","supersedes":"a"`) + "\n" + with("s-4", `"id":"a"`), []string{"-by", "state"}, exitGood,
			[]string{"state x: 1 of 1, 100.0%, 1 unit"}, "cli.account", "whichever comes first",
		},
		{
			"one id of two", with("s-4", `"id":"a"`) + "\n" + with("s-3", `"id":"a"`) + "\n" + schools("s-1"), []string{"-by", "state"}, exitBad,
			[]string{"state x: 1 of 1, 100.0%, 1 unit"}, "mtss.record.repeated", "neither counts",
		},
		{"a bad one among others", schools("s-1") + "\n{\n" + schools("s-2"), []string{"-by", "state"}, exitBad, []string{"state x: 2 of 2, 100.0%, 2 units"}, "json.", "the others count"},
		{
			"expired", all, []string{"-by", "state", "-on", "2040-01-01"}, exitGood,
			[]string{"state x: 0 of 4 with 4 unknown, 0.0% to 100.0%, 4 units, 4 of them expired", "note: 4 units with a latest administration that has expired"}, "", "nothing is known any more",
		},
	} {
		rows, got := rolled(t, test.in, test.args...)
		if len(rows) != len(test.want) || got.status != test.status {
			t.Errorf("%s: %s: status %d, got %q, want %q\n%s", test.name, test.why, got.status, rows, test.want, got.err)
			continue
		}
		for i, want := range test.want {
			if !strings.HasPrefix(rows[i], want) {
				t.Errorf("%s: %s: got %q, want %q", test.name, test.why, rows[i], want)
			}
		}
		if (test.problems == "") != (got.err == "") || !strings.Contains(got.err, test.problems) {
			t.Errorf("%s: got %q, want %s", test.name, got.err, test.problems)
		}
	}
}

// What is read once and what can be read again come to the same table, and the same is told
// of them, each at its line.
func TestRollUpOfStandardInput(t *testing.T) {
	with := func(id, more string) string {
		return strings.Replace(schools(id), `"kind":"administration"`, `"kind":"administration",`+more, 1)
	}
	in := strings.Join([]string{
		with("s-1", `"id":"a","supersedes":"nothing"`), with("s-2", `"id":"b"`), with("s-3", `"id":"b"`), with("s-4", `"id":"c"`), with("s-4", `"id":"c"`),
		with("s-4", `"id":"d","voids":"b"`), "{", schools("s-5") + "  ", with("s-5", `"id":"e","supersedes":"d"`),
		strings.Replace(with("s-1", `"id":"f","supersedes":"f"`), `:2`, `:7`, 1), with("s-1", `"id":"g","supersedes":"a","voids":"b"`),
	}, "\n")
	table := "id,unit,unitKind,date,instrument,version,sections,1.1,1.2,2.1\n" +
		"a,s-1,school,2026-01-20,tfi,2.1,tier1,2,1,\nb,s-2,school,2026-01-20,tfi,2.1,tier1,7,7,1\nc,s-3,school,2026-01-20,tfi,2.1,tier1,x,7,\nd,s-4,school,2026-01-20,tfi,2.1,tier1,x,x,2\n" +
		"a,s-1,school,2026-01-20,tfi,2.1,tier1,2,2,\n"
	units := write(t, "units.json", someUnits)
	for text, args := range map[string][]string{in: {"rollup"}, table: {"rollup", "-csv", "wide"}} {
		args = append(args, "-units", units, "-by", "district")
		file := write(t, "in", text)
		again := call(t, "", append(args, file)...)
		once := call(t, text, append(args, "-")...)
		told := func(got outcome) []string {
			return slices.Sorted(strings.Lines(strings.ReplaceAll(got.err, file, "-")))
		}
		if again.status != once.status || again.out != once.out || again.out == "" || again.err == "" || !slices.Equal(told(again), told(once)) {
			t.Errorf("standard input: %s\nwant %s", once, again)
		}
	}
}

func TestRollUpRefuses(t *testing.T) {
	for _, test := range []struct {
		why   string
		args  []string
		units string
		want  string
	}{
		{"no level", nil, someUnits, "-by"},
		{"no kind of unit", []string{"-by", "town"}, someUnits, `"town" is not a kind of unit`},
		{"a characteristic that no unit has", []string{"-by", "state,size"}, someUnits, `"size" is not a kind of unit`},
		{"only time", []string{"-by", "schoolYear"}, someUnits, "names no kind of unit"},
		{"two ways in time", []string{"-by", "state,schoolYear,window"}, someUnits, "schoolYear and window"},
		{"windows that are not said", []string{"-by", "state,window"}, someUnits, "windows"},
		{"twice", []string{"-by", "state,state"}, someUnits, "appears twice"},
		{"no policy", []string{"-by", "state", "-suppress", "ny"}, someUnits, "one of de, wi, ut, dc, ca"},
		{"below one", []string{"-by", "state", "-suppress", "1"}, someUnits, "2 or more"},
		{"no day", []string{"-by", "state", "-on", "today"}, someUnits, "-on"},
		{"a circle of units", []string{"-by", "state"}, `{"kind":"units","schemaVersion":1,"units":[{"id":"a","kind":"isd","parent":"b"},{"id":"b","kind":"isd","parent":"a"}]}`, "among its own parents"},
		{"a parent that is not there", []string{"-by", "state"}, `{"kind":"units","schemaVersion":1,"units":[{"id":"a","kind":"isd","parent":"b"}]}`, "not among the units"},
	} {
		got := call(t, schools("s-1"), append([]string{"rollup", "-units", write(t, "units.json", test.units)}, test.args...)...)
		if got.status == exitGood || got.out != "" || !strings.Contains(got.err, test.want) {
			t.Errorf("%s: %s, want %q", test.why, got, test.want)
		}
	}
}

// The rows by window are of the windows of a schedule.
func TestRollUpWindows(t *testing.T) {
	got := call(t, schools("s-1"), "rollup", "-by", "school,window", "-schedule", "dca", "-format", "csv")
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if got.status != exitGood || len(lines) < 2 || strings.Count(lines[0], ",") != strings.Count(lines[1], ",") || !strings.Contains(lines[1], ",winter,shown,") {
		t.Errorf("got %s", got)
	}
}

// A table is rolled up from its rows, or from the first row to the last where a cell has a
// line end in it: the same comes of it.
func TestRollUpTables(t *testing.T) {
	const table = "id,unit,unitKind,date,instrument,version,sections,note,1.1,1.2\n" +
		"a,s-1,school,2026-01-20,tfi,2.1,tier1,none,2,1\nb,s-2,school,2026-01-20,tfi,2.1,tier1,none,2,2\na,s-1,school,2026-01-20,tfi,2.1,tier1,none,2,1\nc,s-4,school,2026-01-20,tfi,2.1,tier1,none,2,7\n"
	layout := write(t, "l.json", `{"kind":"layout","schemaVersion":1,"form":"wide","ignore":["note"]}`)
	units := write(t, "units.json", someUnits)
	for why, in := range map[string]string{"lines": table, "a cell of two lines": strings.ReplaceAll(table, "none", "\"one,\nand another\"")} {
		file := write(t, "t.csv", in)
		one := call(t, "", "rollup", "-layout", layout, "-units", units, "-by", "district", file)
		two := call(t, "", "rollup", "-layout", layout, "-workers", "2", "-units", units, "-by", "district", file)
		for _, got := range []outcome{one, two} {
			if got.status != exitBad || got.out == "" || !strings.Contains(got.err, "responses/1.2") || strings.Count(got.err, "mtss.notice.repeated") != 1 || strings.Contains(got.err, "rollup.sources") {
				t.Errorf("%s: %s", why, got)
			}
		}
		if one.out != two.out || one.err != two.err {
			t.Errorf("%s: two workers give %s, want %s", why, two, one)
		}
	}
}
