package page_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"html"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

func juniper(t testing.TB) (profile.Profile, profile.Words) {
	t.Helper()
	documents, err := profile.Read(os.DirFS("../../../examples/district-year/data"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return of(t, documents), profile.All[profile.Words](documents)[0]
}

func of(t testing.TB, documents profile.Documents) profile.Profile {
	t.Helper()
	p, err := profile.Of(documents, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return p
}

// digestOf is the digest of a profile's document.
func digestOf(t testing.TB, p profile.Profile) string {
	t.Helper()
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}

func shown(t testing.TB, words profile.Words, profiles ...profile.Profile) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, words, profiles...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// told is the text of profiles.
func told(t testing.TB, words profile.Words, profiles ...profile.Profile) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Text(&b, words, profiles...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	unseen = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)
	digits = regexp.MustCompile(`\d+(\.\d+)?`)
)

// text is what a reader sees.
func text(page string) string { return html.UnescapeString(unseen.ReplaceAllString(page, " ")) }

// The page says what the district's year comes to.
func TestSays(t *testing.T) {
	p, words := juniper(t)
	got := strings.Join(strings.Fields(text(shown(t, words, p))), " ")
	for _, c := range []struct{ want, why string }{
		{"Juniper Valley Schools As of June 10, 2026. 3 schools, 3 innovations.", "the name is a word of the host"},
		{"Illustrative. Some figures are made up", "before any figure"},
		{"Not met: Check-in/check-out fell back on March 14, 2026. 3 to 4 of 10 staff use it as intended (30.0% to 40.0%); at least half is wanted.", "a stage that was lost comes first"},
		{"Classroom management is fully implemented. 14 to 17 of 24 staff use it as intended (58.3% to 70.8%) and outcomes improved.", "what holds"},
		{"District capacity may or may not reach the level wanted. The total is 42 to 48 of 54 (77.8% to 88.9%). In all, 5 more points needed", "79.6% would be 43"},
		{"2 of 4 verdicts stand whatever the unknown turns out to be.", "two stages; a third and the criterion wait"},
		{"For full implementation: 2 more staff needed, 1 even if every unknown turns out well", "5 of 10 wanted, 3 to 4 known"},
		{"63 to 69 of 75 planned contacts were delivered (84.0% to 92.0%)", "by months"},
		{"District capacity: agree on scores for items 12, 22, 27", "the items without a score"},
		{"Plan: 2 of 5 activities done", "the action plan"},
		{"Help more staff to use Check-in/check-out as intended", "a step is something to do, with the name of what"},
		{"Not met: The district team is formed, meets and uses data: all of these are wanted, 1 of 3 met. Met: Team formed: yes. Not met: Months in which the team met: 1 of 2 (50.0%); at least 80% is wanted. 1 more month needed.", "the district's own rules, with their working"},
		{"Coaching is delivered as planned: Coaching contacts delivered of those planned: 63 to 69 of 75 (84.0% to 92.0%); at least 85% is wanted. 1 more contact needed, none if every unknown turns out well.", "one contact"},
		{"14 to 17 of 24 58.3% to 70.8%, 3 unknown Met Students with an office referral: 13.6% to 11.4% : Met", "what comes of it is read with how it is used"},
		{"Check-in/check-out in 2 schools Not met: 1 ; outcomes improved in 1 Cannot say yet: 1 ; outcomes improved in 1", "and so for the schools"},
		{"District capacity: up in every part since February 2025", "a heading says what holds in the worst case"},
		{"the evidence for 1 of 24 no longer counts; the last of it counted through Mar 20, 2026", "days in notices are said as on the rest of the page"},
	} {
		if !strings.Contains(got, c.want) {
			t.Errorf("the page does not say %q (%s)", c.want, c.why)
		}
	}
	if again := strings.Join(strings.Fields(text(shown(t, words, p))), " "); again != got {
		t.Error("the same profile makes another page")
	}
}

// Bars and columns are as long as what they show.
func TestDrawn(t *testing.T) {
	p, words := juniper(t)
	got := shown(t, words, p)
	for _, c := range []struct{ want, why string }{
		{`<rect class="known" y="4" width="30.0%" height="14"/><rect class="maybe" x="30.0%" y="4" width="10.0%" height="14"/><line class="halo" x1="50.0%"`, "3 to 4 of 10, with the line at half"},
		{`<rect class="known" y="4" width="77.8%" height="14"/><rect class="maybe" x="77.8%" y="4" width="11.1%" height="14"/><line class="halo" x1="80.0%"`, "42 to 48 of 54, with the line at 80%"},
		{`<rect class="known" y="4" width="100.0%" height="14"/><line`, "16 of 16, with nothing open"},
		{`<rect class="track" y="4" width="100%" height="14"/><rect class="maybe" x="0.0%" y="4" width="100%" height="14"/>`, "nothing known"},
		{`y="21.3" height="74.7"/><rect class="maybe" x="54.2%" width="16.7%" y="10.7" height="10.7"/>`, "a column of 42 to 48 of 54, in 96 pixels"},
		{`<line class="line" x1="0" x2="100%" y1="19.2" y2="19.2"/>`, "its line at 80%"},
	} {
		if !strings.Contains(got, c.want) {
			t.Errorf("the page does not draw %s: %s", c.why, c.want)
		}
	}
}

// Each number that a reader sees is one of the document, or a share of one of its counts.
func TestNumbers(t *testing.T) {
	p, words := juniper(t)
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"27": true, "7.7": true} // the items and the version in names
	for _, n := range digits.FindAllString(string(data), -1) {
		known[n], known[strings.TrimLeft(n, "0")] = true, true
	}
	tally := regexp.MustCompile(`"earned":(\d+),"possible":(\d+),"unknown":(\d+)`)
	cut := []mtss.Ratio{mtss.NewRatio(1, 2), mtss.NewRatio(4, 5)}
	var delivered mtss.Tally
	note := func(c mtss.Tally) {
		known[fmt.Sprint(c.Earned)], known[fmt.Sprint(c.Earned+c.Unknown)], known[fmt.Sprint(c.Possible)] = true, true, true
		for _, r := range []mtss.Ratio{c.Span().Low, c.Span().High} {
			known[r.PercentAgainst()], known[strings.TrimSuffix(r.PercentAgainst(), ".0")] = true, true
		}
		for _, cut := range cut {
			if target, is := c.Target(cut, false); is {
				known[fmt.Sprint(target)] = true
			}
		}
	}
	for _, m := range tally.FindAllStringSubmatch(string(data), -1) {
		n := func(i int) int64 { v, _ := strconv.ParseInt(m[i], 10, 64); return v }
		note(mtss.Tally{Earned: n(1), Possible: n(2), Unknown: n(3)})
	}
	for _, c := range p.Coaching {
		if delivered, err = delivered.Add(c.Delivered); err != nil {
			t.Fatal(err)
		}
	}
	note(delivered)
	for _, n := range []int{len(p.Units), len(p.Innovations), len(p.Activities), len(p.Steps), len(p.Due)} {
		for i := range n + 1 {
			known[fmt.Sprint(i)] = true // parts of a list
		}
	}
	var documents int64
	for _, in := range p.Inputs {
		documents += in.Count
	}
	known[fmt.Sprint(documents)] = true
	known["256"] = true // of SHA-256
	for _, n := range digits.FindAllString(strings.Replace(text(shown(t, words, p)), digestOf(t, p), "", 1), -1) {
		if !known[n] {
			t.Errorf("the page says %s, which is neither in the document nor a share of a count in it", n)
		}
	}
}

// Every measure has a label, and every word that the page asks for is there and asked for.
func TestWords(t *testing.T) {
	words := page.English().Words
	if len(words) < 200 {
		t.Fatalf("%d words", len(words))
	}
	for _, d := range evidence.MeasureDefinitions() {
		if words["measure."+d.Measure.Name] == "" {
			t.Errorf("%s has no label", d.Measure.Name)
		}
	}
	for _, m := range word.Measures() {
		if words["measure."+m[0]] != m[1] {
			t.Errorf("%s is %q in sentences and %q on the page", m[0], m[1], words["measure."+m[0]])
		}
	}
	var source strings.Builder
	for _, file := range []string{"page.html", "page.go", "talk.go", "params.go", "view.go", "glance.go", "path.go", "scores.go", "lists.go", "steps.go", "below.go", "text.go"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source.Write(data)
	}
	for _, m := range regexp.MustCompile(`(?:say|count)\(? ?"([^"]+)"[ ,)}|]`).FindAllStringSubmatch(source.String(), -1) {
		if _, is := words[m[1]]; !is && !strings.HasSuffix(m[1], ".") {
			t.Errorf("there are no words for %q", m[1])
		}
	}
	for key := range words {
		found := strings.Contains(source.String(), `"`+strings.TrimSuffix(key, ".one")+`"`)
		for prefix := key; !found && strings.Contains(prefix, "."); {
			prefix = prefix[:strings.LastIndex(prefix, ".")]
			found = strings.Contains(source.String(), `"`+prefix+`."`) || strings.Contains(source.String(), `"`+prefix+`"`) && strings.Contains(source.String(), `key + "."`)
		}
		if !found && !strings.HasPrefix(key, "stage.") && !strings.HasPrefix(key, "says.") && !strings.HasPrefix(key, "node.") && !strings.HasPrefix(key, "capacity.dca") {
			t.Errorf("nothing asks for %q", key)
		}
	}
}

const hostile = `</style><script>alert(1)</script>"'&\`

// Whatever documents and words hold is shown as text.
func TestHostile(t *testing.T) {
	unit := mtss.Unit{ID: "d" + hostile, Kind: mtss.KindDistrict}
	on := mtss.Date{Year: 2026, Month: 1, Day: 5}
	records := evidence.Statements{Records: []evidence.Statement{{
		Unit: unit, Innovation: "i" + hostile, Date: on, Facts: rule.FactTexts{},
	}}}
	records.Records[0].Measured = rule.Facts{string(evidence.Selected): rule.OfYesNo(mtss.Met)}
	var documents profile.Documents
	documents.Add(&records)
	p, err := profile.Of(documents, profile.Options{MadeBy: hostile})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	p.Concerns = append(p.Concerns, profile.Concern{Quality: profile.Missing, Count: 1, Notice: mtss.Notice{Code: "x", Message: hostile}, MayChange: []string{hostile}})
	p.Activities = append(p.Activities, profile.PlannedActivity{ID: hostile, Text: hostile, Who: hostile})
	p.Sources = append(p.Sources, mtss.Source{Title: hostile, URL: "javascript:alert(1)"})
	words := profile.Words{Language: `en" onload="alert(1)`, Words: map[string]string{"glance": hostile, "footer.made up": hostile}}
	p.Illustrative = true
	plain, _ := juniper(t)
	styles := strings.Count(shown(t, profile.Words{}, plain), "<style")
	for _, got := range []string{shown(t, words, p), shown(t, words, p, p)} {
		if strings.Contains(got, "<script") || strings.Contains(got, `onload="`) || strings.Contains(got, "ZgotmplZ") || strings.Count(got, "<style") != styles || strings.Count(got, "</style") != styles {
			t.Error("something of the documents is not text")
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	p, words := juniper(b)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := page.Write(&out, words, p); err != nil {
			b.Fatal(err)
		}
	}
}

