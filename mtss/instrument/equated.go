package instrument

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Equated is what a score of one version is like in another. It is not a
// measurement of that version: it permits no trend, and it holds no verdict,
// since an equated score meets no criterion.
type Equated struct {
	// Equating is the id of the equating.
	Equating string
	// Section is the section that was scored.
	Section string
	// From is the version that was administered, To the one in which the score is
	// given.
	From, To Ref
	// Measured is the points that were measured, in the version from.
	Measured mtss.Tally
	// Share is the share of the points of the version to, unrounded, from its
	// worst to its best case. An end outside 0 to 100 percent is open.
	Share mtss.Span
	// Possible is how many points the section has in the version to.
	Possible int64
	// Undefined says why Share has an open end; "" where it has none.
	Undefined string
	// Caveats are what a reader must know beside the numbers.
	Caveats []mtss.Notice
}

// Equate equates the points of one section. They must be points of all its
// items, for which the line was published: none left out as not applicable or
// missing. What is unknown gives a worst and a best case. Errors: CodeTally of
// package mtss, CodeEquatingOther.
func (e Equating) Equate(section string, measured mtss.Tally) (Equated, error) {
	if err := measured.Validate(); err != nil {
		return Equated{}, err
	}
	i := slices.IndexFunc(e.Lines, func(l EquatingLine) bool { return l.Section == section })
	if i < 0 {
		return Equated{}, mtss.Issuef("", CodeEquatingOther, "%s has no line for section %q", e.ID, section)
	}
	l := e.Lines[i]
	if measured.Possible != l.FromPossible {
		return Equated{}, mtss.Issuef("", CodeEquatingOther, "section %q was scored of %d points, want the %d that %s has", section, measured.Possible, l.FromPossible, e.From)
	}
	out := Equated{Equating: e.ID, Section: section, From: e.From, To: e.To, Measured: measured, Possible: l.ToPossible, Caveats: e.caveats(section)}
	span := measured.Span()
	out.Share.Low = out.end(l, span.Low)
	out.Share.High = out.end(l, span.High)
	return out, nil
}

// end maps one end of a share. What lies outside 0 to 100 percent can't be
// scored, and is not replaced by the nearest end.
func (out *Equated) end(l EquatingLine, x mtss.Ratio) mtss.Ratio {
	y := l.Slope.Mul(x).Add(l.Offset)
	if y.Sign() >= 0 && y.Cmp(mtss.Whole(1)) <= 0 {
		return y
	}
	if out.Undefined == "" {
		out.Undefined = x.Percent(1) + "% comes to " + y.Percent(2) + "%, which is outside 0 to 100 and not a score of " + out.To.String()
	}
	return mtss.Ratio{}
}

// EquateResult equates every subscale of a result that has a line. Errors:
// CodeEquatingOther, also where there is none.
func (e Equating) EquateResult(r Result) ([]Equated, error) {
	if r.Instrument.Ref != e.From {
		return nil, mtss.Issuef("/instrument", CodeEquatingOther, "is of %s, want %s", r.Instrument.Ref, e.From)
	}
	var all []Equated
	for _, s := range r.Subscales {
		if !slices.ContainsFunc(e.Lines, func(l EquatingLine) bool { return l.Section == s.ID }) {
			continue
		}
		equated, err := e.Equate(s.ID, s.Tally)
		if err != nil {
			return nil, err
		}
		all = append(all, equated)
	}
	if len(all) == 0 {
		return nil, mtss.Issuef("/subscales", CodeEquatingOther, "none of them has a line in %s", e.ID)
	}
	return all, nil
}

func (e *Equating) caveats(section string) []mtss.Notice {
	all := []mtss.Notice{mtss.Noticef(CaveatEquated, "equated from %s: it permits no trend with scores of %s, and is not a verdict on a criterion of either", e.From.String(), e.To.String())}
	for _, text := range e.Caveats {
		all = append(all, mtss.Noticef(CaveatEquating, "%s", text))
	}
	for _, d := range e.Discrepancies {
		if d.Section == "" || d.Section == section {
			all = append(all, mtss.Noticef(CaveatEquating, "%s is printed %s and works out to %s: %s", d.Of, d.Printed, d.Worked, d.Says))
		}
	}
	for _, f := range e.Facts {
		if f.Provenance != mtss.Confirmed {
			all = append(all, mtss.Noticef(CaveatNotConfirmed, "%s: %s", f.Provenance, f.Says))
		}
	}
	return all
}

// Percent returns the share as a whole percentage, rounded half up, as such
// tables are printed; ok is false while points are unknown, and where there is
// no share.
func (q Equated) Percent() (percent string, ok bool) {
	share, known := q.Share.Known()
	return share.Percent(0), known
}

