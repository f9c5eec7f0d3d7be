package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// purpose is the word of a definition for what coaching is for.
const purpose = "purpose"

// planParts are the six parts of a service delivery plan, as its source names them.
func planParts() []string {
	return []string{"concepts", "strategies", "information", "frequency", "preparation", "feedback"}
}

// coverable returns the closed list of what a component can cover; nil where its
// words are the district's own.
func coverable(id ComponentID) []string {
	switch id {
	case Definition:
		return []string{
			purpose, string(Systems), string(Instructional), string(AtDistrict), string(AtSchool), string(AtTeam), string(AtPractitioner),
			string(External), string(Internal),
		}
	case ServiceDelivery:
		return planParts()
	}
	return nil
}

// Content returns what a component is to cover, as far as the system tells, and
// which of it the component says that it covers. A definition is to cover the
// purpose and the types and levels of the coaching that is wanted; qualifications
// and selection each role; service delivery the six parts of a plan. Which
// conditions warrant coaching, and which guidelines there are, is the district's
// own: these components are to cover what they say, and something. covered is
// undetermined for a component that does not say what it covers. That a role has
// skills and responsibilities is looked at, too: without them its qualifications
// are not covered.
func (s System) Content(id ComponentID) (topics []string, covered mtss.Tally) {
	c, _ := s.Component(id)
	switch id {
	case Definition:
		topics = []string{purpose}
		for _, w := range s.Wanted {
			for _, word := range []string{string(w.Type), string(w.Level)} {
				if !slices.Contains(topics, word) {
					topics = append(topics, word)
				}
			}
		}
	case Qualifications, Selection:
		for _, r := range s.Roles {
			topics = append(topics, r.ID)
		}
	case ServiceDelivery:
		topics = planParts()
	default:
		topics = slices.Clone(c.Covers)
	}
	topics = kit.OrEmpty(topics)
	if len(c.Covers) == 0 {
		n := max(1, int64(len(topics)))
		return topics, mtss.Tally{Possible: n, Unknown: n}
	}
	for _, topic := range topics {
		covered = kit.Plus(covered, mtss.Count(kit.YesNo(s.covers(c, topic))))
	}
	return topics, covered
}

// covers reports whether a component covers a topic.
func (s System) covers(c SystemComponent, topic string) bool {
	if !slices.Contains(c.Covers, topic) {
		return false
	}
	role, _ := s.Role(topic)
	return c.Component != Qualifications || len(role.Skills) > 0 && len(role.Responsibilities) > 0
}

// CheckConditions compares the conditions that the system states with the rules
// in force on a day: which of them is not a rule, and which rule the component does
// not cover. It says nothing without rules, and where the component does not say
// what it covers.
func (s System) CheckConditions(rules *rule.Rulebook, on mtss.Date) []mtss.Notice {
	n := []mtss.Notice{}
	at := slices.IndexFunc(s.Components, func(c SystemComponent) bool { return c.Component == Conditions })
	if rules == nil || at < 0 || len(s.Components[at].Covers) == 0 {
		return n
	}
	path, source := pointer.Element("/components", at), slides("Coaching System Components")
	var ids []string
	for _, r := range rules.Rules(on) {
		ids = append(ids, r.ID)
	}
	for i, id := range s.Components[at].Covers {
		if !slices.Contains(ids, id) {
			n = say(n, pointer.Element(path+"/covers", i), source, mtss.Noticef(NoticeContent, "%s: the rule %s is not in force on %s", Conditions, id, on))
		}
	}
	for _, id := range ids {
		if !slices.Contains(s.Components[at].Covers, id) {
			n = say(n, path, source, mtss.Noticef(NoticeContent, "%s: it does not cover the rule %s", Conditions, id))
		}
	}
	return n
}

// contents counts what all components cover, of what they are to cover.
func (s System) contents() (t mtss.Tally) {
	for _, id := range ComponentIDs() {
		_, covered := s.Content(id)
		t = kit.Plus(t, covered)
	}
	return t
}

// content says what a component lacks that it is to cover, once it is final, and
// which roles it names that the system does not describe.
func (s System) content(at int, on mtss.Date) (n []mtss.Notice) {
	c, path, source := s.Components[at], pointer.Element("/components", at), slides("Activity 2.2")
	if state, known := c.State(on); !known || rank(state) < rank(Final) {
		return nil
	}
	if len(c.Covers) == 0 {
		return say(n, path, source, mtss.Noticef(NoticeContent, "%s: it is not stated what it covers", c.Component))
	}
	topics, _ := s.Content(c.Component)
	for _, topic := range topics {
		if !s.covers(c, topic) {
			n = say(n, path, source, mtss.Noticef(NoticeContent, "%s: it does not cover %s", c.Component, topic))
		}
	}
	for i, word := range c.Covers {
		if c.Component != Qualifications && c.Component != Selection {
			break
		}
		if _, known := s.Role(word); !known {
			n = say(n, pointer.Element(path+"/covers", i), source, mtss.Noticef(NoticeRoleUnknown, "%s: it covers %s, a role that the system does not describe", c.Component, word))
		}
	}
	return n
}
