package readiness

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Inventory lists the initiatives of a district or an ISD, among them the
// innovation that is being explored, and what they do to each other.
type Inventory struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the district or ISD.
	Unit mtss.Unit `json:"unit"`
	// Date is the day of the inventory.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the inventory was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Hours are the hours a week that each role has for initiatives; absent
	// means that they are not known.
	Hours []Hours `json:"hours,omitzero" jsonschema:"maxItems=1000"`
	// Initiatives are the initiatives, each with its own id.
	Initiatives []Initiative `json:"initiatives" jsonschema:"maxItems=200"`
	// Pairs are the pairs of initiatives that were judged, each at most once.
	Pairs []Pair `json:"pairs" jsonschema:"maxItems=20000"`
}

// Hours are the hours a week of one role.
type Hours struct {
	// Role is the role, never a name.
	Role string `json:"role" jsonschema:"minLength=1,maxLength=200"`
	// Hours are the hours a week.
	Hours int64 `json:"hours" jsonschema:"minimum=0,maximum=1000000"`
}

// Initiative is one initiative of a district or an ISD.
type Initiative struct {
	// ID names the initiative.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Owner is the role that owns it; absent means nobody.
	Owner string `json:"owner,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Budget is the role that oversees its budget; absent means nobody.
	Budget string `json:"budget,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Authority is how much the owner decides: significant, some or
	// insignificant; absent means that it is not stated.
	Authority OwnerAuthority `json:"authority,omitzero" jsonschema:"enum=significant,enum=some,enum=insignificant"`
	// Components are its core components, in words that initiatives share.
	Components []string `json:"components,omitzero" jsonschema:"maxItems=100,uniqueItems=true,minLength=1,maxLength=200"`
	// Load are the hours a week that it asks of each role; absent means that they
	// are not known.
	Load []Hours `json:"load,omitzero" jsonschema:"maxItems=100"`
	// Outcome is the outcome of its review: reselect or deselect; absent until it
	// is reviewed.
	Outcome ReviewOutcome `json:"outcome,omitzero" jsonschema:"enum=reselect,enum=deselect"`
	// ReviewedOn is the day of that review.
	ReviewedOn mtss.Date `json:"reviewedOn,omitzero"`
}

// Pair is how two initiatives affect each other.
type Pair struct {
	// A is an initiative.
	A string `json:"a" jsonschema:"minLength=1,maxLength=200"`
	// B is another one.
	B string `json:"b" jsonschema:"minLength=1,maxLength=200"`
	// Enhances is whether they strengthen each other.
	Enhances mtss.Answer `json:"enhances" jsonschema:"enum=yes,enum=no,enum=unsure"`
	// Conflicts is whether they get in each other's way.
	Conflicts mtss.Answer `json:"conflicts" jsonschema:"enum=yes,enum=no,enum=unsure"`
}

// DecodeInventory reads the document strictly and validates it. Errors: the
// codes of strict reading and those of [Inventory.Validate].
func DecodeInventory(data []byte) (Inventory, error) { return strict.Read(data, (*Inventory).issues) }

// Schema names the kind of the document and the version of its schema.
func (Inventory) Schema() mtss.Schema {
	return mtss.Schema{Kind: "initiativeInventory", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (v Inventory) MarshalJSON() ([]byte, error) { return strict.Marshal(&v) }

// AppendJSON appends the document to dst.
func (v *Inventory) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, v) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (v *Inventory) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, v, (*Inventory).issues)
}

// Validate reports what is wrong with the inventory. Errors: the codes of
// strict reading, CodeUnit, mtss.CodeRecorded, CodeRepeated, CodeLoad, CodeOutcome, CodePair.
func (v Inventory) Validate() error { return strict.Validate(&v, (*Inventory).issues) }

// Known returns the day from which the inventory was known: that on which it was recorded
// or else its own.
func (v Inventory) Known() mtss.Date { return cmp.Or(v.Recorded, v.Date) }

