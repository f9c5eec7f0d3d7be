package rule

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/mtss"
)

// valueJSON is a value as documents hold it. Which members are present tells
// what sort of value it is.
type valueJSON struct {
	Earned        *int64  `json:"earned,omitempty"`
	Possible      *int64  `json:"possible,omitempty"`
	Unknown       *int64  `json:"unknown,omitempty"`
	Low           string  `json:"low,omitempty"`
	High          string  `json:"high,omitempty"`
	Answer        string  `json:"answer,omitempty"`
	Date          string  `json:"date,omitempty"`
	Category      string  `json:"category,omitempty"`
	Series        []Dated `json:"series,omitzero"`
	NotApplicable bool    `json:"notApplicable,omitempty"`
	Missing       bool    `json:"missing,omitempty"`
}

// IsZero reports whether nothing is known of the measure, for omitzero.
func (v Value) IsZero() bool { return v.form == missing }

// MarshalJSON writes a tally as {earned, possible, unknown}, a ratio or
// quantity as {low, high} with an open end left out, and others as {answer},
// {date}, {category}, {series}, {notApplicable} or {missing}.
func (v Value) MarshalJSON() ([]byte, error) {
	return json.Marshal(v.document())
}

func (v Value) document() valueJSON {
	switch v.form {
	case tally:
		t := v.tally
		return valueJSON{Earned: &t.Earned, Possible: &t.Possible, Unknown: &t.Unknown}
	case span, mean:
		return valueJSON{Low: v.span().Low.Number(), High: v.span().High.Number()}
	case yesNo:
		return valueJSON{Answer: answer(v.verdict)}
	case day:
		return valueJSON{Date: v.text()}
	case category:
		return valueJSON{Category: v.text()}
	case series:
		return valueJSON{Series: append([]Dated{}, v.series()...)}
	case notApplicable:
		return valueJSON{NotApplicable: true}
	}
	return valueJSON{Missing: true}
}

// answer returns "yes", "no" or "unknown" for met, not met and undetermined.
func answer(v mtss.Verdict) string {
	switch {
	case v > 0:
		return "yes"
	case v < 0:
		return "no"
	}
	return "unknown"
}
