package rules_test

import (
	"os"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/examples/rules"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func day(year, month, d int) mtss.Date { return mtss.Date{Year: year, Month: month, Day: d} }

// book makes one of the gallery's sets ready.
func book(t *testing.T, name string) *rule.Rulebook {
	t.Helper()
	data, err := os.ReadFile("rules/" + name + "/rules.json")
	if err != nil {
		t.Fatal(err)
	}
	set, err := rule.DecodeSet(data)
	if err != nil {
		t.Fatal(err)
	}
	book, err := rule.CompileSet(rule.Vocabulary{}, set)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// student is in the tiers given, one a month from September 2025 on.
func student(tiers ...string) rule.Facts {
	var dated []rule.Dated
	for i, tier := range tiers {
		dated = append(dated, rule.Dated{On: day(2025, 9+i, 1), Value: rule.OfCategory(tier)})
	}
	return rule.Facts{"student.tier": rule.OfSeries(dated...)}
}

// TestTierCount: a student counts once, at the tier of the last day.
func TestTierCount(t *testing.T) {
	students := []rule.Facts{
		student("tier 1", "tier 2", "tier 3"), student("tier 2"), student("tier 2", "tier 1", "tier 2"),
		student("tier 1"), student("tier 2", "tier 1"), {},
	}
	for _, c := range []struct {
		why  string
		rule string
		on   mtss.Date
		want mtss.Tally
	}{
		{"September: nobody has moved", "r27-tier2", day(2025, 9, 30), mtss.Tally{Earned: 3, Possible: 6, Unknown: 1}},
		{"October: one moved in, two out", "r27-tier2", day(2025, 10, 31), mtss.Tally{Earned: 2, Possible: 6, Unknown: 1}},
		{"November: one is back", "r27-tier2", day(2025, 11, 30), mtss.Tally{Earned: 2, Possible: 6, Unknown: 1}},
		{"tier 1 in October", "r27-tier1", day(2025, 10, 31), mtss.Tally{Earned: 3, Possible: 6, Unknown: 1}},
		{"tier 3 in November", "r27-tier3", day(2025, 11, 30), mtss.Tally{Earned: 1, Possible: 6, Unknown: 1}},
		{"no such rule counts nobody", "r27-tier4", day(2025, 11, 30), mtss.Tally{}},
	} {
		if got := rules.Count(rules.Decide(book(t, "r27"), c.rule, students, c.on)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, text(t, got), text(t, c.want))
		}
	}
}

// TestLocked: the first decision of a window stands for all of it.
func TestLocked(t *testing.T) {
	window := mtss.Window{ID: "winter", From: mtss.MonthDay{Month: 11, Day: 1}, To: mtss.MonthDay{Month: 2, Day: 29}}
	made := []rule.Decision{
		{Rule: "d", On: day(2026, 1, 20)}, {Rule: "c", On: day(2025, 12, 1)}, {Rule: "later that day", On: day(2025, 12, 1)},
		{Rule: "b", On: day(2025, 10, 31)}, {Rule: "a", On: day(2025, 1, 10)},
	}
	for _, c := range []struct {
		why  string
		on   mtss.Date
		want string
	}{
		{"the earliest of this window", day(2026, 2, 28), "c"},
		{"on its own day", day(2025, 12, 1), "c"},
		{"before anything was decided in it", day(2025, 11, 30), ""},
		{"last year's window", day(2025, 2, 1), "a"},
		{"outside the window", day(2025, 10, 31), ""},
	} {
		got, ok := rules.Locked(made, window, c.on)
		if got.Rule != c.want || ok != (c.want != "") {
			t.Errorf("%s: got %q %v, want %q", c.why, got.Rule, ok, c.want)
		}
	}
	slices.Reverse(made)
	if got, _ := rules.Locked(made, window, day(2026, 2, 28)); got.On != day(2025, 12, 1) {
		t.Errorf("the order given matters: %s", got.On)
	}
}

// TestElsewhere holds the table to what the library does with the rest.
func TestElsewhere(t *testing.T) {
	if m, _ := stages.Lookup("keyActions"); m.Otherwise != "programInstallation" {
		t.Errorf("R11: the first phase is %q", m.Otherwise)
	}
	if p, _ := dca.ProtocolOf("tfi"); p.Resolution != dca.MajorityOfVotes {
		t.Errorf("R25: the TFI's votes end by %q", p.Resolution)
	}
	if p := dca.DCAProtocol(); p.Resolution != dca.AgreedAfterDiscussion || slices.Contains(p.Voting, dca.Administrator) {
		t.Errorf("R25: the DCA's votes end by %q, and %v vote", p.Resolution, p.Voting)
	}
	if p, _ := dca.ProtocolOf("rtfi"); p.NoAbstaining || !p.Quorum.MoreThan.Equal(mtss.NewRatio(1, 2)) || !slices.Equal(p.Positions, []string{"principal"}) {
		t.Errorf("R24: %s", text(t, p))
	}
	for _, c := range []struct {
		on   mtss.Date
		want bool
	}{{day(2026, 7, 31), false}, {day(2026, 8, 1), true}, {day(2026, 9, 30), true}, {day(2026, 10, 1), false}, {day(2027, 1, 1), true}, {day(2027, 2, 28), true}, {day(2027, 3, 1), false}} {
		if got := slices.ContainsFunc(mtss.DCAWindows(), func(w mtss.Window) bool { return w.Contains(c.on) }); got != c.want {
			t.Errorf("R01: %s lies in a window: %v", c.on, got)
		}
	}
}
