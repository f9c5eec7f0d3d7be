package profile_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/stages"
)

// yearFiles are the documents of a district's year.
func yearFiles(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(year)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(year + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func said(err error) (out []string) {
	for _, issue := range mtss.Issues(err) {
		out = append(out, issue.Path+": "+issue.Message)
	}
	return out
}

// A stored profile comes out the same of the same documents, and what was changed since
// is named: the document by its file, and then what differs by its path.
func TestRecompute(t *testing.T) {
	p := juniper(t)
	other := stages.NIRN(stages.Entry{})
	other.ID = "ours"
	for _, c := range []struct {
		why     string
		change  func(files map[string]string)
		profile func(p *profile.Profile)
		options profile.Options
		first   []string
		code    mtss.Code
	}{
		{why: "nothing was changed", change: func(map[string]string) {}},
		{why: "another day or unit is not asked for", change: func(map[string]string) {}, options: profile.Options{On: mtss.Date{Year: 2026, Month: 1, Day: 1}, Unit: school}},
		{why: "another version that comes out the same is no matter", change: func(map[string]string) {}, options: profile.Options{MadeBy: "v9"}},
		{
			why: "a document was changed", change: func(f map[string]string) {
				f["plan.json"] = strings.Replace(f["plan.json"], "2026-03-31", "2026-03-30", 1)
			},
			first: []string{"/inputs/0: plan.json is not what the profile was made of: it was changed or added"}, code: profile.CodeDocuments,
		},
		{
			why: "a line was changed, and the library since", change: func(f map[string]string) { f["dca.ndjson"] = strings.Replace(f["dca.ndjson"], `"1": 1`, `"1": 2`, 1) },
			options: profile.Options{MadeBy: "v9"},
			first: []string{
				"/inputs/1: dca.ndjson:1 is not what the profile was made of: it was changed or added",
				`/library: stored by version "" of the library, recomputed by "v9"`,
			}, code: profile.CodeDocuments,
		},
		{
			why: "a document is gone", change: func(f map[string]string) { delete(f, "dit.json") },
			first: []string{`/inputs/8: missing: 1 of the 1 document of kind "ditSeries" that the profile was made of`}, code: profile.CodeDocuments,
		},
		{
			why: "a document came, and differs in nothing but that", change: func(f map[string]string) {
				f["more.json"] = `{"kind":"labels","schemaVersion":1,"instrument":{"id":"toy","version":"1"},"language":"en","title":"T","items":{"1":"One"}}`
			},
			first: []string{`/inputs/11: more.json is not what the profile was made of: it was changed or added`}, code: profile.CodeDocuments,
		},
		{
			why: "a number in the profile was changed", change: func(map[string]string) {}, profile: func(p *profile.Profile) { p.Coaching[0].Delivered.Earned++ },
			first: []string{"/coaching/0/delivered/earned: stored is 10, recomputed 9"}, code: profile.CodeDifferent,
		},
		{
			why: "another model", change: func(map[string]string) {}, options: profile.Options{Model: other},
			first: []string{"/innovations/0/stage/model: "}, code: profile.CodeDifferent,
		},
		{
			why: "nothing is there", change: func(f map[string]string) { maps.DeleteFunc(f, func(string, string) bool { return true }) },
			first: []string{"/unit: "}, code: profile.CodeUnit,
		},
	} {
		t.Run(c.why, func(t *testing.T) {
			files := yearFiles(t)
			c.change(files)
			d, err := profile.Read(folder(files))
			if err != nil {
				t.Fatal(err)
			}
			stored, err := profile.Decode(encoded(t, p))
			if err != nil {
				t.Fatal(err)
			}
			if c.profile != nil {
				c.profile(&stored)
			}
			err = stored.Recompute(d, c.options)
			got := said(err)
			if len(c.first) == 0 && len(got) > 0 || len(got) < len(c.first) {
				t.Fatalf("%q, want %q", got, c.first)
			}
			for i, want := range c.first {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("%q, want %q", got[i], want)
				}
			}
			if c.code != "" && mtss.Issues(err)[0].Code != c.code {
				t.Errorf("code %s, want %s", mtss.Issues(err)[0].Code, c.code)
			}
		})
	}
}

// Where a kind has very many documents, they are counted and not named.
func TestRecomputeMany(t *testing.T) {
	var lines []string
	for i := range 300 {
		lines = append(lines, fmt.Sprintf(`{"kind":"observation","schemaVersion":1,"practitioner":"p-%d","innovation":"pbis","instrument":{"id":"walk","version":"1"},"date":"2025-10-01","score":{"earned":9,"possible":10,"unknown":0}}`, i))
	}
	files := small()
	files["many.ndjson"] = strings.Join(lines, "\n")
	first, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Of(first, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	files["many.ndjson"] = strings.Join(lines[1:], "\n")
	d, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	issues := mtss.Issues(p.Recompute(d, profile.Options{}))
	if len(issues) == 0 || issues[0].Message != `the 300 documents of kind "observation" are not those that the profile was made of, which were 301` {
		t.Errorf("%v", issues)
	}
}

// A table is read by the layout beside it, by its name or the beginning of it, each kind
// of record by its own; what is wrong is told with its file and line.
func TestReadTables(t *testing.T) {
	const layout = `{"kind":"layout","schemaVersion":1,"constant":{"unitKind":"school","instrument":"tfi","version":"2.1"},"items":{"Q1":"1.1"}}`
	const contacts = `{"kind":"layout","schemaVersion":1,"records":"contact","columns":{"coach":"Coach","coached":"Teacher"}}`
	files := map[string]string{
		"units.json":               `{"kind":"units","schemaVersion":1,"units":[{"id":"s-1","kind":"school"}]}`,
		"tfi.json":                 layout,
		"tfi.csv":                  "unit,date,Q1\ns-1,2026-01-20,2\ns-1,2026-13-20,2\n",
		"tfi-2025.CSV":             "unit,date,Q1\ns-1,2025-01-20,1\n",
		"log/tfi.csv":              "unit,date,Q1\ns-1,2024-01-20,1\n",
		"log/contacts.json":        contacts,
		"log/contacts-2026-03.csv": "Coach,Teacher,date,minutes,mode\nc-1,t-1,2026-03-02,30,inPerson\nc-1,t-2,2026-03-03,thirty,inPerson\n",
		"log/contactsheet.csv":     "a,b\n1,2\n",
		"lone.json":                contacts,
		"wrong.json":               `{"kind":"layout","schemaVersion":1,"records":"contcat"}`,
		"wrong.tsv":                "a\n1\n",
		"README.txt":               "read me",
	}
	d, err := profile.Read(folder(files))
	var places []string
	places = append(places, strings.Split(fmt.Sprint(err), "\n")...)
	for i, want := range []string{`log/contacts-2026-03.csv:3: /minutes: `, `tfi.csv:3: /date: `, `wrong.json: /records: is "contcat", did you mean "contact"?`} {
		if len(places) <= i || !strings.HasPrefix(places[i], want) {
			t.Errorf("problems %q, want %q", places, want)
		}
	}
	if diff := cmp.Diff([]string{"README.txt", "log/contactsheet.csv", "log/tfi.csv", "lone.json", "wrong.tsv"}, d.Unused()); diff != "" {
		t.Errorf("unused (-want +got)\n%s", diff)
	}
	if got := len(profile.All[coaching.Contact](d)); got != 1 {
		t.Errorf("%d contacts, want 1", got)
	}
	var days []string
	for _, a := range profile.All[instrument.Administration](d) {
		days = append(days, a.Date.String())
	}
	if diff := cmp.Diff([]string{"2025-01-20", "2026-01-20"}, days); diff != "" {
		t.Errorf("administrations (-want +got)\n%s", diff)
	}
	p, err := profile.Of(d, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if p.Assessed[0].Latest.Points != (mtss.Tally{Earned: 2, Possible: 90, Unknown: 88}) {
		t.Errorf("%+v", p.Assessed[0].Latest.Points)
	}
	if !has(p, profile.Unused, profile.NoticeUnused) {
		t.Error("what was not used is not said")
	}
}

// A profile as it was known on a day is made again as it was known then, whatever was
// recorded since.
func TestRecomputeKnown(t *testing.T) {
	d, err := profile.Read(folder(yearFiles(t)))
	if err != nil {
		t.Fatal(err)
	}
	day := mtss.Date{Year: 2026, Month: 3, Day: 1}
	p, err := profile.Of(d, profile.Options{KnownOn: day})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if err := p.Recompute(d, profile.Options{}); err != nil {
		t.Error(said(err))
	}
}

// A profile that was stored before sentences, levels and titles were written still comes out
// the same, and what was changed in it is still told.
func TestRecomputeOld(t *testing.T) {
	var whole map[string]any
	if err := json.Unmarshal(encoded(t, juniper(t)), &whole); err != nil {
		t.Fatal(err)
	}
	removed := 0
	var without func(v any, names ...string)
	without = func(v any, names ...string) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range names {
				if _, there := v[name]; there {
					removed++
				}
				delete(v, name)
			}
			for _, inner := range v {
				without(inner, names...)
			}
		case []any:
			for _, inner := range v {
				without(inner, names...)
			}
		}
	}
	d := juniperFiles(t)
	verified := func(why string, want string) {
		t.Helper()
		stored, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		got := said(profile.Verify(stored, d, profile.Options{}))
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], want)) {
			t.Errorf("%s: %q, want %q", why, got, want)
		}
	}
	step := whole["steps"].([]any)[0].(map[string]any)
	first := step["sentences"].([]any)[0].(map[string]any)
	message := first["message"]
	first["message"] = "all is well"
	verified("a sentence was changed", "/steps/0/sentences/0/message: ")
	first["message"] = message
	kept := step["sentences"]
	delete(step, "sentences")
	verified("the sentences of one step are gone", "/steps/0/sentences: ")
	step["sentences"] = kept
	without(whole, "levels")
	verified("of before levels", "")
	without(whole, "sentences")
	verified("of before sentences", "")
	for _, a := range whole["assessed"].([]any) {
		if latest, there := a.(map[string]any)["latest"].(map[string]any); there {
			without(latest["instrument"], "title")
		}
	}
	verified("of before titles", "")
	if removed < 10 {
		t.Errorf("%d members were there to be left out", removed)
	}
	whole["assessed"].([]any)[0].(map[string]any)["latest"].(map[string]any)["points"].(map[string]any)["earned"] = 1
	verified("of before them, and changed", "/assessed/0/latest/points/earned: ")
}

func juniperFiles(t *testing.T) profile.Documents {
	t.Helper()
	d, err := profile.Read(os.DirFS(year))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return d
}
