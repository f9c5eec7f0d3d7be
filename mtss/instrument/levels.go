package instrument

import (
	"bytes"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// plainCriterion is a criterion without what documents repeat of its finding.
type plainCriterion CriterionResult

// criterionJSON is a criterion as documents hold it.
type criterionJSON struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Provenance mtss.Provenance `json:"provenance"`
	rule.Finding
	Levels []levelJSON `json:"levels,omitzero"`
}

// levelJSON is one comparison of a finding, however deep it lies.
type levelJSON struct {
	Measure  string       `json:"measure"`
	Unit     string       `json:"unit,omitzero"`
	Verdict  mtss.Verdict `json:"verdict"`
	Measured rule.Value   `json:"measured,omitzero"`
	Relation string       `json:"relation" jsonschema:"enum=atLeast,enum=moreThan,enum=atMost,enum=lessThan,enum=between,enum=is,enum=oneOf"`
	Wanted   []string     `json:"wanted"`
	Opposite bool         `json:"opposite,omitzero"`
}

// MarshalJSON writes the criterion with its levels.
func (c CriterionResult) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// UnmarshalJSON reads what MarshalJSON writes; levels may be absent, as in results of
// before they were written. Errors: CodeDisplayed and those of strict reading.
func (c *CriterionResult) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, c, nil) }

// AppendJSON appends the criterion to dst: its finding, and after it each comparison of
// the finding in a list, so that thresholds are found without walking a tree.
func (c *CriterionResult) AppendJSON(dst []byte) ([]byte, error) {
	if c == nil {
		c = &CriterionResult{} // of nil, the zero value is written
	}
	out, ok := c.appendPlain(dst)
	var err error
	if !ok {
		if out, err = strict.Append(dst, (*plainCriterion)(c)); err != nil {
			return dst, err
		}
	}
	dst = out
	begin := len(dst) - 1 // over the closing brace
	dst = append(dst[:begin], `,"levels":[`...)
	if dst, err = appendLevels(dst, &c.Finding, false); err != nil {
		return dst, err
	}
	if dst[len(dst)-1] == '[' { // nothing was compared
		return append(dst[:begin], '}'), nil
	}
	return append(dst, "]}"...), nil
}

// appendLevels appends the comparisons of a finding, in its order.
func appendLevels(dst []byte, f *rule.Finding, opposite bool) (_ []byte, err error) {
	if f.Operator != "" {
		for i := range f.Children {
			if dst, err = appendLevels(dst, &f.Children[i], opposite != (f.Operator == rule.OperatorNot)); err != nil {
				return dst, err
			}
		}
		return dst, nil
	}
	relation, one, several := f.Wanted.Relation()
	if f.Measure == "" || relation == "" {
		return dst, nil
	}
	if dst[len(dst)-1] == '}' {
		dst = append(dst, ',')
	}
	if dst, err = strict.AppendString(append(dst, `{"measure":`...), f.Measure); err != nil {
		return dst, err
	}
	if f.Unit != "" {
		if dst, err = strict.AppendString(append(dst, `,"unit":`...), f.Unit); err != nil {
			return dst, err
		}
	}
	dst = append(append(append(dst, `,"verdict":"`...), f.Verdict.String()...), '"')
	if !f.Measured.IsZero() {
		if dst, err = f.Measured.AppendJSON(append(dst, `,"measured":`...)); err != nil {
			return dst, err
		}
	}
	dst = append(append(append(dst, `,"relation":"`...), relation...), `","wanted":[`...)
	if several == nil {
		dst, err = strict.AppendString(dst, one)
	}
	for i, text := range several {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, err = strict.AppendString(dst, text); err != nil {
			break
		}
	}
	if err != nil {
		return dst, err
	}
	dst = append(dst, ']')
	if opposite {
		dst = append(dst, `,"opposite":true`...)
	}
	return append(dst, '}'), nil
}

// checkStrict reports whether readStrict would read the criterion back.
func (c *CriterionResult) checkStrict(checks *strict.Checks) bool {
	return checks.Value((*plainCriterion)(c))
}

// readStrict reads a criterion, and holds its levels against its finding.
func (c *CriterionResult) readStrict(d *strict.Decoder, n strict.Node) {
	var in criterionJSON
	if !d.Read(n, &in) {
		return
	}
	*c = CriterionResult{ID: in.ID, Title: in.Title, Provenance: in.Provenance, Finding: in.Finding}
	if in.Levels == nil {
		return
	}
	got, err := strict.Append(nil, &in.Levels)
	want, wrong := appendLevels([]byte{'['}, &c.Finding, false)
	if err != nil || wrong != nil || !bytes.Equal(got, append(want, ']')) {
		d.FailMember("levels", CodeDisplayed, "are not the comparisons of the finding")
	}
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (c *CriterionResult) Strict(codec any) bool {
	return strict.Own(codec, c.readStrict, c.checkStrict)
}
