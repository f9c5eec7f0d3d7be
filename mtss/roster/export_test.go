package roster

// IsPlain reports whether an assignment is taken without a closer look.
func IsPlain(a Assignment) bool { return a.plain() }
