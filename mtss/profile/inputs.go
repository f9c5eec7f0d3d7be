package profile

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

// Latest returns the latest day on which something in the documents was measured,
// observed, decided or held; the zero date where there is none. Days that are planned,
// such as those by which an activity is due, are not looked at.
func (d Documents) Latest() (latest mtss.Date) {
	for _, document := range d.all {
		for _, day := range dates(document) {
			latest = later(latest, day)
		}
	}
	return latest
}

// dates returns the days on which something in a document was measured, observed,
// decided or held.
func dates(document mtss.Document) (out []mtss.Date) {
	note := func(day mtss.Date) { out = append(out, day) }
	switch v := document.(type) {
	case *instrument.Administration:
		note(v.Date)
	case *instrument.Result:
		note(v.Date)
	case *dca.VotingMeeting:
		note(v.Date)
	case *plan.Plan:
		note(v.Date)
	case *evidence.Statements:
		for _, r := range v.Records {
			note(r.Date)
		}
	case *fidelity.Observations:
		for _, o := range v.Observations {
			note(o.Date)
		}
	case *fidelity.ObservationLine:
		note(v.Date)
	case *fidelity.Outcomes:
		for _, o := range v.Outcomes {
			note(o.Baseline.On)
			for _, value := range o.Values {
				note(value.On)
			}
		}
	case *meeting.Meetings:
		for _, one := range v.Meetings {
			note(one.Date)
		}
	case *coaching.Contact:
		note(v.Date)
	case *readiness.Readiness:
		note(v.Date)
	case *readiness.Inventory:
		note(v.Date)
	case *district.Checklist:
		note(v.Date)
	}
	return out
}

