package instrument

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// scoreJSON is a score as documents hold it.
type scoreJSON struct {
	ID       string     `json:"id,omitzero"`
	Label    string     `json:"label,omitzero"`
	Earned   *int64     `json:"earned,omitzero" jsonschema:"minimum=0"`
	Possible *int64     `json:"possible,omitzero" jsonschema:"minimum=0"`
	Unknown  *int64     `json:"unknown,omitzero" jsonschema:"minimum=0"`
	Of       string     `json:"of,omitzero" jsonschema:"enum=subscales"`
	Share    *shareJSON `json:"share,omitzero"`
	Full     int64      `json:"full,omitzero" jsonschema:"minimum=1,maximum=9007199254740992"`
	Prorated string     `json:"prorated,omitzero" jsonschema:"minLength=1"`
	NotApply bool       `json:"notApplicable,omitzero"`
	Items    int64      `json:"items,omitzero" jsonschema:"minimum=1"`
	Percent  *string    `json:"percent" jsonschema:"nullable"`
	Low      *string    `json:"low" jsonschema:"nullable"`
	High     *string    `json:"high" jsonschema:"nullable"`
	Mean     *string    `json:"mean,omitzero"`

	ItemsAtTop *countJSON `json:"itemsAtTop,omitzero"`
}

// countJSON is so many items of so many, with their share.
type countJSON struct {
	mtss.Tally
	Percent *string `json:"percent" jsonschema:"nullable"`
	Low     *string `json:"low" jsonschema:"nullable"`
	High    *string `json:"high" jsonschema:"nullable"`
}

// shareJSON is a share from its worst to its best case, exactly; an open end is
// left out.
type shareJSON struct {
	Low  mtss.Ratio `json:"low,omitzero"`
	High mtss.Ratio `json:"high,omitzero"`
}

// MarshalJSON writes the score with its display strings.
func (s Score) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// UnmarshalJSON reads what MarshalJSON writes. Errors: as [DecodeResult].
func (s *Score) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, s, nil) }

// AppendJSON appends the score to dst.
func (s *Score) AppendJSON(dst []byte) (out []byte, err error) {
	if s == nil {
		s = &Score{} // of nil, the zero value is written
	}
	if s.OfSubscales != nil && s.Tally != (mtss.Tally{}) {
		return dst, mtss.Issuef("", CodeDisplayed, "has points, and is a mean of subscales")
	}
	if !s.partFits() || !s.closeFits() {
		return dst, mtss.Issuef("", CodeDisplayed, "says what does not fit its points of a part of them, or of decimals")
	}
	dst = append(dst, '{')
	if s.ID != "" {
		if dst, err = appendTextMember(dst, "id", s.ID); err != nil {
			return dst, err
		}
	}
	if s.Label != "" {
		if dst, err = appendTextMember(dst, "label", s.Label); err != nil {
			return dst, err
		}
	}
	if s.OfSubscales == nil {
		dst = appendTally(dst, s.Tally)
	} else {
		dst = append(dst, `"of":"subscales","share":`...)
		share := shareJSON(*s.OfSubscales)
		if dst, err = strict.Append(dst, &share); err != nil {
			return dst, err
		}
	}
	if s.Full != 0 {
		dst = strconv.AppendInt(append(dst, `,"full":`...), s.Full, 10)
	}
	if s.Prorated {
		dst = append(append(append(dst, `,"prorated":"`...), s.prorated()...), '"')
	}
	if s.NotApplicable {
		dst = append(dst, `,"notApplicable":true`...)
	}
	if s.Items != 0 {
		dst = strconv.AppendInt(append(dst, `,"items":`...), s.Items, 10)
	}
	switch {
	case s.LowDecimals|s.HighDecimals|s.MeanDecimals != 0:
		return s.appendClose(dst), nil
	case s.OfSubscales == nil:
		dst = appendShown(dst, s.Tally)
	default:
		dst = appendSpan(dst, *s.OfSubscales)
	}
	if s.shows() {
		dst = appendMean(append(dst, `,"mean":`...), s.Tally.Earned, s.Items)
	}
	if s.ItemsAtTop != nil {
		dst = appendTally(append(dst, `,"itemsAtTop":{`...), *s.ItemsAtTop)
		dst = append(appendShown(dst, *s.ItemsAtTop), '}')
	}
	return append(dst, '}'), nil
}

// appendClose appends the rest of a score that is shown with more decimals than usual.
func (s *Score) appendClose(dst []byte) []byte {
	share := s.Share()
	known, _ := share.Known()
	if _, ok := share.Known(); !ok {
		known = mtss.Ratio{}
	}
	hundred := mtss.Whole(100)
	dst = appendRatio(append(dst, `,"percent":`...), known.Mul(hundred), max(s.LowDecimals, 1))
	dst = appendRatio(append(dst, `,"low":`...), share.Low.Mul(hundred), max(s.LowDecimals, 1))
	dst = appendRatio(append(dst, `,"high":`...), share.High.Mul(hundred), max(s.HighDecimals, 1))
	if mean, ok := s.mean(); ok {
		dst = appendRatio(append(dst, `,"mean":`...), mean, max(s.MeanDecimals, 2))
	}
	if s.ItemsAtTop != nil {
		dst = appendTally(append(dst, `,"itemsAtTop":{`...), *s.ItemsAtTop)
		dst = append(appendShown(dst, *s.ItemsAtTop), '}')
	}
	return append(dst, '}')
}

