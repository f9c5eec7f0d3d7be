// Package pointer makes JSON Pointers (RFC 6901), the paths of issues.
package pointer

import (
	"strconv"
	"strings"
)

// Member returns the pointer to a member of the value at path.
func Member(path, name string) string {
	return path + "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// Element returns the pointer to an element of the list at path.
func Element(path string, index int) string {
	return path + "/" + strconv.Itoa(index)
}