// Many innovations are looked over in one table, and what is the same of several is said
// once.
func TestMany(t *testing.T) {
	p := of(t, invented(12, 10))
	got := strings.Join(strings.Fields(text(shown(t, called(12), p))), " ")
	for _, c := range []struct{ want, why string }{
		{"10 innovations Innovation Stage Staff using it as intended Schools: not met Schools: cannot say yet Schools: met Core reading", "one table of all"},
		{"2 more staff needed, none if every unknown turns out well. This alone is enough for full implementation of each of Core reading and Schoolwide expectations.", "one step for two that need the same"},
		{"Help more staff to use Classroom management and Writing workshop as intended Classroom management: 14 more staff needed, 3 even if every unknown turns out well; Writing workshop: 15 more staff needed, 4 even if every unknown turns out well. This alone is enough for full implementation of each.", "one step for two that do not need the same, with what each needs"},
		{"Decide whether to put Attendance mentoring and Number sense in place This alone is enough for installation of each", "nothing to count"},
	} {
		if !strings.Contains(got, c.want) {
			t.Errorf("the page does not say %q (%s)", c.want, c.why)
		}
	}
}

// A heading says up or down only where the worst of one day is better than the best of
// another, and a label moves where it would run into the one beside it.
func TestCourse(t *testing.T) {
	score := func(earned, unknown int64) *instrument.Score {
		return &instrument.Score{Tally: mtss.Tally{Earned: earned, Possible: 54, Unknown: unknown}}
	}
	for _, c := range []struct {
		from, to *instrument.Score
		want     string
		why      string
	}{
		{score(18, 0), score(42, 6), "District capacity: up in total since February 2025", "the subscales are not known on the first day"},
		{score(48, 0), score(18, 6), "District capacity: down in total since February 2025", "24 at best"},
		{score(42, 6), score(43, 5), "District capacity: over time", "43 may have been 48"},
		{score(42, 0), score(42, 0), "District capacity: over time", "no change"},
		{nil, score(42, 0), "District capacity: over time", "nothing to compare with"},
	} {
		p, words := juniper(t)
		a := &p.Assessed[0]
		a.Trend.Points = slices.Clone(a.Trend.Points)
		a.Trend.Points[0].Total, a.Trend.Points[0].Subscales = c.from, nil
		a.Trend.Points[len(a.Trend.Points)-1].Total = c.to
		if got := shown(t, words, p); !strings.Contains(got, ">"+c.want+"</h2>") {
			t.Errorf("not %q (%s)", c.want, c.why)
		}
	}
	p, words := juniper(t)
	for _, want := range []string{`y="13.2" text-anchor="middle">68.8</text>`, `y="0.2" text-anchor="middle">68.8–81.3</text>`} {
		if got := shown(t, words, p); !strings.Contains(got, want) {
			t.Errorf("the labels of two columns touch: no %s", want)
		}
	}
}

