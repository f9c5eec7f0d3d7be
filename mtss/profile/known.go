package profile

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// KnownBy returns the documents as they were known by a day, so that an answer can be
// had again: with no day, all of them. What was recorded later is left out, corrections
// among it, so that what they corrected stands again.
//
// A record is known from the day on which it was recorded. One that does not say counts
// as recorded on its own day: that on which something was scored, observed, held,
// measured or planned, or somebody's work began. What has no day, such as a policy, a
// definition or the units, counts as known from the start, and so does what documents
// say of teams, series of learning, the coaching system and coaching plans, but for
// what says that it was recorded later. A document of which nothing was known is left
// out as a whole.
func (d Documents) KnownBy(day mtss.Date) Documents {
	out := Documents{all: make([]mtss.Document, 0, len(d.all)), unused: slices.Clone(d.unused)}
	for i, document := range d.all {
		if known := knownBy(document, day); day.IsZero() {
			out.add(document, d.from[i])
		} else if known != nil {
			out.add(known, d.from[i])
		}
	}
	return out
}

// knownBy returns what was known of a document; nil if nothing was.
func knownBy(document mtss.Document, day mtss.Date) mtss.Document {
	if record, is := document.(interface{ Known() mtss.Date }); is {
		if record.Known().After(day) {
			return nil
		}
	}
	switch v := document.(type) {
	case *fidelity.Observations:
		known := *v
		known.Observations = mtss.KnownBy(v.Observations, day)
		return unless(gone(known.Observations, v.Observations), &known)
	case *fidelity.Outcomes:
		known := v.KnownBy(day)
		return unless(gone(known.Outcomes, v.Outcomes), &known)
	case *roster.Roster:
		known, is := v.KnownBy(day)
		return unless(!is || gone(known.Intended, v.Intended), &known)
	case *evidence.Statements:
		known := *v
		known.Records = mtss.KnownBy(v.Records, day)
		return unless(gone(known.Records, v.Records) && len(v.Measures) == 0, &known)
	case *meeting.Meetings:
		known := *v
		known.Meetings = mtss.KnownBy(v.Meetings, day)
		return unless(gone(known.Meetings, v.Meetings) && len(v.Covers) == 0, &known)
	case *learning.DIT:
		known := v.KnownBy(day)
		return &known
	case *district.Teams:
		known := v.KnownBy(day)
		return unless(gone(known.Teams, v.Teams) && len(v.Covers)+len(v.Leads)+len(v.Partnerships) == 0, &known)
	case *learning.Series:
		known := v.KnownBy(day)
		return &known
	case *coaching.System:
		if known, is := v.KnownBy(day).(coaching.System); is {
			return &known
		}
	case *coaching.ServicePlans:
		known := *v
		known.Plans = mtss.KnownBy(v.Plans, day)
		return unless(gone(known.Plans, v.Plans), &known)
	case *coaching.Data:
		known := v.KnownBy(day)
		return &known
	}
	return document
}

// gone reports whether nothing is left of a list.
func gone[T any](known, all []T) bool { return len(known) == 0 && len(all) > 0 }

func unless(gone bool, document mtss.Document) mtss.Document {
	if gone {
		return nil
	}
	return document
}

// known settles the day by which documents are to be known, and leaves out what was
// not.
func (m *making) known(options *Options) error {
	m.KnownOn = cmp.Or(options.KnownOn, options.Policy.KnownOn)
	switch other := options.Policy.KnownOn; {
	case m.KnownOn.IsZero():
		return nil
	case !m.KnownOn.Valid():
		return mtss.Issuef("/knownOn", CodeDay, "%q is not a day of the calendar", m.KnownOn)
	case !other.IsZero() && other != m.KnownOn:
		return mtss.Issuef("/knownOn", CodeDay, "is %s, and %s for the evidence: want one day", m.KnownOn, other)
	}
	options.Policy.KnownOn = mtss.Date{} // all evidence is that of the documents
	m.documents = m.documents.KnownBy(m.KnownOn)
	m.concern(Remark, mtss.Noticef(NoticeKnown, "it is told as it was known on %s: what was recorded later is left out", m.KnownOn))
	return nil
}
