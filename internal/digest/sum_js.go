package digest

// Sum returns the SHA-256 of data.
func Sum(data []byte) [32]byte { return here(data) }