func (v *Inventory) issues() []mtss.Issue {
	var found problems
	found.unit("/unit", v.Unit, mtss.KindDistrict, mtss.KindISD)
	found.Add(kit.Recorded(v.Recorded, v.Date)...)
	roles, seen := map[string]bool{}, map[string]bool{}
	for _, h := range v.Hours {
		roles[h.Role] = true
	}
	differ(&found, "/hours", "/role", CodeLoad, v.Hours, (*Hours).name)
	for i, n := range v.Initiatives {
		seen[n.ID] = true
		n.check(pointer.Element("/initiatives", i), roles, v.Hours != nil, &found)
	}
	differ(&found, "/initiatives", "/id", CodeRepeated, v.Initiatives, (*Initiative).name)
	v.checkPairs(seen, &found)
	return found.List()
}

func (h *Hours) name() string { return h.Role }

func (n *Initiative) name() string { return n.ID }

// once returns the inventory with each initiative and each role's hours once.
func (v Inventory) once() Inventory {
	v.Hours, v.Initiatives = once(v.Hours, (*Hours).name), once(v.Initiatives, (*Initiative).name)
	return v
}

func (n Initiative) check(at string, roles map[string]bool, known bool, found *problems) {
	for i, l := range n.Load {
		if known && !roles[l.Role] {
			found.Fail(pointer.Element(at+"/load", i)+"/role", CodeLoad, "the hours of %q are not given", l.Role)
		}
	}
	differ(found, at+"/load", "/role", CodeLoad, n.Load, (*Hours).name)
	if (n.Outcome == "") != n.ReviewedOn.IsZero() {
		found.Fail(at, CodeOutcome, "a review needs both an outcome and a day")
	}
}

func (v *Inventory) checkPairs(initiatives map[string]bool, found *problems) {
	judged := make([]Pair, len(v.Pairs)) // in one order
	for i, p := range v.Pairs {
		at := pointer.Element("/pairs", i)
		switch {
		case p.A == p.B:
			found.Fail(at, CodePair, "%q is paired with itself", p.A)
		case !initiatives[p.A]:
			found.Fail(at+"/a", CodePair, "%q is not among the initiatives", p.A)
		case !initiatives[p.B]:
			found.Fail(at+"/b", CodePair, "%q is not among the initiatives", p.B)
		}
		judged[i] = p.inOrder()
	}
	differ(found, "/pairs", "", CodePair, judged, (*Pair).name)
}

func (p *Pair) name() string { return p.A + " " + p.B }

// inOrder returns the pair with the initiatives in the order of their ids.
func (p Pair) inOrder() Pair {
	if p.A > p.B {
		p.A, p.B = p.B, p.A
	}
	return p
}

