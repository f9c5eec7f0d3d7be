package learning_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

const tries = 1500 / slower

// What JSON is refused for, Go is refused for, and what is written reads back.
func TestCheckedAsRead(t *testing.T) {
	spoil.Try(t, tries, learning.DecodeDIT, must(t, learning.DecodeDIT, goodDIT))
	spoil.Try(t, tries, learning.DecodeSeries, must(t, learning.DecodeSeries, goodSeries))
}

// Nothing that is handed out changes with what was passed in.
func TestNothingIsShared(t *testing.T) {
	d, s := must(t, learning.DecodeDIT, goodDIT), must(t, learning.DecodeSeries, goodSeries)
	commitments, attendance := d.Commitments(today, mtss.Calendar{}), s.Attendance(today)
	before := encoded(t, []any{commitments, attendance})
	clear(d.Sessions)
	clear(d.Meetings)
	*s.Sessions[0].Attendance[0].New = mtss.Tally{}
	if after := encoded(t, []any{commitments, attendance}); after != before {
		t.Errorf("was %s, is %s", before, after)
	}
}

// What is nil or half made is no reason to panic, and takes no time.
func TestNothingPanics(t *testing.T) {
	for _, on := range []mtss.Date{{}, today, {Year: 2026, Month: 13, Day: 45}, {Year: -1 << 30, Month: -9, Day: -9}, {Year: 1 << 30, Month: 99, Day: 1 << 30}} {
		for _, from := range []mtss.Date{{}, today, {Year: 2020, Month: 2, Day: 1 << 30}} {
			for _, d := range []learning.DIT{{From: from}, {From: from, Until: on, Done: make([]learning.Done, 2), Sessions: []learning.DITSession{{}, {With: learning.PartyTeam, On: from, Minutes: -5, Members: &mtss.Tally{Earned: -1}}}, Meetings: make([]meeting.Meeting, 2), Planning: []mtss.Date{on, {}}}} {
				d.Commitments(on, mtss.Calendar{})
				d.Check(on, mtss.Calendar{})
				d.Facts(on, mtss.Calendar{})
			}
			for _, s := range []learning.Series{{From: from}, {From: from, Until: on, Allocation: &learning.Allocation{}, Needs: make([]learning.TrainingNeed, 2), Sessions: []learning.Session{{}, {On: from, Attendance: make([]learning.Attendance, 2), Feedback: &learning.SessionFeedback{Items: make([]learning.FeedbackItem, 2)}}}}} {
				s.Attendance(on)
				s.Check(on)
				s.Facts(on)
			}
		}
	}
	learning.Commitment{}.Sentence()
}
