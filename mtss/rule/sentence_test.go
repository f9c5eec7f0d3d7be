package rule_test

import (
	"flag"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite testdata/sentences.golden")

// situations are what findings put into words.
func situations(t testing.TB) []struct {
	name  string
	node  rule.Node
	facts rule.Facts
} {
	span := func(low, high mtss.Ratio) rule.Value { return rule.OfSpan(mtss.Span{Low: low, High: high}) }
	return []struct {
		name  string
		node  rule.Node
		facts rule.Facts
	}{
		{"tally met", good, rule.Facts{"dca.total": points(44, 54, 0)}},
		{"tally met exactly", good, rule.Facts{"dca.total": points(8, 10, 0)}},
		{"tally not met by one point", good, rule.Facts{"dca.total": points(43, 54, 0)}},
		{"tally not met by several points", good, rule.Facts{"dca.total": points(30, 54, 0)}},
		{"tally undetermined", good, rule.Facts{"dca.total": points(40, 54, 6)}},
		{"tally met whatever is unknown", good, rule.Facts{"dca.total": points(44, 54, 6)}},
		{"tally not met whatever is unknown", good, rule.Facts{"dca.total": points(40, 54, 3)}},
		{"tally missing", good, nil},
		{"tally not applicable", good, rule.Facts{"dca.total": rule.NotApplicable()}},
		{"tally of a single point", good, rule.Facts{"dca.total": points(0, 1, 0)}},
		{"tally of 0 of 0", good, rule.Facts{"dca.total": points(0, 0, 0)}},
		{"tally without a unit", of("checks", atLeast("80%")), rule.Facts{"checks": points(1, 3, 1)}},
		{"17 of 21 against 81 %", of("dca.total", atLeast("81%")), rule.Facts{"dca.total": points(17, 21, 0)}},
		{"a third against a third", of("dca.total", moreThan("1/3")), rule.Facts{"dca.total": points(7, 21, 0)}},
		{"a third in a band from a third", of("dca.total", between("1/3", "2/3")), rule.Facts{"dca.total": points(7, 21, 0)}},
		{"more than, on the bound", of("dca.total", moreThan("80%")), rule.Facts{"dca.total": points(8, 10, 0)}},
		{"counted", of("dca.total", atLeast("44 points")), rule.Facts{"dca.total": points(43, 54, 0)}},
		{"counted, undetermined", of("staff", atLeast("5 people")), rule.Facts{"staff": points(4, 40, 3)}},
		{"a person more", of("staff", atLeast("1/2")), rule.Facts{"staff": points(4, 10, 0)}},
		{"people more", of("staff", atLeast("1/2")), rule.Facts{"staff": points(1, 10, 1)}},
		{"a person fewer", of("staff", atMost("3 people")), rule.Facts{"staff": points(4, 40, 0)}},
		{"people fewer", of("staff", atMost("5%")), rule.Facts{"staff": points(4, 40, 3)}},
		{"people fewer, perhaps", of("staff", lessThan("10%")), rule.Facts{"staff": points(2, 40, 3)}},
		{"in a band", of("staff", between("40%", "60%")), rule.Facts{"staff": points(5, 10, 1)}},
		{"under a band", of("staff", between("40%", "60%")), rule.Facts{"staff": points(2, 10, 0)}},
		{"over a band, perhaps", of("staff", between("40%", "60%")), rule.Facts{"staff": points(5, 10, 3)}},
		{"under and over a band, perhaps", of("staff", between("40%", "60%")), rule.Facts{"staff": points(3, 10, 4)}},
		{"counted band", of("staff", between("3 people", "5 people")), rule.Facts{"staff": points(7, 40, 0)}},
		{"mean met", of("mean", atLeast("50%")), rule.Facts{"mean": rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}, {Earned: 5, Possible: 8}})}},
		{"mean not met", of("mean", atLeast("80%")), rule.Facts{"mean": rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}, {Earned: 5, Possible: 8, Unknown: 1}})}},
		{"mean undetermined", of("mean", atLeast("80%")), rule.Facts{"mean": rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2, Unknown: 1}, {Earned: 5, Possible: 8}})}},
		{"ratio not met", of("mean", atLeast("80%")), rule.Facts{"mean": exactly(3, 4)}},
		{"ratio not met by a point", of("mean", atLeast("80%")), rule.Facts{"mean": exactly(79, 100)}},
		{"ratio not met by a fraction of a point", of("mean", atLeast("80%")), rule.Facts{"mean": exactly(2, 3)}},
		{"ratio too high", of("mean", atMost("80%")), rule.Facts{"mean": exactly(9, 10)}},
		{"ratio open above", of("mean", atLeast("80%")), rule.Facts{"mean": span(mtss.NewRatio(1, 2), mtss.Ratio{})}},
		{"ratio open below", of("mean", atLeast("80%")), rule.Facts{"mean": span(mtss.Ratio{}, mtss.NewRatio(1, 2))}},
		{"ratio in no band", of("mean", between("20%", "40%")), rule.Facts{"mean": exactly(1, 2)}},
		{"hours met", of("hours", atLeast("12 hours")), rule.Facts{"hours": exactly(25, 2)}},
		{"hours not met", of("hours", atLeast("12 hours")), rule.Facts{"hours": exactly(19, 2)}},
		{"an hour too few", of("hours", atLeast("12 hours")), rule.Facts{"hours": exactly(11, 1)}},
		{"hours too many", of("hours", atMost("12 hours")), rule.Facts{"hours": exactly(15, 1)}},
		{"hours undetermined", of("hours", atLeast("12 hours")), rule.Facts{"hours": span(mtss.Whole(10), mtss.Whole(14))}},
		{"index not met", of("index", atLeast("3")), rule.Facts{"index": exactly(5, 2)}},
		{"date met", of("done", atMost("2026-01-31")), rule.Facts{"done": day(t, "2026-01-20")}},
		{"date not met", of("done", lessThan("2026-01-20")), rule.Facts{"done": day(t, "2026-01-20")}},
		{"date in a band", of("done", between("2026-01-01", "2026-02-28")), rule.Facts{"done": day(t, "2026-01-20")}},
		{"yes", of("vote", is("yes")), rule.Facts{"vote": rule.OfYesNo(mtss.Met)}},
		{"not yes", of("vote", is("yes")), rule.Facts{"vote": rule.OfYesNo(mtss.NotMet)}},
		{"unknown", of("vote", is("no")), rule.Facts{"vote": rule.OfYesNo(mtss.Undetermined)}},
		{"category", of("level", is("full")), rule.Facts{"level": rule.OfCategory("partial")}},
		{"categories", of("level", oneOf("partial", "full")), rule.Facts{"level": rule.OfCategory("partial")}},
		{"series met", last(2, "votes", is("yes")), rule.Facts{"votes": history(mtss.Met, mtss.Met)}},
		{"series not met", last(2, "votes", is("yes")), rule.Facts{"votes": history(mtss.Met, mtss.NotMet)}},
		{"series undetermined", last(2, "votes", is("yes")), rule.Facts{"votes": history(mtss.Met, mtss.Undetermined)}},
		{"series one too short", last(2, "votes", is("yes")), rule.Facts{"votes": history(mtss.Met)}},
		{"series too short", last(3, "votes", is("yes")), rule.Facts{"votes": rule.OfSeries()}},
		{"series missing", last(3, "votes", is("yes")), nil},
		{"another form of value", of("hours", atMost("12 hours")), rule.Facts{"hours": points(1, 2, 0)}},
		{"all", rule.Node{All: []rule.Node{good, of("vote", is("yes"))}}, rule.Facts{"dca.total": points(44, 54, 0), "vote": rule.OfYesNo(mtss.Met)}},
		{"any", rule.Node{Any: []rule.Node{good, of("vote", is("yes"))}}, rule.Facts{"dca.total": points(43, 54, 0)}},
		{"two of three", rule.Node{AtLeastOf: 2, Of: []rule.Node{good, of("vote", is("yes")), of("staff", atLeast("1/2"))}}, rule.Facts{"dca.total": points(43, 54, 0), "staff": points(5, 10, 0)}},
		{"not", not(of("vote", is("yes"))), rule.Facts{"vote": rule.OfYesNo(mtss.Met)}},
		{"not enough is wanted", not(good), rule.Facts{"dca.total": points(43, 54, 0)}},
		{"all of one", rule.Node{All: []rule.Node{good}}, rule.Facts{"dca.total": points(44, 54, 0)}},
		{"each", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": points(7, 10, 1)}},
		{"each, one not applicable", each(atLeast("80%"), "subscales"), rule.Facts{"lead": points(8, 10, 0), "comp": rule.NotApplicable()}},
		{"each, none applicable", each(atLeast("80%"), "subscales"), rule.Facts{"lead": rule.NotApplicable(), "comp": rule.NotApplicable()}},
		{"each of an empty group", each(atLeast("80%"), "none"), nil},
		{"a tree", rule.Node{All: []rule.Node{good, not(rule.Node{Any: []rule.Node{of("level", is("none")), of("vote", is("no"))}})}},
			rule.Facts{"dca.total": points(44, 54, 0), "level": rule.OfCategory("full"), "vote": rule.OfYesNo(mtss.Met)}},
	}
}

