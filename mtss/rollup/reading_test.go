package rollup_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// sources makes inputs of lines, of which some are written otherwise.
func sources(parts ...string) (all []rollup.InputFile) {
	for i, part := range parts {
		all = append(all, rollup.InputFile{Name: fmt.Sprint("f", i), In: strings.NewReader(part), Size: int64(len(part))})
	}
	return all
}

// otherwise writes a document so that it says the same and looks different.
func otherwise(r *rand.Rand, line string) string {
	switch r.IntN(8) {
	case 0:
		return strings.ReplaceAll(line, `"date":`, `"date" : `)
	case 1:
		return " " + line + "\t"
	case 2:
		return line + "\r"
	case 3: // the first two members last
		head := `"kind":"administration","schemaVersion":1,`
		return "{" + strings.TrimSuffix(strings.TrimPrefix(line, "{"+head), "}") + "," + strings.TrimSuffix(head, ",") + "}"
	case 4:
		return strings.Replace(line, `"toy"`, `"t\u006fy"`, 1)
	}
	return line
}

// tableOf writes administrations as a table, of which some rows look otherwise.
func tableOf(r *rand.Rand, all []instrument.Administration) string {
	head := []string{"id", "unit", "unitKind", "date", "instrument", "version", "sections", "supersedes", "voids", "administeredBy", "trainedOn", "recorded", "1", "2", "3", "4", "5"}
	order := r.Perm(len(head))
	if r.IntN(2) == 0 {
		slices.Sort(order)
	}
	comma := []string{",", ";", "\t"}[r.IntN(3)]
	rows := [][]string{head}
	for _, a := range all {
		date := a.Date.String()
		if r.IntN(4) == 0 {
			date = fmt.Sprintf("%d/%d/%d", a.Date.Month, a.Date.Day, a.Date.Year)
		}
		row := []string{a.ID, a.Unit.ID, string(a.Unit.Kind), date, a.Instrument.ID, a.Instrument.Version, strings.Join(a.Sections, " "), a.Supersedes, a.Voids, a.AdministeredBy.Role, "", "", "", "", "", "", ""}
		if !a.AdministeredBy.TrainedOn.IsZero() {
			row[10] = a.AdministeredBy.TrainedOn.String()
		}
		if !a.Recorded.IsZero() {
			row[11] = a.Recorded.String()
		}
		for _, response := range a.Responses {
			if at := slices.Index(head, response.Item); !response.NotScored {
				row[at] = fmt.Sprint(response.Score)
			}
		}
		for _, item := range a.NotApplicable {
			row[slices.Index(head, item)] = "NA"
		}
		if at := r.IntN(40); at < len(row) {
			row[at] = []string{"", "x", "NA", "7", " ", `"1"`, `a"b"`, `"a""b"`, "300", "\u00e9", "2020-01-01", "state"}[r.IntN(12)]
		}
		rows = append(rows, row)
		switch r.IntN(20) {
		case 0:
			rows = append(rows, nil)
		case 1:
			rows = append(rows, head)
		case 2:
			rows = append(rows, make([]string, len(head)))
		}
	}
	var out strings.Builder
	if n := len(rows) - 1; n > 0 && len(rows[n]) > 0 && r.IntN(10) == 0 { // it ends in the next line, or never
		rows[n] = slices.Clone(rows[n])
		rows[n][0] = []string{`"a`, "\"a\nb\""}[r.IntN(2)]
	}
	end := []string{"\n", "\r\n"}[r.IntN(2)]
	out.WriteString([]string{"", "\ufeff", "School year 2025" + end}[r.IntN(3)])
	for _, row := range rows {
		for i, at := range order {
			if i > 0 && row != nil {
				out.WriteString(comma)
			}
			if row != nil {
				out.WriteString(row[at])
			}
		}
		out.WriteString(end)
	}
	text := out.String()
	return text[:len(text)-r.IntN(3)]
}

