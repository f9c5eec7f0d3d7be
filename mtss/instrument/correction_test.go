package instrument_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// documents reads "id", "id>other" for one that supersedes another, "id!other"
// for one that voids it, and "id>!other" for both; "@" after it is another unit.
func documents(text string) (out []instrument.Correction) {
	for _, word := range strings.Fields(text) {
		d := instrument.Correction{Unit: mtss.Unit{ID: "u-1", Kind: mtss.School}, Instrument: "toy"}
		word, other := strings.CutSuffix(word, "@")
		if other {
			d.Unit.ID = "u-2"
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
		documents string
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
		{"itself", "", "a>a b", "b", []string{"/0/supersedes instrument.correction"}},
		{"voids itself", "", "a!a", "", []string{"/0/voids instrument.correction"}},
		{"a circle of two", "neither is the later one", "a>b b>a c", "c", []string{"/0/supersedes instrument.correction", "/1/supersedes instrument.correction"}},
		{"a circle of three with a way into it", "the way in corrects what is corrected already", "a>c b>a c>b d>a", "d", []string{"/0/supersedes instrument.correction", "/1/supersedes instrument.correction", "/2/supersedes instrument.correction", "/3/supersedes instrument.correction"}},
		{"the way in first", "it is no more in force for that", "d>a a>c b>a c>b", "d", []string{"/0/supersedes instrument.correction", "/1/supersedes instrument.correction", "/2/supersedes instrument.correction", "/3/supersedes instrument.correction"}},
		{"unknown", "it may be in another file", "b>a", "b", []string{"/0/supersedes instrument.correction"}},
		{"voids something unknown", "it counts for nothing all the same", "b!a c", "c", []string{"/0/voids instrument.correction"}},
		{"twice", "both stand, so that neither is lost in silence", "a b>a c>a", "b c", []string{"/2/supersedes instrument.correction"}},
		{"superseded and voided", "", "a b>a c!a", "b", []string{"/2/voids instrument.correction"}},
		{"supersedes and voids", "it says two things", "a b>!a", "a", []string{"/1/voids instrument.correction"}},
		{"another unit", "", "a b>a@", "a b", []string{"/1/supersedes instrument.correction"}},
		{"an id twice", "the first is meant by those that name it", "a b a c>a", "b a c", []string{"/2/id instrument.id.repeated"}},
		{"several problems", "in the order of the documents", "a a x>y b>b", "a a x", []string{"/1/id instrument.id.repeated", "/2/supersedes instrument.correction", "/3/supersedes instrument.correction"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := documents(test.documents)
			places, err := instrument.Standing(all)
			same(t, test.why, test.want, standing(all, places))
			want := test.issues
			if want == nil {
				want = []string{}
			}
			same(t, "issues: "+test.why, want, found(err))
		})
	}
	other := documents("a b>a")
	other[1].Instrument = "tfi"
	_, err := instrument.Standing(other)
	same(t, "another instrument", []string{"/1/supersedes instrument.correction"}, found(err))
}

func standing(all []instrument.Correction, places []int) string {
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
		var all []instrument.Correction
		n := 1 + random.IntN(8)
		for i := range n {
			d := instrument.Correction{ID: "d" + strconv.Itoa(i)}
			switch other := "d" + strconv.Itoa(random.IntN(n+1)); random.IntN(4) {
			case 0:
				d.Supersedes = other
			case 1:
				d.Voids = other
			}
			all = append(all, d)
		}
		places, err := instrument.Standing(all)
		want := strings.Fields(standing(all, places))
		shuffled := slices.Clone(all)
		random.Shuffle(n, func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		places, again := instrument.Standing(shuffled)
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

// A chain of corrections as long as a district's archive takes no time.
func TestStandingOfALongChain(t *testing.T) {
	const n = 200_000
	all := make([]instrument.Correction, n)
	for i := range all {
		all[i].ID, all[i].Supersedes = strconv.Itoa(i), strconv.Itoa(i+1)
	}
	all[n-1].Supersedes = ""
	places, err := instrument.Standing(all)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the latest", []int{0}, places)
	all[n-1].Supersedes = "0"
	places, err = instrument.Standing(all)
	same(t, "of a circle, none", 0, len(places))
	same(t, "problems", n, len(mtss.Issues(err)))
}

func TestInForce(t *testing.T) {
	d := toy("1", nil)
	first, second, void, other := given(d, "1=0"), given(d, "1=2"), given(d, ""), given(d, "1=1")
	first.ID, second.ID, second.Supersedes = "a", "b", "a"
	other.ID, void.ID, void.Voids = "c", "d", "c"
	second.Instrument.Version = "2" // the wrong version had been noted
	got, err := instrument.InForce([]instrument.Administration{first, other, second, void})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "in force", []instrument.Administration{second}, got)
	got, err = instrument.InForce([]instrument.Administration{second})
	same(t, "in spite of a problem", []instrument.Administration{second}, got)
	if !errors.Is(err, instrument.CodeCorrection) {
		t.Errorf("corrects what is not there: %v", err)
	}
	got, err = instrument.InForce(nil)
	same(t, "of none", []instrument.Administration{}, got)
	same(t, "of none, a problem", nil, err)
}
