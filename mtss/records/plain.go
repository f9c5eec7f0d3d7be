package records

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Most rows of a table are plain: ids, a day as YYYY-MM-DD and small scores, without
// quotes. What follows only saves time: what it takes, [table.wide] takes as the same
// record, and any other row is left to it as it is. A fuzz target holds the two against
// each other.

// plainTable reads plain rows of a wide table.
type plainTable struct {
	own   []int                     // by place in a row, the own column; noOwn for others
	all   instrument.Administration // what all rows have in common
	texts map[string]string         // instruments and versions, of which there are few
	kinds []mtss.UnitKind
	items int // how many columns hold items
}

const (
	noOwn = -1
	// mostTexts is how many texts are kept to be shared by records.
	mostTexts = 64
)

// findPlain finds out whether rows of the table can be plain: whether cells mean what
// they say.
func (t *table) findPlain() {
	p := &plainTable{texts: map[string]string{}, kinds: mtss.UnitKinds()}
	if len(t.making) > 0 || t.at[colDate] < 0 {
		return
	}
	for own, at := range t.at {
		if at < 0 && !t.put(p, &p.all, own, []byte(t.cell(own))) {
			return
		}
	}
	if len(p.all.Sections) > 0 {
		return // each record has a list of its own
	}
	for i, title := range t.titles {
		if title == "" || t.meaning[i] != nil || t.choices[i] != nil {
			return
		}
		p.own = append(p.own, slices.Index(t.at, i))
		if t.items[i] != "" {
			p.items++
		}
	}
	t.plain = p
}

// nextPlain reads the next row, if that is plain. If it is not, the row is still the
// next one.
func (t *table) nextPlain(a *instrument.Administration) bool {
	if t.plain == nil {
		return false
	}
	line, ok := t.rows.Ahead()
	if !ok || bytes.IndexByte(line, '"') >= 0 || !t.takes(a, tables.Content(line)) {
		return false
	}
	t.rows.Pass(line)
	return true
}

// takes reads a row, if it is plain.
func (t *table) takes(a *instrument.Administration, line []byte) bool {
	*a = t.plain.all
	var responses instrument.Responses
	for i, own := range t.plain.own {
		if i > 0 {
			if len(line) == 0 || line[0] != t.rows.Comma {
				return false
			}
			line = line[1:]
		}
		if item := t.items[i]; item != "" {
			if responses == nil { // what comes before tells most of the rows that are not plain
				responses = make(instrument.Responses, 0, t.plain.items)
			}
			score, length := plainScore(line)
			switch {
			case length > 0:
				responses = append(responses, instrument.Response{Item: item, Score: score})
			case len(line) > 1 && line[0] == 'N' && line[1] == 'A':
				a.NotApplicable = append(a.NotApplicable, item)
				length = len("NA")
			}
			line = line[length:]
			continue
		}
		end := bytes.IndexByte(line, t.rows.Comma)
		if end < 0 {
			end = len(line)
		}
		if own != noOwn && !t.put(t.plain, a, own, line[:end]) {
			return false
		}
		line = line[end:]
	}
	if len(line) > 0 || a.AdministeredBy.Role == "" && !a.AdministeredBy.TrainedOn.IsZero() {
		return false
	}
	if a.Supersedes != "" || a.Voids != "" {
		if (mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids}).Validate() != nil {
			return false
		}
	}
	if a.Responses = responses; responses == nil {
		a.Responses = instrument.Responses{}
	}
	return true
}

// plainScore reads a number of up to three digits, and says how long it is. What comes
// after it has yet to be seen.
func plainScore(line []byte) (score, length int) {
	for length < min(len(line), 3) && line[length]-'0' < 10 {
		score = score*10 + int(line[length]-'0')
		length++
	}
	if length > 1 && line[0] == '0' {
		return 0, 0
	}
	return score, length
}

// put puts a cell of an own column into the administration, if it is plain.
func (t *table) put(p *plainTable, a *instrument.Administration, own int, cell []byte) (ok bool) {
	if len(cell) == 0 {
		return t.own[own].optional
	}
	switch own {
	case colID:
		a.ID, ok = t.plainText(own, cell)
	case colUnit:
		a.Unit.ID, ok = t.plainText(own, cell)
	case colKind:
		at := slices.IndexFunc(p.kinds, func(k mtss.UnitKind) bool { return string(k) == string(cell) })
		if ok = at >= 0; ok {
			a.Unit.Kind = p.kinds[at]
		}
	case colDate:
		a.Date, ok = plainDay(cell)
	case colInstrument:
		a.Instrument.ID, ok = t.shared(p, own, cell)
	case colVersion:
		a.Instrument.Version, ok = t.shared(p, own, cell)
	case colSections:
		a.Sections, ok = plainSections(string(cell))
	case colSupersedes:
		a.Supersedes, ok = t.plainText(own, cell)
	case colVoids:
		a.Voids, ok = t.plainText(own, cell)
	case colRole:
		a.AdministeredBy.Role, ok = t.shared(p, own, cell)
	case colTrained:
		a.AdministeredBy.TrainedOn, ok = plainDay(cell)
	case colRecorded:
		a.Recorded, ok = plainDay(cell)
	}
	return ok
}

// plainDay reads a day as documents have it.
func plainDay(cell []byte) (day mtss.Date, ok bool) {
	if len(cell) != len("2026-01-20") {
		return day, false
	}
	day, err := mtss.ParseDate(string(cell))
	return day, err == nil
}

// plainSections reads a few ids that differ.
func plainSections(cell string) (ids []string, ok bool) {
	ids = strings.Fields(cell)
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			return nil, false
		}
	}
	return ids, len(ids) <= 10 && strict.PlainWord(cell)
}

// plainText is [table.text] of what has nothing unusual in it.
func (t *table) plainText(own int, cell []byte) (text string, ok bool) {
	text = string(cell)
	return text, len(text) <= t.own[own].most && strict.PlainWord(text) && tables.Broken(text) == ""
}

// shared is plainText of what many rows hold, kept once.
func (t *table) shared(p *plainTable, own int, cell []byte) (text string, ok bool) {
	if text, ok = p.texts[string(cell)]; ok {
		return text, len(text) <= t.own[own].most
	}
	if text, ok = t.plainText(own, cell); ok && len(p.texts) < mostTexts {
		p.texts[text] = text
	}
	return text, ok
}
