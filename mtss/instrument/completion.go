package instrument

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Completion supplies what a definition lacks, from the host's own copy of the
// instrument. It adds and never changes: what the definition states stays.
type Completion struct {
	// Instrument is the definition that is completed.
	Instrument Ref `json:"instrument"`
	// Name says whose completion it is, such as a district's or an agency's.
	Name string `json:"name" jsonschema:"minLength=1,maxLength=200"`
	// Illustrative marks numbers that are made up to show how things work.
	// Results that rest on it are not measurements, and say so.
	Illustrative bool `json:"illustrative,omitzero"`
	// Provenance says how well its facts are known. Confirmed means that they
	// were read in the instrument.
	Provenance mtss.Provenance `json:"provenance"`
	// Source is the copy of the instrument that was read.
	Source mtss.Source `json:"source"`
	// Scales are the scales that Items or ItemScales use.
	Scales []Scale `json:"scales,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// ItemScales say which scale each item of the definition has, where it
	// lacks them. Every item without a scale is in one of the lists.
	ItemScales []ItemScale `json:"itemScales,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Items are the items beyond those of the definition. An empty list says
	// that there are none; an absent one leaves them unknown.
	Items []Item `json:"items,omitzero" jsonschema:"maxItems=2000"`
	// Sections are the parts that may be administered alone.
	Sections []Section `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Subscales are the groups of items.
	Subscales []Subscale `json:"subscales,omitzero" jsonschema:"minItems=1,maxItems=200"`
	// Total says how the total is formed.
	Total Total `json:"total,omitzero" jsonschema:"enum=points,enum=mean,enum=none"`
}

// ItemScale gives items of a definition their scale.
type ItemScale struct {
	// Scale names the scale, of the completion or the definition.
	Scale string `json:"scale" jsonschema:"minLength=1,maxLength=64"`
	// Items are the ids of the items that have this scale.
	Items []string `json:"items" jsonschema:"minItems=1,maxItems=2000,uniqueItems=true"`
}

// CompletedBy names the completion behind a definition. The zero value is none.
type CompletedBy struct {
	// Name says whose completion it is.
	Name string `json:"name" jsonschema:"minLength=1,maxLength=200"`
	// Illustrative marks made-up numbers.
	Illustrative bool `json:"illustrative,omitzero"`
}

// Schema names the kind of the document and the version of its schema.
func (Completion) Schema() mtss.Schema {
	return mtss.Schema{Kind: "completion", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (c Completion) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Completion) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Completion) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, c, nil) }

// DecodeCompletion reads one completion strictly. Whether it fits its
// definition, [Complete] tells. Errors: the codes of strict reading.
func DecodeCompletion(data []byte) (Completion, error) {
	return strict.Read[Completion](data, nil)
}

// Validate reports what decoding the completion would. Errors: the codes of
// strict reading.
func (c Completion) Validate() error { return strict.Validate(&c, nil) }

// Complete returns the definition with what the completion supplies; what
// neither states stays lacking. Paths of issues lead into the completion.
//
// Errors: CodeCompletionOther, CodeCompletionConflict, CodeCompletionEmpty, the
// codes of [Definition.Validate] for what was supplied, and those of strict
// reading for a Go value that no document could hold.
func Complete(d Definition, c Completion) (Definition, error) {
	if err := c.Validate(); err != nil {
		return Definition{}, err
	}
	if c.Instrument != d.Ref() {
		return Definition{}, strict.Invalid([]mtss.Issue{mtss.Issuef("/instrument", CodeCompletionOther, "completes %s, want %s", c.Instrument.String(), d.Ref())})
	}
	if by := d.CompletedBy.Name; by != "" {
		return Definition{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeCompletionConflict, "%s was completed by %q already, want one completion with all that it lacks", d.Ref(), by)})
	}
	c = c.clone()
	s := supply{d: d.clone(), c: &c}
	s.scales()
	s.items()
	s.sections()
	s.subscales()
	s.total()
	if len(s.issues) == 0 && len(s.covers) == 0 && len(s.d.Lacks) == len(d.Lacks) {
		s.issues = append(s.issues, mtss.Issuef("", CodeCompletionEmpty, "supplies nothing that %s lacks", d.Ref()))
	}
	if len(s.issues) > 0 {
		return Definition{}, strict.Invalid(s.issues)
	}
	return s.finish(len(d.Items), len(d.Scales))
}

// clone copies what a caller could reach and change.
func (c Completion) clone() Completion {
	own := Definition{Scales: c.Scales, Items: c.Items, Sections: c.Sections, Subscales: c.Subscales}.clone()
	c.Scales, c.Items, c.Sections, c.Subscales = own.Scales, own.Items, own.Sections, own.Subscales
	c.ItemScales = slices.Clone(c.ItemScales)
	for i := range c.ItemScales {
		c.ItemScales[i].Items = slices.Clone(c.ItemScales[i].Items)
	}
	return c
}

// supply adds the parts of a completion to a definition, one by one.
type supply struct {
	d      Definition
	c      *Completion
	covers []string
	issues []mtss.Issue
}

// strike removes a part from what is lacking. A part that was not lacking is a
// conflict. What rests on facts about the lack still rests on them.
func (s *supply) strike(part LackOf, member string) bool {
	for i, l := range s.d.Lacks {
		if l.Of == part {
			s.d.Lacks = append(s.d.Lacks[:i:i], s.d.Lacks[i+1:]...)
			s.d.struck(i, part)
			return true
		}
	}
	s.issues = append(s.issues, mtss.Issuef("/"+member, CodeCompletionConflict, "%s states its %s already", s.d.Ref(), part))
	return false
}

func (s *supply) items() {
	if s.c.Items == nil && s.c.Scales != nil && s.c.ItemScales == nil {
		s.issues = append(s.issues, mtss.Issuef("/scales", CodeCompletionEmpty, "scales that no items use, want items too, or an empty list of them if there are no more"))
	}
	if s.c.Items == nil || !s.strike(LackItems, "items") {
		return
	}
	s.cover("items", len(s.d.Items), len(s.c.Items))
	s.d.Items = append(s.d.Items, s.c.Items...)
	if s.c.ItemScales == nil {
		s.addScales()
	}
}

// cover notes what the completion supplies of a list that goes on where the
// definition's ended: element by element, or all of it where that is too much.
func (s *supply) cover(list string, from, n int) {
	const most = 40
	if from == 0 && n > 0 || n > most {
		s.coverAll(list)
		return
	}
	for i := range n {
		s.covers = append(s.covers, pointer.Element("/"+list, from+i))
	}
}

func (s *supply) coverAll(list string) {
	if !slices.Contains(s.covers, "/"+list) {
		s.covers = append(s.covers, "/"+list)
	}
}

func (s *supply) sections() {
	if s.c.Sections == nil || !s.strike(LackSections, "sections") {
		return
	}
	s.d.Sections = append(s.d.Sections, s.c.Sections...)
	s.covers = append(s.covers, "/sections")
	placed := map[string]int{}
	for _, section := range s.d.Sections {
		for _, id := range section.Items {
			placed[id]++
		}
	}
	for _, item := range s.d.Items {
		if n := placed[item.ID]; n != 1 {
			s.issues = append(s.issues, mtss.Issuef("/sections", CodeItemUnplaced, "item %q is in %d sections, want one", item.ID, n))
		}
	}
}

func (s *supply) subscales() {
	if s.c.Subscales == nil || !s.strike(LackSubscales, "subscales") {
		return
	}
	for _, below := range s.c.Subscales {
		for i := range s.d.Subscales { // what is settled now is no longer its parent's own
			above := &s.d.Subscales[i]
			if above.ID != below.Parent {
				continue
			}
			above.Items = slices.DeleteFunc(slices.Clone(above.Items), func(id string) bool { return slices.Contains(below.Items, id) })
			if len(above.Items) == 0 {
				above.Items = nil
			}
		}
	}
	s.d.Subscales = append(s.d.Subscales, s.c.Subscales...)
	s.covers = append(s.covers, "/subscales")
}

func (s *supply) total() {
	if s.c.Total == "" || !s.strike(LackTotal, "total") {
		return
	}
	s.d.Total = s.c.Total
	s.covers = append(s.covers, "/total")
	if id := s.d.asksForTotal(); id != "" && s.c.Total == TotalNone {
		s.issues = append(s.issues, mtss.Issuef("/total", CodeCompletionConflict, "criterion %q asks for the total, so %s has one, want points or mean", id, s.d.Ref()))
	}
}

// asksForTotal returns the id of a criterion that compares the total; "" if
// none does.
func (d *Definition) asksForTotal() string {
	for _, c := range d.Criteria {
		if compares(&c.Require, "total") {
			return c.ID
		}
	}
	return ""
}

// compares reports whether a node or one below it compares a measure.
func compares(n *rule.Node, measure string) bool {
	below := slices.Concat(n.All, n.Any, n.Of)
	if n.Not != nil {
		below = append(below, *n.Not)
	}
	return n.Measure == measure || slices.Contains(n.Each, measure) ||
		slices.ContainsFunc(below, func(inner rule.Node) bool { return compares(&inner, measure) })
}

// finish validates the completed definition. Its lists go on where the
// definition's ended, so that paths are shifted back into the completion.
func (s *supply) finish(items, scales int) (Definition, error) {
	if len(s.d.Lacks) == 0 {
		s.d.Lacks = nil
	}
	s.d.Facts = append(s.d.Facts, s.c.fact(s.covers))
	s.d.CompletedBy = CompletedBy{Name: s.c.Name, Illustrative: s.c.Illustrative}
	issues := mtss.Issues(s.d.Validate())
	for i := range issues {
		issues[i].Path = shiftPath(issues[i].Path, map[string]int{"items": items, "scales": scales})
	}
	if len(issues) > 0 {
		strict.Sort(s.c, issues)
		return Definition{}, strict.Invalid(issues)
	}
	return s.d, nil
}

// fact is what the completed parts rest on.
func (c Completion) fact(covers []string) SourcedFact {
	if len(covers) == 0 {
		covers = []string{"/items"}
	}
	return SourcedFact{ID: "completion", Covers: covers, Says: "supplied by the completion " + strconv.Quote(c.Name), Provenance: c.Provenance, Source: c.Source}
}