func appendTextMember(dst []byte, name, text string) ([]byte, error) {
	dst = append(append(append(dst, '"'), name...), `":`...)
	dst, err := strict.AppendString(dst, text)
	if err != nil {
		return dst, strict.Under("/"+name, mtss.Issues(err))[0]
	}
	return append(dst, ','), nil
}

func appendTally(dst []byte, t mtss.Tally) []byte {
	dst = strconv.AppendInt(append(dst, `"earned":`...), t.Earned, 10)
	dst = strconv.AppendInt(append(dst, `,"possible":`...), t.Possible, 10)
	return strconv.AppendInt(append(dst, `,"unknown":`...), t.Unknown, 10)
}

// appendShown appends the display strings of points.
func appendShown(dst []byte, t mtss.Tally) []byte {
	dst = append(dst, `,"percent":`...)
	if t.Unknown == 0 {
		dst = appendPercent(dst, t.Earned, t.Possible)
	} else {
		dst = append(dst, "null"...)
	}
	dst = appendPercent(append(dst, `,"low":`...), t.Earned, t.Possible)
	return appendPercent(append(dst, `,"high":`...), t.Earned+t.Unknown, t.Possible)
}

func appendPercent(dst []byte, n, of int64) []byte {
	const small = 1 << 40
	if n >= 0 && n < small && of > 0 && of < small {
		return appendDecimal(dst, (2*1000*n+of)/(2*of), 10)
	}
	return appendRatio(dst, mtss.NewRatio(n, of).Mul(mtss.Whole(100)), 1)
}

// appendMean appends a mean with two decimals.
func appendMean(dst []byte, n, of int64) []byte {
	const small = 1 << 40
	if n >= 0 && n < small && of > 0 && of < small {
		return appendDecimal(dst, (2*100*n+of)/(2*of), 100)
	}
	return appendRatio(dst, mtss.NewRatio(n, of), 2)
}

// appendDecimal appends n/scale, which is 10 or 100.
func appendDecimal(dst []byte, n, scale int64) []byte {
	dst = append(strconv.AppendInt(append(dst, '"'), n/scale, 10), '.')
	if rest := n % scale; scale == 100 && rest < 10 {
		dst = append(dst, '0', byte('0'+rest))
	} else {
		dst = strconv.AppendInt(dst, rest, 10)
	}
	return append(dst, '"')
}

// appendRatio appends a number with so many decimals, null for the undefined one.
func appendRatio(dst []byte, r mtss.Ratio, decimals int) []byte {
	if !r.Defined() {
		return append(dst, "null"...)
	}
	return append(append(append(dst, '"'), r.Decimal(decimals)...), '"')
}

// appendSpan appends the display strings of a mean of subscales.
func appendSpan(dst []byte, s mtss.Span) []byte {
	hundred, known := mtss.Whole(100), mtss.Ratio{}
	if r, ok := s.Known(); ok {
		known = r
	}
	if !s.Low.Defined() || !s.High.Defined() {
		s = mtss.Span{}
	}
	dst = appendRatio(append(dst, `,"percent":`...), known.Mul(hundred), 1)
	dst = appendRatio(append(dst, `,"low":`...), s.Low.Mul(hundred), 1)
	return appendRatio(append(dst, `,"high":`...), s.High.Mul(hundred), 1)
}

// checkStrict reports whether readStrict would read the score back.
func (s *Score) checkStrict(c *strict.Checks) bool {
	if s.OfSubscales != nil {
		share := shareJSON(*s.OfSubscales)
		if s.Tally != (mtss.Tally{}) || !c.Value(&share) {
			return false
		}
	}
	return c.Text(s.ID) && c.Text(s.Label) && c.Value(&s.Tally) && s.Tally.Validate() == nil && s.Items >= 0 && c.Int(s.Items) &&
		s.partFits() && s.closeFits() && c.Int(s.Full) &&
		(s.ItemsAtTop == nil || c.Value(s.ItemsAtTop) && s.ItemsAtTop.Validate() == nil)
}

// partFits reports whether what is said of a part fits the points.
func (s *Score) partFits() bool {
	return (s.Full == 0 || s.Full > s.Tally.Possible && s.Full <= mtss.MaxCount && s.OfSubscales == nil) &&
		(!s.Prorated || s.Full != 0 && s.Tally.Possible > 0 && s.Tally.Unknown == 0) &&
		(!s.NotApplicable || s.Tally.Possible == 0 && s.OfSubscales == nil)
}

// closeFits reports whether the numbers that more decimals than usual are for exist.
func (s *Score) closeFits() bool {
	fits := func(n, usual int, there bool) bool { return n == 0 || there && n > usual && n <= 12 }
	share := s.Share()
	_, mean := s.mean()
	return fits(s.LowDecimals, 1, share.Low.Defined()) && fits(s.HighDecimals, 1, share.High.Defined()) && fits(s.MeanDecimals, 2, mean)
}

