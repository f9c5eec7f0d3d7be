package profile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// concern is a concern on its way, with what it bears on: "measure/INNOVATION/NAME",
// where no innovation is any, or "instrument/REF".
type concern struct {
	quality Quality
	notice  mtss.Notice
	on      []string
}

func (m *making) concern(q Quality, n mtss.Notice, on ...string) {
	m.concerns = append(m.concerns, concern{q, n, on})
}

// qualityOf tells the kind of a concern by the code of its notice.
func qualityOf(code mtss.Code, otherwise Quality) Quality {
	switch code {
	case instrument.CaveatUnscored, instrument.CaveatNotAdministered, instrument.CaveatLacks, instrument.CaveatMissing, fidelity.CaveatUnobserved,
		fidelity.CaveatOpen, fidelity.CaveatVacant, fidelity.CaveatTooFew, fidelity.CaveatUnplaced, fidelity.NoticeNoPolicy, coaching.NoticeUnknown,
		coaching.NoticeNeverCoached, coaching.NoticeGap, coaching.NoticeLogOpen, coaching.NoticeUnanswered, coaching.NoticeNobody, coaching.NoticeNoCoach:
		return Missing
	case evidence.NoticeExpired, fidelity.CaveatExpired, fidelity.CaveatOld, fidelity.CaveatTraining, coaching.NoticeExpired, readiness.CaveatOld, district.NoticeOld:
		return Expired
	case evidence.NoticeConflict, evidence.NoticeContradiction, coaching.NoticeConflict, readiness.CaveatConflict, evidence.NoticeSpelling, fidelity.CaveatSpelling:
		return Conflict
	case fidelity.CaveatRefused:
		return Refused
	case mtss.NoticeRepeated, evidence.NoticeRepeated, fidelity.CaveatRepeated, fidelity.CaveatTwin, coaching.NoticeRepeated, coaching.NoticeTwice,
		district.NoticeRepeated, readiness.CaveatRepeated, learning.CaveatRepeated:
		return Repeated
	case fidelity.CaveatUntrained, instrument.CaveatAdministeredBy:
		return Deviation
	case instrument.CaveatIllustrative:
		return Illustrative
	case instrument.CaveatNotConfirmed, instrument.CaveatCompleted, stages.CaveatNotConfirmed, evidence.NoticeUnconfirmed, coaching.NoticeUnconfirmed:
		return Unconfirmed
	case stages.CaveatLater, fidelity.CaveatLater, fidelity.CaveatNotIntended, coaching.NoticeOutside:
		return Unused
	}
	return otherwise
}

// open is a verdict that may change, with the measures that it waits for.
type open struct {
	name     string
	measures map[string]bool
	of       string // the innovation
	ref      string // of the instrument
}

// verdicts returns the verdicts of the profile: of the next stage of each innovation
// and of the criteria, with the measures that those wait for that are not certain.
func (m *making) verdicts() (all []open) {
	for _, in := range m.Innovations {
		for _, s := range in.Stage.Stages {
			if s.Entered == mtss.Undetermined {
				o := open{name: "stage/" + in.ID + "/" + string(s.ID), of: in.ID, measures: map[string]bool{}}
				undecided(s.Enter, o.measures)
				all = append(all, o)
			}
		}
	}
	for _, a := range m.Assessed {
		if a.Latest == nil {
			continue
		}
		for _, c := range a.Latest.Criteria {
			all = append(all, open{name: "criterion/" + a.Instrument.String() + "/" + c.ID, ref: a.Instrument.String(), measures: map[string]bool{"undetermined": c.Verdict == mtss.Undetermined}})
		}
	}
	return all
}

// undecided notes the measures of comparisons that are undetermined.
func undecided(f rule.Finding, measures map[string]bool) {
	if f.Measure != "" && f.Verdict == mtss.Undetermined {
		measures[f.Measure] = true
	}
	for _, child := range f.Children {
		undecided(child, measures)
	}
}

