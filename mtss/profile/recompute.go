package profile

import (
	"encoding/hex"
	"slices"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// mostDifferences is how many differences are told, and mostNamed how many documents
// of a kind a profile tells apart.
const mostDifferences, mostNamed = 50, 200

// Recompute makes the profile again from documents, and reports what differs: first the
// documents that are not those it was made of, each by its file, then each part that
// comes out otherwise, by its path; at most fifty of these. Of the options, only Model
// and Policy are used, which must be those that it was made with, and MadeBy: another
// version than the profile's is told where something differs. What profiles did not always
// have is no difference where it is missing: all sentences, and an instrument's title.
//
// Errors: CodeDocuments, CodeDifferent, and those of [Of] without a profile.
func (p Profile) Recompute(d Documents, o Options) error {
	stored, err := p.MarshalJSON()
	if err != nil {
		return err
	}
	now := o.MadeBy
	o.Unit, o.On, o.KnownOn, o.MadeBy = p.Unit, p.On, p.KnownOn, p.MadeBy
	again, err := Of(d, o)
	if again.Unit.ID == "" {
		return err
	}
	again.asOld(p)
	// what else is wrong with documents was so before, or makes a difference
	written, err := again.MarshalJSON()
	if err != nil {
		return err
	}
	before, _ := strict.Parse(stored) // what is written is good
	after, _ := strict.Parse(written)
	differ := strict.Differences(CodeDifferent, before.Root(), after.Root(), mostDifferences)
	if len(differ) == 0 {
		return nil
	}
	issues := d.KnownBy(p.KnownOn).changed(p.Inputs, again.Inputs)
	if now != "" && now != p.MadeBy {
		issues = append(issues, mtss.Issuef("/library", CodeDifferent, "stored by version %q of the library, recomputed by %q", p.MadeBy, now))
	}
	return strict.Invalid(append(issues, differ...))
}

// changed names the documents that a profile was not made of, and counts those that it
// was made of and that are not there.
func (d Documents) changed(was, is []Input) (issues []mtss.Issue) {
	find := func(all []Input, kind string) (Input, int) {
		i := slices.IndexFunc(all, func(in Input) bool { return in.Kind == kind })
		if i < 0 {
			return Input{Kind: kind}, len(was)
		}
		return all[i], i
	}
	tell := func(i int, format string, args ...any) {
		issues = append(issues, mtss.Issuef(pointer.Element("/inputs", i), CodeDocuments, format, args...))
	}
	var kinds []string
	for _, in := range append(slices.Clone(was), is...) {
		if !slices.Contains(kinds, in.Kind) {
			kinds = append(kinds, in.Kind)
		}
	}
	for _, kind := range kinds {
		before, i := find(was, kind)
		after, _ := find(is, kind)
		if before.Digest == after.Digest {
			continue
		}
		if before.Count > int64(len(before.Documents)) || after.Count > int64(len(after.Documents)) {
			tell(i, "the %s of kind %q are not those that the profile was made of, which were %d", kit.Count(after.Count, "document"), kind, before.Count)
			continue
		}
		gone, named := slices.Clone(before.Documents), 0
		for j, document := range d.all {
			if document.Schema().Kind != kind {
				continue
			}
			content, err := document.AppendJSON(nil)
			if err != nil {
				continue // which was reported
			}
			sum := digest.Sum(content)
			if at := slices.Index(gone, short(sum)); at >= 0 {
				gone = slices.Delete(gone, at, at+1)
				continue
			}
			named++
			if d.from[j] == "" {
				tell(i, "a document of kind %q is not one that the profile was made of: it was changed or added", kind)
				continue
			}
			tell(i, "%s is not what the profile was made of: it was changed or added", d.from[j])
		}
		if missing := len(gone) - named; missing > 0 {
			tell(i, "missing: %d of the %s of kind %q that the profile was made of", missing, kit.Count(before.Count, "document"), kind)
		}
	}
	return issues
}

// short is the beginning of a digest, by which documents are told apart.
func short(sum [32]byte) string { return hex.EncodeToString(sum[:8]) }

// Verify is [Profile.Recompute] of a stored profile as it stands. Errors: besides those,
// the codes of [Decode].
func Verify(stored []byte, d Documents, o Options) error {
	p, err := Decode(stored)
	if err != nil {
		return err
	}
	return p.Recompute(d, o)
}
