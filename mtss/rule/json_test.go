package rule_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestValueJSON(t *testing.T) {
	for _, test := range []struct {
		name  string
		value rule.Value
		want  string
	}{
		{"tally", rule.Of(mtss.Tally{Earned: 43, Possible: 54, Unknown: 2}), `{"earned":43,"possible":54,"unknown":2}`},
		{"0 of 0", rule.Of(mtss.Tally{}), `{"earned":0,"possible":0,"unknown":0}`},
		{"quantity", exactly(25, 2), `{"low":"12.5","high":"12.5"}`},
		{"nought", exactly(0, 1), `{"low":"0","high":"0"}`},
		{"span", rule.OfSpan(mtss.Span{Low: mtss.NewRatio(1, 3), High: mtss.NewRatio(1, 2)}), `{"low":"1/3","high":"0.5"}`},
		{"open below", rule.OfSpan(mtss.Span{High: mtss.NewRatio(1, 2)}), `{"high":"0.5"}`},
		{"mean", rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}, {Possible: 4, Unknown: 4}}), `{"low":"0.25","high":"0.75","parts":[{"earned":1,"possible":2,"unknown":0},{"earned":0,"possible":4,"unknown":4}]}`},
		{"yes", rule.OfYesNo(mtss.Met), `{"answer":"yes"}`},
		{"no", rule.OfYesNo(mtss.NotMet), `{"answer":"no"}`},
		{"neither", rule.OfYesNo(mtss.Undetermined), `{"answer":"unknown"}`},
		{"date", day(t, "2026-01-20"), `{"date":"2026-01-20"}`},
		{"category", rule.OfCategory("partial"), `{"category":"partial"}`},
		{"series", rule.OfSeries(rule.Dated{On: mtss.Date{Year: 2026, Month: 1, Day: 20}, Value: rule.OfYesNo(mtss.Met)}),
			`{"series":[{"on":"2026-01-20","value":{"answer":"yes"}}]}`},
		{"empty series", rule.OfSeries(), `{"series":[]}`},
		{"not applicable", rule.NotApplicable(), `{"notApplicable":true}`},
		{"missing", rule.Value{}, `{"missing":true}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := json.Marshal(test.value)
			if diff := cmp.Diff(test.want, string(got)); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			var back rule.Value
			if err := json.Unmarshal(got, &back); err != nil || !back.Equal(test.value) {
				t.Errorf("comes back as %+v, %v", back, err)
			}
		})
	}
}

// A value that says two things, or not what its parts say, is refused.
func TestValueRefused(t *testing.T) {
	for text, want := range map[string]mtss.Code{
		`{"earned":1,"possible":2}`:                                   rule.CodeValue,
		`{"earned":3,"possible":2,"unknown":0}`:                       mtss.CodeTally,
		`{"earned":-1,"possible":2,"unknown":0}`:                      strict.CodeRange,
		`{"low":"1","answer":"yes"}`:                                  rule.CodeValue,
		`{"missing":true,"notApplicable":true}`:                       rule.CodeValue,
		`{"low":"one"}`:                                               rule.CodeValue,
		`{"low":"0.50"}`:                                              rule.CodeValue,
		`{"low":"2/4"}`:                                               rule.CodeValue,
		`{"high":"1e3"}`:                                              rule.CodeValue,
		`{"high":""}`:                                                 strict.CodeLength,
		`{"answer":"maybe"}`:                                          strict.CodeEnum,
		`{"date":"2026-13-45"}`:                                       mtss.CodeDate,
		`{"category":""}`:                                             strict.CodeLength,
		`{"series":[{"on":"2026-01-20","value":{"x":1}}]}`:            strict.CodeUnknownField,
		`{"low":"0.5","high":"0.5","parts":[]}`:                       strict.CodeItems,
		`{"parts":[{"earned":1,"possible":2,"unknown":0}]}`:           rule.CodeValue,
		`{"parts":[{"earned":3,"possible":2,"unknown":0}]}`:           mtss.CodeTally,
		`{"low":"0","parts":[{"earned":0,"possible":0,"unknown":0}]}`: rule.CodeValue,
		`[]`: strict.CodeType,
	} {
		var v rule.Value
		if err := json.Unmarshal([]byte(text), &v); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
	long := rule.OfSpan(mtss.Exactly(mtss.NewRatio(1<<62, 10_000_000)))
	for range 20 {
		s := long.Span()
		long = rule.OfSpan(mtss.Exactly(s.Low.Mul(mtss.NewRatio(1<<62-1, 1))))
	}
	data, err := json.Marshal(long)
	var back rule.Value
	if err := json.Unmarshal(data, &back); err != nil || !back.Equal(long) {
		t.Errorf("%s comes back as %v, %v", data, back, err)
	}
	if err != nil {
		t.Error(err)
	}
}

// TestFindingJSON pins the form that DESIGN calls a finding: lists are never
// null, and what does not apply is absent.
func TestFindingJSON(t *testing.T) {
	node := rule.Node{All: []rule.Node{
		{Measure: "dca.total", Comparison: atLeast("80%"), Why: "the suggested minimum"},
		of("vote", is("yes")),
		{AtLeastOf: 1, Of: []rule.Node{last(2, "votes", is("yes"))}},
	}}
	j, err := rule.Compile("/require", node, vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(j.Explain(vocabulary.Values(rule.Facts{"dca.total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})})), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "path": "/require",
  "verdict": "notMet",
  "operator": "all",
  "needed": [],
  "children": [
    {
      "path": "/require/all/0",
      "verdict": "notMet",
      "measure": "dca.total",
      "unit": "points",
      "measured": {
        "earned": 43,
        "possible": 54,
        "unknown": 0
      },
      "wanted": {
        "atLeast": "80%"
      },
      "needed": [
        {
          "more": 1,
          "evenIf": 1,
          "unit": "points"
        }
      ],
      "why": "the suggested minimum",
      "children": []
    },
    {
      "path": "/require/all/1",
      "verdict": "undetermined",
      "measure": "vote",
      "wanted": {
        "is": "yes"
      },
      "needed": [],
      "children": []
    },
    {
      "path": "/require/all/2",
      "verdict": "undetermined",
      "operator": "atLeastOf",
      "count": 1,
      "needed": [],
      "children": [
        {
          "path": "/require/all/2/of/0",
          "verdict": "undetermined",
          "measure": "votes",
          "wanted": {
            "is": "yes"
          },
          "last": 2,
          "needed": [],
          "children": []
        }
      ]
    }
  ]
}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var back rule.Finding
	if err := json.Unmarshal(got, &back); err != nil {
		t.Error(err)
	}
	if again, err := json.MarshalIndent(back, "", "  "); err != nil || string(again) != want {
		t.Errorf("comes back as %s, %v", again, err)
	}
	zero, err := json.Marshal(rule.Judge{}.Explain(nil))
	if want := `{"path":"","verdict":"undetermined","needed":[],"children":[]}`; err != nil || string(zero) != want {
		t.Errorf("of the zero judge: got %s, %v, want %s", zero, err, want)
	}
}
