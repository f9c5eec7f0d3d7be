package district

import (
	"encoding/json"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Communication is a document of the communication plan: the protocols that
// link teams, and the barriers that were raised through them.
type Communication struct {
	// Kind is "communication"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=communication"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the unit whose plan it is.
	Unit mtss.Unit `json:"unit"`
	// Protocols link teams.
	Protocols []CommunicationProtocol `json:"protocols" jsonschema:"maxItems=10000"`
	// Barriers are what stands in the way of schools or the district.
	Barriers []Barrier `json:"barriers" jsonschema:"maxItems=100000"`
}

// CommunicationProtocol is how two teams exchange information.
type CommunicationProtocol struct {
	// ID names the protocol.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Team is the id of one team.
	Team string `json:"team" jsonschema:"minLength=1,maxLength=200"`
	// With is the id of the other.
	With string `json:"with" jsonschema:"minLength=1,maxLength=200"`
	// Designees are the roles that see to it.
	Designees []Word `json:"designees" jsonschema:"maxItems=100,minLength=1,maxLength=100,uniqueItems=true"`
	// Purpose is what it is for.
	Purpose string `json:"purpose,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Gives is what Team tells the other.
	Gives string `json:"gives,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Gets is what the other tells Team.
	Gets string `json:"gets,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// SurveyOn is the day by which its effect should be surveyed.
	SurveyOn mtss.Date `json:"surveyOn,omitzero"`
	// SurveyedOn is the day on which it was.
	SurveyedOn mtss.Date `json:"surveyedOn,omitzero"`
}

// Barrier is something that stands in the way, from the day it is raised to the
// day it is resolved.
type Barrier struct {
	// ID names the barrier.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// What stands in the way, in short.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// RaisedBy is the id of the team that raised it.
	RaisedBy string `json:"raisedBy" jsonschema:"minLength=1,maxLength=200"`
	// RaisedOn is the day on which it did.
	RaisedOn mtss.Date `json:"raisedOn"`
	// RoutedTo is the id of the team that is to deal with it.
	RoutedTo string `json:"routedTo,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// RoutedOn is the day on which that team got it.
	RoutedOn mtss.Date `json:"routedOn,omitzero"`
	// ResolvedOn is the day on which it was resolved.
	ResolvedOn mtss.Date `json:"resolvedOn,omitzero"`
}

// DecodeCommunication reads the document strictly. Errors: the codes of strict
// reading and those of [Communication.Validate].
func DecodeCommunication(data []byte) (Communication, error) {
	return decode(data, Communication.check)
}

// MarshalJSON writes the document with its kind and schema version.
func (c Communication) MarshalJSON() ([]byte, error) {
	type plain Communication
	out := plain(c)
	out.Kind, out.SchemaVersion = "communication", SchemaVersion
	out.Barriers, out.Protocols = kit.OrEmpty(c.Barriers), make([]CommunicationProtocol, len(c.Protocols))
	for i, one := range c.Protocols {
		one.Designees = kit.OrEmpty(one.Designees)
		out.Protocols[i] = one
	}
	return json.Marshal(out)
}

// Validate reports what is wrong with the document by itself. Errors:
// CodeRepeated, CodeProtocol, CodeBarrier, and the codes of strict reading for
// one that no document could hold.
func (c Communication) Validate() error { return validate(c, Communication.check) }

func (c Communication) check(p *problems) {
	seen := map[string]bool{}
	for i, one := range c.Protocols {
		at := pointer.Element("/protocols", i)
		p.once(seen, at+"/id", one.ID, "protocol")
		if one.Team == one.With {
			p.Fail(at+"/with", CodeProtocol, "links team %q with itself", one.Team)
		}
		if !one.SurveyedOn.IsZero() && one.SurveyOn.IsZero() {
			p.Fail(at+"/surveyedOn", CodeProtocol, "was surveyed, and no day is set for it")
		}
	}
	seen = map[string]bool{}
	for i, one := range c.Barriers {
		at := pointer.Element("/barriers", i)
		p.once(seen, at+"/id", one.ID, "barrier")
		if (one.RoutedTo == "") != one.RoutedOn.IsZero() {
			p.Fail(at+"/routedTo", CodeBarrier, "a barrier is routed to a team on a day, both or neither")
		}
		if !one.RoutedOn.IsZero() && one.RoutedOn.Before(one.RaisedOn) {
			p.Fail(at+"/routedOn", CodeBarrier, "is routed on %s, before it was raised on %s", one.RoutedOn, one.RaisedOn)
		}
		if open := laterOf(one.RaisedOn, one.RoutedOn); !one.ResolvedOn.IsZero() && one.ResolvedOn.Before(open) {
			p.Fail(at+"/resolvedOn", CodeBarrier, "is resolved on %s, before it was raised or routed on %s", one.ResolvedOn, open)
		}
	}
}

// CheckTeams reports teams that are not there: those that a protocol links, and
// on the day those that raised a barrier or that it was routed to. Errors:
// CodeTeamUnknown, and CodeRole for a designee whose role neither list has.
func (c Communication) CheckTeams(teams Teams) error {
	p, index := &problems{}, teams.index()
	roles := teams.roles()
	listed := func(at, id string) {
		if _, ok := index[id]; !ok {
			p.Fail(at, CodeTeamUnknown, "there is no team %q", id)
		}
	}
	there := func(at, id string, on mtss.Date) {
		if team, ok := index[id]; !ok || !kit.Within(on, team.From, team.Until) {
			p.Fail(at, CodeTeamUnknown, "there is no team %q on %s", id, on)
		}
	}
	for i, one := range c.Protocols {
		at := pointer.Element("/protocols", i)
		listed(at+"/team", one.Team)
		listed(at+"/with", one.With)
		for j, role := range one.Designees {
			if !roles[role] {
				p.Fail(pointer.Element(at+"/designees", j), CodeRole, "%q is no role", role)
			}
		}
	}
	for i, one := range c.Barriers {
		there(pointer.Element("/barriers", i)+"/raisedBy", one.RaisedBy, one.RaisedOn)
		if one.RoutedTo != "" {
			there(pointer.Element("/barriers", i)+"/routedTo", one.RoutedTo, one.RoutedOn)
		}
	}
	return p.sorted(c)
}

// lacks names the parts that a protocol lacks.
func (p *CommunicationProtocol) lacks() (parts []string) {
	for _, part := range [...]struct {
		name   string
		absent bool
	}{{"designees", len(p.Designees) == 0}, {"a purpose", p.Purpose == ""}, {"what is given", p.Gives == ""}, {"what is got", p.Gets == ""}} {
		if part.absent {
			parts = append(parts, part.name)
		}
	}
	return parts
}

// DaysOpen returns how many days a barrier has been open on a day, or was until
// it was resolved; ok is false before it was raised.
func (b *Barrier) DaysOpen(on mtss.Date) (days int, ok bool) {
	if on.Before(b.RaisedOn) {
		return 0, false
	}
	if b.resolved(on) {
		on = b.ResolvedOn
	}
	return on.DaysSince(b.RaisedOn), true
}

func (b *Barrier) resolved(on mtss.Date) bool { return kit.Happened(b.ResolvedOn, on) }
func (b *Barrier) routed(on mtss.Date) bool   { return kit.Happened(b.RoutedOn, on) }

// concerns lists the parts that protocols lack, surveys that are overdue, and
// barriers that are open.
func (c *Communication) concerns(v View) (found []Concern) {
	if c.Unit != v.Unit {
		return nil
	}
	add := func(code mtss.Code, subject, message string) {
		found = append(found, Concern{Code: code, Unit: c.Unit, Subject: subject, Message: message})
	}
	for i := range c.Protocols {
		one := &c.Protocols[i]
		if parts := one.lacks(); len(parts) > 0 {
			add(ConcernProtocol, one.ID, "the protocol of "+one.Team+" and "+one.With+" lacks "+strings.Join(parts, ", "))
			found[len(found)-1].Source = mtss.Source{Title: "Communication protocol, District Implementation Team and MIBLSI", URL: "https://docest.com/communication-protocol-district-implementation-team-and-miblsi"}
		}
		if !one.SurveyOn.IsZero() && one.SurveyOn.Before(v.On) && !kit.Happened(one.SurveyedOn, v.On) {
			add(ConcernSurvey, one.ID, "the protocol of "+one.Team+" and "+one.With+" was to be surveyed by "+one.SurveyOn.String())
		}
	}
	for i := range c.Barriers {
		one := &c.Barriers[i]
		days, raised := one.DaysOpen(v.On)
		if !raised || one.resolved(v.On) {
			continue
		}
		where := "and routed to nobody"
		if one.routed(v.On) {
			where = "routed to " + one.RoutedTo + " on " + one.RoutedOn.String()
		}
		add(ConcernBarrier, one.ID, "barrier "+one.ID+" is open for "+kit.Count(days, "day")+", raised by "+one.RaisedBy+" on "+one.RaisedOn.String()+" "+where+": "+one.What)
	}
	return found
}

// measures returns how many protocols are complete, how many barriers are
// routed and resolved, and the days for which the oldest open one has been
// open. A share of no barriers does not apply.
func (c *Communication) measures(v View) rule.Facts {
	if c.Unit != v.Unit {
		return rule.Facts{}
	}
	var protocols, routed, resolved mtss.Tally
	oldest := 0
	for i := range c.Protocols {
		protocols.Possible++
		if len(c.Protocols[i].lacks()) == 0 {
			protocols.Earned++
		}
	}
	for i := range c.Barriers {
		one := &c.Barriers[i]
		days, raised := one.DaysOpen(v.On)
		if !raised {
			continue
		}
		routed.Possible++
		resolved.Possible++
		if one.routed(v.On) || one.resolved(v.On) {
			routed.Earned++
		}
		if one.resolved(v.On) {
			resolved.Earned++
		} else if days > oldest {
			oldest = days
		}
	}
	facts := rule.Facts{
		"communication.protocols": rule.Of(protocols), "barriers.routed": rule.Of(routed), "barriers.resolved": rule.Of(resolved),
		"barriers.daysOpen": rule.OfSpan(mtss.Exactly(mtss.Whole(int64(oldest)))),
	}
	if routed.Possible == 0 {
		facts["barriers.routed"], facts["barriers.resolved"] = rule.NotApplicable(), rule.NotApplicable()
	}
	return facts
}
