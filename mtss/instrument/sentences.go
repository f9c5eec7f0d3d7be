package instrument

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Sentences says in a page what [Result.Lines] says at a terminal: a sentence each, with
// labels in place of ids. Those of what was left out, and so is not in the result, are the
// definition's; of the zero definition their ids stay. The zero result says nothing.
func (r Result) Sentences(of Definition) []string {
	if r.Unit == (mtss.Unit{}) && r.Instrument.Ref == (Ref{}) {
		return nil
	}
	names := names{&r, &of}
	said := []string{r.head()}
	if r.Total != nil {
		said = append(said, names.scale("total")+" is "+r.Total.said())
	} else {
		text := "The points come to " + r.points()
		if r.Points.Unknown > 0 {
			text += " with " + strconv.FormatInt(r.Points.Unknown, 10) + " unknown"
		}
		said = append(said, text+"; there is no total")
	}
	for _, s := range r.Subscales {
		said = append(said, names.scale(s.ID)+": "+s.said())
	}
	if text := r.unscored(); text != "" {
		said = append(said, "There is "+text)
	}
	for _, c := range r.Criteria {
		said = append(said, "The criterion \""+names.criterion(c.ID)+"\" is "+mtss.Plain(c.Verdict.String())+c.inAll())
		said = append(said, names.finding(c.Finding).Sentences()...)
		said = append(said, "The source of this criterion is "+c.Source.String())
	}
	for _, c := range r.Caveats {
		said = append(said, names.caveat(c))
	}
	for i := range said {
		said[i] = sentence(said[i])
	}
	return said
}

// Notices says how the criteria were judged, as [rule.Finding.Notices] does, with the
// labels of subscales in place of their ids. The subject of each is its criterion's id.
func (r Result) Notices() []mtss.Notice {
	var all []mtss.Notice
	names := names{&r, &Definition{}}
	for _, c := range r.Criteria {
		for _, n := range names.finding(c.Finding).Notices() {
			all = append(all, n.About(c.ID))
		}
	}
	return all
}

// head says what was assessed, when, and by what.
func (r Result) head() string {
	kind := string(r.Unit.Kind)
	if r.Unit.Kind == mtss.KindISD {
		kind = "ISD"
	}
	text := kind + " " + r.Unit.ID + " was assessed on " + r.Date.String() + " with " + r.instrument()
	if r.Instrument.Profile != "" {
		text += ", by the profile " + r.Instrument.Profile
	}
	return text
}

// instrument is its title and version.
func (r Result) instrument() string {
	return cmp.Or(r.Instrument.Title, r.Instrument.ID) + " " + r.Instrument.Version
}

// said is what a sentence says of one score.
func (s Score) said() string {
	w := s.words()
	text := w.share
	if w.points != "" && w.share != nothing {
		text = w.points + " (" + w.share + ")"
	}
	if w.unknown != "" {
		text += " with " + w.unknown
	}
	return strings.Join(append([]string{text}, w.more...), ", ")
}

// names are what people call the scales and the criteria of a result: as it says, or else
// as the definition does.
type names struct {
	r  *Result
	of *Definition
}

func (n names) scale(id string) string {
	if id == "total" {
		return "the total"
	}
	name := ""
	for i := range n.r.Subscales {
		if s := &n.r.Subscales[i]; s.ID == id {
			name = s.Label
		}
	}
	for i := range n.of.Subscales {
		if s := &n.of.Subscales[i]; s.ID == id {
			name = cmp.Or(name, s.Label)
		}
	}
	return cmp.Or(name, id)
}

func (n names) criterion(id string) string {
	name := ""
	for i := range n.r.Criteria {
		if c := &n.r.Criteria[i]; c.ID == id {
			name = c.Title
		}
	}
	for i := range n.of.Criteria {
		if c := &n.of.Criteria[i]; c.ID == id {
			name = cmp.Or(name, c.Title)
		}
	}
	return cmp.Or(name, id)
}

// finding is a finding of measures that have people's names, which sentences begin with.
func (n names) finding(f rule.Finding) rule.Finding {
	if f.Measure == protocolKept {
		f.Measure = "Whether the protocol was kept"
	} else if f.Measure != "" {
		f.Measure = capital(n.scale(f.Measure))
	}
	f.Children = slices.Clone(f.Children)
	for i, child := range f.Children {
		f.Children[i] = n.finding(child)
	}
	return f
}

// caveat is what a caveat says, with names in place of the ids that its template puts
// behind what they are of.
func (n names) caveat(c mtss.Notice) string {
	params := slices.Clone(c.Params)
	for i, id := range params {
		place := "\"{" + strconv.Itoa(i) + "}\""
		switch {
		case id == n.r.Instrument.String():
			params[i] = n.r.instrument()
		case strings.Contains(c.Template, "criterion "+place):
			params[i] = n.criterion(id)
		case strings.Contains(c.Template, "subscale "+place), strings.Contains(c.Template, "points of "+place):
			params[i] = n.scale(id)
		}
	}
	if len(params) == 0 {
		return c.Message
	}
	return mtss.FillIn(c.Template, params)
}

// sentence begins with a capital, ends with a full stop, and has single spaces.
func sentence(text string) string {
	text = capital(strings.Join(strings.Fields(text), " "))
	if strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