// key is the same for a pair in either order.
func key(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// active returns the initiatives that were not de-selected by a day.
func (v Inventory) active(on mtss.Date) []Initiative {
	return slices.DeleteFunc(slices.Clone(v.once().Initiatives), func(n Initiative) bool {
		return n.Outcome == Deselect && kit.Happened(n.ReviewedOn, on)
	})
}

// AllPairs returns every pair of the initiatives that were not de-selected by a
// day, in the order of the list. What was not judged is unsure.
func (v Inventory) AllPairs(on mtss.Date) []Pair {
	judged := map[[2]string]Pair{}
	for _, p := range v.Pairs {
		judged[key(p.A, p.B)] = p
	}
	out, all := []Pair{}, v.active(on)
	for i, a := range all {
		for _, b := range all[i+1:] {
			p, ok := judged[key(a.ID, b.ID)]
			if !ok {
				p = Pair{Enhances: mtss.Unsure, Conflicts: mtss.Unsure}
			}
			p.A, p.B = a.ID, b.ID
			out = append(out, p)
		}
	}
	return out
}

// Shared returns the core components that both initiatives have.
func (v Inventory) Shared(a, b string) []string {
	has := map[string][]string{}
	for _, n := range v.Initiatives {
		has[n.ID] = n.Components
	}
	return slices.DeleteFunc(slices.Clone(has[a]), func(c string) bool { return !slices.Contains(has[b], c) })
}

// Asked returns the hours a week that the initiatives not de-selected by a day
// ask of a role; open above while one of them does not say what it asks.
func (v Inventory) Asked(role string, on mtss.Date) mtss.Span {
	sum, open := int64(0), false
	for _, n := range v.active(on) {
		open = open || n.Load == nil
		for _, l := range once(n.Load, (*Hours).name) {
			if l.Role == role {
				sum += l.Hours
			}
		}
	}
	if open {
		return mtss.Span{Low: mtss.Whole(sum)}
	}
	return quantity(sum, sum)
}

// Facts returns the measures of the inventory on a day. All but
// initiatives.reviewed leave out initiatives that are de-selected. Of no initiatives
// it is not known whether they conflict or ask too much.
func (v Inventory) Facts(on mtss.Date) rule.Facts {
	v = v.once()
	pairs, active := v.AllPairs(on), v.active(on)
	conflicts := kit.Among(pairs, func(p Pair) mtss.Verdict { return p.Conflicts.Verdict() })
	facts := rule.Facts{
		"initiatives.pairs": rule.Of(kit.Among(pairs, func(p Pair) mtss.Verdict {
			return kit.YesNo(p.Enhances != mtss.Unsure && p.Conflicts != mtss.Unsure)
		})),
		"initiatives.owned": rule.Of(kit.Among(active, func(n Initiative) mtss.Verdict {
			return kit.YesNo(n.Owner != "" && n.Budget != "")
		})),
		"initiatives.authority": rule.Of(kit.Among(active, func(n Initiative) mtss.Verdict { return kit.Said(n.Authority, Significant) })),
		"initiatives.reviewed": rule.Of(kit.Among(v.Initiatives, func(n Initiative) mtss.Verdict {
			return kit.YesNo(n.Outcome != "" && kit.Happened(n.ReviewedOn, on))
		})),
	}
	if len(active) > 0 { // else nothing is known of conflicts
		facts["initiatives.conflicts"] = rule.OfSpan(quantity(conflicts.Earned, conflicts.Earned+conflicts.Unknown))
	}
	if len(v.Hours) > 0 && len(active) > 0 {
		over := mtss.NotMet
		for _, h := range v.Hours {
			over = over.Or(v.Asked(h.Role, on).MoreThan(mtss.Whole(h.Hours)))
		}
		facts["initiatives.overloaded"] = rule.OfYesNo(over)
	}
	return facts
}

// Check returns what is wrong on a day: conflicts, initiatives that nobody owns
// or whose budget nobody oversees, pairs that are said to strengthen each other
// but share nothing, roles that are asked for more hours than they have, and that
// the inventory is more than a year old.
func (v Inventory) Check(on mtss.Date) []mtss.Notice {
	judged := make([]Pair, len(v.Pairs))
	for i, p := range v.Pairs {
		judged[i] = p.inOrder()
	}
	out := slices.Concat([]mtss.Notice{}, again("/hours", v.Hours, (*Hours).name), again("/initiatives", v.Initiatives, (*Initiative).name), again("/pairs", judged, (*Pair).name), old(v.Date, on))
	v = v.once()
	for _, n := range v.active(on) {
		if n.Owner == "" || n.Budget == "" {
			out = append(out, mtss.Noticef(CaveatUnowned, "initiative %q has no owner, or nobody who oversees its budget", n.ID))
		}
	}
	for _, p := range v.AllPairs(on) {
		if p.Conflicts == mtss.Yes {
			out = append(out, mtss.Noticef(CaveatConflict, "initiatives %q and %q conflict", p.A, p.B))
		}
		if p.Enhances == mtss.Yes && len(v.Shared(p.A, p.B)) == 0 {
			out = append(out, mtss.Noticef(CaveatNoShare, "initiatives %q and %q are said to strengthen each other but share no component", p.A, p.B))
		}
	}
	for _, h := range v.Hours {
		if asked := v.Asked(h.Role, on); asked.MoreThan(mtss.Whole(h.Hours)) == mtss.Met {
			hours, _, _ := asked.Low.Fraction()
			out = append(out, mtss.Noticef(CaveatOverload, "initiatives ask for %s a week of %q, who has %d", kit.Count(hours, "hour"), h.Role, h.Hours))
		}
	}
	return out
}
