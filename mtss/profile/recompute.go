package profile

import (
	"encoding/hex"
	"slices"
	"strings"

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
// version than the profile's is told where something differs.
//
// Errors: CodeDocuments, CodeDifferent, and those of [Of] without a profile.
func (p Profile) Recompute(d Documents, o Options) error {
	stored, err := p.MarshalJSON()
	if err != nil {
		return err
	}
	return Verify(stored, d, o)
}

// Verify is [Profile.Recompute] of a stored profile as it stands: whatever was changed in
// it is told by its own path, since nothing of it is read but what it was asked for. Which
// version of the library made it is not made again, so that nothing tells whether it was
// changed. What profiles did not always have is no difference where it is missing: sentences,
// levels of criteria and titles of instruments.
//
// Errors: besides those, the codes of [Decode] for a document that is not a profile.
func Verify(stored []byte, d Documents, o Options) error {
	document, issues := strict.Parse(stored)
	root := document.Root()
	if kind, version := head(root); len(issues) == 0 && (kind != "unitProfile" || version != "1") {
		_, err := Decode(stored)
		return err
	}
	var p Profile
	for name, into := range map[string]any{"unit": &p.Unit, "on": &p.On, "knownOn": &p.KnownOn, "library": &p.MadeBy} {
		if value, there := root.Find(name); there {
			issues = append(issues, value.Decode("/"+name, into)...)
		}
	}
	if len(issues) > 0 {
		document.Sort(issues)
		return strict.Invalid(issues)
	}
	if inputs, there := root.Find("inputs"); there {
		_ = inputs.Decode("", &p.Inputs) // what is wrong with them differs
	}
	again, differ, err := p.differences(root, d, o)
	if err == nil && len(differ) == 0 {
		return nil
	}
	if head := p.misasked(root, d, o); len(head) > 0 {
		return strict.Invalid(head)
	}
	if err != nil {
		return err
	}
	issues = d.KnownBy(p.KnownOn).changed(p.Inputs, again.Inputs)
	if now := o.MadeBy; now != "" && now != p.MadeBy {
		issues = append(issues, mtss.Issuef("/library", CodeDifferent, "stored by version %q of the library, recomputed by %q", p.MadeBy, now))
	}
	return strict.Invalid(append(issues, differ...))
}

// misasked tells what was changed in what a stored profile says that it was asked for: its
// parts name the unit and the days as well, and come out as they are for those.
func (p Profile) misasked(stored strict.Node, d Documents, o Options) (head []mtss.Issue) {
	asked := p
	innovations, _ := stored.Find("innovations")
	if stage, there := innovations.Element(0).Find("stage"); there {
		unit, _ := stage.Find("unit")
		on, _ := stage.Find("on")
		_, _ = unit.Decode("", &p.Unit), on.Decode("", &p.On) // what cannot be read differs
	}
	concerns, _ := stored.Find("concerns")
	var said []Concern
	_ = concerns.Decode("", &said)
	p.KnownOn = mtss.Date{}
	for _, c := range said {
		if c.Notice.Code == NoticeKnown && len(c.Notice.Params) == 1 {
			p.KnownOn, _ = mtss.ParseDate(c.Notice.Params[0])
		}
	}
	if p.Unit == asked.Unit && p.On == asked.On && p.KnownOn == asked.KnownOn {
		return nil
	}
	_, head, _ = p.differences(stored, d, o)
	for _, issue := range head {
		if name, _, _ := strings.Cut(strings.TrimPrefix(issue.Path, "/"), "/"); !slices.Contains([]string{"unit", "on", "knownOn"}, name) {
			return nil
		}
	}
	return head
}

// added are the members that profiles did not always have.
func added() []string {
	return []string{
		"/assessed/*/sentences", "/innovations/*/sentences", "/steps/*/sentences",
		"/assessed/*/latest/criteria/*/levels", "/assessed/*/latest/instrument/title",
	}
}

// head returns the kind and the version that a document says.
func head(root strict.Node) (kind, version string) {
	k, _ := root.Find("kind")
	v, _ := root.Find("schemaVersion")
	return k.Text(), v.Text()
}

// differences makes the profile again that a stored one says it is, and tells where the
// stored one differs.
func (p Profile) differences(stored strict.Node, d Documents, o Options) (again Profile, differ []mtss.Issue, err error) {
	o.Unit, o.On, o.KnownOn, o.MadeBy = p.Unit, p.On, p.KnownOn, p.MadeBy
	again, err = Of(d, o)
	if again.Unit.ID == "" {
		return again, nil, err
	}
	// what else is wrong with documents was so before, or makes a difference
	written, err := again.MarshalJSON()
	if err != nil {
		return again, nil, err
	}
	after, _ := strict.Parse(written) // what is written is good
	return again, strict.Differences(CodeDifferent, stored, after.Root(), mostDifferences, added()...), nil
}

// changed names the documents that a profile was not made of, and counts those that it
// was made of and that are not there.
func (d Documents) changed(was, is []Input) (issues []mtss.Issue) {
	find := func(all []Input, kind string) (Input, int) {
		i := slices.IndexFunc(all, func(in Input) bool { return in.Kind == kind })
		if i < 0 {
			return Input{Kind: kind}, -1
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
		after, added := find(is, kind)
		if (i < 0 || held(is, before)) && (added < 0 || held(was, after)) {
			continue // the documents are the same, whatever is said of them
		}
		if i < 0 {
			i = added
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
			if d.from[j].file == "" {
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

// held reports whether the documents of an input are among others.
func held(all []Input, in Input) bool {
	return slices.ContainsFunc(all, func(other Input) bool { return other.Digest == in.Digest })
}

// short is the beginning of a digest, by which documents are told apart.
func short(sum [32]byte) string { return hex.EncodeToString(sum[:8]) }