// Names are shown as they are written; those from right to left turn nothing around.
func TestNames(t *testing.T) {
	p, _ := juniper(t)
	p.Concerns = append(p.Concerns, profile.Concern{Quality: profile.Missing, Count: 2, Notice: mtss.Notice{Code: "x", Message: "no lead", Subject: "school-ash"}, Subjects: []string{"school-ash", "check-in"}})
	words := profile.Words{Language: "en", Words: map[string]string{"unit/school-ash": "Ash Elementary", "innovation/check-in": "בית ספר"}}
	got := strings.Join(strings.Fields(text(shown(t, words, p))), " ")
	for _, want := range []string{"(Ash Elementary and \u2068בית ספר\u2069)", "\u2068בית ספר\u2069 in 2 schools"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// A page runs as its language is written.
func TestDirection(t *testing.T) {
	p, _ := juniper(t)
	for _, c := range []struct{ language, want, why string }{
		{"", `lang="en" dir="ltr"`, "English, where nothing is said"},
		{"es-US", `lang="es-US" dir="ltr"`, "a region"},
		{"ar", `lang="ar" dir="rtl"`, "Arabic"},
		{"FA-ir", `lang="FA-ir" dir="rtl"`, "tags have no case"},
		{"pa-Arab-PK", `dir="rtl"`, "the script decides"},
		{"ar-Latn", `dir="ltr"`, "and so for a transcription"},
		{"de-1901", `dir="ltr"`, "a variant is not a script"},
		{"he-x-made-up", `dir="rtl"`, "nor is what is private"},
		{"-", `dir="ltr"`, "no language"},
	} {
		words := profile.Words{Language: c.language}
		for _, got := range []string{shown(t, words, p), shown(t, words, p, p)} {
			if !strings.Contains(got, "<html ") || !strings.Contains(got[:200], c.want) {
				t.Errorf("%q: not %s (%s)", c.language, c.want, c.why)
			}
		}
	}
}

// Units side by side are told apart, each with its day, what stands, and what comes of
// each innovation; what is not known is said of what.
func TestCompared(t *testing.T) {
	p, words := juniper(t)
	bare := p
	bare.Assessed = nil
	got := strings.Join(strings.Fields(text(shown(t, words, p, bare))), " ")
	for _, c := range []struct{ want, why string }{
		{"Juniper Valley Schools Jun 10, 2026 Verdicts that stand: 2 of 4 District capacity 42 to 48 of 54 (77.8% to 88.9%; 44 wanted)", "what it is, and its score"},
		{"Check-in/check-out : Initial implementation 50% wanted 3 to 4 of 10 Students who meet their daily goal: 48.4% to 68.2% : Met", "with the level to reach, and outcomes"},
		{"Core reading : Installation, perhaps as far as full implementation not known Classroom management", "no outcome, none said"},
		{"Verdicts that stand: 2 of 3 Capacity: not known", "a phone shows no heads of columns"},
	} {
		if !strings.Contains(got, c.want) {
			t.Errorf("the page does not say %q (%s)", c.want, c.why)
		}
	}
}

// The level to reach is said over its line, and again only where it is another.
func TestLevels(t *testing.T) {
	p, words := juniper(t)
	level := func(in, atLeast string) {
		var change func(all []rule.Finding)
		change = func(all []rule.Finding) {
			for i := range all {
				if all[i].Measure == string(evidence.Practitioners) {
					if err := all[i].Wanted.UnmarshalJSON([]byte(`{"atLeast":"` + atLeast + `"}`)); err != nil {
						t.Fatal(err)
					}
				}
				change(all[i].Children)
			}
		}
		for _, one := range p.Innovations {
			if one.ID == in {
				for _, s := range one.Stage.Stages {
					change(s.Enter.Children)
				}
			}
		}
	}
	check := func(why string, want ...string) {
		t.Helper()
		var got []string
		for _, m := range regexp.MustCompile(`<svg class="at"[^>]*><text x="([^"]*)" y="12" text-anchor="([^"]*)">([^<]*)<`).FindAllStringSubmatch(shown(t, words, p), -1) {
			got = append(got, strings.Join(m[1:], " "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("levels are %q, want %q (%s)", got, want, why)
		}
	}
	check("the same for all", "80.0% middle 80% wanted", "50.0% middle 50% wanted")
	level("classroom-management", "9/10")
	check("near the end, it hangs to the inside", "80.0% middle 80% wanted", "50.0% middle 50% wanted", "90.0% end 90% wanted")
	level("core-reading", "1/10")
	check("and near the beginning", "80.0% middle 80% wanted", "50.0% middle 50% wanted", "10.0% start 10% wanted", "90.0% end 90% wanted")
}

// Activities that are late come first, then those to come by day, and last what is done.
func TestPlanInOrder(t *testing.T) {
	p, words := juniper(t)
	got := text(shown(t, words, p))
	got = got[strings.LastIndex(got, "Plan: 2 of 5 activities done"):]
	got = got[:strings.Index(got, "How far these figures can be trusted")]
	at := 0
	for _, want := range []string{"Late", "Sep 30, 2026", "Oct 30, 2026", "Done", "Done"} {
		next := strings.Index(got[at:], want)
		if next < 0 {
			t.Fatalf("%q is not in its place", want)
		}
		at += next + len(want)
	}
}

// Where some rows are left out on paper, it says how many are printed.
func TestPrinted(t *testing.T) {
	p, words := juniper(t)
	if got := text(shown(t, words, p)); regexp.MustCompile(`\d of \d+ are printed`).MatchString(got) {
		t.Error("of two schools, all are printed")
	}
	got := text(shown(t, called(30), of(t, invented(30, 1))))
	for _, want := range []string{"4 of 5 are printed", "4 of 7 are printed", "4 of 18 are printed"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// A page of what was known on an earlier day says so, once; the document has it twice, for
// whoever reads only its head and for whoever reads only its concerns.
func TestKnownOn(t *testing.T) {
	d, err := profile.Read(os.DirFS("../../../examples/district-year/data"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	words := profile.All[profile.Words](d)[0]
	p, err := profile.Of(d, profile.Options{On: mtss.Date{Year: 2026, Month: 6, Day: 10}, KnownOn: mtss.Date{Year: 2026, Month: 5, Day: 1}})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if !slices.ContainsFunc(p.Concerns, func(c profile.Concern) bool { return c.Notice.Code == profile.NoticeKnown }) {
		t.Error("the document does not have it among its concerns")
	}
	for _, got := range []string{text(shown(t, words, p)), told(t, words, p)} {
		if !strings.Contains(got, "As of June 10, 2026, as it was known on May 1, 2026.") {
			t.Error("the page does not say as of which day it was known")
		}
		if n := strings.Count(got, "as it was known"); n != 1 {
			t.Errorf("the page says %d times as of which day it was known", n)
		}
	}
}

// No word that a page may need is without a translation: measures, verdicts, stages,
// statuses, kinds of units, of concerns and of what is due.
func TestAllWords(t *testing.T) {
	words := page.English().Words
	need := func(prefix string, all ...string) {
		for _, one := range all {
			if words[prefix+one] == "" {
				t.Errorf("there are no words for %s%s", prefix, one)
			}
		}
	}
	for _, s := range stages.NIRN(stages.Entry{}).Stages {
		need("stage.", string(s.ID))
	}
	for _, v := range []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Undetermined} {
		need("verdict.", v.String())
	}
	for _, kind := range mtss.UnitKinds() {
		need("kind.", string(kind))
		need("kinds.", string(kind))
	}
	for _, p := range []mtss.Provenance{mtss.Confirmed, mtss.Inferred, mtss.Unconfirmed} {
		need("provenance.", string(p))
	}
	need("status.", string(schedule.Done), string(schedule.OpenNow), string(schedule.Missed), string(schedule.Coming))
	need("due.", string(schedule.Activity), string(schedule.Administration), string(schedule.Coaching), string(schedule.Decision), string(schedule.Observation))
	need("change.", string(stages.Entered), string(stages.Lost), string(stages.Completed))
	for _, q := range []profile.Quality{profile.Missing, profile.Expired, profile.Conflict, profile.Refused, profile.Repeated, profile.Deviation, profile.Illustrative, profile.Unconfirmed, profile.Unused, profile.Remark} {
		need("quality.", string(q))
	}
	for _, c := range mtss.Components() {
		need("component.", string(c))
	}
}

// What is due is read from the top: what is late, what is to be done now, and then by day.
func TestDueInOrder(t *testing.T) {
	p, words := juniper(t)
	soon := p.On.AddDays(9)
	p.Due = []schedule.Due{
		{Kind: schedule.Decision, Subject: "third", Unit: p.Unit, Until: soon, Status: schedule.OpenNow},
		{Kind: schedule.Decision, Subject: "second", Unit: p.Unit, Status: schedule.OpenNow},
		{Kind: schedule.Decision, Subject: "first", Unit: p.Unit, Until: p.On.AddDays(-9), Status: schedule.Missed},
	}
	got := told(t, words, p)
	if a, b, c := strings.Index(got, "Decision: first"), strings.Index(got, "Decision: second"), strings.Index(got, "Decision: third"); a < 0 || b < a || c < b {
		t.Errorf("what is late, now and later stands at %d, %d, %d:\n%s", a, b, c, got)
	}
}
