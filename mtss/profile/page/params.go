package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// notice says a notice in the words of its template, if a host has some.
func (t *talk) notice(n mtss.Notice) string {
	text, found := t.words[n.Template]
	if text = cmp.Or(text, n.Template); text == "" {
		return n.Message
	}
	params := slices.Clone(n.Params)
	for i, p := range params {
		params[i] = t.param(p)
	}
	if len(params) == 0 && !found {
		return n.Message
	}
	return mtss.FillIn(text, params)
}

// param says a word of a notice as people do: days, units, innovations, instruments,
// measures, stages and words of closed lists.
func (t *talk) param(p string) string {
	if on, err := mtss.ParseDate(p); err == nil {
		return t.day(on)
	}
	if bare := strings.Trim(p, `"`); bare != p {
		if text, is := t.word(bare); is {
			return text
		}
		return p
	}
	for _, key := range []string{"unit/", "innovation/"} {
		if text, found := t.find(key + p); found {
			return text
		}
	}
	if text := t.own(p); text != p {
		return text
	}
	if id, version, is := strings.Cut(p, "@"); is && !strings.Contains(p, " ") {
		return t.instrument(instrument.Ref{ID: id, Version: version})
	}
	text, is := t.word(p)
	if !is {
		text = t.phrase(p, text)
	}
	return text
}

// phrase says what a message is made of that has figures: "2 months", "3 of 8", "3 of 8 (2
// unknown)", "1 year and 2 months", "2026-03-20, 2 months ago".
func (t *talk) phrase(p, otherwise string) string {
	if before, ago, is := strings.Cut(strings.TrimSuffix(p, " ago"), ", "); is && strings.HasSuffix(p, " ago") {
		return t.say("ago", t.param(before), t.param(ago))
	}
	for _, between := range []string{" and ", " of "} {
		a, b, is := strings.Cut(p, between)
		switch all, unknown, open := strings.Cut(b, " ("); {
		case !is || !startsWithFigure(a) || !startsWithFigure(b):
		case between == " and ":
			return t.say("list.two", t.param(a), t.param(b))
		case open:
			return t.say("percent.unknown", t.say("figure", a, all), strings.TrimSuffix(unknown, " unknown)"))
		default:
			return t.say("figure", a, b)
		}
	}
	figure, noun, is := strings.Cut(p, " ")
	n, err := strconv.Atoi(figure)
	if !is || err != nil {
		return otherwise
	}
	for _, noun := range []string{noun, noun + "s"} {
		if _, found := t.find("many." + noun); found {
			return t.count("many."+noun, n)
		}
	}
	return otherwise
}

// startsWithFigure reports whether a text starts with a digit.
func startsWithFigure(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// rank tells where a word of the library is looked for before others, by the beginning of
// its key; below 0 where a key is none of such a word.
func rank(key string) int {
	return slices.IndexFunc(libraryWords(), func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

// libraryWords are the beginnings of the keys of words that messages and documents hold.
func libraryWords() []string {
	return []string{"measure.", "kind.", "stage.", "component.", "provenance.", "verdict.", "declared.", "word.", "document.", "quality.", "rule."}
}

// word says a word of the library, written as in documents or as in messages; what is
// none is a person's own, and stays.
func (t *talk) word(w string) (text string, is bool) {
	for _, prefix := range libraryWords() {
		if text, is = t.find(prefix + w); is {
			return lowerFirst(text), true
		}
	}
	key, is := t.keys[strings.ToLower(w)]
	if !is {
		return mtss.Plain(w), false
	}
	if text = t.say(key); w == lowerFirst(w) {
		return lowerFirst(text), true
	}
	return upper(text), true
}

// own says a text of a definition or of a table of the library, which a host may have in
// other words under the text itself, as templates are.
func (t *talk) own(text string) string {
	if _, ours := t.english[text]; !ours {
		return cmp.Or(t.words[text], text)
	}
	return text
}

// who names somebody by a role.
func (t *talk) who(role string) string {
	text, _ := t.word(role)
	return text
}

// target says in a row how many points are wanted, where they are not met for certain.
func (t *talk) target(r *row, points mtss.Tally, v mtss.Verdict, at []mtss.Ratio) {
	if target, is := points.Target(first(at), false); is && v != mtss.Met {
		r.Bare, r.Target = r.Share, strconv.FormatInt(target, 10)
		r.Share = t.say("says.wanted", r.Share, t.say("line", r.Target))
	}
}
