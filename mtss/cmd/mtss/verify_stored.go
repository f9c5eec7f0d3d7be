package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// resultKey is what a result is known by: the id of its administration or, without
// one, all that it says, whatever the order of its members.
func resultKey(data []byte) (id, content string) {
	var all map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if decoder.Decode(&all) != nil {
		return "", ""
	}
	sorted, err := json.Marshal(all)
	if err != nil {
		return "", ""
	}
	sum := sha256.Sum256(sorted)
	id, _ = all["administration"].(string)
	return id, string(sum[:])
}

// isProfile reports whether a document says that it is a profile.
func isProfile(data []byte) bool {
	kind := profile.Profile{}.Schema().Kind
	if !bytes.Contains(data, []byte(kind)) {
		return false // without reading it
	}
	document, _ := strict.Parse(data) // what is wrong is told by who reads it
	return document.Kind() == kind
}
