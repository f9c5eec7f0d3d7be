package rollup

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodePolicy: a policy withholds groups below a number less than 2, or codes shares from a top or bottom that is not one.
	CodePolicy mtss.Code = "rollup.policy"
)
