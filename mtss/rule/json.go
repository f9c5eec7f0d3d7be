package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// valueJSON is a value as documents hold it. Which members are present tells
// what sort of value it is.
type valueJSON struct {
	Earned        *int64       `json:"earned,omitzero" jsonschema:"minimum=0"`
	Possible      *int64       `json:"possible,omitzero" jsonschema:"minimum=0"`
	Unknown       *int64       `json:"unknown,omitzero" jsonschema:"minimum=0"`
	Full          int64        `json:"full,omitzero" jsonschema:"minimum=1,maximum=9007199254740992"`
	Scaled        bool         `json:"scaled,omitzero"`
	Low           string       `json:"low,omitzero" jsonschema:"minLength=1"`
	High          string       `json:"high,omitzero" jsonschema:"minLength=1"`
	Parts         []mtss.Tally `json:"parts,omitzero" jsonschema:"minItems=1"`
	Answer        string       `json:"answer,omitzero" jsonschema:"enum=yes,enum=no,enum=unknown"`
	Date          mtss.Date    `json:"date,omitzero"`
	Category      string       `json:"category,omitzero" jsonschema:"minLength=1"`
	Series        []Dated      `json:"series,omitzero"`
	NotApplicable bool         `json:"notApplicable,omitzero"`
	Missing       bool         `json:"missing,omitzero"`
	On            mtss.Date    `json:"on,omitzero"`
}

// IsZero reports whether nothing is known of the measure, for omitzero.
func (v Value) IsZero() bool { return v.form == missing }

// MarshalJSON writes a tally as {earned, possible, unknown}, with full and scaled
// where it is one of a part, a ratio or
// quantity as {low, high} with an open end left out, a mean with the parts that
// it is of, and others as {answer}, {date}, {category}, {series},
// {notApplicable} or {missing}; and a single value with the day on which it was
// found, if that is known.
func (v Value) MarshalJSON() ([]byte, error) { return strict.Marshal(&v) }

// UnmarshalJSON reads what MarshalJSON writes. Errors: CodeValue, mtss.CodeTally
// and those of strict reading.
func (v *Value) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, v, nil) }

// AppendJSON appends what MarshalJSON writes to dst.
func (v *Value) AppendJSON(dst []byte) ([]byte, error) {
	if v == nil {
		v = &Value{} // of nil, the zero value is written
	}
	if v.form != tally || v.more != nil {
		out := v.document()
		return strict.Append(dst, &out)
	}
	dst = strconv.AppendInt(append(dst, `{"earned":`...), v.tally.Earned, 10)
	dst = strconv.AppendInt(append(dst, `,"possible":`...), v.tally.Possible, 10)
	dst = strconv.AppendInt(append(dst, `,"unknown":`...), v.tally.Unknown, 10)
	if v.full > 0 {
		dst = strconv.AppendInt(append(dst, `,"full":`...), v.full, 10)
	}
	if v.scaled {
		dst = append(dst, `,"scaled":true`...)
	}
	return append(dst, '}'), nil
}

func (v *Value) document() valueJSON {
	out := v.undated()
	out.On = v.Day()
	return out
}

func (v *Value) undated() valueJSON {
	switch v.form {
	case tally:
		t := v.tally
		return valueJSON{Earned: &t.Earned, Possible: &t.Possible, Unknown: &t.Unknown, Full: v.full, Scaled: v.scaled}
	case span, mean:
		return valueJSON{Low: v.span().Low.Number(), High: v.span().High.Number(), Parts: v.parts()}
	case yesNo:
		return valueJSON{Answer: answer(v.verdict)}
	case day:
		return valueJSON{Date: v.date()}
	case category:
		return valueJSON{Category: v.text()}
	case series:
		return valueJSON{Series: append([]Dated{}, v.series()...)}
	case notApplicable:
		return valueJSON{NotApplicable: true}
	}
	return valueJSON{Missing: true}
}

func (v *Value) date() mtss.Date {
	d, _ := mtss.ParseDate(v.text()) // written by OfDate
	return d
}

// checkStrict reports whether readStrict would read the value back.
func (v *Value) checkStrict(c *strict.Checks) bool {
	switch v.form {
	case tally:
		return c.Value(&v.tally) && v.tally.Validate() == nil && v.hasDay()
	case missing, notApplicable, yesNo, day:
		return v.hasDay()
	}
	out := v.document()
	return c.Value(&out) && !slices.ContainsFunc(out.Parts, func(t mtss.Tally) bool { return t.Validate() != nil })
}

// hasDay reports whether the day of a value is one of the calendar, or absent.
func (v *Value) hasDay() bool { return v.Day().IsZero() || v.Day().Valid() }

