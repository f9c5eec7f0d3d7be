// Scoring is the engine that a page loads first: it scores, and checks what it
// scores with.
package main

import (
	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss/cmd/browser"
)

func main() { browser.Serve(engine.New(engine.Scoring())) }
