package profile

import "github.com/openmtss/mtss-go/mtss"

// Everything is the documents of any kind.
func Everything(d Documents) []mtss.Document { return d.all }

// NotUsed are the kinds of documents that a profile does not use.
func NotUsed() []string { return notUsed() }
