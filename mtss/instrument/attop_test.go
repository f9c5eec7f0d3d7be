package instrument_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// counted reports items at the top of subscale a and of the total.
func counted() instrument.Definition {
	d := toy("1 2 3 4 5", []instrument.Subscale{sub("a", "1 2 3"), sub("b", "4 5")})
	d.Scales = append(d.Scales, fiveUp())
	d.Items[2].Scale = "1-5"
	d.Subscales[0].Report, d.Report = "items", "items"
	return d
}

func TestItemsAtTop(t *testing.T) {
	half, err := mtss.ParseRatio("50%")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		why, answers string
		missing      instrument.Missing
		a, total     mtss.Tally
	}{
		{"half the points, and none at the top", "1=1 2=1 3=4 4=1 5=1", instrument.MissingUnknown(), mtss.Tally{Possible: 3}, mtss.Tally{Possible: 5}},
		{"all at the top, each of its own scale", "1=2 2=2 3=5 4=2 5=2", instrument.MissingUnknown(), mtss.Tally{Earned: 3, Possible: 3}, mtss.Tally{Earned: 5, Possible: 5}},
		{"2 is the top of one scale and not of the other", "1=2 2=0 3=2 4=0 5=2", instrument.MissingUnknown(), mtss.Tally{Earned: 1, Possible: 3}, mtss.Tally{Earned: 2, Possible: 5}},
		{"an answer that is missing may be at the top", "1=2 3=5 4=0", instrument.MissingUnknown(), mtss.Tally{Earned: 2, Possible: 3, Unknown: 1}, mtss.Tally{Earned: 2, Possible: 5, Unknown: 2}},
		{"not applicable is left out", "1=2 2=NA 3=5 4=0 5=NA", instrument.MissingUnknown(), mtss.Tally{Earned: 2, Possible: 2}, mtss.Tally{Earned: 2, Possible: 3}},
		{"missing is 0", "1=2 3=5 4=0", instrument.MissingZero(), mtss.Tally{Earned: 2, Possible: 3}, mtss.Tally{Earned: 2, Possible: 5}},
		{"missing is left out", "1=2 3=5 4=0", instrument.MissingExclude(), mtss.Tally{Earned: 2, Possible: 2}, mtss.Tally{Earned: 2, Possible: 3}},
		{"enough of each scale is answered to leave the rest out", "1=2 3=5 4=0", instrument.MissingProrate(half), mtss.Tally{Earned: 2, Possible: 2}, mtss.Tally{Earned: 2, Possible: 3}},
		{"too little of either", "1=2", instrument.MissingProrate(half), mtss.Tally{Earned: 1, Possible: 3, Unknown: 2}, mtss.Tally{Earned: 1, Possible: 5, Unknown: 4}},
	} {
		t.Run(test.why, func(t *testing.T) {
			d := counted()
			r, err := compiled(t, d).ScoreWith(given(d, test.answers), test.missing)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, "subscale", &test.a, r.Subscales[0].ItemsAtTop)
			same(t, "total", &test.total, r.Total.ItemsAtTop)
			if r.Subscales[1].ItemsAtTop != nil {
				t.Error("reported where the definition does not ask for it")
			}
		})
	}
}

// The two metrics of one checklist: 3 of 4 points, and 1 of 2 items.
func TestItemsAtTopIsShown(t *testing.T) {
	d := toy("1 2", nil)
	d.Report = "items"
	r := scored(t, d, given(d, "1=2 2=1"))
	data := string(encoded(t, r))
	if want := `"percent":"75.0","low":"75.0","high":"75.0","itemsAtTop":{"earned":1,"possible":2,"unknown":0,"percent":"50.0","low":"50.0","high":"50.0"}`; !strings.Contains(data, want) {
		t.Errorf("want %s in %s", want, data)
	}
	if text := strings.Join(r.Lines(), "\n"); !strings.Contains(text, "75.0%  1 of 2 items at the top, 50.0%") {
		t.Errorf("people read\n%s", text)
	}
	open := strings.Join(scored(t, d, given(d, "1=2")).Lines(), "\n")
	if !strings.Contains(open, "1 of 2 items at the top, 50.0% to 100.0%") {
		t.Errorf("people read\n%s", open)
	}
	back, err := instrument.DecodeDefinition(encoded(t, d))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "definition", string(encoded(t, d)), string(encoded(t, back)))
}

// A section that was not administered leaves its items out of the count.
func TestItemsAtTopOfASection(t *testing.T) {
	d := counted()
	d.Sections = []instrument.Section{{ID: "a", Items: []string{"1", "2", "3"}}, {ID: "b", Items: []string{"4", "5"}}}
	a := given(d, "1=2 2=2 3=1")
	a.Sections = []string{"a"}
	r := scored(t, d, a)
	same(t, "subscale", &mtss.Tally{Earned: 2, Possible: 3}, r.Subscales[0].ItemsAtTop)
	if r.Total != nil {
		t.Error("a total of a part")
	}
}
