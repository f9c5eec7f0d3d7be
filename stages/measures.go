package stages

import "github.com/openmtss/mtss-go/mtss/rule"

// NoStage is the category of a unit of which it is certain that it has no stage.
const NoStage = "none"

// Vocabulary returns the measures that [Assessment.Facts] gives of the model,
// each named with the prefix: "stage.primary", a category, and for each stage
// "stage.installation.entered" and "stage.installation.completed".
func (m Model) Vocabulary(prefix string) rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{{Name: prefix + ".primary", Kind: rule.KindCategory}}}
	for _, s := range m.Stages {
		v.Measures = append(v.Measures,
			rule.Measure{Name: prefix + "." + string(s.ID) + ".entered", Kind: rule.KindYesNo},
			rule.Measure{Name: prefix + "." + string(s.ID) + ".completed", Kind: rule.KindYesNo})
	}
	return v
}

// Facts returns what the assessment comes to, by the names of
// [Model.Vocabulary], so that other rules can depend on the stage. The primary
// stage is missing while a later one is not excluded.
func (a Assessment) Facts(prefix string) rule.Facts {
	facts := rule.Facts{}
	if a.Primary == a.Possible {
		name := a.Primary
		if name == "" {
			name = NoStage
		}
		facts[prefix+".primary"] = rule.OfCategory(string(name))
	}
	for _, s := range a.Stages {
		facts[prefix+"."+string(s.ID)+".entered"] = rule.OfYesNo(s.Entered)
		facts[prefix+"."+string(s.ID)+".completed"] = rule.OfYesNo(s.Completed)
	}
	return facts
}
