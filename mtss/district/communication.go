package district

import (
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Communication is a document of the communication plan: the protocols that link
// teams, and the barriers that teams have raised.
type Communication struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit that the plan belongs to.
	Unit mtss.Unit `json:"unit"`
	// Protocols are how teams exchange information.
	Protocols []CommunicationProtocol `json:"protocols" jsonschema:"maxItems=10000"`
	// Barriers are what keeps schools or the district from implementing.
	Barriers []Barrier `json:"barriers" jsonschema:"maxItems=100000"`
}

// CommunicationProtocol says how two teams exchange information.
type CommunicationProtocol struct {
	// ID identifies the protocol.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Team is the id of one team.
	Team string `json:"team" jsonschema:"minLength=1,maxLength=200"`
	// With is the id of the other team.
	With string `json:"with" jsonschema:"minLength=1,maxLength=200"`
	// Designees are the roles that are responsible for the exchange.
	Designees []Role `json:"designees" jsonschema:"maxItems=100,minLength=1,maxLength=100,uniqueItems=true"`
	// Purpose is the purpose of the exchange.
	Purpose string `json:"purpose,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Gives is the information that the first team gives to the other.
	Gives string `json:"gives,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Gets is the information that the first team gets from the other.
	Gets string `json:"gets,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// SurveyOn is the day by which the teams should be surveyed about the protocol.
	SurveyOn mtss.Date `json:"surveyOn,omitzero"`
	// SurveyedOn is the day on which they were surveyed.
	SurveyedOn mtss.Date `json:"surveyedOn,omitzero"`
}

// Barrier is something that keeps a unit from implementing, from the day on which
// it is raised to the day on which it is resolved.
type Barrier struct {
	// ID identifies the barrier.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// What says briefly what the barrier is.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// RaisedBy is the id of the team that raised the barrier.
	RaisedBy string `json:"raisedBy" jsonschema:"minLength=1,maxLength=200"`
	// RaisedOn is the day on which the team raised it.
	RaisedOn mtss.Date `json:"raisedOn"`
	// RoutedTo is the id of the team that should resolve it.
	RoutedTo string `json:"routedTo,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// RoutedOn is the day on which it was routed to that team.
	RoutedOn mtss.Date `json:"routedOn,omitzero"`
	// ResolvedOn is the day on which it was resolved.
	ResolvedOn mtss.Date `json:"resolvedOn,omitzero"`
}

// DecodeCommunication reads the document strictly. Errors: the codes of strict
// reading and those of [Communication.Validate].
func DecodeCommunication(data []byte) (Communication, error) {
	return strict.Read(data, (*Communication).issues)
}

// Schema names the kind of the document and the version of its schema.
func (Communication) Schema() mtss.Schema {
	return mtss.Schema{Kind: "communication", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (c Communication) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Communication) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Communication) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, c, (*Communication).issues)
}

// Validate checks the document by itself. Errors: CodeRepeated, CodeProtocol,
// CodeBarrier, and the codes of strict reading for a value that no document
// could hold.
func (c Communication) Validate() error { return strict.Validate(&c, (*Communication).issues) }

func (c *Communication) issues() []mtss.Issue {
	p := &problems{}
	differ(p, "/protocols", "/id", "protocol", c.Protocols, protocolID)
	for i, one := range c.Protocols {
		at := pointer.Element("/protocols", i)
		if one.Team == one.With {
			p.Fail(at+"/with", CodeProtocol, "links team %q with itself", one.Team)
		}
		if !one.SurveyedOn.IsZero() && one.SurveyOn.IsZero() {
			p.Fail(at+"/surveyedOn", CodeProtocol, "is the day of a survey, but surveyOn sets no day for one")
		}
	}
	differ(p, "/barriers", "/id", "barrier", c.Barriers, barrierID)
	for i, one := range c.Barriers {
		at := pointer.Element("/barriers", i)
		if (one.RoutedTo == "") != one.RoutedOn.IsZero() {
			p.Fail(at+"/routedTo", CodeBarrier, "routedTo and routedOn are stated together or not at all")
		}
		if !one.RoutedOn.IsZero() && one.RoutedOn.Before(one.RaisedOn) {
			p.Fail(at+"/routedOn", CodeBarrier, "is %s, before the barrier was raised on %s", one.RoutedOn, one.RaisedOn)
		}
		if open := laterOf(one.RaisedOn, one.RoutedOn); !one.ResolvedOn.IsZero() && one.ResolvedOn.Before(open) {
			p.Fail(at+"/resolvedOn", CodeBarrier, "is %s, before the barrier was raised or routed on %s", one.ResolvedOn, open)
		}
	}
	return p.List()
}

func protocolID(p *CommunicationProtocol) string { return p.ID }
func barrierID(b *Barrier) string                { return b.ID }

