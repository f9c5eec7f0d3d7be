package dca

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Reviewed is the outcome of a meeting under a protocol.
type Reviewed struct {
	// Administration holds the agreed scores, ready to be scored.
	Administration instrument.Administration `json:"administration"`
	// Protocol is the id of the protocol.
	Protocol string `json:"protocol"`
	// Items say how each item was resolved, in the order of the meeting.
	Items []Resolved `json:"items"`
	// Agreement says how far the people who voted agreed before and after
	// discussion, with one entry for each scale of the items that were voted on, in
	// the definition's order.
	Agreement []Agreement `json:"agreement"`
	// Voted is how many of the team voted on any item; absent where nobody did, or the
	// size of the team is not stated.
	Voted mtss.Tally `json:"voted,omitzero"`
	// Deviations are departures from the protocol, in the order of the document. Their
	// subjects are JSON Pointers into the meeting.
	Deviations []mtss.Notice `json:"deviations"`
	// NotExcluded are departures from the protocol that the meeting says too little of to
	// rule out.
	NotExcluded []mtss.Notice `json:"notExcluded"`
	// Checklist is where a host puts the result of its own checklist of how the
	// administration was done, scored like any other instrument for the meeting's
	// unit and day; null where there is none. The DCA's kit has a checklist whose
	// items and scoring could not be read, so none ships.
	Checklist *instrument.Result `json:"checklist" jsonschema:"nullable"`
}

// Kept says whether the protocol was kept: not met where something departs from it, and
// undetermined where something may.
func (r Reviewed) Kept() mtss.Verdict {
	switch {
	case len(r.Deviations) > 0:
		return mtss.NotMet
	case len(r.NotExcluded) > 0:
		return mtss.Undetermined
	}
	return mtss.Met
}

// DecodeReviewed reads one review strictly and validates it. Errors: mtss.CodeTally,
// those of instrument.DecodeAdministration and instrument.DecodeResult, and the
// codes of strict reading.
func DecodeReviewed(data []byte) (Reviewed, error) { return strict.Read(data, (*Reviewed).issues) }

// Schema names the kind of the document and the version of its schema.
func (Reviewed) Schema() mtss.Schema { return mtss.Schema{Kind: "review", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (r Reviewed) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the document to dst.
func (r *Reviewed) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (r *Reviewed) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, r, (*Reviewed).issues)
}

// Validate reports what is wrong with the review. Errors: as [DecodeReviewed].
func (r Reviewed) Validate() error { return strict.Validate(&r, (*Reviewed).issues) }

func (r *Reviewed) issues() []mtss.Issue {
	var found kit.Problems
	within := func(at string, err error) { found.Add(strict.Under(at, mtss.Issues(err))...) }
	within("/administration", r.Administration.Validate())
	for i, a := range r.Agreement {
		at := pointer.Element("/agreement", i)
		for _, round := range []struct {
			at      string
			percent agreement.Percent
		}{{at + "/before/percent", a.Before.Percent}, {at + "/after/percent", a.After.Percent}} {
			within(round.at+"/pairs", round.percent.Pairs.Validate())
			within(round.at+"/unanimous", round.percent.Unanimous.Validate())
		}
	}
	within("/voted", r.Voted.Validate())
	if r.Checklist != nil {
		within("/checklist", r.Checklist.Validate())
	}
	return found.List()
}

