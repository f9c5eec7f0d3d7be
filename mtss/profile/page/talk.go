package page

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// talk puts what is to be said into words.
type talk struct {
	language       string
	words, english map[string]string
	keys           map[string]string // of words of the library, by what they are in English
}

func newTalk(words profile.Words) *talk {
	english := English()
	t := &talk{language: cmp.Or(words.Language, english.Language), words: words.Words, english: english.Words, keys: map[string]string{}}
	for key, text := range english.Words {
		at := rank(key)
		if at < 0 {
			continue
		}
		for _, text := range []string{text, mtss.Plain(strings.TrimPrefix(key, libraryWords()[at]))} {
			text = strings.ToLower(text)
			if known, found := t.keys[text]; !found || at < rank(known) || at == rank(known) && key < known {
				t.keys[text] = key
			}
		}
	}
	return t
}

// find returns the words under a key.
func (t *talk) find(key string) (text string, found bool) {
	if text, found = t.words[key]; !found {
		text, found = t.english[key]
	}
	return text, found
}

// say says what is under a key; a key without words says itself.
func (t *talk) say(key string, params ...string) string {
	text, found := t.find(key)
	if !found {
		return key
	}
	return mtss.FillIn(text, params)
}

// count says a number of things: one may need other words.
func (t *talk) count(key string, n int, more ...string) string {
	params := append([]string{strconv.Itoa(n)}, more...)
	if _, found := t.find(key + ".one"); n == 1 && found {
		key += ".one"
	}
	return t.say(key, params...)
}

// called returns the name of a unit, an innovation or another word of the data.
func (t *talk) called(of, id string) string {
	if text, found := t.find(of + "/" + id); found {
		return apart(text)
	}
	if text, found := t.find(of + "." + id); found {
		return text
	}
	return apart(mtss.Plain(id))
}

// apart keeps a name that runs from right to left from turning what stands beside it
// around, such as figures.
func apart(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool {
		return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
	}) {
		return "\u2068" + name + "\u2069" // first strong isolate, to its end
	}
	return name
}

func (t *talk) unit(u mtss.Unit) string { return t.called("unit", u.ID) }

func (t *talk) innovation(id string) string { return t.called("innovation", id) }

func (t *talk) stage(id mtss.StageID) string { return t.called("stage", string(id)) }

func (t *talk) measure(name string) string {
	if text, found := t.find("measure." + name); found {
		return text
	}
	return upper(mtss.Plain(name))
}

// instrument names an instrument by its id and version.
func (t *talk) instrument(ref instrument.Ref) string {
	if text, found := t.find("instrument/" + ref.ID); found {
		return text
	}
	return strings.ToUpper(ref.ID) + " " + ref.Version
}

func (t *talk) verdict(v mtss.Verdict) string { return t.say("verdict." + v.String()) }

func (t *talk) date(d mtss.Date) string {
	if d.IsZero() {
		return ""
	}
	return t.say("date", t.say("month."+strconv.Itoa(d.Month)), strconv.Itoa(d.Day), strconv.Itoa(d.Year))
}

// day is a date where there is little room.
func (t *talk) day(d mtss.Date) string {
	if d.IsZero() {
		return ""
	}
	return t.say("date.short", t.say("month.short."+strconv.Itoa(d.Month)), strconv.Itoa(d.Day), strconv.Itoa(d.Year))
}

// figure says a count: "6 of 10", "3 to 4 of 10".
func (t *talk) figure(c mtss.Tally) string {
	n := func(n int64) string { return strconv.FormatInt(n, 10) }
	if c.Unknown == 0 {
		return t.say("figure", n(c.Earned), n(c.Possible))
	}
	return t.say("figure.open", n(c.Earned), n(c.Earned+c.Unknown), n(c.Possible))
}

// share says a span of shares, each end on its own side of the cuts.
func (t *talk) share(s mtss.Span, cuts ...mtss.Ratio) string {
	if !s.Low.Defined() || !s.High.Defined() {
		return t.say("not known")
	}
	low, high := s.Low.PercentAgainst(cuts...), s.High.PercentAgainst(cuts...)
	if s.Low.Equal(s.High) {
		return t.say("percent", low)
	}
	return t.say("percent.open", low, high)
}

// cuts returns the thresholds of a comparison that are shares.
func cuts(c rule.Comparison) (out []mtss.Ratio) {
	for _, text := range append([]string{c.AtLeast, c.MoreThan, c.AtMost, c.LessThan}, c.Between...) {
		if cut, err := mtss.ParseRatio(text); text != "" && err == nil {
			out = append(out, cut)
		}
	}
	return out
}

// wanted says what a comparison asks for.
func (t *talk) wanted(c rule.Comparison) string {
	half := mtss.NewRatio(1, 2)
	at := cuts(c)
	switch {
	case c.AtLeast != "" && len(at) > 0 && at[0].Equal(half):
		return t.say("wanted.half")
	case c.AtLeast != "" && len(at) > 0 && at[0].Equal(mtss.Whole(1)):
		return t.say("wanted.all")
	case c.AtLeast != "":
		return t.say("wanted", c.AtLeast)
	case c.MoreThan != "" && len(at) > 0 && at[0].Sign() == 0:
		return t.say("wanted.some")
	case c.MoreThan != "":
		return t.say("wanted.more", c.MoreThan)
	case c.AtMost != "":
		return t.say("wanted.most", c.AtMost)
	case c.LessThan != "":
		return t.say("wanted.less", c.LessThan)
	case len(c.Between) == 2:
		return t.say("wanted.between", c.Between[0], c.Between[1])
	case c.Is == "yes":
		return "" // what is asked says it
	case c.Is == "no":
		return t.say("wanted.is", t.say(c.Is))
	case c.Is != "":
		return t.say("wanted.is", t.param(c.Is))
	case len(c.OneOf) > 0:
		words := make([]string, len(c.OneOf))
		for i, one := range c.OneOf {
			words[i] = t.param(one)
		}
		return t.say("wanted.is", strings.Join(words, ", "))
	}
	return ""
}