// Points returns the whole points of the version to, rounded half up from the
// unrounded share: 51.77 percent of 80 are 41, though 52 percent would be 42.
// ok is as for Percent.
func (q Equated) Points() (points string, ok bool) {
	share, known := q.Share.Known()
	return share.Mul(mtss.Whole(q.Possible)).Decimal(0), known
}

// equatedJSON is an equated score as documents hold it, with its display strings,
// null where they are not known, and with what it may not be used for.
type equatedJSON struct {
	Equating     string        `json:"equating"`
	Section      string        `json:"section"`
	From         Ref           `json:"from"`
	To           Ref           `json:"to"`
	Measured     mtss.Tally    `json:"measured"`
	Share        shareJSON     `json:"share"`
	Percent      *string       `json:"percent" jsonschema:"nullable"`
	Low          *string       `json:"low" jsonschema:"nullable"`
	High         *string       `json:"high" jsonschema:"nullable"`
	Points       *string       `json:"points" jsonschema:"nullable"`
	Possible     int64         `json:"possible" jsonschema:"minimum=0"`
	Undefined    string        `json:"undefined,omitzero"`
	PermitsTrend bool          `json:"permitsTrend"`
	IsCriterion  bool          `json:"isCriterion"`
	Caveats      []mtss.Notice `json:"caveats"`
}

// Schema names the kind of the document and the version of its schema.
func (Equated) Schema() mtss.Schema { return mtss.Schema{Kind: "equated", Version: SchemaVersion} }

// Schema is that of [Equated].
func (equatedJSON) Schema() mtss.Schema { return Equated{}.Schema() }

// DecodeEquated reads one equated score strictly. What it shows of its numbers
// has to agree with them. Errors: CodeDisplayed, mtss.CodeTally and the codes of
// strict reading.
func DecodeEquated(data []byte) (Equated, error) { return strict.Read[Equated](data, nil) }

// Validate reports what decoding the score would. Errors: as [DecodeEquated].
func (q Equated) Validate() error { return strict.Validate(&q, nil) }

// MarshalJSON writes the document.
func (q Equated) MarshalJSON() ([]byte, error) { return strict.Marshal(&q) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (q *Equated) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, q, nil) }

// AppendJSON appends the document to dst.
func (q *Equated) AppendJSON(dst []byte) ([]byte, error) {
	if q == nil {
		q = &Equated{} // of nil, the zero value is written
	}
	return strict.Append(dst, q.document())
}

func (q *Equated) document() *equatedJSON {
	return &equatedJSON{
		Equating: q.Equating, Section: q.Section, From: q.From, To: q.To,
		Measured: q.Measured, Share: shareJSON(q.Share), Possible: q.Possible, Undefined: q.Undefined, Caveats: q.Caveats,
		Percent: shown(q.Percent()), Points: shown(q.Points()),
		Low: shown(q.Share.Low.Percent(0), q.Share.Low.Defined()), High: shown(q.Share.High.Percent(0), q.Share.High.Defined()),
	}
}

// checkStrict reports whether readStrict would read the score back.
func (q *Equated) checkStrict(c *strict.Checks) bool {
	return c.Value(q.document()) && q.Measured.Validate() == nil
}

// readStrict reads an equated score, and holds what it shows against its numbers.
func (q *Equated) readStrict(d *strict.Decoder, n strict.Node) {
	var in equatedJSON
	if !d.Read(n, &in) {
		return
	}
	if err := in.Measured.Validate(); err != nil {
		d.FailMember("measured", mtss.CodeTally, "%s", mtss.Issues(err)[0].Message)
		return
	}
	out := Equated{
		Equating: in.Equating, Section: in.Section, From: in.From, To: in.To, Measured: in.Measured,
		Share: mtss.Span(in.Share), Possible: in.Possible, Undefined: in.Undefined, Caveats: in.Caveats,
	}
	want := out.document()
	good := true
	for _, member := range []struct {
		name      string
		got, want *string
	}{{"percent", in.Percent, want.Percent}, {"low", in.Low, want.Low}, {"high", in.High, want.High}, {"points", in.Points, want.Points}} {
		if got, want := orNull(member.got), orNull(member.want); got != want {
			good = false
			d.FailMember(member.name, CodeDisplayed, "is %s, where the numbers give %s", got, want)
		}
	}
	if in.PermitsTrend || in.IsCriterion {
		good = false
		d.Fail(CodeDisplayed, "permits a trend or a verdict, which no equated score does")
	}
	if good {
		*q = out
	}
}

func orNull(text *string) string {
	if text == nil {
		return "null"
	}
	return strconv.Quote(*text)
}

// shown is nil for what is not known, which JSON writes as null.
func shown(text string, known bool) *string {
	if !known {
		return nil
	}
	return &text
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Equated) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
