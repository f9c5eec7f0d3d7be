//go:build alone

package main

// others are left out: what they load is not to count for those that do without.
var others map[string]func(file string) error
