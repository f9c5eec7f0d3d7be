package rollup_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// sameLine fails if a line that is read quickly is bad or says something else.
func sameLine(t *testing.T, s *instrument.Scorer, line []byte) (quickly bool) {
	t.Helper()
	got, ok := rollup.Quickly(s, line)
	if !ok {
		return false
	}
	a, err := instrument.DecodeAdministration(line)
	var want instrument.Result
	if err == nil {
		want, err = s.Score(a)
	}
	if err != nil {
		t.Fatalf("%s\nis read quickly, and yet %v", line, mtss.Issues(err))
	}
	sections := slices.Sorted(slices.Values(a.Sections))
	if got.ID != a.ID || got.Supersedes != a.Supersedes || got.Voids != a.Voids || got.Unit != a.Unit || got.Date != a.Date || got.Instrument != a.Instrument || !slices.Equal(got.Sections, sections) || len(a.Summary) > 0 {
		t.Fatalf("%s\nis read as %+v, want %+v", line, got, a)
	}
	if answered, ok := rollup.ToScore(s, line); ok {
		if !slices.Equal(slices.Sorted(slices.Values(answered.Sections)), sections) {
			t.Fatalf("%s\nis scored as sections %v", line, answered.Sections)
		}
		// No points depend on these, nor on the order of sections.
		answered.Recorded, answered.AdministeredBy, answered.Sections = a.Recorded, a.AdministeredBy, a.Sections
		if result, err := s.Score(answered); err != nil || !reflect.DeepEqual(result, want) {
			t.Fatalf("%s\nis scored as %+v, %v, want %+v", line, result, mtss.Issues(err), want)
		}
	} else if len(a.NotApplicable) == 0 && !strings.Contains(string(line), `"notApplicable"`) {
		t.Fatalf("%s\nis read quickly, but not to be scored", line)
	}
	return true
}

// TestLinesAsWritten: what the library writes is read quickly, or the speed is gone
// without anybody noticing.
func TestLinesAsWritten(t *testing.T) {
	s := toy(t, "1")
	r := rand.New(rand.NewPCG(7, 7))
	quickly, good := 0, 0
	for i := range 5000 {
		a := someone(t, r, s, i)
		if a.ID != "" && r.IntN(20) == 0 {
			a.ID = strings.Repeat("x", 199+r.IntN(2))
		}
		line, err := a.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		plain := len(a.Summary) == 0 && !strings.Contains(string(line), "\u00e9")
		if _, err := s.Score(a); err != nil || !plain {
			sameLine(t, s, line)
			continue
		}
		spaced := line
		switch i % 4 { // as writers of other languages have it
		case 0:
			spaced = []byte(strings.NewReplacer(`":`, `": `, `,"`, `, "`).Replace(string(line)))
		case 1:
			spaced = shuffled(t, r, line, "")
		case 2:
			spaced = shuffled(t, r, line, " \t\r\n")
		}
		good++
		if sameLine(t, s, spaced) {
			quickly++
		} else {
			t.Logf("%s", spaced)
		}
	}
	if quickly != good || good < 2000 {
		t.Errorf("%d of %d lines are read quickly, want all", quickly, good)
	}
}

// shuffled returns an object with its members in another order, and with some of the
// spaces between what it is made of.
func shuffled(t *testing.T, r *rand.Rand, object []byte, spaces string) []byte {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(object, &members); err != nil {
		t.Fatal(err)
	}
	space := func() string {
		from := r.IntN(len(spaces) + 1)
		return spaces[from : from+r.IntN(len(spaces)-from+1)]
	}
	names := slices.Sorted(maps.Keys(members))
	r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	out := space() + "{" + space()
	for i, name := range names {
		if i > 0 {
			out += "," + space()
		}
		value := string(members[name])
		switch value[0] {
		case '{':
			value = string(shuffled(t, r, members[name], spaces))
		case '[':
			value = strings.NewReplacer("[", "["+space(), ",", space()+","+space(), "]", space()+"]").Replace(value)
		}
		out += `"` + name + `"` + space() + ":" + space() + value + space()
	}
	return []byte(out + "}" + space())
}

