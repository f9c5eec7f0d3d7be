package mtss

// Population is the group of practitioners of whom a share is taken. The zero value is
// not stated.
type Population string

// The populations that sources use or leave open. The rule for full implementation is
// about Intended.
const (
	// Intended counts everyone who is intended to use the innovation.
	Intended Population = "intended"
	// Employed counts those who are employed at present, and so leaves out vacant
	// positions.
	Employed Population = "employed"
	// Observed counts only those who have been observed. It flatters, since it leaves
	// out everyone who was not.
	Observed Population = "observed"
)