// TestTablesAreStates holds what is rolled up straight from rows against a state of what the
// general reader makes of them, and what is told of against what that refuses.
func TestTablesAreStates(t *testing.T) {
	few := toy(t, "2").Definition()
	few.UnitKinds = []mtss.UnitKind{mtss.KindSchool, mtss.KindDistrict}
	second, err := instrument.Compile(few)
	if err != nil {
		t.Fatal(err)
	}
	versions := []*instrument.Scorer{toy(t, "1"), second}
	scorers := map[instrument.Ref]*instrument.Scorer{}
	for _, s := range versions {
		scorers[s.Definition().Ref()] = s
	}
	h := places(t)
	straight := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		var texts []string
		for range 1 + r.IntN(2) {
			var all []instrument.Administration
			for i := range r.IntN(25) {
				if a := someone(t, r, versions[r.IntN(2)], i); len(a.Summary) == 0 {
					all = append(all, a)
				}
			}
			texts = append(texts, tableOf(r, all))
		}
		var state rollup.State
		want := map[string]string{}
		var layout records.Layout
		for i, text := range texts {
			for record, err := range records.Wide(strings.NewReader(text), layout) {
				a := &record.Administration
				if err == nil && scorers[a.Instrument] == nil {
					want[fmt.Sprint(i, ":", record.Line)] = "<nil>"
					continue
				}
				var result instrument.Result
				if err == nil {
					result, err = scorers[a.Instrument].Score(*a)
				}
				if err == nil {
					err = state.Add(a.Correction(), result)
				}
				if err != nil && !isOf(err, mtss.CodeCorrection) {
					want[fmt.Sprint(i, ":", record.Line)] = err.Error()
				}
			}
		}
		by := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Period: []rollup.PeriodKind{"", rollup.SchoolYear}[r.IntN(2)]}
		wantTable, wantAccount, _ := state.Table(h, by)
		for workers := range 4 {
			told := map[string]string{}
			reading := rollup.Reading{Scorers: scorers, Workers: workers, Tell: func(source int, record records.Record, err error) {
				if !isOf(err, mtss.NoticeRepeated) && !isOf(err, mtss.CodeRecordRepeated) && !isOf(err, mtss.CodeCorrection) {
					told[fmt.Sprint(source, ":", record.Line)] = fmt.Sprint(err)
				}
			}}
			files := sources(texts...)
			for i := range files {
				files[i].Layout = &layout
			}
			table, account, err := reading.Table(files, h, by)
			if isOf(err, rollup.CodeSources) && slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, `"`) }) {
				continue
			}
			straight++
			if err != nil {
				t.Fatal(seed, err)
			}
			if got, want := written(t, &table), written(t, &wantTable); got != want || account != wantAccount {
				t.Fatalf("seed %d, %d workers:\n%s\n%+v\nwant\n%s\n%+v\nof\n%s", seed, workers, got, account, want, wantAccount, strings.Join(texts, "\n--\n"))
			}
			if !maps.Equal(told, want) {
				t.Fatalf("seed %d, %d workers: told\n%v\nwant\n%v\nof\n%s", seed, workers, told, want, strings.Join(texts, "\n--\n"))
			}
		}
	}
	if straight < 1000 {
		t.Errorf("%d tables were rolled up straight, want most", straight)
	}
}

// TestReadingIsState holds the table that is read straight from lines against that of a
// state of the same administrations, with repetitions, corrections, conflicts, bad
// lines, several versions, parts and several on a day.
func TestReadingIsState(t *testing.T) {
	versions := []*instrument.Scorer{toy(t, "1"), toy(t, "2")}
	scorers := map[instrument.Ref]*instrument.Scorer{}
	for _, s := range versions {
		scorers[s.Definition().Ref()] = s
	}
	h := places(t)
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var state rollup.State
		var parts [3][]string
		bad, n := map[string]string{}, 1+r.IntN(40) // what is said of the lines that are bad
		for i := range n {
			s := versions[r.IntN(len(versions))]
			a := someone(t, r, s, i)
			result, err := s.Score(a)
			line, _ := a.MarshalJSON()
			text := otherwise(r, string(line))
			switch {
			case err != nil:
			case r.IntN(12) == 0: // cut off, wherever spaces and ends of lines may come after
				text = text[:2+r.IntN(len(text)-20)] + []string{"", " ", "\r", " \r", "\r\r", "\t \r "}[r.IntN(6)]
				err = new(instrument.Administration).UnmarshalJSON([]byte(strings.TrimSuffix(text, "\r")))
			default:
				if err := state.Add(a.Correction(), result); err != nil {
					t.Fatal(err)
				}
			}
			k := r.IntN(len(parts))
			parts[k] = append(parts[k], text)
			if err != nil {
				bad[fmt.Sprint(k, ":", len(parts[k]))] = err.Error()
			}
			if r.IntN(10) == 0 {
				parts[k] = append(parts[k], "", " ")
			}
		}
		var texts []string
		for _, p := range parts {
			end := []string{"", "\n"}[r.IntN(2)]
			texts = append(texts, strings.Join(p, "\n")+end)
		}
		by := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Period: []rollup.PeriodKind{"", rollup.SchoolYear, rollup.EachWindow}[r.IntN(3)]}
		by.Calendar.Windows = []mtss.Window{{ID: "a", From: mtss.MonthDay{Month: 2, Day: 1}, To: mtss.MonthDay{Month: 4, Day: 30}}, {ID: "b", From: mtss.MonthDay{Month: 6, Day: 1}, To: mtss.MonthDay{Month: 7, Day: 30}}}
		if r.IntN(2) == 0 {
			by.On = mtss.Date{Year: 2025, Month: 5, Day: 1}
		}
		if r.IntN(2) == 0 {
			by.Policy.Below = 2
		}
		if r.IntN(2) == 0 {
			by.Characteristic = "locale"
		}
		wantTable, wantAccount, _ := state.Table(h, by)
		for workers := range 4 {
			told := map[string]string{}
			reading := rollup.Reading{Scorers: scorers, Workers: workers, Tell: func(source int, record records.Record, err error) {
				if err == nil {
					t.Fatalf("seed %d: told of line %d without a reason", seed, record.Line)
				}
				if record.Data != nil && !isOf(err, mtss.NoticeRepeated) && !isOf(err, mtss.CodeRecordRepeated) && !isOf(err, mtss.CodeCorrection) {
					told[fmt.Sprint(source, ":", record.Line)] = err.Error()
				}
			}}
			table, account, err := reading.Table(sources(texts...), h, by)
			if err != nil {
				t.Fatal(seed, err)
			}
			if got, want := written(t, &table), written(t, &wantTable); got != want || account != wantAccount {
				k := 0
				for k < min(len(got), len(want)) && got[k] == want[k] {
					k++
				}
				t.Fatalf("seed %d, %d workers:\n%s\n%+v\nwant\n%s\n%+v\nof\n%s", seed, workers, got[k:], account, want[k:], wantAccount, strings.Join(texts, "\n--\n"))
			}
			if !maps.Equal(told, bad) {
				t.Fatalf("seed %d: told\n%v\nwant\n%v\nof\n%s", seed, told, bad, strings.Join(texts, "\n--\n"))
			}
		}
	}
}

