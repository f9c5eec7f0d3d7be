package main

import (
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// prose renders lines for people, with an end to each. Texts come from records, so
// nothing in them may steer a terminal.
func prose(lines ...string) string {
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(mtss.Printable(line) + "\n")
	}
	return out.String()
}
