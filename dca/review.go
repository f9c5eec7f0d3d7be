package dca

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Reviewed is what a meeting comes to under a protocol.
type Reviewed struct {
	// Administration holds the agreed scores, ready to be scored.
	Administration instrument.Administration `json:"administration"`
	// Protocol is the id of the protocol.
	Protocol string `json:"protocol"`
	// Items tell how each item was resolved, in the order of the meeting.
	Items []Resolved `json:"items"`
	// Breaches are departures from the protocol, in the order of the document.
	Breaches []Breach `json:"breaches"`
}

// Resolved is how one item was resolved.
type Resolved struct {
	// Item is the item's id.
	Item string `json:"item"`
	// Outcome says how it ended.
	Outcome Outcome `json:"outcome"`
	// Score is the score; nil where there is none.
	Score *int `json:"score"`
	// Leading are the scores with the most votes in the last round, rising.
	Leading []int `json:"leading"`
	// Spread is the greatest minus the least vote of the first round.
	Spread int `json:"spread"`
	// SpansScale is set where the first votes reach from one end of the scale
	// to the other.
	SpansScale bool `json:"spansScale"`
	// NobodysVote is set where the agreed score was nobody's vote in any round.
	NobodysVote bool `json:"nobodysVote"`
}

// Outcome is how an item ended.
type Outcome string

// The outcomes.
const (
	// Agreed: the team agreed on a score.
	Agreed Outcome = "agreed"
	// ByMajority: more than half of the votes made the score.
	ByMajority Outcome = "majority"
	// ByFrequency: the most frequent vote made the score.
	ByFrequency Outcome = "mostFrequent"
	// Tie: several scores have the most votes, so there is none.
	Tie Outcome = "tie"
	// NoConsensus: the votes make no score under the protocol.
	NoConsensus Outcome = "noConsensus"
	// NotVoted: there was no vote and no agreed score.
	NotVoted Outcome = "notVoted"
	// NotApplicable: the item does not apply.
	NotApplicable Outcome = "notApplicable"
)

// Breach is a departure from the protocol.
type Breach struct {
	// Path is a JSON Pointer into the meeting.
	Path string `json:"path"`
	// Code is the stable name of the breach.
	Code mtss.Code `json:"code"`
	// Message says what was done, and what the protocol asks for.
	Message string `json:"message"`
}

// Review checks a meeting, resolves its votes by a protocol, and finds the
// departures from it. Departures are findings; only a malformed meeting is an
// error, and then there is no result.
//
// Errors: CodeMeeting, CodeParticipant, CodeVoteItem, CodeVoteRepeated,
// CodeVoteBy, CodeVoteScore, CodeRounds, and those of instrument.Scorer.Answers.
func Review(m Meeting, p Protocol, scorer *instrument.Scorer) (Reviewed, error) {
	r := reviewer{m: &m, p: &p, scorer: scorer, definition: scorer.Definition(), present: map[string]*Participant{}}
	r.room()
	r.out = Reviewed{Protocol: p.ID, Items: []Resolved{}, Breaches: []Breach{}}
	seen := map[string]bool{}
	for i := range m.Items {
		r.item(i, &m.Items[i], seen)
	}
	r.out.Administration = r.administration()
	if len(r.issues) == 0 {
		_, _, err := scorer.Answers(r.out.Administration)
		r.issues = mtss.Issues(err)
	}
	if len(r.issues) > 0 {
		return Reviewed{}, mtss.Invalid(r.issues)
	}
	return r.out, nil
}

type reviewer struct {
	m          *Meeting
	p          *Protocol
	scorer     *instrument.Scorer
	definition instrument.Definition
	present    map[string]*Participant
	out        Reviewed
	issues     []mtss.Issue
	breaches   []Breach // of the room, which stand before those of items
}

func (r *reviewer) fail(path string, code mtss.Code, format string, args ...any) {
	r.issues = append(r.issues, mtss.Issuef(path, code, format, args...))
}

func (r *reviewer) breach(path string, code mtss.Code, format string, args ...any) {
	issue := mtss.Issuef(path, code, format, args...)
	r.breaches = append(r.breaches, Breach{Path: issue.Path, Code: issue.Code, Message: issue.Message})
}

// administration makes the agreed scores an administration.
func (r *reviewer) administration() instrument.Administration {
	a := instrument.Administration{
		Kind: "administration", SchemaVersion: instrument.SchemaVersion,
		ID: r.m.ID, Supersedes: r.m.Supersedes, Instrument: r.m.Instrument, Unit: r.m.Unit, Date: r.m.Date,
		Responses: instrument.Responses{}, Sections: slices.Clone(r.m.Sections),
	}
	for _, item := range r.out.Items {
		switch {
		case item.Outcome == NotApplicable:
			a.NotApplicable = append(a.NotApplicable, item.Item)
		case item.Score == nil:
			a.Responses = append(a.Responses, instrument.Response{Item: item.Item, NotScored: true})
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item.Item, Score: *item.Score})
		}
	}
	for _, who := range r.m.Present {
		if who.Role == Administrator {
			a.AdministeredBy = instrument.AdministeredBy{Role: string(Administrator), TrainedOn: who.TrainedOn}
			break
		}
	}
	r.out.Breaches = append(r.out.Breaches, r.breaches...)
	return a
}

// room checks who is there, against the protocol.
func (r *reviewer) room() {
	if r.m.Instrument != r.definition.Ref() || r.m.Unit.ID == "" || !r.m.Date.Valid() {
		r.fail("", CodeMeeting, "a meeting is of %s, of a unit, on a valid date", r.definition.Ref())
	}
	filled, members := map[Role]bool{}, 0
	positions := map[string]bool{}
	for i := range r.m.Present {
		who := &r.m.Present[i]
		if r.present[who.ID] != nil {
			r.fail(mtss.Element("/present", i), CodeParticipant, "%q is in the room twice", mtss.Clip(who.ID))
		}
		r.present[who.ID] = who
		filled[who.Role] = true
		positions[who.Position] = true
		if slices.Contains(r.p.Voting, who.Role) {
			members++
		}
		if r.p.Trained && who.Role == Administrator && (!who.TrainedOn.Valid() || who.TrainedOn.After(r.m.Date)) {
			r.breach(mtss.Element("/present", i), BreachUntrained, "the administrator's training is not stated or came later; the protocol wants a trained one")
		}
	}
	for _, role := range r.p.Required {
		if !filled[role] {
			r.breach("/present", BreachRole, "nobody is there as %s", role)
		}
	}
	r.quorum(members, positions)
	r.window()
}

func (r *reviewer) quorum(members int, positions map[string]bool) {
	if r.p.Majority && (r.m.TeamSize == 0 || 2*members <= r.m.TeamSize) {
		size := strconv.Itoa(r.m.TeamSize)
		if r.m.TeamSize == 0 {
			size = "a number not stated"
		}
		r.breach("/present", BreachQuorum, "%d of a team of %s are there; the protocol wants a majority", members, size)
	}
	for _, position := range r.p.Positions {
		if !positions[position] {
			r.breach("/present", BreachQuorum, "no %s is there, whom the protocol wants", position)
		}
	}
}

func (r *reviewer) window() {
	inside := len(r.p.Windows) == 0 || slices.ContainsFunc(r.p.Windows, func(w mtss.Window) bool { return w.Contains(r.m.Date) })
	if !inside {
		r.breach("/date", BreachWindow, "%s lies outside the windows of the protocol; a baseline may", r.m.Date)
	}
}