// Definitions that lack facts can't score, and that is said of their records alone.
func TestReadingByWhatShips(t *testing.T) {
	scorers := map[instrument.Ref]*instrument.Scorer{}
	lines := ""
	for _, d := range catalog.All() {
		s, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(err)
		}
		scorers[d.Ref()] = s
		lines += fmt.Sprintf(`{"kind":"administration","schemaVersion":1,"instrument":{"id":%q,"version":%q},"unit":{"id":"s1","kind":"school"},"date":"2026-01-20","responses":{}}`+"\n", d.ID, d.Version)
	}
	bad := map[string]bool{}
	reading := rollup.Reading{Scorers: scorers, Tell: func(_ int, r records.Record, _ error) { bad[r.Administration.Instrument.String()] = true }}
	_, account, err := reading.Table(sources(lines), places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
	if err != nil || int(account.Records)+len(bad) != len(scorers) || !bad["boq@1"] || account.Records == 0 {
		t.Errorf("%+v, %v are bad, %v", account, bad, err)
	}
}

func isOf(err error, code mtss.Code) bool {
	return slices.ContainsFunc(mtss.Issues(err), func(i mtss.Issue) bool { return i.Code == code })
}

// someone is an administration of a few units and days, so that many meet.
func someone(t *testing.T, r *rand.Rand, s *instrument.Scorer, i int) instrument.Administration {
	scores := ""
	for k := range 4 {
		scores += string("012?-n"[r.IntN(map[bool]int{true: 6, false: 5}[k < 2])])
	}
	if r.IntN(30) == 0 {
		scores = []string{"3", "9"}[r.IntN(2)] + scores[1:]
	}
	text := fmt.Sprintf("%s%d 202%d-0%d-1%d %s", []string{"s", "s", "s", "d"}[r.IntN(4)], r.IntN(6), 4+r.IntN(2), 1+r.IntN(9), r.IntN(3), scores)
	if r.IntN(4) > 0 {
		text += fmt.Sprint(" id=r", r.IntN(30))
		switch r.IntN(8) {
		case 0:
			text += fmt.Sprint(" supersedes=r", 30+r.IntN(3))
		case 1:
			text += fmt.Sprint(" supersedes=r", r.IntN(30))
		case 2:
			text += fmt.Sprint(" voids=r", r.IntN(30))
		}
	}
	if r.IntN(4) == 0 {
		text += " section=" + []string{"one", "two", "one section=two"}[r.IntN(3)]
	}
	a := given(t, s, text)
	if a.ID != "" && (a.ID == a.Supersedes || a.ID == a.Voids) {
		a.Supersedes, a.Voids = "", ""
	}
	switch r.IntN(10) {
	case 0:
		a.Recorded = a.Date.AddDays(r.IntN(3))
	case 1:
		a.AdministeredBy = instrument.AdministeredBy{Role: "data coordinator", TrainedOn: a.Date, TrainingDays: r.IntN(400)}
	case 2:
		a.Unit.ID += "\u00e9"
	case 3:
		if a.Sections == nil && a.NotApplicable == nil {
			a.Responses, a.Summary = nil, instrument.Responses{{Item: "a", Score: r.IntN(5)}}
		}
	}
	return a
}

func places(t testing.TB) mtss.Hierarchy {
	t.Helper()
	all := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}
	for i := range 3 {
		all = append(all, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("d", i), Kind: mtss.KindDistrict}, Parent: "x"})
	}
	for i := range 5 {
		all = append(all, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s", i), Kind: mtss.KindSchool}, Parent: fmt.Sprint("d", i/2), Characteristics: []mtss.Characteristic{{ID: "locale", Value: []string{"rural", "town"}[i%2]}}})
	}
	h, err := mtss.NewHierarchy(all)
	if err != nil {
		t.Fatal(err)
	}
	return h
}
