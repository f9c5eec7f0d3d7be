package reporting_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/cmd/browser/internal/reporting"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
)

const year = "../../../../../examples/district-year/data"

// folder reads files as a page has them.
func folder(t *testing.T) (names []string, contents [][]byte) {
	t.Helper()
	data := os.DirFS(year)
	err := fs.WalkDir(data, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(data, name)
		names, contents = append(names, name), append(contents, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names, contents
}

// A page in the browser is the library's own of the same folder, to the byte.
func TestOfIsTheLibrarys(t *testing.T) {
	names, contents := folder(t)
	documents, err := profile.Read(os.DirFS(year))
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]bool{}
	for _, known := range []string{"", "2026-01-31"} {
		got, _ := reporting.Of(reporting.Request{Files: names, Known: known}, contents)
		options := profile.Options{MadeBy: reporting.Version()}
		if known != "" {
			options.KnownOn = mtss.Date{Year: 2026, Month: 1, Day: 31}
		}
		p, err := profile.Of(documents, options)
		if p.Unit.ID == "" {
			t.Fatal(err)
		}
		var want strings.Builder
		if err := page.Write(&want, documents.Words(), p); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), got.Page); diff != "" || len(got.Profiles) != 1 {
			t.Errorf("known %q: %d profiles, (-want +got):\n%s", known, len(got.Profiles), diff)
		}
		pages[got.Page] = true
	}
	if len(pages) != 2 {
		t.Error("by which day documents were known makes no difference")
	}
}

func TestOf(t *testing.T) {
	const units = `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`
	const administered = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"d-1","kind":"program"},"date":"2026-01-20","responses":{"1":1}}`
	one, other := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, mtss.Unit{ID: "s-1"}
	for _, c := range []struct {
		name, why string
		request   reporting.Request
		contents  []string
		profiles  int
		page      bool
		problems  []string
	}{
		{"nothing", "there is neither a day nor a unit", reporting.Request{}, nil, 0, false, []string{": /on profile.day", ": /unit profile.unit"}},
		{"a day and a unit", "", reporting.Request{Files: []string{"u.json"}, On: "2026-02-01"}, []string{units}, 1, true, nil},
		{"two units", "are compared", reporting.Request{Files: []string{"u.json"}, On: "2026-02-01", Units: []mtss.Unit{one, other}}, []string{units}, 2, true, nil},
		{"one of two is not there", "the other's profile is given, and no page that lacks one", reporting.Request{Files: []string{"u.json"}, On: "2026-02-01", Units: []mtss.Unit{one, {ID: "d-9", Kind: mtss.KindDistrict}}}, []string{units}, 1, false, []string{": /unit profile.unit"}},
		{"a bad file beside a good one", "the good one is used; lines of one document count", reporting.Request{Files: []string{"u.json", "a/b.json"}, On: "2026-02-01"}, []string{units, "{\n\n\"kind\":\"teams\",\n\"nobody\":1}"}, 1, true,
			[]string{"a/b.json:1 /schemaVersion json.missing", "a/b.json:1 /covers json.missing", "a/b.json:1 /teams json.missing", "a/b.json:1 /leads json.missing", "a/b.json:4 /nobody json.unknown-field"}},
		{"a bad line", "is told by its number", reporting.Request{Files: []string{"u.json", "c.ndjson"}, On: "2026-02-01"}, []string{units, administered + "\n{\n"}, 1, true, []string{"c.ndjson:2  json.syntax"}},
		{"bytes that are no text", "", reporting.Request{Files: []string{"u.json", "c.json"}, On: "2026-02-01"}, []string{units, "{\"kind\":\"units\",\"schemaVersion\":1,\"units\":[{\"id\":\"\xff\",\"kind\":\"school\"}]}"}, 1, true, []string{"c.json:1 /units/0/id json.encoding"}},
		{"a file that is no document", "is among the profile's concerns", reporting.Request{Files: []string{"u.json", "letter.docx"}, On: "2026-02-01"}, []string{units, "PK"}, 1, true, nil},
		{"names that leave the folder", "stay in it", reporting.Request{Files: []string{"../../u.json"}, On: "2026-02-01"}, []string{units}, 1, true, nil},
		{"two files of one name", "", reporting.Request{Files: []string{"u.json", "./u.json"}, On: "2026-02-01"}, []string{units, units}, 1, true, []string{"./u.json: cli.problem"}},
		{"no name", "", reporting.Request{Files: []string{""}, On: "2026-02-01"}, []string{units}, 0, false, []string{": cli.problem", ": /unit profile.unit"}},
		{"no day", "", reporting.Request{Files: []string{"u.json"}, On: "soon"}, []string{units}, 0, false, []string{": /on profile.day"}},
		{"neither day", "both are told", reporting.Request{Files: []string{"u.json"}, On: "soon", Known: "2026-02-30"}, []string{units}, 0, false, []string{": /on profile.day", ": /known profile.day"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var contents [][]byte
			for _, text := range c.contents {
				contents = append(contents, []byte(text))
			}
			answer, problems := reporting.Of(c.request, contents)
			var got []string
			for _, p := range problems {
				line := p.File + ":"
				if p.Line > 0 {
					line += string(rune('0' + p.Line))
				}
				if p.Path != "" || p.Line > 0 {
					line += " " + p.Path
				}
				got = append(got, line+" "+string(p.Code))
			}
			if diff := cmp.Diff(c.problems, got); diff != "" || len(answer.Profiles) != c.profiles || (answer.Page != "") != c.page {
				t.Errorf("%s: %d profiles, page %v; problems (-want +got):\n%s", c.why, len(answer.Profiles), answer.Page != "", diff)
			}
		})
	}
}

func TestCall(t *testing.T) {
	answer, problems := reporting.Call(`{"on":"2026-02-01","files":["u.json"]}`, [][]byte{[]byte(`{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"}]}`)})
	if !strings.HasPrefix(string(answer), `{"profiles":[{"kind":"unitProfile"`) || string(problems) != "null" {
		t.Errorf("%s\n%s", answer, problems)
	}
	if answer, problems := reporting.Call("{", nil); !strings.Contains(string(problems), "json.syntax") || string(answer) != `{"profiles":null,"page":""}` {
		t.Errorf("%s\n%s", answer, problems)
	}
}
