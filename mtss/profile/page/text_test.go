package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
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
