package page

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// How wide text is, and the bars in it.
const (
	textWidth = 98
	barWidth  = 20
)

// Text writes what the page of a profile shows at a glance, in lines for a terminal: what
// holds, where each innovation stands, capacity, use as intended, coaching, what to do
// next, what is due, and how many verdicts stand. Of long lists the beginning is shown and
// the rest counted. Several profiles follow one another. Words are those of [Write].
// Errors: CodeProfiles without a profile or with nowhere to write to, and those of w.
func Text(w io.Writer, words profile.Words, profiles ...profile.Profile) error {
	if w == nil || len(profiles) == 0 {
		return mtss.Issuef("", CodeProfiles, "want a profile to show and somewhere to write it to")
	}
	t := newTalk(words)
	for i := range profiles {
		text := t.text(t.report(&profiles[i]))
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

// text puts the first part of a page into lines.
func (t *talk) text(r report) string {
	var b lines
	b.wrap(0, r.Name)
	b.wrap(0, r.Meta)
	if r.Illustrative {
		b.wrap(0, t.say("made up")+" "+t.say("made up.says", r.Kind))
	}
	b.head(t.say("short"))
	for _, one := range r.Short {
		b.wrap(2, t.say("verdict."+one.Verdict)+": "+one.Says+" "+one.More)
	}
	b.head(t.say("stages"))
	for _, p := range r.Paths {
		b.wrap(2, p.Name+": "+p.Lead+" "+p.Says)
	}
	b.none(len(r.Paths), t.say("stages.none"))
	b.more(len(r.MorePaths), t, "stages.more")
	shown := 0
	for _, a := range r.Assessed {
		if len(a.Rows) > 0 && shown == 0 {
			shown++
			b.head(t.say("says.bare", a.Name, lowerFirst(a.When)))
			b.rows(a.Rows)
		}
	}
	if r.NoDCA != "" {
		b.head(t.say("capacity"))
		b.wrap(2, r.NoDCA)
	}
	b.head(t.say("staff"))
	b.rows(r.Staff)
	b.none(len(r.Staff), t.say("stages.none"))
	b.more(len(r.MoreStaff), t, "stages.more")
	b.head(t.say("coaching"))
	if r.Coaching.Figure != "" {
		b.wrap(2, t.say("coaching.delivered", r.Coaching.Figure)+" ("+r.Coaching.Share+")")
	}
	b.none(len(r.Coaching.Figure), t.say("coaching.none"))
	b.head(t.say("steps"))
	for i, s := range r.Steps {
		b.wrap(2, strconv.Itoa(i+1)+". "+s.Says)
		b.wrap(5, s.For+" "+s.Who)
	}
	b.none(len(r.Steps), r.NoSteps)
	b.more(len(r.MoreSteps), t, "steps.more")
	b.head(t.say("due"))
	for _, d := range r.Due {
		b.wrap(2, d.When+": "+d.What+" ("+d.Who+")")
	}
	b.none(len(r.Due), t.say("due.none"))
	b.more(len(r.MoreDue), t, "due.more")
	b.WriteByte('\n')
	b.wrap(0, r.Trust+" "+r.TrustSays)
	return b.String()
}

// lines are lines of text on their way.
type lines struct{ strings.Builder }

// head writes a heading.
func (b *lines) head(text string) {
	b.WriteByte('\n')
	b.wrap(0, text)
}

// none says that there is nothing, where there is nothing.
func (b *lines) none(n int, text string) {
	if n == 0 {
		b.wrap(2, text)
	}
}

// more counts what is not shown, if there is more.
func (b *lines) more(n int, t *talk, key string) {
	if n > 0 {
		b.wrap(2, t.count(key, n))
	}
}

// rows writes rows with their bars, below each other.
func (b *lines) rows(all []row) {
	name, figure := 0, 0
	for _, r := range all {
		name, figure = max(name, utf8.RuneCountInString(clipped(r.Name))), max(figure, utf8.RuneCountInString(r.Figure))
	}
	for _, r := range all {
		text := fmt.Sprintf("  %-*s  %*s", name, clipped(r.Name), figure, r.Figure)
		if r.HasBar {
			text += "  " + r.Bar.text() + "  " + r.Share
		}
		if r.Label != "" && r.Verdict != "" {
			text += "  " + r.Label
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
}

// clipped keeps a name from pushing a figure away.
func clipped(name string) string {
	const most = 30
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return name
}

// text draws a bar: certain, unknown, certainly not, with the level to reach as a line.
func (b bar) text() string {
	at := func(percent string) int {
		share, err := strconv.ParseFloat(strings.TrimSuffix(percent, "%"), 64)
		if err != nil {
			return 0
		}
		return min(int(share*barWidth/100+0.5), barWidth)
	}
	low, open, cut := at(b.Low), at(b.Open), at(b.Cut)
	text := []byte(strings.Repeat("#", low) + strings.Repeat("?", min(open, barWidth-low)))
	text = append(text, strings.Repeat(".", barWidth-len(text))...)
	if b.Cut != "" {
		text = append(text[:cut], append([]byte{'|'}, text[cut:]...)...)
	}
	return string(text)
}

// wrap writes a text, indented, in as many lines as it takes.
func (b *lines) wrap(indent int, text string) {
	at := 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case at == 0:
			b.WriteString(strings.Repeat(" ", indent))
			at = indent
		case at+1+n > textWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent+2))
			at = indent + 2
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	if at > 0 {
		b.WriteByte('\n')
	}
}
