package digest

import (
	"bytes"
	"crypto/sha256"
	"testing"
)

// Of every length about the borders of blocks, both are the same.
func TestHere(t *testing.T) {
	data := bytes.Repeat([]byte("a text\x00of \xffsome bytes, "), 40)
	for n := range len(data) {
		if here(data[:n]) != sha256.Sum256(data[:n]) || Sum(data[:n]) != here(data[:n]) {
			t.Fatalf("%d bytes differ", n)
		}
	}
}

func FuzzHere(f *testing.F) {
	f.Add([]byte("abc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if here(data) != sha256.Sum256(data) {
			t.Errorf("%x differs", data)
		}
	})
}
