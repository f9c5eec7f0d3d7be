package mtss_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

// corrections reads "id", "id>other" for one that supersedes another, "id!other"
// for one that voids it, and "id>!other" for both; "@" after it is another subject,
// "=x" at its end what it says.
func corrections(text string) (out []mtss.Correction[string]) {
	for _, word := range strings.Fields(text) {
		word, content, _ := strings.Cut(word, "=")
		d := mtss.Correction[string]{Subject: "u-1", Content: content}
		word, other := strings.CutSuffix(word, "@")
		if other {
			d.Subject = "u-2"
		}
		if id, both, ok := strings.Cut(word, ">!"); ok {
			d.ID, d.Supersedes, d.Voids = id, both, both
		} else if id, target, ok := strings.Cut(word, ">"); ok {
			d.ID, d.Supersedes = id, target
		} else if id, target, ok := strings.Cut(word, "!"); ok {
			d.ID, d.Voids = id, target
		} else {
			d.ID = word
		}
		if d.ID == "-" {
			d.ID = ""
		}
		out = append(out, d)
	}
	return out
}

func TestStanding(t *testing.T) {
	for _, test := range []struct {
		name, why string
		records   string
		want      string // ids of those that stand
		issues    []string
	}{
		{"none", "", "", "", nil},
		{"nothing is corrected", "", "a b - -", "a b - -", nil},
		{"superseded", "", "a b>a", "b", nil},
		{"superseded by an earlier line", "the order is nothing", "b>a a", "b", nil},
		{"a correction without an id", "nothing can correct it, and it needs none", "a ->a", "-", nil},
		{"voided", "neither the void one nor the one that voids", "a b!a", "", nil},
		{"a chain", "", "a b>a c>b d>c", "d", nil},
		{"a chain, the latest first", "", "d>c c>b b>a a", "d", nil},
		{"a chain that is voided at its end", "what was corrected stays so", "a b>a c!b", "", nil},
		{"a void that is voided", "to bring a back, hand it in anew", "a b!a c!b", "", nil},
		{"a void that is superseded", "", "a b!a c>b", "c", nil},
		{"itself", "", "a>a b", "b", []string{"/0/supersedes mtss.correction"}},
		{"voids itself", "", "a!a", "", []string{"/0/voids mtss.correction"}},
		{"a circle of two", "neither is the later one", "a>b b>a c", "c", []string{"/0/supersedes mtss.correction", "/1/supersedes mtss.correction"}},
		{"a circle of three with a way into it", "the way in corrects what is corrected already", "a>c b>a c>b d>a", "d", []string{"/0/supersedes mtss.correction", "/1/supersedes mtss.correction", "/2/supersedes mtss.correction", "/3/supersedes mtss.correction"}},
		{"the way in first", "it is no more in force for that", "d>a a>c b>a c>b", "d", []string{"/0/supersedes mtss.correction", "/1/supersedes mtss.correction", "/2/supersedes mtss.correction", "/3/supersedes mtss.correction"}},
		{"unknown", "it may be in another file", "b>a", "b", []string{"/0/supersedes mtss.correction"}},
		{"voids something unknown", "it counts for nothing all the same", "b!a c", "c", []string{"/0/voids mtss.correction"}},
		{"twice", "both stand, so that neither is lost in silence", "a b>a c>a", "b c", []string{"/2/supersedes mtss.correction"}},
		{"superseded and voided", "", "a b>a c!a", "b", []string{"/2/voids mtss.correction"}},
		{"supersedes and voids", "it says two things", "a b>!a", "a", []string{"/1/voids mtss.correction"}},
		{"another subject", "", "a b>a@", "a b", []string{"/1/supersedes mtss.correction"}},
		{"an id twice", "which of them is meant is not known", "a b a", "a b a", []string{"/2/id mtss.record.repeated"}},
		{"an id twice, corrected", "nothing that has the id is in force", "a b a c>a", "b c", []string{"/2/id mtss.record.repeated"}},
		{"an id twice, corrected before", "the order is nothing", "c>a a=x a=y", "c", []string{"/2/id mtss.record.repeated"}},
		{"the same under its id", "it counts once", "a=x b=y a=x", "a b", nil},
		{"the same without an id", "its content is its identity", "-=x -=y -=x -=x", "- -", nil},
		{"the same under another id", "two ids are two records", "a=x b=x -=x", "a b -", nil},
		{"another content under one id", "not the same again", "a=x a=y a=x", "a a", []string{"/1/id mtss.record.repeated"}},
		{"without an id and content", "two that say the same may be two", "- -", "- -", nil},
		{"a correction twice", "it corrects once", "a=x b>a=y b>a=y", "b", nil},
		{"a correction without an id twice", "", "a=x ->a=y ->a=y", "-", nil},
		{"the same, corrected", "each copy is", "a=x a=x b!a", "", nil},
		{"several problems", "in the order of the documents", "a a x>y b>b", "a a x", []string{"/1/id mtss.record.repeated", "/2/supersedes mtss.correction", "/3/supersedes mtss.correction"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := corrections(test.records)
			places, err := mtss.Standing(all)
			same(t, test.why, test.want, standing(all, places))
			want := test.issues
			if want == nil {
				want = []string{}
			}
			same(t, "issues: "+test.why, want, found(err))
		})
	}
}

