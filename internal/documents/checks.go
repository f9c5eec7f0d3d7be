package documents

import (
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// Checks says how one document of each kind is checked on its own: decoded, and
// compiled where using it would. An administration and a completion mean something
// only beside a definition, which is up to the caller.
func Checks() map[string]func(data []byte) error {
	all := map[string]func(data []byte) error{}
	for _, t := range All() {
		all[t.Kind] = func(data []byte) error {
			_, err := t.Decode(data)
			return err
		}
	}
	all["definition"], all["ruleSet"], all["stageModel"] = checkDefinition, checkRuleSet, checkModel
	return all
}

// checkDefinition checks all that using a definition would.
func checkDefinition(data []byte) error {
	d, err := instrument.DecodeDefinition(data)
	if err == nil {
		_, err = instrument.Compile(d)
	}
	return err
}

// checkRuleSet also compiles a set that refines no other; what one that refines
// another means, only both together tell.
func checkRuleSet(data []byte) error {
	set, err := rule.DecodeSet(data)
	if err == nil && set.Refines == "" {
		_, err = rule.CompileSet(rule.Vocabulary{}, set)
	}
	return err
}

func checkModel(data []byte) error {
	model, err := stages.DecodeModel(data)
	if err == nil {
		_, err = stages.Compile(model)
	}
	return err
}