// Review checks a meeting, resolves its votes by a protocol, and finds the
// departures from it. Departures are findings; only a malformed meeting is an
// error, and then there is no result. The order of the people present and of the
// votes in a round matters only to paths. Paths of issues lead into the meeting.
//
// Of a meeting that only voids another one, only the administration is checked.
//
// Errors: CodeMeeting, CodeVoteItem, CodeVoteScore, CodeProtocol for a protocol
// with problems of its own, those of [VotingMeeting.Validate] and of
// instrument.Scorer.Responses, and instrument.CodeIncomplete for a definition that
// cannot be scored.
func Review(m VotingMeeting, p Protocol, scorer *instrument.Scorer) (Reviewed, error) {
	definition := scorer.Definition()
	if err := definition.Scorable(); err != nil {
		return Reviewed{}, err
	}
	if issues := append(mtss.Issues(strict.Validate(&m, nil)), p.issues()...); len(issues) > 0 {
		return Reviewed{}, strict.Invalid(issues)
	}
	r := reviewer{m: &m, p: &p, scorer: scorer, definition: definition, present: map[string]*Participant{}}
	r.out = Reviewed{Protocol: p.ID, Items: []Resolved{}, Agreement: []Agreement{}, Deviations: []mtss.Notice{}, NotExcluded: []mtss.Notice{}}
	r.issues = m.issues()
	if m.Instrument != definition.Ref() {
		r.fail("/instrument", CodeMeeting, "is of %s, want %s", m.Instrument.String(), definition.Ref())
	}
	r.window()
	r.attendance()
	r.turnout()
	seen := map[string]bool{}
	for i := range m.Items {
		r.item(i, &m.Items[i], seen)
	}
	r.out.Administration = r.administration()
	if len(r.issues) == 0 {
		_, err := scorer.Responses(r.out.Administration)
		r.issues = r.asMeeting(mtss.Issues(err))
	}
	if len(r.issues) == 0 {
		r.issues = mtss.Issues(r.agreement())
	}
	if len(r.issues) > 0 {
		strict.Sort(&m, r.issues)
		return Reviewed{}, strict.Invalid(r.issues)
	}
	if m.Voids != "" {
		r.out.Deviations, r.out.NotExcluded = []mtss.Notice{}, []mtss.Notice{}
	} else {
		r.out.Administration.ProtocolKept = r.out.Kept()
	}
	r.out.Administration.Notices = r.notices()
	return r.out, nil
}

type reviewer struct {
	m          *VotingMeeting
	p          *Protocol
	scorer     *instrument.Scorer
	definition instrument.Definition
	present    map[string]*Participant
	out        Reviewed
	issues     []mtss.Issue
	voters     int // people who voted, and the most anonymous ballots on one item
	anonymous  int // these ballots
}

func (r *reviewer) fail(path string, code mtss.Code, format string, args ...any) {
	r.issues = append(r.issues, mtss.Issuef(path, code, format, args...))
}

func (r *reviewer) deviation(path string, code mtss.Code, format string, args ...any) {
	r.out.Deviations = append(r.out.Deviations, mtss.Noticef(code, format, args...).About(path))
}

// open notes a deviation that the meeting does not say enough to exclude.
func (r *reviewer) open(path string, code mtss.Code, format string, args ...any) {
	r.out.NotExcluded = append(r.out.NotExcluded, mtss.Noticef(code, format, args...).About(path))
}

// notices are for readers of the result: the departures, one of each sort, which says
// how many more there are; and who voted.
func (r *reviewer) notices() (out []mtss.Notice) {
	out = sorts(sorts(nil, r.out.Deviations, "a departure from the protocol"), r.out.NotExcluded, "what may be a departure from the protocol")
	switch {
	case r.voters == 0:
	case r.m.TeamSize == 0:
		out = append(out, mtss.Noticef(CaveatVoted, "people who voted: %d; the size of the team is not stated", r.voters))
	default:
		out = append(out, mtss.Noticef(CaveatVoted, "%d of a team of %d voted", r.voters, max(r.voters, r.m.TeamSize)))
	}
	if r.anonymous > 0 {
		out = append(out, mtss.Noticef(CaveatAnonymous, "anonymous ballots on one item: %d; one may be there twice, and each counts", r.anonymous))
	}
	return out
}

