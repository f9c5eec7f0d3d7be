// Report is the engine that a page loads when it is asked for the report of a
// district.
package main

import (
	"github.com/openmtss/mtss-go/mtss/cmd/browser"
	"github.com/openmtss/mtss-go/mtss/cmd/browser/internal/reporting"
)

func main() { browser.Report(reporting.Call) }
