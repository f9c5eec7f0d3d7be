package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/mtss"
)

// InForce returns the administrations that are in force, each once, as
// mtss.InForce tells, with its errors. Nothing corrects an administration of
// another unit or instrument.
func InForce(administrations []Administration) ([]Administration, error) {
	return mtss.InForce(administrations, (*Administration).Correction)
}

// Correction returns what the administration says of itself and of the one that
// it corrects. Both must be of one unit and one instrument, of any version: the
// version may be what was wrong. An administration is known by its id or, without
// one, by all that it says: an item that was asked and not scored says no more
// than one that was left out, and the order of items says nothing.
func (a *Administration) Correction() mtss.Correction[string] {
	if a == nil {
		return mtss.Correction[string]{}
	}
	subject := string(a.Unit.Kind) + " " + strconv.Quote(a.Instrument.ID) + " " + a.Unit.ID
	return mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids, Subject: subject, Content: a.content()}
}

// content is a digest of what the administration says; "" of one that no document
// can hold.
func (a *Administration) content() string {
	same := *a
	same.ID, same.Notices, same.ProtocolKept, same.Recorded = "", nil, mtss.Undetermined, mtss.Date{} // whoever passes it on may know less of it
	same.Responses = make(Responses, 0, len(a.Responses))
	for _, r := range a.Responses {
		if !r.NotScored {
			same.Responses = append(same.Responses, r)
		}
	}
	slices.SortFunc(same.Responses, func(a, b Response) int { return strings.Compare(a.Item, b.Item) })
	same.Summary = slices.Clone(a.Summary)
	slices.SortFunc(same.Summary, func(a, b Response) int { return strings.Compare(a.Item, b.Item) })
	same.NotApplicable = slices.Sorted(slices.Values(a.NotApplicable))
	same.Sections = slices.Sorted(slices.Values(a.Sections))
	return digestOf(&same)
}

// digestOf is the SHA-256 of a document; "" of what no document can hold.
func digestOf(document interface {
	AppendJSON(dst []byte) ([]byte, error)
}) string {
	data, err := document.AppendJSON(nil)
	if err != nil {
		return ""
	}
	sum := digest.Sum(data)
	return string(sum[:])
}
