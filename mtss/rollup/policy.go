package rollup

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// WithholdingPolicy says which figures are kept from view. The zero value withholds nothing.
type WithholdingPolicy struct {
	// ID names the policy; "" for one of the host's own.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Below is the number below which groups are withheld, 2 or more: 16 for a
	// policy that suppresses 15 and fewer. 0 withholds nothing.
	Below int64 `json:"below" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Top is the share above which a row says only that the share is above it; absent means
	// that every share is shown.
	Top mtss.Ratio `json:"top,omitzero"`
	// Bottom is the share below which a row says only that the share is below it; absent as
	// Top.
	Bottom mtss.Ratio `json:"bottom,omitzero"`
	// Source is where the policy is stated.
	Source mtss.Source `json:"source,omitzero"`
	// Provenance says how well it is known that the policy is meant so.
	Provenance mtss.Provenance `json:"provenance,omitzero"`
	// Note says what of the stated policy is done otherwise here.
	Note string `json:"note,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// students is what is inferred of every published policy.
const students = "the source states its numbers of students, which are applied to units such as schools here"

// Policies returns published policies by their ids: "de", "wi", "ut", "dc" and "ca".
// Their numbers are as their sources state them, of students; that they are applied to
// schools and other units is inferred. Each withholds further rows as well, whatever its
// source says of that, so that what is withheld can't be had by subtraction.
func Policies() []WithholdingPolicy {
	all := []WithholdingPolicy{
		{
			ID: "de", Below: 16, Top: mtss.NewRatio(95, 100), Bottom: mtss.NewRatio(5, 100),
			Source: mtss.Source{Title: "Delaware Department of Education: privacy rules of published data", URL: "https://www.doe.k12.de.us/Page/2283"},
		},
		{
			ID: "wi", Below: 6,
			Source: mtss.Source{Title: "Wisconsin Department of Public Instruction: privacy rules of published data", URL: "http://lbstat.dpi.wi.gov/lbstat_priv_more"},
		},
		{
			ID: "ut", Below: 11,
			Source: mtss.Source{Title: "Canyons School District, Utah: privacy rules of published data"},
			Note:   "the source also codes shares by bands that grow with the size of the group, which is not done here",
		},
		{
			ID: "dc", Below: 10,
			Source: mtss.Source{Title: "OSSE, District of Columbia: student privacy and data suppression policy at a glance", URL: "https://osse.dc.gov/page/student-privacy-and-data-suppression-policy-glance"},
			Note:   "the source also codes shares by bands that depend on the size of the population, which is not done here",
		},
		{
			ID: "ca", Below: 10,
			Source: mtss.Source{Title: "LaunchBoard, California: suppression", URL: "https://www.calpassplus.org/Launchboard/Suppression"},
			Note:   "the source withholds a further group only where exactly one is withheld; here as many as it takes",
		},
	}
	for i := range all {
		p := &all[i]
		p.Provenance = mtss.Inferred
		if p.Note != "" {
			p.Note = "; " + p.Note
		}
		p.Note = students + p.Note
	}
	return all
}

// PolicyIDs returns the ids of the published policies, in their order.
func PolicyIDs() (ids []string) {
	for _, p := range Policies() {
		ids = append(ids, p.ID)
	}
	return ids
}

// ParsePolicy reads a policy as the id of one that is published, or as the number below
// which groups are withheld.
func ParsePolicy(text string) (WithholdingPolicy, error) {
	for _, p := range Policies() {
		if p.ID == text {
			return p, nil
		}
	}
	below, err := strconv.ParseInt(text, 10, 64)
	if err != nil || below < 2 {
		return WithholdingPolicy{}, fmt.Errorf("%q, want a number of 2 or more, or one of %s", text, strings.Join(PolicyIDs(), ", "))
	}
	return WithholdingPolicy{Below: below}, nil
}

// Validate reports a policy that makes no sense. Errors: CodePolicy.
func (p WithholdingPolicy) Validate() error { return strict.Invalid(p.issues("")) }

func (p WithholdingPolicy) issues(at string) (issues []mtss.Issue) {
	fail := func(member, format string, args ...any) {
		issues = append(issues, mtss.Issuef(pointer.Member(at, member), CodePolicy, format, args...))
	}
	if p.Below == 1 || p.Below < 0 || p.Below > mtss.MaxCount {
		fail("below", "groups below %d are to be withheld, want 2 or more, or 0 to withhold none", p.Below)
	}
	half, whole := mtss.NewRatio(1, 2), mtss.Whole(1)
	if p.Top.Defined() && (p.Top.Cmp(half) < 0 || p.Top.Cmp(whole) >= 0 || p.Below < 2) {
		fail("top", "shares above %s are to be coded, want a share from 50%% to less than 100%%, and a number below which groups are withheld", p.Top)
	}
	if p.Bottom.Defined() && (p.Bottom.Sign() <= 0 || p.Bottom.Cmp(half) > 0 || p.Below < 2) {
		fail("bottom", "shares below %s are to be coded, want a share of more than 0%% to 50%%, and a number below which groups are withheld", p.Bottom)
	}
	return issues
}

// hides reports whether the policy withholds anything.
func (p WithholdingPolicy) hides() bool { return p.Below > 0 }

// codes reports whether the policy codes shares.
func (p WithholdingPolicy) codes() bool { return p.Top.Defined() || p.Bottom.Defined() }

// extreme returns on which side a share lies that may not be told, whatever is
// unknown of it. Without a top or bottom, that is a share of all and one of none.
func (p WithholdingPolicy) extreme(t mtss.Tally) Coded {
	switch {
	case t.Possible == 0:
		return ""
	case p.Top.Defined() && t.Span().MoreThan(p.Top) == mtss.Met, !p.Top.Defined() && !p.Bottom.Defined() && t.Earned == t.Possible:
		return Above
	case p.Bottom.Defined() && t.Span().LessThan(p.Bottom) == mtss.Met, !p.Top.Defined() && !p.Bottom.Defined() && t.Earned == 0 && t.Unknown == 0:
		return BelowBottom
	}
	return ""
}