// readStrict reads a score, and holds what it shows against its numbers.
func (s *Score) readStrict(d *strict.Decoder, n strict.Node) {
	var in scoreJSON
	if d.Read(n, &in) {
		*s, _ = in.score(d)
	}
}

// score returns what the members say; ok is false if they do not agree.
func (in *scoreJSON) score(d *strict.Decoder) (s Score, ok bool) {
	s = Score{ID: in.ID, Label: in.Label, Items: in.Items, Full: in.Full, Prorated: in.Prorated != "", NotApplicable: in.NotApply}
	if in.Of != "" {
		if in.Share == nil || in.Earned != nil || in.Possible != nil || in.Unknown != nil {
			d.Fail(CodeDisplayed, "is of subscales, want their mean as share, and no points")
			return s, false
		}
		share := mtss.Span(*in.Share)
		s.OfSubscales = &share
	} else if s.Tally, ok = in.tally(d); !ok {
		return s, false
	}
	if in.ItemsAtTop != nil {
		top := in.ItemsAtTop
		shown := scoreJSON{Percent: top.Percent, Low: top.Low, High: top.High}
		if d.Refused(top.Validate()) || !shown.agrees(d, Score{Tally: top.Tally}) {
			return s, false
		}
		s.ItemsAtTop = &top.Tally
	}
	if !s.partFits() {
		d.Fail(CodeDisplayed, "says of a part what does not fit its points")
		return s, false
	}
	if want := s.prorated(); s.Prorated && want != in.Prorated {
		d.FailMember("prorated", CodeDisplayed, "is %q, where the numbers give %q", in.Prorated, want)
		return s, false
	}
	if !in.agrees(d, s) {
		return s, false
	}
	s.LowDecimals, s.HighDecimals, s.MeanDecimals = max(more(in.Percent, 1), more(in.Low, 1)), more(in.High, 1), more(in.Mean, 2)
	return s, true
}

// more is how many decimals a text has, where it has more than usual; else 0.
func more(text *string, usual int) int {
	if text == nil {
		return 0
	}
	_, after, _ := strings.Cut(*text, ".")
	if len(after) <= usual {
		return 0
	}
	return len(after)
}

func (in *scoreJSON) tally(d *strict.Decoder) (mtss.Tally, bool) {
	if in.Earned == nil || in.Possible == nil || in.Unknown == nil || in.Share != nil {
		d.Fail(CodeDisplayed, "has no points, want earned, possible and unknown, or a share of subscales")
		return mtss.Tally{}, false
	}
	t := mtss.Tally{Earned: *in.Earned, Possible: *in.Possible, Unknown: *in.Unknown}
	return t, !d.Refused(t.Validate())
}

// agrees holds the display strings against the numbers, to as many decimals as
// each has.
func (in *scoreJSON) agrees(d *strict.Decoder, s Score) bool {
	if in.asWritten(&s) {
		return true
	}
	share, known := s.Share(), mtss.Ratio{}
	if r, ok := share.Known(); ok {
		known = r
	}
	if !share.Low.Defined() || !share.High.Defined() {
		share = mtss.Span{}
	}
	hundred := mtss.Whole(100)
	mean, _ := s.mean()
	good := true
	for _, shown := range []struct {
		name string
		text *string
		of   mtss.Ratio
	}{
		{"percent", in.Percent, known.Mul(hundred)}, {"low", in.Low, share.Low.Mul(hundred)}, {"high", in.High, share.High.Mul(hundred)},
		{"mean", in.Mean, mean},
	} {
		if shown.text == nil && !shown.of.Defined() {
			continue
		}
		text := "null"
		if shown.text != nil {
			text = *shown.text
		}
		_, decimals, _ := strings.Cut(text, ".")
		if want := shown.of.Decimal(len(decimals)); text != want || want == "" {
			good = false
			d.FailMember(shown.name, CodeDisplayed, "is %q, where the numbers give %q", text, want)
		}
	}
	return good
}

// asWritten reports whether the strings are those that writing the points gives.
func (in *scoreJSON) asWritten(s *Score) bool {
	if s.OfSubscales != nil || in.Percent == nil && s.Tally.Unknown == 0 || in.Low == nil || in.High == nil {
		return false
	}
	var room, other [160]byte
	want := appendShown(room[:0], s.Tally)
	if s.shows() {
		want = appendMean(append(want, `,"mean":`...), s.Tally.Earned, s.Items)
	}
	got := other[:0]
	for _, shown := range [...]struct {
		name string
		text *string
	}{{`,"percent":`, in.Percent}, {`,"low":`, in.Low}, {`,"high":`, in.High}, {`,"mean":`, in.Mean}} {
		switch {
		case shown.text != nil:
			got = append(append(append(append(got, shown.name...), '"'), *shown.text...), '"')
		case shown.name != `,"mean":`:
			got = append(append(got, shown.name...), "null"...)
		}
	}
	return string(got) == string(want)
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Score) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