// later says of which kinds some is later than the day, where nobody else does: what is
// scored, and evidence, are told with what they are of.
func (m *making) later() {
	told := map[string]bool{}
	for _, document := range m.documents.all {
		switch document.(type) {
		case *dca.VotingMeeting, *plan.Plan, *meeting.Meetings, *coaching.Contact, *district.Checklist, *readiness.Inventory, *fidelity.Observations, *fidelity.ObservationLine:
			for _, day := range dates(document) {
				if day.After(m.On) {
					told[document.Schema().Kind] = true
				}
			}
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(told)) {
		m.concern(Unused, mtss.Noticef(NoticeLater, "what is later than %s was not used", m.On).About(kind))
	}
}

// tops returns the units at the top: by the documents that say where units belong or,
// without any, the units of the largest kind among the documents.
func (m *making) tops() (out []mtss.Unit) {
	for _, d := range listed[records.Units](m.documents) {
		for _, p := range d.Units {
			if len(m.above.Above(p.ID)) == 0 && !slices.Contains(out, p.Unit) {
				out = append(out, p.Unit)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, u := range m.mentioned() {
		rank := slices.Index(mtss.UnitKinds(), u.Kind)
		if len(out) > 0 && rank > slices.Index(mtss.UnitKinds(), out[0].Kind) {
			out = nil
		}
		if len(out) == 0 || u.Kind == out[0].Kind {
			out = append(out, u)
		}
	}
	return out
}

// mentioned returns the units that documents speak of, each once, in order.
func (m *making) mentioned() []mtss.Unit {
	found := map[mtss.Unit]bool{}
	for _, document := range m.documents.all {
		switch v := document.(type) {
		case *instrument.Administration:
			found[v.Unit] = true
		case *instrument.Result:
			found[v.Unit] = true
		case *dca.VotingMeeting:
			found[v.Unit] = true
		case *plan.Plan:
			found[v.Unit] = true
		case *evidence.Statements:
			for _, r := range v.Records {
				found[r.Unit] = true
			}
		case *fidelity.Outcomes:
			for _, o := range v.Outcomes {
				found[o.Unit] = true
			}
		case *roster.Roster:
			for _, a := range v.Intended {
				found[a.Unit] = true
			}
		case *readiness.Readiness:
			found[v.Unit] = true
		case *readiness.Inventory:
			found[v.Unit] = true
		case *district.Teams:
			for _, t := range v.Teams {
				found[t.Unit] = true
			}
		case *district.Checklist:
			found[v.Unit] = true
		case *learning.Series:
			found[v.Unit] = true
		case *learning.DIT:
			found[v.Unit] = true
		case *coaching.System:
			found[v.Unit] = true
		}
	}
	delete(found, mtss.Unit{})
	return slices.SortedFunc(maps.Keys(found), func(a, b mtss.Unit) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
}

// someUnits names units, up to ten of them.
func someUnits(units []mtss.Unit) string {
	names := make([]string, 0, 11)
	for i, u := range units {
		if i == 10 {
			names = append(names, "and more")
			break
		}
		names = append(names, string(u.Kind)+"/"+u.ID)
	}
	return strings.Join(names, ", ")
}

// entry is a document with its content.
type entry struct {
	document mtss.Document
	kind     string
	content  []byte
	from     place
}

// sorted puts the documents in an order that does not depend on that of the files, and
// leaves out those that are there before. Contacts may be several though they say the
// same: whoever counts them decides.
func (m *making) sorted() {
	m.entries = make([]entry, len(m.documents.all))
	for i, document := range m.documents.all {
		content, err := document.AppendJSON(nil)
		m.refuse(document.Schema().Kind, origins{whole: {m.documents.origin(i)}}.of(err)...)
		m.entries[i] = entry{document, document.Schema().Kind, content, m.documents.from[i]}
	}
	slices.SortStableFunc(m.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), bytes.Compare(a.content, b.content))
	})
	m.documents.all, m.documents.from = make([]mtss.Document, 0, len(m.entries)), make([]place, 0, len(m.entries))
	for i, e := range m.entries {
		if _, contact := e.document.(*coaching.Contact); i > 0 && !contact && e.kind == m.entries[i-1].kind && bytes.Equal(e.content, m.entries[i-1].content) {
			m.concern(Repeated, mtss.Noticef(NoticeRepeated, "a document of kind %s is there more than once, and counts once", e.kind))
			continue
		}
		m.documents.add(e.document, e.from)
	}
}

// single keeps one of the documents that only one of can hold, and reports the others,
// which say otherwise.
func (m *making) single(model stages.Model) {
	first := map[string]int{}
	kept := Documents{unused: m.documents.unused}
	for i, document := range m.documents.all {
		key := ""
		switch v := document.(type) {
		case *instrument.Definition:
			key = "definition of " + v.Ref().String()
		case *instrument.Completion:
			key = "completion of " + v.Instrument.String()
		case *instrument.CriteriaProfile:
			key = "profile of criteria for " + v.Instrument.String()
		case *dca.Protocol:
			key = "protocol of " + v.ID
		case *rule.Set:
			if v.ID != "" {
				key = "rule set " + v.ID
			}
		case *district.MeetingPolicy:
			key = "policy on meetings"
		case *coaching.System:
			key = "coaching system of " + string(v.Unit.Kind) + " " + v.Unit.ID
		case *stages.Model:
			if len(model.Stages) == 0 { // or else none of the documents is used
				key = "stage model"
			}
		}
		if before, known := first[key]; known && key != "" {
			both := origins{"": {m.documents.origin(before), m.documents.origin(i)}}
			m.refuse(key, both.of(mtss.Issuef("/1", CodeDefinition, "is a second %s, which says otherwise than %s; that one is used", key, "/0"))...)
			continue
		}
		first[key] = i
		kept.add(document, m.documents.from[i])
	}
	m.documents = kept
}

// inputs returns the documents by kind, with a digest of their contents, each once.
func (m *making) inputs() []Input {
	out := []Input{}
	for i := 0; i < len(m.entries); {
		kind, count := m.entries[i].kind, int64(0)
		var all []byte
		var documents []string
		for ; i < len(m.entries) && m.entries[i].kind == kind; i++ {
			sum := digest.Sum(m.entries[i].content)
			all = append(all, sum[:]...)
			if count++; count <= mostNamed {
				documents = append(documents, short(sum))
			}
		}
		if count > mostNamed {
			documents = nil
		}
		whole := digest.Sum(all)
		out = append(out, Input{Kind: kind, Count: count, Digest: hex.EncodeToString(whole[:]), Documents: documents})
	}
	return out
}

// defined notes a definition that was used.
func (m *making) defined(d mtss.Document, id string) {
	if content, err := d.AppendJSON(nil); err == nil {
		sum := digest.Sum(content)
		m.Definitions = append(m.Definitions, Input{Kind: d.Schema().Kind, ID: id, Digest: hex.EncodeToString(sum[:])})
	}
}

// others notes the further documents that say how to judge.
func (m *making) others() {
	for _, p := range listed[fidelity.Policy](m.documents) {
		m.defined(&p, p.ID)
	}
	for _, s := range listed[schedule.Schedule](m.documents) {
		m.defined(&s, s.ID)
	}
	for _, p := range listed[district.MeetingPolicy](m.documents) {
		m.defined(&p, "")
	}
}

// notUsed are the kinds of documents that a profile does not use.
func notUsed() []string {
	return []string{
		"crosswalk", "equating", "equated", "cases", stages.Assessment{}.Schema().Kind, stages.History{}.Schema().Kind,
		dca.Reviewed{}.Schema().Kind, dca.Trend{}.Schema().Kind, fidelity.Dosages{}.Schema().Kind, fidelity.ShareReport{}.Schema().Kind,
		coaching.NeedEvidence{}.Schema().Kind, readiness.ScaleUp{}.Schema().Kind, readiness.Hexagon{}.Schema().Kind, "labels", Profile{}.Schema().Kind,
	}
}
