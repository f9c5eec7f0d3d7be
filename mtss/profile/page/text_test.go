package page_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// What is due from nobody who is known has no empty brackets after it.
func TestTextOfNobody(t *testing.T) {
	p, words := juniper(t)
	p.Due = []schedule.Due{{Kind: schedule.Observation, Unit: p.Unit, Innovation: "math", Subject: "p-1", Status: schedule.OpenNow}}
	if text := told(t, words, p); !strings.Contains(text, "Observe 1 person: math\n") || strings.Contains(text, "()") {
		t.Errorf("got\n%s", text)
	}
}

// The text says what the page says, in a terminal's width, and stays short however much there is.
func TestText(t *testing.T) {
	p, words := juniper(t)
	for _, c := range []struct{ want, why string }{
		{"\n  Total         42 to 48 of 54  ########|?.  77.8% to 88.9%  Cannot say yet\n", "79.6% of the bar certain, the cut at 80%, and 89% not excluded"},
		{"\n  Leadership          16 of 16  ########|##  100.0%  Met\n", "a full bar"},
		{"\n  Core reading               not known  ?????|?????  no list of staff\n", "all unknown, the cut at half"},
		{"\n  since Jun 5, 2026: Activity: show the last two terms of data at a team meeting\n    (data coordinator)\n", "a long line goes on below"},
		{"\n  63 to 69 of 75 planned contacts were delivered (84.0% to 92.0%)\n", "coaching"},
		{"\n2 of 4 verdicts stand whatever the unknown turns out to be.\n", "how far to trust it"},
	} {
		if !strings.Contains(told(t, words, p), c.want) {
			t.Errorf("the text does not have %q (%s)", c.want, c.why)
		}
	}
	for i := range 100 {
		in, step := p.Innovations[0], p.Steps[0]
		in.ID = fmt.Sprint("innovation-", i)
		step.Innovation = in.ID
		p.Innovations, p.Steps, p.Due = append(p.Innovations, in), append(p.Steps, step), append(p.Due, p.Due[0])
	}
	words.Words["innovation/"+p.Innovations[0].ID] = strings.Repeat("読み書き", 30)
	words.Words["unit/"+p.Unit.ID] = strings.Repeat("Juniper ", 20) + strings.Repeat("x", 200)
	lines := strings.Split(told(t, words, p), "\n")
	if len(lines) > 100 {
		t.Errorf("%d lines of 103 innovations", len(lines))
	}
	for _, line := range lines {
		if mtss.Columns(line) > 80 {
			t.Errorf("a line is too long: %q", line)
		}
	}
	two := told(t, words, p, profile.Profile{Unit: mtss.Unit{ID: "d-2", Kind: mtss.KindDistrict}})
	if !strings.Contains(two, "\n\nd-2\n") {
		t.Error("the second of two profiles is missing")
	}
}

// What no longer counts, and what gives no score, is not shown as a verdict.
func TestTextOfWhatDoesNotCount(t *testing.T) {
	_, words := juniper(t)
	later := mtss.Date{Year: 2027, Month: 6, Day: 10}
	for _, c := range []struct {
		why        string
		d          profile.Documents
		on         mtss.Date
		has, hasNo []string
	}{
		{"a year after it the score is one of its day", juniperWithout(t), later, []string{
			"District capacity was assessed too long ago to count. The\n    total was 42 to 48 of 54 (77.8% to 88.9%) on February 10, 2026.",
			"District capacity: points, February 10, 2026: too old to count\n", "16 of 16  ########|##  100.0%\n", "what was known is too old", "no list of staff",
			"District capacity: assess it again", "due since February 28, 2027", "\n0 of 4 verdicts",
		}, []string{"Met:", "agree on scores", "by February 28, 2027"}},
		{"without a completion there is no score, and the page says what is wanted", juniperWithout(t, "completion"), mtss.Date{}, []string{
			"DCA\n    7.7 gives no score yet.", "its definition lacks facts", "Complete the definition of DCA 7.7 from your own copy",
		}, []string{"0 of 0", "Find out and record: district capacity"}},
	} {
		p, err := profile.Of(c.d, profile.Options{On: c.on})
		if err != nil {
			t.Fatal(c.why, mtss.Issues(err))
		}
		var text, html strings.Builder
		if err := errors.Join(page.Text(&text, words, p), page.Write(&html, words, p)); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.has {
			if !strings.Contains(text.String(), want) {
				t.Errorf("%s: the text does not have %q:\n%s", c.why, want, text.String())
			}
		}
		for _, no := range c.hasNo {
			if strings.Contains(text.String(), no) || no == "0 of 0" && strings.Contains(html.String(), no) {
				t.Errorf("%s: the text has %q", c.why, no)
			}
		}
		if c.on == later && !slices.ContainsFunc(p.Concerns, func(of profile.Concern) bool {
			return of.Quality == profile.Expired && slices.Contains(of.MayChange, "criterion/dca@7.7/minimum-capacity")
		}) {
			t.Errorf("%s: no concern says that the verdict may change", c.why)
		}
	}
	silent := of(t, juniperWithout(t, "contacts"))
	if !slices.ContainsFunc(silent.Concerns, func(c profile.Concern) bool {
		return c.Quality == profile.Missing && slices.Contains(c.Subjects, "coaching contacts")
	}) {
		t.Error("nobody is told that there is no log of coaching contacts")
	}
}