// readStrict reads a value.
func (v *Value) readStrict(d *strict.Decoder, n strict.Node) {
	if t, ok := plainTally(n); ok {
		*v = Of(t)
		return
	}
	var in valueJSON
	if !d.Read(n, &in) {
		return
	}
	sorts := in.sorts()
	if in.Series != nil && !in.On.IsZero() || in.Missing && !in.On.IsZero() {
		d.Fail(CodeValue, "has a day, which goes with a single value that is known")
		return
	}
	defer func() { *v = v.OnDay(in.On) }()
	if len(sorts) > 1 {
		d.Fail(CodeValue, "is of several sorts, %s, want one of them", strings.Join(sorts, " and "))
		return
	}
	if len(sorts) == 0 {
		*v = OfSpan(mtss.Span{})
		return
	}
	switch sorts[0] {
	case "a tally":
		v.readTally(d, &in)
	case "a number":
		v.readNumber(d, &in)
	case "an answer":
		*v = OfYesNo(map[string]mtss.Verdict{"yes": mtss.Met, "no": mtss.NotMet}[in.Answer])
	case "a date":
		*v = OfDate(in.Date)
	case "a category":
		*v = OfCategory(in.Category)
	case "a series":
		*v = OfSeries(in.Series...)
	case "not applicable":
		*v = NotApplicable()
	default:
		*v = Value{}
	}
}

// plainTally reads what most values are; ok is false if there is anything to
// say about it.
func plainTally(n strict.Node) (t mtss.Tally, ok bool) {
	if n.Len() != 3 {
		return t, false
	}
	seen := 0
	for i := range 3 {
		name, value := n.Member(i)
		count, ok := value.Int()
		if !ok {
			return t, false
		}
		switch name {
		case "earned":
			t.Earned, seen = count, seen|1
		case "possible":
			t.Possible, seen = count, seen|2
		case "unknown":
			t.Unknown, seen = count, seen|4
		}
	}
	return t, seen == 7 && t.Validate() == nil
}

// sorts names the sorts of values whose members are present.
func (in *valueJSON) sorts() (found []string) {
	for _, sort := range []struct {
		name  string
		there bool
	}{
		{"a tally", in.Earned != nil || in.Possible != nil || in.Unknown != nil || in.Full != 0 || in.Scaled},
		{"a number", in.Low != "" || in.High != "" || in.Parts != nil},
		{"an answer", in.Answer != ""},
		{"a date", !in.Date.IsZero()},
		{"a category", in.Category != ""},
		{"a series", in.Series != nil},
		{"not applicable", in.NotApplicable},
		{"missing", in.Missing},
	} {
		if sort.there {
			found = append(found, sort.name)
		}
	}
	return found
}

func (v *Value) readTally(d *strict.Decoder, in *valueJSON) {
	for _, member := range []struct {
		name string
		n    *int64
	}{{"earned", in.Earned}, {"possible", in.Possible}, {"unknown", in.Unknown}} {
		if member.n == nil {
			d.Fail(CodeValue, "is a tally without %s", member.name)
			return
		}
	}
	t := mtss.Tally{Earned: *in.Earned, Possible: *in.Possible, Unknown: *in.Unknown}
	if d.Refused(t.Validate()) {
		return
	}
	if in.Full != 0 && in.Full <= t.Possible || in.Scaled && (in.Full == 0 || t.Possible == 0) {
		d.Fail(CodeValue, "is %d possible of %d in all, want fewer", t.Possible, in.Full)
		return
	}
	*v = OfPart(t, in.Full, in.Scaled)
}

// readNumber reads a span, or a mean, whose ends its parts give.
func (v *Value) readNumber(d *strict.Decoder, in *valueJSON) {
	low, ok1 := readEnd(d, "low", in.Low)
	high, ok2 := readEnd(d, "high", in.High)
	if !ok1 || !ok2 {
		return
	}
	if in.Parts == nil {
		*v = OfSpan(mtss.Span{Low: low, High: high})
		return
	}
	for _, t := range in.Parts {
		if d.Refused(t.Validate()) {
			return
		}
	}
	of := OfMean(in.Parts)
	if len(of.parts()) != len(in.Parts) || !of.span().Low.Equal(low) || !of.span().High.Equal(high) {
		d.Fail(CodeValue, "is from %s to %s, which is not the mean of its parts", in.Low, in.High)
		return
	}
	*v = of
}

// readEnd reads an end of a span as [mtss.Ratio.Number] writes it; "" is open.
func readEnd(d *strict.Decoder, member, text string) (mtss.Ratio, bool) {
	if text == "" {
		return mtss.Ratio{}, true
	}
	fraction := text
	if !strings.Contains(text, "/") {
		fraction = decimalFraction(text)
	}
	r, err := mtss.ParseRatio(fraction)
	if err != nil || r.Number() != text {
		d.FailMember(member, CodeValue, "%q is not a number, want digits such as \"12.5\", or a fraction such as \"2/3\"", text)
		return mtss.Ratio{}, false
	}
	return r, true
}

// decimalFraction writes a decimal as a fraction of any length.
func decimalFraction(text string) string {
	sign := ""
	if body, negative := strings.CutPrefix(text, "-"); negative {
		text, sign = body, "-"
	}
	whole, decimals, _ := strings.Cut(text, ".")
	digits := strings.TrimLeft(whole+decimals, "0")
	if digits == "" {
		return "0/1"
	}
	return sign + digits + "/1" + strings.Repeat("0", len(decimals))
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

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Value) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