// sorts adds a notice for each code among departures.
func sorts(out, departures []mtss.Notice, says string) []mtss.Notice {
	count, told := map[mtss.Code]int{}, map[mtss.Code]bool{}
	for _, d := range departures {
		count[d.Code]++
	}
	for _, d := range departures {
		switch n := count[d.Code] - 1; {
		case told[d.Code]:
		case n == 0:
			out = append(out, mtss.Noticef(d.Code, says+": %s", d.Message))
		default:
			out = append(out, mtss.Noticef(d.Code, says+", and %d more of the sort: %s", n, d.Message))
		}
		told[d.Code] = true
	}
	return out
}

// turnout counts who voted.
func (r *reviewer) turnout() {
	people := map[string]bool{}
	for i := range r.m.Items {
		for k := range r.m.Items[i].Rounds {
			round, anonymous := &r.m.Items[i].Rounds[k], 0
			for _, v := range round.Votes {
				switch {
				case !r.counts(round, v) || v.Score == nil:
				case v.By == "":
					anonymous++
				default:
					people[v.By] = true
				}
			}
			r.anonymous = max(r.anonymous, anonymous)
		}
	}
	r.voters = len(people) + r.anonymous
	if size := r.m.TeamSize; size > 0 && r.voters > 0 {
		r.out.Voted = mtss.Tally{Earned: int64(r.voters), Possible: int64(max(size, r.voters))}
		if r.voters > size && !slices.ContainsFunc(r.out.Deviations, func(d mtss.Notice) bool { return d.Subject == "/teamSize" }) {
			r.deviation("/teamSize", DeviationQuorum, "%d people voted, of a team of %d", r.voters, size)
		}
	}
}

// counts reports whether a vote does. A ballot of somebody who is not present does.
func (r *reviewer) counts(round *Round, v Vote) bool {
	who := r.present[v.By]
	if who == nil {
		return round.Private
	}
	return r.votes(who)
}

// votes reports whether a person has a vote.
func (r *reviewer) votes(who *Participant) bool {
	if len(r.p.Voting) == 0 || slices.Contains(r.p.Voting, who.Role) && !who.is(Administrator) {
		return true
	}
	if who.is(Administrator) {
		return slices.Contains(r.p.Voting, Administrator)
	}
	return slices.ContainsFunc(r.p.Voting, who.is)
}

// administration returns the agreed scores as an administration.
func (r *reviewer) administration() instrument.Administration {
	a := instrument.Administration{
		ID: r.m.ID, Supersedes: r.m.Supersedes, Voids: r.m.Voids, Instrument: r.m.Instrument, Unit: r.m.Unit, Date: r.m.Date, Recorded: r.m.Recorded,
		Responses: instrument.Responses{}, Sections: slices.Clone(r.m.Sections), AdministeredBy: r.administeredBy(),
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
	return a
}

// administeredBy says when the administrator was trained. Of several
// administrators it takes the weakest case: one whose training is not stated, or
// else the one who was trained last.
func (r *reviewer) administeredBy() (by instrument.AdministeredBy) {
	for _, who := range r.m.Present {
		if !who.is(Administrator) {
			continue
		}
		first := by.Role == ""
		by.Role, by.TrainingDays = string(Administrator), r.p.TrainingDays
		switch {
		case first, who.TrainedOn.IsZero():
			by.TrainedOn = who.TrainedOn
		case !by.TrainedOn.IsZero() && who.TrainedOn.After(by.TrainedOn):
			by.TrainedOn = who.TrainedOn
		}
	}
	return by
}

// asMeeting turns paths into the administration into paths into the meeting.
func (r *reviewer) asMeeting(issues []mtss.Issue) []mtss.Issue {
	paths := map[string]string{}
	marked := 0
	for i, record := range r.m.Items {
		at := pointer.Element("/items", i)
		paths[pointer.Member("/responses", record.Item)] = at
		if record.NotApplicable {
			paths[pointer.Element("/notApplicable", marked)] = at + "/notApplicable"
			marked++
		}
	}
	for i := range issues {
		if strings.HasPrefix(issues[i].Path, "/responses/") || strings.HasPrefix(issues[i].Path, "/notApplicable/") {
			issues[i].Path = paths[issues[i].Path]
		}
	}
	return issues
}
