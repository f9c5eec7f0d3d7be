package rule

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// FactText is one value as people write it: a text that the measure's kind reads,
// with the day on which it was found if that is known, or a list of dated texts for
// a series.
type FactText struct {
	// Measure is what the fact is of.
	Measure string
	// Text is "43/54", "4+3?/10" (4 certain and 3 unknown of 10), "2.27%",
	// "yes", "no", "unknown", "12.5 h", "2026-01-20" or a category; "" for a series.
	Text string
	// On is the day on which Text was found; zero where that is not known.
	On mtss.Date
	// Series holds the dated texts of a series.
	Series []DatedText
}

// DatedText is a value with its day as people write it.
type DatedText struct {
	// On is the day that the value belongs to.
	On mtss.Date `json:"on"`
	// Value is the text of the value.
	Value string `json:"value" jsonschema:"minLength=1,maxLength=200"`
}

// FactTexts are facts as a document holds them: one object from measure to text,
// to a text with its day, or to a list of those.
type FactTexts []FactText

// MarshalJSON writes the facts as an object, in their order.
func (f FactTexts) MarshalJSON() ([]byte, error) { return strict.Marshal(&f) }

// UnmarshalJSON reads what MarshalJSON writes, as strictly as a document is
// read. Errors: those of strict reading.
func (f *FactTexts) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, f, nil) }

// AppendJSON appends the facts to dst.
func (f *FactTexts) AppendJSON(dst []byte) ([]byte, error) {
	if f == nil {
		f = &FactTexts{} // of nil, the zero value is written
	}
	return strict.AppendObject(dst, len(*f), func(i int) string { return (*f)[i].Measure }, func(dst []byte, i int) ([]byte, error) {
		switch fact := &(*f)[i]; {
		case fact.Series != nil && (fact.Text != "" || !fact.On.IsZero()):
			return dst, mtss.Issuef("", CodeFact, "measure %q has a text or a day, and a series", fact.Measure)
		case fact.Series != nil:
			return strict.Append(dst, &fact.Series)
		case !fact.On.IsZero():
			return strict.Append(dst, &DatedText{On: fact.On, Value: fact.Text})
		default:
			return strict.AppendString(dst, fact.Text)
		}
	})
}

// checkStrict reports whether readStrict would read the facts back.
func (f *FactTexts) checkStrict(c *strict.Checks) bool {
	for i := range *f {
		fact, good := &(*f)[i], false
		switch {
		case fact.Series != nil:
			good = fact.Text == "" && fact.On.IsZero() && c.Value(&fact.Series)
		case !fact.On.IsZero():
			good = c.Value(&DatedText{On: fact.On, Value: fact.Text})
		default:
			good = c.Text(fact.Text)
		}
		if !good {
			return false
		}
	}
	return c.Names(len(*f), func(i int) string { return (*f)[i].Measure })
}

// readStrict reads the facts in the order of the document.
func (f *FactTexts) readStrict(d *strict.Decoder, n strict.Node) {
	if !d.Want(n, strict.Object, "an object from measure to value") {
		return
	}
	out := make(FactTexts, 0, n.Len())
	for i := range n.Len() {
		name, value := n.Member(i)
		fact := FactText{Measure: name}
		switch value.Kind() {
		case strict.String:
			d.Member(name, value, &fact.Text)
		case strict.Array:
			d.Member(name, value, &fact.Series)
		case strict.Object:
			var dated DatedText
			d.Member(name, value, &dated)
			fact.On, fact.Text = dated.On, dated.Value
		default:
			d.FailMember(name, strict.CodeType, "is %s, want a text such as %q, an object with \"on\" and \"value\", or for a series a list of those", value.Kind(), "43/54")
		}
		out = append(out, fact)
	}
	*f = out
}

// Latest returns the last day of any fact, or the day given if that is later: the first
// on which all of the facts are known.
func (f FactTexts) Latest(on mtss.Date) mtss.Date {
	for _, fact := range f {
		if fact.On.After(on) {
			on = fact.On
		}
		for _, d := range fact.Series {
			if d.On.After(on) {
				on = d.On
			}
		}
	}
	return on
}

// Parse reads facts by the kinds that the vocabulary declares. Paths of issues
// lead below path. Errors: CodeMeasureUnknown, CodeMeasureRepeated, CodeFact.
func (f FactTexts) Parse(path string, vocabulary Vocabulary) (Facts, error) {
	facts := Facts{}
	var issues []mtss.Issue
	for _, fact := range f {
		at := pointer.Member(path, fact.Measure)
		i := vocabulary.index(fact.Measure)
		if _, repeated := facts[fact.Measure]; repeated {
			issues = append(issues, mtss.Issuef(at, CodeMeasureRepeated, "measure %q has two facts", fact.Measure))
			continue
		}
		if i < 0 {
			issues = append(issues, mtss.Issuef(at, CodeMeasureUnknown, "measure %q is unknown%s", fact.Measure, vocabulary.suggest(fact.Measure)))
			continue
		}
		value, bad := fact.parse(at, vocabulary.Measures[i])
		issues = append(issues, bad...)
		facts[fact.Measure] = value
	}
	return facts, strict.Invalid(issues)
}

