package profile

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/schema"
	"github.com/openmtss/mtss-go/stages"
)

// Check checks one document of a kind on its own: it decodes it, and does what using it
// would refuse it for. Evidence is held against the measures that ship and its own, a
// profile of criteria and labels against the definition that they are of, where that
// ships and lacks nothing. An administration and a completion mean something only beside a
// definition, and a rule set that refines another only beside that.
//
// Errors: those of its type and of its use, and strict.CodeEnum at /kind for a kind that
// is not known.
func Check(kind string, data []byte) error {
	t, ok := types().Named(kind)
	if !ok {
		return strict.Invalid([]mtss.Issue{mtss.Issuef("/kind", strict.CodeEnum, "is %q, %s", kind, strict.Instead(kind, Kinds()))})
	}
	document, err := t.Decode(data)
	if err != nil {
		return err
	}
	switch v := document.(type) {
	case *instrument.Definition:
		_, err = instrument.Compile(*v)
	case *instrument.CriteriaProfile:
		if d, ships := shipped(v.Instrument); ships {
			_, err = instrument.WithProfile(d, *v)
		}
	case *schema.Labels:
		if d, ships := shipped(v.Instrument); ships && len(d.Lacks) == 0 {
			_, err = schema.Form(d, *v, mtss.Period{})
		}
	case *evidence.Statements:
		return checkStatements(*v)
	case *stages.Model:
		_, err = stages.Compile(*v)
	case *rule.Set:
		if v.Refines == "" {
			_, err = rule.CompileSet(rule.Vocabulary{}, *v)
		}
	}
	return err
}

// shipped returns a definition that ships.
func shipped(ref instrument.Ref) (instrument.Definition, bool) {
	if d := dca.V77(); d.Ref() == ref {
		return d, true
	}
	return catalog.Lookup(ref)
}

// checkStatements looks facts over as a stage does. A measure that neither ships nor is
// near one that does is left to the stage model that may have it.
func checkStatements(s evidence.Statements) error {
	on := s.Latest()
	if on.IsZero() {
		return nil
	}
	a, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		return err
	}
	_, err = a.Assess(s, on)
	return strict.Invalid(slices.DeleteFunc(mtss.Issues(err), func(issue mtss.Issue) bool {
		return issue.Code == rule.CodeMeasureUnknown && !strings.Contains(issue.Message, "did you mean")
	}))
}
