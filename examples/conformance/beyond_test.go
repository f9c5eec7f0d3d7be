package conformance

import "github.com/openmtss/mtss-go/mtss"

// beyond are the codes of what a decoder refuses and JSON Schema cannot say,
// each with the reason.
var beyond = map[mtss.Code]string{
	"json.number": "1.0 and 1e0 are integers to JSON Schema; the decoder takes one spelling of each",
}