// parse reads one fact, a series value by value.
func (f FactText) parse(path string, m Measure) (Value, []mtss.Issue) {
	if (f.Series != nil) != m.Series {
		return Value{}, []mtss.Issue{mtss.Issuef(path, CodeFact, "measure %q: a list of dated values goes with a series, and only with one", m.Name)}
	}
	if !m.Series {
		value, err := ParseValue(m, f.Text)
		issues := strict.Under(path, mtss.Issues(err))
		if !f.On.IsZero() && !f.On.Valid() {
			issues = append(issues, mtss.Issuef(pointer.Member(path, "on"), mtss.CodeDate, "is not a valid date"))
		}
		return value.OnDay(f.On), issues
	}
	var issues []mtss.Issue
	dated := make([]Dated, 0, len(f.Series))
	for i, d := range f.Series {
		at := pointer.Element(path, i)
		value, err := ParseValue(m, d.Value)
		issues = append(issues, strict.Under(pointer.Member(at, "value"), mtss.Issues(err))...)
		if !d.On.Valid() {
			issues = append(issues, mtss.Issuef(pointer.Member(at, "on"), mtss.CodeDate, "is not a valid date"))
		}
		dated = append(dated, Dated{On: d.On, Value: value})
	}
	return OfSeries(dated...), issues
}

// ParseValue reads a text by a measure's kind; of a series it is one value.
// Every kind reads "unknown", a value of which nothing is known. Errors: CodeFact.
func ParseValue(m Measure, text string) (Value, error) {
	value, ok := m.read(text)
	if says := m.notCategory(text); ok && m.Kind == KindCategory && text != unknown && says != "" {
		return Value{}, mtss.Issuef("", CodeFact, "measure %q: %q is not one of its categories, %s", m.Name, text, says)
	}
	if ok {
		return value, nil
	}
	for _, plain := range plainly(m, text) {
		if _, ok := m.read(plain); ok && m.Kind != KindCategory {
			return Value{}, mtss.Issuef("", CodeFact, "measure %q: %q cannot be read as a %s, write %q", m.Name, text, m.Kind, plain)
		}
	}
	return Value{}, mtss.Issuef("", CodeFact, "measure %q: %q cannot be read as a %s, want %s", m.Name, text, m.Kind, m.form())
}

// plainly returns ways in which a text was probably meant: with one space between
// words, with none, in small letters, and a share with a decimal point.
func plainly(m Measure, text string) []string {
	words := strings.Fields(text)
	if m.Kind == KindRatio {
		words = strings.Fields(strings.ReplaceAll(text, ",", "."))
	}
	tight := strings.Join(words, "")
	return []string{strings.Join(words, " "), tight, strings.ToLower(tight)}
}

// read reads a text by the measure's kind; ok is false where it is not of it.
func (m Measure) read(text string) (value Value, ok bool) {
	switch ok = text == unknown; {
	case ok && m.Kind == KindYesNo:
		return OfYesNo(mtss.Undetermined), true
	case ok:
		return Value{}, true
	case m.Kind == KindTally:
		value, ok = parseTally(text)
	case m.Kind == KindYesNo:
		value, ok = map[string]Value{"yes": OfYesNo(mtss.Met), "no": OfYesNo(mtss.NotMet)}[text], text == "yes" || text == "no"
	case m.Kind == KindRatio:
		r, err := mtss.ParseRatio(text)
		value, ok = OfSpan(mtss.Exactly(r)), err == nil
	case m.Kind == KindQuantity:
		value, ok = parseQuantity(m, text)
	case m.Kind == KindDate:
		d, err := mtss.ParseDate(text)
		value, ok = OfDate(d), err == nil
	case m.Kind == KindCategory:
		value, ok = OfCategory(text), text != ""
	}
	return value, ok
}

// form says how a value of the measure is written.
func (m Measure) form() string {
	switch m.Kind {
	case KindTally:
		return `"43/54", or "4+3?/10" for 4 certain and 3 unknown of 10`
	case KindYesNo:
		return `"yes", "no" or "unknown"`
	case KindRatio:
		return `"4/5" or "80%"`
	case KindQuantity:
		return strings.TrimSpace(`a number such as "12.5 ` + m.Unit + `"`)
	case KindDate:
		return "YYYY-MM-DD"
	}
	return "a word"
}

// parseTally reads "43/54" or "4+3?/10".
func parseTally(text string) (Value, bool) {
	certain, possible, ok := strings.Cut(text, "/")
	certain, unknown, some := strings.Cut(certain, "+")
	if some {
		unknown, some = strings.CutSuffix(unknown, "?")
		if !some {
			return Value{}, false
		}
	} else {
		unknown = "0"
	}
	earned, ok1 := count(certain)
	open, ok2 := count(unknown)
	all, ok3 := count(possible)
	t := mtss.Tally{Earned: earned, Possible: all, Unknown: open}
	return Of(t), ok && ok1 && ok2 && ok3 && t.Validate() == nil
}

func count(text string) (int64, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil && n >= 0 && strconv.FormatInt(n, 10) == text // no sign, no leading zero
}

func parseQuantity(m Measure, text string) (Value, bool) {
	r, err := threshold.Amount(m.Unit, text)
	return OfSpan(mtss.Exactly(r)), err == nil
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *FactTexts) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }

// ReadFacts reads facts in text as a document has them, by the kinds of the measures that
// the rules compare. Errors: the codes of strict reading, and those of [FactTexts.Parse].
func (b *Rulebook) ReadFacts(data []byte) (texts FactTexts, facts Facts, err error) {
	if err = texts.UnmarshalJSON(data); err == nil {
		facts, err = texts.Parse("", b.Vocabulary())
	}
	return texts, facts, err
}
