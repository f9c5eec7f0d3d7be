package mtss

// Answer is what somebody said or recorded of a question of yes or no. The zero
// value is that nothing was said. Where a document takes only some of the answers,
// its schema lists them.
type Answer string

// The answers.
const (
	// Yes is that it is so.
	Yes Answer = "yes"
	// No is that it is not so.
	No Answer = "no"
	// Unsure is that whoever was asked cannot say.
	Unsure Answer = "unsure"
)

// Verdict is met for yes and not met for no; for everything else it is undetermined.
func (a Answer) Verdict() Verdict {
	switch a {
	case Yes:
		return Met
	case No:
		return NotMet
	}
	return Undetermined
}