func TestRepeated(t *testing.T) {
	got := mtss.Repeated(corrections("a=x b=x a=x -=y -=y a=z - - a=x"))
	var said []string
	for _, n := range got {
		said = append(said, n.Subject+" "+n.Message)
		same(t, "code", mtss.NoticeRepeated, n.Code)
	}
	same(t, "a notice for each that counts no second time", []string{
		"/2 is the record at /0 again, and counts once", "/4 is the record at /3 again, and counts once", "/8 is the record at /0 again, and counts once",
	}, said)
}

func standing(all []mtss.Correction[string], places []int) string {
	ids := []string{}
	for _, i := range places {
		id := all[i].ID
		if id == "" {
			id = "-"
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, " ")
}

// Which documents stand does not hang on the order that they come in.
func TestStandingInAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	faulty, corrected := 0, 0
	for range 2000 {
		var all []mtss.Correction[string]
		n := 1 + random.IntN(8)
		for i := range n {
			d := mtss.Correction[string]{ID: "d" + strconv.Itoa(i)}
			switch other := "d" + strconv.Itoa(random.IntN(n+1)); random.IntN(4) {
			case 0:
				d.Supersedes = other
			case 1:
				d.Voids = other
			}
			all = append(all, d)
		}
		places, err := mtss.Standing(all)
		want := strings.Fields(standing(all, places))
		shuffled := slices.Clone(all)
		random.Shuffle(n, func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		places, again := mtss.Standing(shuffled)
		got := strings.Fields(standing(shuffled, places))
		slices.Sort(got)
		same(t, "standing", want, got)
		same(t, "problems", len(mtss.Issues(err)), len(mtss.Issues(again)))
		if t.Failed() {
			t.Fatalf("%+v", all)
		}
		if err != nil {
			faulty++
		} else if len(want) < n {
			corrected++
		}
	}
	if faulty < 200 || corrected < 200 {
		t.Errorf("%d with faults, %d with corrections alone", faulty, corrected)
	}
}

// Repeating records changes nothing of what stands.
func TestStandingOfRepeatedRecords(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	for range 1000 {
		var all []mtss.Correction[string]
		n := 1 + random.IntN(6)
		for i := range n {
			d := mtss.Correction[string]{ID: "d" + strconv.Itoa(i), Content: strconv.Itoa(i)}
			if random.IntN(3) == 0 {
				d.Supersedes = "d" + strconv.Itoa(random.IntN(n))
			}
			all = append(all, d)
		}
		places, err := mtss.Standing(all)
		more := slices.Clone(all)
		for range 1 + random.IntN(4) {
			more = append(more, all[random.IntN(n)])
		}
		again, errAgain := mtss.Standing(more)
		same(t, "standing", standing(all, places), standing(more, again))
		same(t, "problems", found(err), found(errAgain))
		same(t, "notices", len(more)-n, len(mtss.Repeated(more)))
		if t.Failed() {
			t.Fatalf("%+v", more)
		}
	}
}

// A chain of corrections as long as a district's archive takes no time.
func TestStandingOfALongChain(t *testing.T) {
	const n = 200_000
	all := make([]mtss.Correction[string], n)
	for i := range all {
		all[i].ID, all[i].Supersedes = strconv.Itoa(i), strconv.Itoa(i+1)
	}
	all[n-1].Supersedes = ""
	places, err := mtss.Standing(all)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the latest", []int{0}, places)
	all[n-1].Supersedes = "0"
	places, err = mtss.Standing(all)
	same(t, "of a circle, none", 0, len(places))
	same(t, "problems", n, len(mtss.Issues(err)))
}

func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestCorrectionValidate(t *testing.T) {
	for document, want := range map[string][]string{
		"a": {}, "a>b": {}, "a!b": {}, "->b": {},
		"a>a": {"/supersedes mtss.correction"}, "a!a": {"/voids mtss.correction"}, "a>!b": {"/voids mtss.correction"},
	} {
		same(t, document, want, found(corrections(document)[0].Validate()))
	}
}
