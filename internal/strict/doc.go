// Package strict reads a JSON document into a Go value, checks a Go value as if
// it were read, and writes it, all by one plan of its type. It reports every
// problem, or none.
//
// # What it refuses
//
// Everything that encoding/json lets pass and the published schemas do not:
// unknown names and names in another case, names written twice, missing
// members, null where no null belongs, lists of the wrong length, numbers that
// are not plain integers within ±2^53, bytes that are not UTF-8, lone
// surrogates, a byte order mark, data after the document, and documents that
// are too large or too deep.
//
// # How it reads
//
// [Parse] turns the bytes into a tree and reports what is wrong with the text.
// [Document.Decode] then follows the Go type down the tree. A member is
// required unless its field is omitempty or omitzero. Limits on values come
// from the same `jsonschema:"..."` tags that the schema generator reads, so
// that decoder and schema agree; [Check] finds the tags that would part them.
// A type that needs more than its fields say implements [Reader]. A type with a
// method Schema is a document: it begins with kind and schemaVersion, for which
// it has no fields, and one of another kind has that one problem.
//
// A good document mostly needs no tree: [Quick] reads it in one pass by the same plan,
// and leaves to the tree whatever it does not take. It is there for speed alone, and
// without it everything is read as it is with it.
//
// # How it checks and writes
//
// [Validate] looks for a reason to refuse a Go value. Where it finds one it
// writes the value and reads it, so that Go and JSON are refused in the same
// words and in the same order; a good value is not written. [Append] writes the
// bytes of encoding/json, except that lists are never null, and refuses what it
// would replace: bytes that are not UTF-8.
//
// # What it promises
//
// Issues come in document order, each with a JSON Pointer. No input makes it
// panic, and the work is bounded by the size of the document. The strings that
// it hands out share one copy of the document, and nothing shares memory with
// what it was given.
package strict

// The limits of one document.
const (
	// MaxSize is the largest document in bytes, 16 MiB.
	MaxSize = 16 << 20
	// MaxDepth is how many arrays and objects may stand inside each other.
	MaxDepth = 64
	// MaxName is the longest name of a member in bytes. It bounds the length
	// of paths, and so the memory that a hostile document can take in issues.
	MaxName = 1024
	// MaxIssues is how many issues are listed before a last one says that
	// there are more.
	MaxIssues = 10_000
	// MaxInt is the largest integer, 2^53, that JavaScript reads exactly; the
	// smallest is -MaxInt.
	MaxInt = 1 << 53
)
