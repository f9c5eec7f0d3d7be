package page

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// How wide text is, and the bars in it; and how much of what is due it lists.
const (
	textWidth = 80
	barWidth  = 10
	mostDue   = 4
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

// line is what is due, and by whom where that is known.
func (d dueRow) line() string {
	if d.Who == "" {
		return d.When + ": " + d.What
	}
	return d.When + ": " + d.What + " (" + d.Who + ")"
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
		says := p.Name + ": " + p.Lead
		if p.Lead != t.say("last") { // what that rests on was said in short
			says += " " + p.Says
		}
		b.wrap(2, says)
	}
	b.none(len(r.Paths), t.say("stages.none"))
	b.more(len(r.MorePaths), t, "stages.more")
	shown := 0
	for _, a := range r.Assessed {
		if len(a.Rows) > 0 && shown == 0 {
			shown++
			b.head(t.say("says.bare", a.Name, lowerFirst(a.When)))
			b.scales(t, a.Rows)
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
		b.wrap(5, strings.TrimLeft(strings.TrimPrefix(s.For+" ", s.need), " ")+s.Who)
	}
	b.none(len(r.Steps), r.NoSteps)
	b.more(len(r.MoreSteps), t, "steps.more")
	b.head(t.say("due"))
	due := r.Due[:min(mostDue, len(r.Due))]
	for _, d := range due {
		b.wrap(2, d.line())
	}
	b.none(len(due), t.say("due.none"))
	b.more(len(r.Due)-len(due)+len(r.MoreDue), t, "due.more")
	b.WriteByte('\n')
	b.wrap(0, r.Trust+" "+r.TrustSays)
	return b.String()
}

// scales writes the rows of scales, with the points that are wanted.
func (b *lines) scales(t *talk, all []row) {
	b.rows(all)
	b.wrap(2, t.targets(all))
}

// targets says how many points are wanted of scales that do not have them for certain,
// which a row has no room for.
func (t *talk) targets(all []row) string {
	var wanted []string
	for _, r := range all {
		if r.Target != "" {
			wanted = append(wanted, t.say("capacity.wanted.of", r.Name, r.Target))
		}
	}
	if len(wanted) == 0 {
		return ""
	}
	return t.say("capacity.wanted", strings.Join(wanted, ", "))
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

// rows writes rows with their bars, below each other. Long names go on below, and a
// verdict is left out where the figure says that nothing is known.
func (b *lines) rows(all []row) {
	figures := 0
	for _, r := range all {
		figures = max(figures, mtss.Columns(r.Figure))
	}
	name, room := 0, textWidth
	rests := make([]string, len(all))
	for i, r := range all {
		rest := strings.Repeat(" ", 2+figures-mtss.Columns(r.Figure)) + r.Figure
		if r.HasBar {
			rest += "  " + r.Bar.text() + "  " + cmp.Or(r.Bare, r.Share)
		}
		if r.Label != "" && r.Bar.Open != "100%" {
			rest += "  " + r.Label
		}
		rests[i] = rest
		name, room = max(name, mtss.Columns(r.Name)), min(room, textWidth-mtss.Columns(rest))
	}
	name = min(name, max(room-2, 18)) // with the indent that names are wrapped with
	for i, r := range all {
		first, more, _ := strings.Cut(mtss.Wrap("  "+r.Name, 2+name), "\n")
		b.WriteString(mtss.Wrap(strings.TrimRight(first+strings.Repeat(" ", 2+name-mtss.Columns(first))+rests[i], " ")+"\n", textWidth))
		if more != "" {
			b.WriteString(more + "\n")
		}
	}
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
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		b.WriteString(mtss.Wrap(strings.Repeat(" ", indent)+text+"\n", textWidth))
	}
}