// TestSentences compares with testdata/sentences.golden; read the difference
// before rewriting it with -update.
func TestSentences(t *testing.T) {
	var got strings.Builder
	names := map[string]bool{}
	for _, s := range situations(t) {
		if names[s.name] {
			t.Errorf("two situations are called %q", s.name)
		}
		names[s.name] = true
		got.WriteString("# " + s.name + "\n")
		for _, sentence := range judge(t, s.node).Explain(vocabulary.Values(s.facts)).Sentences() {
			got.WriteString(sentence + "\n")
		}
		got.WriteString("\n")
	}
	golden := filepath.Join("testdata", "sentences.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Notices say what sentences do, each by a template that hosts are told of and may
// translate; nothing of a sentence is in neither the template nor the params.
func TestNotices(t *testing.T) {
	data, err := os.ReadFile("../../schema/said.txt")
	if err != nil {
		t.Fatal(err)
	}
	templates := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		templates[text] = true
	}
	for _, s := range situations(t) {
		f := judge(t, s.node).Explain(vocabulary.Values(s.facts))
		var joined strings.Builder
		for i, n := range f.Notices() {
			if !templates[n.Template] {
				t.Errorf("%s: %q is not listed", s.name, n.Template)
			}
			if got := mtss.FillIn(n.Template, n.Params); got != n.Message {
				t.Errorf("%s: %q is filled in as %q", s.name, n.Message, got)
			}
			switch {
			case n.Code == rule.NoticeNeed:
				joined.WriteString("; ")
			case n.Code != rule.NoticeFinding:
				t.Errorf("%s: code %s", s.name, n.Code)
			case i > 0:
				joined.WriteString(".\n")
			}
			joined.WriteString(n.Message)
		}
		want := strings.Join(f.Sentences(), "\n")
		if got := joined.String(); got+"." != want && got != want {
			t.Errorf("%s: %q, where sentences are %q", s.name, got, want)
		}
	}
	if n := (rule.Finding{}).Notices(); len(n) > 0 {
		t.Errorf("nothing was judged, and %v is said", n)
	}
}

var shown = regexp.MustCompile(`\((?:(\S+?)%?|(\S+?)%? to (\S+?)%?)\)`)

// TestSentencesNeverContradict reads the printed shares back, and asks that they
// compare with the threshold as the verdict does, of bands with many decimals too.
func TestSentencesNeverContradict(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	number := func(text string) *big.Rat {
		x, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		if !strings.Contains(text, "/") {
			x.Quo(x, big.NewRat(100, 1))
		}
		return x
	}
	for range 10_000 {
		possible := random.Int64N(4_000) + 1
		earned := random.Int64N(possible + 1)
		value := points(earned, possible, random.Int64N(possible-earned+1)/8)
		near := func() *big.Rat { // a cut near the share, in steps of 1/100 %, or the share itself
			if random.IntN(8) == 0 {
				return big.NewRat(earned, possible)
			}
			cut := earned*10_000/possible + random.Int64N(5) - 2
			return big.NewRat(min(max(cut, 0), 10_000), 10_000)
		}
		low, high := near(), near()
		if low.Cmp(high) > 0 {
			low, high = high, low
		}
		f := judge(t, of("dca.total", between(low.String(), high.String()))).Explain(vocabulary.Values(rule.Facts{"dca.total": value}))
		sentence := f.Sentences()[0]
		parts := shown.FindStringSubmatch(sentence)
		if parts == nil {
			t.Fatalf("no share in %q", sentence)
		}
		worst, best := number(parts[1]+parts[2]), number(parts[1]+parts[3])
		want := mtss.Undetermined
		switch {
		case worst.Cmp(low) >= 0 && best.Cmp(high) <= 0:
			want = mtss.Met
		case best.Cmp(low) < 0 || worst.Cmp(high) > 0:
			want = mtss.NotMet
		}
		if f.Verdict != want {
			t.Fatalf("%q contradicts the verdict %v", sentence, f.Verdict)
		}
	}
}

func TestNeedString(t *testing.T) {
	for _, test := range []struct {
		need rule.Need
		want string
	}{
		{rule.Need{More: 1, EvenIf: 1, Unit: "points"}, "1 more point needed"},
		{rule.Need{More: 2, EvenIf: 2, Unit: "points"}, "2 more points needed"},
		{rule.Need{More: 2, Unit: "points"}, "2 more points needed, none if every unknown turns out well"},
		{rule.Need{More: 4, EvenIf: 1, Unit: "people"}, "4 more people needed, 1 of them even if every unknown turns out well"},
		{rule.Need{Fewer: 1, EvenIf: 1, Unit: "people"}, "1 fewer person needed"},
		{rule.Need{More: 1, EvenIf: 1}, "1 more needed"},
		{rule.Need{Gap: "2.5", Unit: "hours"}, "off by 2.5 hours at worst"},
		{rule.Need{Gap: "1%", Unit: "percentage points"}, "off by 1 percentage point at worst"},
		{rule.Need{Gap: "1/3000"}, "off by 0.0003 at worst"},
		{rule.Need{Gap: "1", Unit: "buses"}, "off by 1 of buses at worst"},
		{rule.Need{Gap: "1", Unit: "series"}, "off by 1 series at worst"},
		{rule.Need{Gap: "1", Unit: "s"}, "off by 1 s at worst"},
		{rule.Need{Gap: "1", Unit: "activities"}, "off by 1 activity at worst"},
		{rule.Need{Gap: "1", Unit: "classes"}, "off by 1 class at worst"},
		{rule.Need{Gap: "1/3"}, "off by 0.3 at worst"},
	} {
		if got := test.need.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestComparisonPhrase(t *testing.T) {
	for want, comparison := range map[string]rule.Comparison{
		"at least 80%": atLeast("80%"), "more than 1/2": moreThan("1/2"), "at most 12 h": atMost("12 h"), "less than 3": lessThan("3"),
		"": {}, "from 20% to 40%": between("20%", "40%"), "yes": is("yes"), "one of a, b": oneOf("a", "b"),
		"less than 1 meeting": lessThan("1 meetings"), "at least 1 person": atLeast("1 people"), "from 1 day to 3 days": between("1 days", "3 days"),
	} {
		if got := comparison.Phrase(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// One of a unit is called by its singular.
func TestSingularOfUnits(t *testing.T) {
	for plural, want := range map[string]string{
		"points":           "1 more point needed",
		"people":           "1 more person needed",
		"activities":       "1 more activity needed",
		"responsibilities": "1 more responsibility needed",
		"children":         "1 more child needed",
		"classes":          "1 more class needed",
		"coaches":          "1 more coach needed",
	} {
		vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "m", Kind: rule.KindTally, Unit: plural}}}
		judge, err := rule.Compile("", rule.Node{Measure: "m", Comparison: rule.Comparison{AtLeast: "100%"}}, vocabulary)
		if err != nil {
			t.Fatal(err)
		}
		sentences := judge.Explain(vocabulary.Values(rule.Facts{"m": points(9, 10, 0)})).Sentences()
		if !strings.Contains(strings.Join(sentences, " "), want) {
			t.Errorf("%s: %v, want %q", plural, sentences, want)
		}
	}
}
