package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
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
