// Package instrument scores assessments whose structure is data.
//
// A [Definition] says what an instrument's items, scales, subscales and
// criteria are. [Compile] checks it and returns a [Scorer], which turns an
// [Administration] into a [Result]:
//
//	definition, err := instrument.DecodeDefinition(data)
//	...
//	scorer, err := instrument.Compile(definition)
//	...
//	administration, err := instrument.DecodeAdministration(line)
//	...
//	result, err := scorer.Score(administration)
//
// A result holds exact points, a verdict on each criterion of that version of
// the instrument with the finding behind it, and caveats.
//
// # What is not known
//
// An unanswered item keeps its points open, so that scores have a worst and a
// best case. A definition may say which facts it lacks; what depends on them
// is then absent or undetermined, never guessed, and a host completes the
// definition from its own copy of the instrument with a [Completion].
//
// A definition that lacks its items or their scales refuses to score, see
// [Definition.Scorable].
//
// # Adopters and versions
//
// [WithProfile] puts an adopter's criteria in place of the instrument's own. An
// [Equating] tells what score of another version a score is like, which is
// neither a trend nor a verdict.
//
// # Wording
//
// Definitions carry numbers, ids, structure and very short labels, never an
// instrument's wording, which belongs to its owner.
package instrument
