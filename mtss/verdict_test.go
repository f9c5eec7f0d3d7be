package mtss_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

var verdicts = []mtss.Verdict{mtss.NotMet, mtss.Undetermined, mtss.Met}

// ways returns the plain answers that a verdict leaves open.
func ways(v mtss.Verdict) []bool {
	switch v {
	case mtss.Met:
		return []bool{true}
	case mtss.NotMet:
		return []bool{false}
	}
	return []bool{false, true}
}

// verdictOf returns the verdict that a set of plain answers amounts to.
func verdictOf(answers []bool) mtss.Verdict {
	yes := 0
	for _, a := range answers {
		if a {
			yes++
		}
	}
	switch {
	case yes == len(answers):
		return mtss.Met
	case yes == 0:
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// TestVerdictConnectives works out each connective from what the operands leave open.
func TestVerdictConnectives(t *testing.T) {
	for _, v := range verdicts {
		var negated []bool
		for _, a := range ways(v) {
			negated = append(negated, !a)
		}
		if got, want := v.Not(), verdictOf(negated); got != want {
			t.Errorf("not %v = %v, want %v", v, got, want)
		}
		for _, w := range verdicts {
			var both, either []bool
			for _, a := range ways(v) {
				for _, b := range ways(w) {
					both, either = append(both, a && b), append(either, a || b)
				}
			}
			if got, want := v.And(w), verdictOf(both); got != want {
				t.Errorf("%v and %v = %v, want %v", v, w, got, want)
			}
			if got, want := v.Or(w), verdictOf(either); got != want {
				t.Errorf("%v or %v = %v, want %v", v, w, got, want)
			}
		}
	}
}

func TestVerdictLaws(t *testing.T) {
	and, or := mtss.Verdict.And, mtss.Verdict.Or
	for _, a := range verdicts {
		if and(a, mtss.Met) != a || or(a, mtss.NotMet) != a {
			t.Errorf("%v: met is not neutral for and, or not met for or", a)
		}
		if and(a, mtss.NotMet) != mtss.NotMet || or(a, mtss.Met) != mtss.Met {
			t.Errorf("%v: not met does not rule and, or met does not rule or", a)
		}
		if and(a, a) != a || or(a, a) != a || a.Not().Not() != a {
			t.Errorf("%v: not idempotent, or two negations do not cancel", a)
		}
		for _, b := range verdicts {
			if and(a, b) != and(b, a) || or(a, b) != or(b, a) {
				t.Errorf("%v, %v: the order matters", a, b)
			}
			if and(a, b).Not() != or(a.Not(), b.Not()) || or(a, b).Not() != and(a.Not(), b.Not()) {
				t.Errorf("%v, %v: De Morgan fails", a, b)
			}
			for _, c := range verdicts {
				if and(and(a, b), c) != and(a, and(b, c)) || or(or(a, b), c) != or(a, or(b, c)) {
					t.Errorf("%v, %v, %v: the grouping matters", a, b, c)
				}
				if and(a, or(b, c)) != or(and(a, b), and(a, c)) {
					t.Errorf("%v, %v, %v: and does not distribute over or", a, b, c)
				}
			}
		}
	}
}

// lists calls f with every list of verdicts up to a length.
func lists(length int, f func([]mtss.Verdict)) {
	var grow func(list []mtss.Verdict)
	grow = func(list []mtss.Verdict) {
		f(list)
		if len(list) == length {
			return
		}
		for _, v := range verdicts {
			grow(append(list[:len(list):len(list)], v))
		}
	}
	grow(nil)
}

// completions returns how many are met in each way of deciding the undetermined ones.
func completions(list []mtss.Verdict) []int {
	counts := []int{0}
	for _, v := range list {
		var next []int
		for _, n := range counts {
			for _, a := range ways(v) {
				if a {
					next = append(next, n+1)
				} else {
					next = append(next, n)
				}
			}
		}
		counts = next
	}
	return counts
}

func TestAtLeastOf(t *testing.T) {
	lists(5, func(list []mtss.Verdict) {
		for k := -1; k <= 6; k++ {
			var answers []bool
			for _, n := range completions(list) {
				answers = append(answers, n >= k)
			}
			if got, want := mtss.AtLeastOf(k, list...), verdictOf(answers); got != want {
				t.Errorf("at least %d of %v = %v, want %v", k, list, got, want)
			}
		}
	})
}

func TestAtLeastOfCounts(t *testing.T) {
	for _, test := range []struct {
		name         string
		why          string
		k, met, open int
		want         mtss.Verdict
	}{
		{"reached", "what is met is enough", 2, 2, 0, mtss.Met},
		{"open", "one of the open ones may yet do it", 2, 1, 1, mtss.Undetermined},
		{"out of reach", "not even all of the open ones do it", 3, 1, 1, mtss.NotMet},
		{"none wanted", "none is always reached", 0, 0, 0, mtss.Met},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := mtss.AtLeastOfCounts(test.k, test.met, test.open); got != test.want {
				t.Errorf("got %v, want %v: %s", got, test.want, test.why)
			}
		})
	}
}

// TestCount holds the tally's bounds against the fewest and the most that can turn out met.
func TestCount(t *testing.T) {
	lists(5, func(list []mtss.Verdict) {
		fewest, most := len(list), 0
		for _, n := range completions(list) {
			fewest, most = min(fewest, n), max(most, n)
		}
		want := mtss.Tally{Earned: int64(fewest), Possible: int64(len(list)), Unknown: int64(most - fewest)}
		if diff := cmp.Diff(want, mtss.Count(list...)); diff != "" {
			t.Errorf("count of %v (-want +got):\n%s", list, diff)
		}
	})
}

func TestVerdictText(t *testing.T) {
	for _, test := range []struct {
		verdict mtss.Verdict
		want    string
	}{
		{mtss.Met, `"met"`},
		{mtss.NotMet, `"notMet"`},
		{mtss.Undetermined, `"undetermined"`},
	} {
		got, err := json.Marshal(test.verdict)
		if err != nil || string(got) != test.want {
			t.Errorf("%d is written %s, %v; want %s", test.verdict, got, err, test.want)
		}
		back := test.verdict + 1
		if err := json.Unmarshal(got, &back); err != nil || back != test.verdict {
			t.Errorf("%s is read as %v, %v", got, back, err)
		}
	}
	for _, text := range []string{"", "Met", "NotMet", "notmet", "not met", "yes", "1", " met"} {
		v := mtss.Met
		err := v.UnmarshalText([]byte(text))
		if !errors.Is(err, mtss.CodeVerdict) {
			t.Errorf("%q: error %v, want %v", text, err, mtss.CodeVerdict)
		}
		if v != mtss.Met {
			t.Errorf("%q: the verdict became %v although it was refused", text, v)
		}
	}
}

func TestVerdictZero(t *testing.T) {
	var zero mtss.Verdict
	if zero != mtss.Undetermined || zero.String() != "undetermined" {
		t.Errorf("the zero verdict is %v", zero)
	}
}