// checkCommunication checks that teams and roles exist: the teams that a protocol
// links, the teams that raised a barrier or that it was routed to, on that day, and
// the roles of designees.
func (t *Teams) checkCommunication(p *problems, path string, c *Communication) {
	index, roles := t.index(), t.roles()
	listed := func(at, id string) {
		if _, ok := index[id]; !ok {
			p.noTeam(index, at, id)
		}
	}
	for i, one := range c.Protocols {
		at := pointer.Element(path+"/protocols", i)
		listed(at+"/team", one.Team)
		listed(at+"/with", one.With)
		for j, role := range one.Designees {
			roles.check(p, pointer.Element(at+"/designees", j), role)
		}
	}
	for i, one := range c.Barriers {
		at := pointer.Element(path+"/barriers", i)
		p.team(index, at+"/raisedBy", one.RaisedBy, one.RaisedOn)
		if one.RoutedTo != "" {
			p.team(index, at+"/routedTo", one.RoutedTo, one.RoutedOn)
		}
	}
}

// lacks returns the parts that a protocol lacks.
func (p *CommunicationProtocol) lacks() (parts []string) {
	for _, part := range [...]struct {
		name   string
		absent bool
	}{{"designees", len(p.Designees) == 0}, {"a purpose", p.Purpose == ""}, {"information given", p.Gives == ""}, {"information received", p.Gets == ""}} {
		if part.absent {
			parts = append(parts, part.name)
		}
	}
	return parts
}

// DaysOpen returns for how many days a barrier has been open on a day, or was open
// until it was resolved; ok is false before it was raised, and if b is nil.
func (b *Barrier) DaysOpen(on mtss.Date) (days int, ok bool) {
	if b == nil || on.Before(b.RaisedOn) {
		return 0, false
	}
	if b.resolved(on) {
		on = b.ResolvedOn
	}
	return on.DaysSince(b.RaisedOn), true
}

func (b *Barrier) resolved(on mtss.Date) bool { return kit.Happened(b.ResolvedOn, on) }
func (b *Barrier) routed(on mtss.Date) bool   { return kit.Happened(b.RoutedOn, on) }

// concerns returns the parts that protocols lack, surveys that are overdue, and
// open barriers.
func (c *Communication) concerns(on mtss.Date) (found []mtss.Notice) {
	for i := range c.Protocols {
		one := &c.Protocols[i]
		if parts := one.lacks(); len(parts) > 0 {
			n := mtss.Noticef(ConcernProtocol, "the protocol of %s and %s lacks %s", one.Team, one.With, strings.Join(parts, " and ")).About(one.ID)
			n.Source = mtss.Source{Title: "Communication protocol, District Implementation Team and MIBLSI", URL: "https://docest.com/communication-protocol-district-implementation-team-and-miblsi"}
			found = append(found, n)
		}
		if one.SurveyOn.Valid() && one.SurveyOn.Before(on) && !kit.Happened(one.SurveyedOn, on) {
			found = append(found, mtss.Noticef(ConcernSurvey, "the protocol of %s and %s was due for a survey by %s", one.Team, one.With, one.SurveyOn).About(one.ID))
		}
	}
	for i := range c.Barriers {
		one := &c.Barriers[i]
		days, raised := one.DaysOpen(on)
		switch {
		case !raised || one.resolved(on):
		case one.routed(on):
			found = append(found, mtss.Noticef(ConcernBarrier, "barrier %s has been open for %s, raised by %s on %s, routed to %s on %s: %s", one.ID, kit.Count(days, "day"), one.RaisedBy, one.RaisedOn, one.RoutedTo, one.RoutedOn, one.What).About(one.ID))
		default:
			found = append(found, mtss.Noticef(ConcernBarrier, "barrier %s has been open for %s, raised by %s on %s, not routed to a team: %s", one.ID, kit.Count(days, "day"), one.RaisedBy, one.RaisedOn, one.What).About(one.ID))
		}
	}
	return found
}

// measures returns how many protocols are complete, how many barriers are routed
// and resolved, and for how many days the oldest open one has been open. Without
// barriers, their shares do not apply.
func (c *Communication) measures(on mtss.Date) rule.Facts {
	var protocols, routed, resolved []mtss.Verdict
	oldest := 0
	for i := range c.Protocols {
		protocols = append(protocols, kit.YesNo(len(c.Protocols[i].lacks()) == 0))
	}
	for i := range c.Barriers {
		one := &c.Barriers[i]
		days, raised := one.DaysOpen(on)
		if !raised {
			continue
		}
		done := one.resolved(on)
		routed, resolved = append(routed, kit.YesNo(done || one.routed(on))), append(resolved, kit.YesNo(done))
		if !done {
			oldest = max(oldest, days)
		}
	}
	facts := rule.Facts{
		"communication.protocols": rule.Of(mtss.Count(protocols...)),
		"barriers.routed":         rule.NotApplicable(),
		"barriers.resolved":       rule.NotApplicable(),
		"barriers.daysOpen":       rule.OfSpan(mtss.Exactly(mtss.Whole(int64(oldest)))),
	}
	if len(routed) > 0 {
		facts["barriers.routed"], facts["barriers.resolved"] = rule.Of(mtss.Count(routed...)), rule.Of(mtss.Count(resolved...))
	}
	return facts
}
