// Documents is the engine that a page loads when it is asked for more than
// scores: it checks documents of every kind.
package main

import (
	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss/cmd/browser"
)

func main() { browser.Serve(engine.New(documents.Checks())) }