// quality says what is missing altogether, and puts the concerns together: what holds
// of many things once.
func (m *making) quality() {
	verdicts := m.verdicts()
	m.absent()
	m.later()
	for _, o := range verdicts {
		for _, measure := range kit.OrEmpty(sortedKeys(o.measures)) {
			if o.ref == "" {
				m.concern(Missing, mtss.Noticef(NoticeUnknown, "not known well enough: %s", word.Measure(measure)).About(o.name), "measure/"+o.of+"/"+measure)
			}
		}
	}
	for _, name := range m.documents.unused {
		m.concern(Unused, mtss.Noticef(NoticeUnused, "files were not used that are neither .json nor .ndjson, nor a table with a layout of its name beside it").About(name))
	}
	for _, e := range m.entries {
		if slices.Contains(notUsed(), e.kind) {
			m.concern(Unused, mtss.Noticef(NoticeUnused, "documents of this kind are not used in a profile").About(e.kind))
		}
	}
	m.Concerns = []Concern{}
	at := map[[3]string]int{}
	for _, c := range m.concerns {
		m.Illustrative = m.Illustrative || c.quality == Illustrative
		key := [3]string{string(c.quality), string(c.notice.Code), cmp.Or(c.notice.Template, c.notice.Message)}
		if c.notice.Code == NoticeUnknown {
			key[2] = c.notice.Message // a measure is a concern of its own
		}
		i, known := at[key]
		if !known {
			i = len(m.Concerns)
			at[key] = i
			m.Concerns = append(m.Concerns, Concern{Quality: c.quality, Notice: c.notice, MayChange: []string{}})
		}
		of := &m.Concerns[i]
		subject := cmp.Or(c.notice.Subject, c.notice.Message)
		if !slices.Contains(of.Subjects, subject) {
			of.Count++
			if len(of.Subjects) < 20 {
				of.Subjects = append(of.Subjects, subject)
			}
		}
		for _, o := range verdicts {
			if o.touched(c) && !slices.Contains(of.MayChange, o.name) {
				of.MayChange = append(of.MayChange, o.name)
			}
		}
	}
	slices.SortStableFunc(m.Concerns, func(a, b Concern) int {
		return cmp.Or(
			cmp.Compare(slices.Index(qualities(), a.Quality), slices.Index(qualities(), b.Quality)),
			cmp.Compare(min(len(b.MayChange), 1), min(len(a.MayChange), 1)),
			strings.Compare(string(a.Notice.Code), string(b.Notice.Code)),
			strings.Compare(a.Notice.Message, b.Notice.Message),
		)
	})
}

// touched reports whether a concern may change the verdict.
func (o open) touched(c concern) bool {
	for _, on := range c.on {
		if measure, is := strings.CutPrefix(on, "measure/"+o.of+"/"); is && o.measures[measure] {
			return true
		}
		if measure, is := strings.CutPrefix(on, "measure//"); is && o.measures[measure] {
			return true
		}
		id, _, _ := strings.Cut(o.ref, "@")
		if c.quality == Expired && id != "" && strings.HasPrefix(on, "measure//"+id+".") {
			return true // the result that the verdict is of counts no longer
		}
		if ref, is := strings.CutPrefix(on, "instrument/"); is && ref == o.ref {
			return o.measures["undetermined"] || slices.Contains([]Quality{Conflict, Deviation, Illustrative, Unconfirmed}, c.quality)
		}
	}
	return false
}

// absent says of which documents there are none, and what is not known without them.
func (m *making) absent() {
	d := m.documents
	say := func(none bool, what string, measures ...string) {
		if none {
			m.concern(Missing, mtss.Noticef(NoticeAbsent, "nothing is on record about %s", what).About(what), measures...)
		}
	}
	practitioners := "measure//" + string(evidence.Practitioners)
	say(len(m.Assessed) == 0, "assessments")
	say(len(listed[roster.Roster](d)) == 0, "the people who are meant to use an innovation", practitioners)
	say(len(listed[fidelity.Observations](d))+len(listed[fidelity.ObservationLine](d)) == 0, "observations", practitioners)
	say(len(listed[fidelity.Outcomes](d)) == 0, "outcomes", "measure//"+string(evidence.OutcomesImproved))
	say(len(listed[readiness.Readiness](d)) == 0, "readiness")
	say(len(listed[coaching.ServicePlans](d)) == 0, "coaching plans")
	say(len(listed[coaching.ServicePlans](d)) > 0 && len(listed[coaching.Contact](d)) == 0, "coaching contacts")
	say(len(listed[district.Teams](d)) == 0, "teams")
}

// says tells what holds of which, and each once: a message may begin with what it is about, or
// be all that is known of that.
func (c Concern) says() string {
	if len(c.Subjects) == 0 {
		return c.Notice.Message
	}
	of := make([]string, len(c.Subjects))
	for i, subject := range c.Subjects {
		of[i] = word.Measure(subject)
	}
	message, named := strings.CutPrefix(c.Notice.Message, of[0]+": ")
	switch {
	case of[0] == c.Notice.Message:
		return strings.Join(of, "; ")
	case named && len(of) == 1:
		return c.Notice.Message
	}
	return message + ": " + strings.Join(of, ", ")
}

// Unused returns what was not used, was given twice or contradicts itself, each with what
// it holds of.
func (p Profile) Unused() (all []mtss.Notice) {
	for _, c := range p.Concerns {
		if slices.Contains([]Quality{Unused, Repeated, Conflict}, c.Quality) {
			all = append(all, mtss.Notice{Code: c.Notice.Code, Message: c.says()})
		}
	}
	return all
}