// TestLinesWithSpace reads lines that are as written up to a space: what was read before it
// counts once.
func TestLinesWithSpace(t *testing.T) {
	s := toy(t, "1")
	const line = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"toy","version":"1"},"unit":{"id":"s1","kind":"school"},"date":"2024-02-29","responses":{"1":2,"2":null},"sections":["one","two"]}`
	for at := range len(line) + 1 {
		for _, space := range []string{" ", "\t", "\r", "\r\r"} {
			sameLine(t, s, []byte(line[:at]+space+line[at:]))
		}
	}
}

// TestLinesSpoilt changes lines in one place, at random.
func TestLinesSpoilt(t *testing.T) {
	s := toy(t, "1")
	r := rand.New(rand.NewPCG(8, 8))
	pieces := []string{`"`, `3`, `3`, `,`, `0`, `9`, ` `, `null`, `}`, `{`, `\n`, "\n", "\x00", "é", `"1":1,`, `"5":1,`, `,"sections":["one"]`, `01`, `-`, `, `, `: `, ` 1`, `"a, b: c"`, `1.0`, `true`, `"kind"`, `@a.org`}
	for i := range 40_000 {
		line, err := someoneOf(t, r, s, i).MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		switch r.IntN(3) {
		case 0:
			line = []byte(strings.NewReplacer(`":`, `": `, `,"`, `, "`).Replace(string(line)))
		case 1:
			line = shuffled(t, r, line, " \t")
		}
		at, n := r.IntN(len(line)), r.IntN(3)
		spoilt := string(line[:at]) + pieces[r.IntN(len(pieces))] + string(line[min(at+n, len(line)):])
		sameLine(t, s, []byte(spoilt))
	}
}

func someoneOf(t *testing.T, r *rand.Rand, s *instrument.Scorer, i int) *instrument.Administration {
	a := someone(t, r, s, i)
	return &a
}

func FuzzLine(f *testing.F) {
	s := toy(f, "1")
	for _, line := range []string{
		`{"kind":"administration","schemaVersion":1,"id":"a","supersedes":"b","instrument":{"id":"toy","version":"1"},"unit":{"id":"s1","kind":"school"},"date":"2026-01-20","recorded":"2026-01-21","responses":{"1":2,"2":null,"3":0},"notApplicable":["2"],"sections":["one","two"],"administeredBy":{"role":"data coordinator","trainedOn":"2026-01-01","trainingDays":300}}`,
		`{"kind":"administration","schemaVersion":1,"voids":"b","instrument":{"id":"toy","version":"1"},"unit":{"id":"s1","kind":"school"},"date":"2024-02-29","responses":{}}`,
		`{"kind": "administration", "schemaVersion": 1, "id": "a, b: c", "instrument": {"id": "toy", "version": "1"}, "unit": {"id": "s1", "kind": "school"}, "date": "2024-02-29", "responses": {"1": 2, "2": null}}`,
		`{ "responses":{"3":0, "1":2,"2":null}, "administeredBy":{"trainingDays":300,"role":"data coordinator"},"sections":[ "two","one" ],"notApplicable":[] ,"date":"2024-02-29","unit":{"kind":"school","id":"s1"},"instrument":{"version":"1","id":"toy"},"supersedes":"b","id":"a","schemaVersion":1,"kind":"administration"} `,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) { sameLine(t, s, line) })
}

