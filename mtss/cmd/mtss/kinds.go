package main

import (
	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// kinds says how one document of each kind is checked. Administrations come as
// many in one input, and a completion is held against its definition, so those
// two are not here.
func kinds() map[string]func(data []byte) error {
	all := map[string]func(data []byte) error{}
	for _, t := range documents.All() {
		all[t.Kind] = func(data []byte) error {
			_, err := t.Decode(data)
			return err
		}
	}
	delete(all, "administration")
	delete(all, "completion")
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
