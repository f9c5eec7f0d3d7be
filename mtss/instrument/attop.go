package instrument

import (
	"fmt"

	"github.com/openmtss/mtss-go/mtss"
)

// itemsAtTop counts the items of a scale that have their greatest score. An
// unanswered item is unknown, or what the policy makes of it; one that does not
// apply, or was not administered, is left out.
func (b *builder) itemsAtTop(scale int) *mtss.Tally {
	items := b.s.scales[scale].items
	way := b.missing.decide(b.answers, items)
	var t mtss.Tally
	for _, item := range items {
		switch answer := b.answers[item]; {
		case answer == doesNotApply || answer == notAdministered:
		case answer == noAnswer && way == missingExclude:
		case answer == noAnswer:
			t.Possible++
			if way == missingUnknown {
				t.Unknown++
			}
		default:
			t.Possible++
			if int64(answer) == b.s.byItem[item].top {
				t.Earned++
			}
		}
	}
	return &t
}

// itemsAtTopWords renders such a count for people.
func itemsAtTopWords(t mtss.Tally) string {
	text := fmt.Sprintf("%d of %d items at the top", t.Earned, t.Possible)
	span := t.Span()
	switch percent, known := span.Known(); {
	case known:
		text += ", " + percent.Percent(1) + "%"
	case span.Low.Defined():
		text += ", " + span.Low.Percent(1) + "% to " + span.High.Percent(1) + "%"
	}
	return text
}
