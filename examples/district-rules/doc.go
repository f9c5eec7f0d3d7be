// Package districtrules is a tutorial for those who own a district's rules: from
// the first rule to a folder that passes. README.md is the text, the folders
// beside it are its steps, and the test of this package runs them all and holds
// the text to what they print.
package districtrules
