package catalog_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// register reads a table of facts: the mark of each row by its id.
func register(text string) (map[string]string, error) {
	marks := map[string]string{}
	header := false
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "|---") {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if !header {
			header = strings.Join(cells, ",") == "id,fact,mark,source"
			continue
		}
		if len(cells) != 4 || cells[0] == "" {
			return nil, fmt.Errorf("row %q has %d cells", line, len(cells))
		}
		if _, twice := marks[cells[0]]; twice {
			return nil, fmt.Errorf("row %s appears twice", cells[0])
		}
		switch mark := cells[2]; {
		case mark != "confirmed" && mark != "inferred" && mark != "not established":
			return nil, fmt.Errorf("row %s is marked %q", cells[0], mark)
		case mark != "not established" && cells[3] == "":
			return nil, fmt.Errorf("row %s is %s by no source", cells[0], mark)
		default:
			marks[cells[0]] = mark
		}
	}
	if len(marks) == 0 {
		return nil, fmt.Errorf("no rows")
	}
	return marks, nil
}

// unfounded says which facts of a definition do not rest on the register, and
// which parts of it rest on no fact.
func unfounded(d instrument.Definition, marks map[string]string) (defects []string) {
	say := func(format string, args ...any) { defects = append(defects, fmt.Sprintf(format, args...)) }
	covered := map[string]mtss.Provenance{}
	for _, f := range d.Facts {
		switch mark, ok := marks[f.ID]; {
		case !ok:
			say("fact %s is no row of the register", f.ID)
		case mark == "not established":
			say("fact %s is not established", f.ID)
		case string(f.Provenance) != mark:
			say("fact %s is %s, and in the register %s", f.ID, f.Provenance, mark)
		}
		for _, part := range f.Covers {
			covered[part] = f.Provenance
		}
	}
	want := map[string]int{"/scales": len(d.Scales), "/items": len(d.Items), "/sections": len(d.Sections), "/subscales": len(d.Subscales), "/total": len(d.Total)}
	for part, size := range want {
		if covered[part] == "" && size > 0 {
			say("%s rests on no fact", part)
		}
	}
	for i, c := range d.Criteria {
		part := fmt.Sprintf("/criteria/%d", i)
		switch fact := covered[part]; {
		case fact == "":
			say("criterion %s rests on no fact", c.ID)
		case c.Provenance != fact:
			say("criterion %s is %s, and its fact %s", c.ID, c.Provenance, fact)
		}
	}
	return defects
}

func marks(t *testing.T) map[string]string { return registerOf(t, "facts.md") }

func registerOf(t *testing.T, page string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../docs/" + page)
	if err != nil {
		t.Fatal(err)
	}
	found, err := register(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryNumberRestsOnTheRegister(t *testing.T) {
	for _, d := range append(catalog.All(), dca.V77()) {
		for _, defect := range unfounded(d, marks(t)) {
			t.Errorf("%s: %s", d.Ref(), defect)
		}
	}
}

// The planted faults that the test above is there to find.
func TestUnfoundedDefinitionsAreRejected(t *testing.T) {
	for _, test := range []struct {
		name  string
		plant func(d *instrument.Definition)
		want  string
	}{
		{"as it ships", func(*instrument.Definition) {}, ""},
		{"a row that is not established", func(d *instrument.Definition) { d.Facts[0].ID = "tfi21-five" }, "fact tfi21-five is not established"},
		{"a row that is not there", func(d *instrument.Definition) { d.Facts[0].ID = "tfi21-item" }, "fact tfi21-item is no row of the register"},
		{"claims more than its row", func(d *instrument.Definition) { d.Facts[1].ID = "tfi30-scale" }, "fact tfi30-scale is confirmed, and in the register inferred"},
		{"claims less than its row", func(d *instrument.Definition) { d.Facts[1].Provenance = mtss.Inferred }, "fact tfi21-points is inferred, and in the register confirmed"},
		{"items without a fact", func(d *instrument.Definition) { d.Facts[0].Covers = []string{"/sections", "/subscales"} }, "/items rests on no fact"},
		{"criterion without a fact", func(d *instrument.Definition) { d.Facts[5].Covers = []string{"/criteria/0", "/criteria/1"} }, "criterion tier3 rests on no fact"},
		{"criterion that claims more than its fact", func(d *instrument.Definition) { d.Criteria[1].Provenance = mtss.Inferred }, "criterion tier2 is inferred, and its fact confirmed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := ships("tfi@2.1")
			test.plant(&d)
			if got := strings.Join(unfounded(d, marks(t)), "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What is known of instruments that do not ship is marked and sourced like what
// does, and is told in one place.
func TestOtherInstruments(t *testing.T) {
	ours := marks(t)
	for id := range registerOf(t, "instruments.md") {
		if ours[id] != "" {
			t.Errorf("row %s is on both pages", id)
		}
	}
}

func TestRegisterIsReadable(t *testing.T) {
	const head = "| id | fact | mark | source |\n|---|---|---|---|\n"
	for _, test := range []struct{ name, text, want string }{
		{"no table", "# Facts\n", "no rows"},
		{"other columns", "| id | mark |\n", "no rows"},
		{"a cell missing", head + "| a | b | confirmed |\n", "has 3 cells"},
		{"a row twice", head + "| a | b | confirmed | c |\n| a | b | confirmed | c |\n", "row a appears twice"},
		{"another mark", head + "| a | b | remembered | c |\n", `row a is marked "remembered"`},
		{"no source", head + "| a | b | inferred | |\n", "row a is inferred by no source"},
	} {
		if _, err := register(test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
}
