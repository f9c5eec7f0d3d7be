// Package instrument scores assessments whose structure is data.
//
//	definition, err := instrument.DecodeDefinition(definitionJSON)
//	if err != nil {
//		return err // every problem at once, each with a path and a code
//	}
//	scorer, err := instrument.Compile(definition)
//	if err != nil {
//		return err
//	}
//	administration, err := instrument.DecodeAdministration(administrationJSON)
//	if err != nil {
//		return err
//	}
//	result, err := scorer.Score(administration)
//	if err != nil {
//		return err
//	}
//	fmt.Println(strings.Join(result.Lines(), "\n")) // the scores, and why
//
// A [Definition] says what an instrument's items, scales, subscales and criteria
// are. A [Result] holds exact points, a verdict on each criterion of that version
// of the instrument with the finding behind it, and caveats. [Result.Facts] hands
// the scores to rules of one's own.
//
// # What is not known
//
// An unanswered item keeps its points open, so that scores have a worst and a
// best case. A definition may say which facts it lacks; what depends on them is
// then absent or undetermined, never guessed, and a [Completion] from one's own
// copy of the instrument supplies them. A definition that lacks its items or
// their scales refuses to score, see [Definition.Scorable].
//
// Fields that may be absent have a zero value that means so, and that documents
// leave out; the few that are null in documents, such as [Result].Total, are
// pointers.
//
// # Adopters and versions
//
// [WithProfile] puts an adopter's criteria in place of the instrument's own. An
// [Equating] says which score of another version a score is like, which is
// neither a trend nor a verdict.
//
// # Wording
//
// Definitions carry numbers, ids, structure and very short labels, never an
// instrument's wording, which belongs to its owner.
package instrument
