package instrument

import (
	"cmp"
	"fmt"
	"slices"
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
	names := r.names(of)
	said := []string{r.head()}
	if r.Total != nil {
		said = append(said, names.scale("total")+" is "+r.Total.said())
	} else {
		text := "The points come to " + r.points()
		if r.Points.Unknown > 0 {
			text += fmt.Sprintf(" with %d unknown", r.Points.Unknown)
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
		said = append(said, names.caveat(r, c))
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
	names := r.names(Definition{})
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

// names are what people call the scales and the criteria of a result, by id.
type names struct{ scales, criteria map[string]string }

func (r Result) names(of Definition) names {
	n := names{scales: map[string]string{"total": "the total"}, criteria: map[string]string{}}
	for _, s := range of.Subscales {
		n.scales[s.ID] = s.Label
	}
	for _, c := range of.Criteria {
		n.criteria[c.ID] = c.Title
	}
	for _, s := range r.Subscales {
		n.scales[s.ID] = s.Label
	}
	for _, c := range r.Criteria {
		n.criteria[c.ID] = c.Title
	}
	return n
}

func (n names) scale(id string) string { return cmp.Or(n.scales[id], id) }

func (n names) criterion(id string) string { return cmp.Or(n.criteria[id], id) }

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
func (n names) caveat(r Result, c mtss.Notice) string {
	params := slices.Clone(c.Params)
	for i, id := range params {
		place := fmt.Sprintf("\"{%d}\"", i)
		switch {
		case id == r.Instrument.String():
			params[i] = r.instrument()
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