// TestReadingSoak plants faults at known places among many lines, and expects each to be
// told of, nothing else, and the rest to count.
func TestReadingSoak(t *testing.T) {
	s := toy(t, "1")
	r := rand.New(rand.NewPCG(9, 9))
	good := func(i int, more string) string {
		return fmt.Sprintf(`{"kind":"administration","schemaVersion":1,"id":"r%d"%s,"instrument":{"id":"toy","version":"1"},"unit":{"id":"s%d","kind":"school"},"date":"2025-0%d-1%d","responses":{"1":%d,"2":null,"3":1,"4":0}}`, i, more, i%5, 1+i%9, i%7, i%3)
	}
	faults := []struct {
		text string
		code mtss.Code
	}{
		{`{"kind":"administration"`, "json.syntax"},
		{"\ufeff" + good(1, ""), "json.syntax"},
		{strings.Repeat(" ", records.MaxLine) + good(2, ""), records.CodeLineLarge},
		{strings.Replace(good(3, ""), `"3":1`, `"3":3`, 1), instrument.CodeScore},
		{strings.Replace(good(4, ""), `"3":1`, `"3":1,"3":1`, 1), "json.duplicate"},
		{strings.Replace(good(5, ""), `-1`, `-4`, 1), "json.text"},
		{strings.Replace(good(6, ""), `school`, `schule`, 1), "json.text"},
	}
	var lines []string
	planted := map[int]mtss.Code{}
	records1 := int64(0)
	for i := range 30_000 {
		if r.IntN(300) == 0 {
			f := faults[r.IntN(len(faults))]
			lines = append(lines, f.text)
			planted[len(lines)] = f.code
			continue
		}
		lines = append(lines, good(i+10, ""))
		records1++
		switch r.IntN(400) {
		case 0: // the same again
			lines = append(lines, lines[len(lines)-1])
			planted[len(lines)], records1 = mtss.NoticeRepeated, records1+1
		case 1: // another of its id
			lines = append(lines, strings.Replace(lines[len(lines)-1], `"3":1`, `"3":2`, 1))
			planted[len(lines)], records1 = mtss.CodeRecordRepeated, records1+1
		case 2: // it corrects nothing
			lines = append(lines, good(i+1_000_000, `,"supersedes":"nothing"`))
			planted[len(lines)], records1 = mtss.CodeCorrection, records1+1
		case 3: // it corrects something
			lines = append(lines, good(i+1_000_000, fmt.Sprintf(`,"voids":"r%d"`, i+10)))
			records1++
			if (i+1_000_000)%5 != (i+10)%5 {
				planted[len(lines)] = mtss.CodeCorrection
			}
		}
	}
	for _, workers := range []int{1, 3} {
		found := map[int]mtss.Code{}
		reading := rollup.Reading{Scorers: map[instrument.Ref]*instrument.Scorer{s.Definition().Ref(): s}, Workers: workers, Tell: func(_ int, record records.Record, err error) {
			if _, twice := found[record.Line]; twice {
				t.Errorf("line %d: told twice", record.Line)
			}
			found[record.Line] = mtss.Issues(err)[0].Code
		}}
		_, account, err := reading.Table(sources(strings.Join(lines, "\n")), places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}, Period: rollup.SchoolYear})
		if err != nil {
			t.Fatal(err)
		}
		for line, code := range planted {
			if found[line] != code && !(code == "json.text" && found[line] != "") && !(strings.HasPrefix(string(code), "json.") && strings.HasPrefix(string(found[line]), "json.")) {
				t.Errorf("line %d: told %q, want %q", line, found[line], code)
			}
			delete(found, line)
		}
		if len(found) > 0 {
			t.Errorf("told of %d lines that are good: %v", len(found), found)
		}
		if sum := account.Counted + account.Repeated + account.Corrected + account.Conflicting + account.Later + account.Earlier + account.Unplaced + account.Outside; account.Records != records1 || sum != records1 {
			t.Errorf("%d workers: %+v, want %d records, each in one place", workers, account, records1)
		}
	}
}

// TestLinesOfWhatShips reads lines by every definition that ships and by a long one of
// scales of all forms, as written and with one answer changed.
func TestLinesOfWhatShips(t *testing.T) {
	long := instrument.Definition{
		ID: "long", Version: "1", Title: "Long", License: "none", Total: instrument.TotalPoints,
		Scales: []instrument.Scale{{ID: "few", Scores: []int{0, 1}}, {ID: "most", Scores: []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}, {ID: "from one", Scores: []int{1, 2, 3}}, {ID: "gaps", Scores: []int{0, 2, 5}}, {ID: "two digits", Scores: []int{0, 1, 10, 12}}},
		Facts:  []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Inferred, Source: mtss.Source{Title: "made up"}}},
	}
	r := rand.New(rand.NewPCG(10, 10))
	for k := range 150 {
		id := fmt.Sprint(k + 1)
		if k%40 == 39 {
			id = "an item of a long name " + id
		}
		long.Items = append(long.Items, instrument.Item{ID: id, Scale: long.Scales[max(0, r.IntN(9)-4)].ID})
	}
	for _, d := range append(catalog.All(), long) {
		s, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(d.Ref(), mtss.Issues(err))
		}
		if d.Scorable() != nil {
			continue
		}
		scores := map[string][]int{}
		for _, scale := range d.Scales {
			scores[scale.ID] = scale.Scores
		}
		quickly, good := 0, 0
		for i := range 200 {
			a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 2, Day: 1 + i%28}}
			if len(d.UnitKinds) > 0 {
				a.Unit.Kind = d.UnitKinds[0]
			}
			gaps := 1 + r.IntN(40)
			for _, item := range d.Items {
				of := scores[item.Scale]
				switch answer := (instrument.Response{Item: item.ID, Score: of[r.IntN(len(of))]}); r.IntN(gaps) {
				case 1:
				case 2:
					a.Responses = append(a.Responses, instrument.Response{Item: item.ID, NotScored: true})
				default:
					a.Responses = append(a.Responses, answer)
				}
			}
			line, err := a.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Score(a); err == nil {
				good++
				if sameLine(t, s, line) {
					quickly++
				}
			}
			from := strings.Index(string(line), `"responses"`)
			at := from + r.IntN(len(line)-from)
			line[at] = "0123456789,:\"}n"[r.IntN(15)]
			sameLine(t, s, line)
		}
		if quickly != good || good == 0 {
			t.Errorf("%s: %d of %d lines are read quickly, want all", d.Ref(), quickly, good)
		}
	}
}