// answer says yes, no or not known.
func (t *talk) answer(v mtss.Verdict) string { return t.say(answerKey(v)) }

func answerKey(v mtss.Verdict) string {
	switch v {
	case mtss.Met:
		return "yes"
	case mtss.NotMet:
		return "no"
	}
	return "not known"
}

// finding says what was found of a measure: "6 of 10 staff use it as intended (60.0%)".
func (t *talk) finding(f rule.Finding) string {
	return t.measured(f.Measure, f.Measured, f.Wanted.Comparison(), true)
}

// measured says a value of a measure; whole with its name.
func (t *talk) measured(name string, v rule.Value, c rule.Comparison, whole bool) string {
	label := t.measure(name)
	yes, is := v.YesNo()
	count, counted := v.Tally()
	text, value := "", t.say("not known")
	switch {
	case v.Missing() && c.Is == "", !v.Missing() && !counted && !is:
		if span := v.Span(); span.Low.Defined() && !v.Missing() {
			value = span.Low.Number()
			if !span.Low.Equal(span.High) && span.High.Defined() {
				value = t.say("percent.open", span.Low.Number(), span.High.Number())
			}
		}
		text = t.say("says.bare", label, value)
	case counted:
		value = t.figure(count)
		share := t.share(count.Span(), cuts(c)...)
		key := "says." + name
		if _, found := t.find(key); !found {
			key = "says.tally"
			text = t.say(key, label, value, share)
		} else {
			text = t.say(key, value, share)
		}
		if count.Possible > 0 {
			value += " (" + share + ")"
		}
	default:
		value = t.answer(yes)
		key := "says." + name + "." + answerKey(yes)
		if whether, found := t.find("whether." + name); found && answerKey(yes) == "not known" {
			text = t.say("says.not known", whether)
		} else if _, found := t.find(key); found {
			text = t.say(key)
		} else {
			text = t.say("says.bare", label, value)
		}
	}
	if whole {
		return text
	}
	return value
}

// toRecord says what is to be found out: "whether anybody uses it".
func (t *talk) toRecord(measure string) string {
	if whether, found := t.find("whether." + measure); found {
		return whether
	}
	return lowerFirst(t.measure(measure))
}

// sentence says what was found and what is wanted.
func (t *talk) sentence(f rule.Finding) string {
	if wanted := t.wanted(f.Wanted.Comparison()); wanted != "" {
		return t.say("says.wanted", t.finding(f), wanted)
	}
	return t.finding(f)
}

// need says what is needed.
func (t *talk) need(f rule.Finding) string {
	if len(f.Needed) == 0 {
		return ""
	}
	n := f.Needed[0]
	things := func(k int64) string {
		key := "unit." + n.Unit
		if _, found := t.find(key + ".one"); k == 1 && found {
			key += ".one"
		}
		if _, found := t.find(key); found {
			return t.say(key)
		}
		if one, told := word.Singular(n.Unit); k == 1 && told {
			return one // of a host's own
		}
		return n.Unit
	}
	var text string
	switch {
	case n.Gap != "":
		return t.say("need.gap", n.Gap, n.Unit)
	case n.Fewer > 0:
		text = t.say("need.fewer", strconv.FormatInt(n.Fewer, 10), things(n.Fewer))
	default:
		text = t.count("need.more", int(n.More), things(n.More))
	}
	switch n.EvenIf {
	case n.More + n.Fewer:
		return text
	case 0:
		return t.say("need.even.none", text)
	}
	return t.say("need.even", text, strconv.FormatInt(n.EvenIf, 10))
}

// verdictOf names a verdict of a profile by its path, as in "stage/reading/installation".
func (t *talk) verdictOf(p *profile.Profile, path string) string {
	if innovation, stage := stageOf(p, path); innovation != "" {
		return t.say("says.bare", t.innovation(innovation), lowerFirst(t.stage(stage)))
	}
	for _, a := range p.Assessed {
		if id, is := strings.CutPrefix(path, "criterion/"+a.Instrument.String()+"/"); is && a.Latest != nil {
			return t.criterion(a, id)
		}
	}
	return path
}

// stageOf returns what a path such as "stage/reading/installation" names.
func stageOf(p *profile.Profile, path string) (innovation string, stage mtss.StageID) {
	if rest, is := strings.CutPrefix(path, "stage/"); is {
		for _, in := range p.Innovations {
			if stage, is := strings.CutPrefix(rest, in.ID+"/"); is {
				return in.ID, mtss.StageID(stage)
			}
		}
	}
	return "", ""
}

// criterion names a criterion by its title.
func (t *talk) criterion(a profile.Assessed, id string) string {
	if c, found := a.Latest.Criterion(id); found {
		if text, is := t.find("criterion/" + a.Instrument.ID + "/" + id); is {
			return text
		}
		return t.say("criterion", t.instrument(a.Instrument), t.own(c.Title))
	}
	return id
}

// practitioners is the measure of staff at fidelity.
const practitioners = string(evidence.Practitioners)
