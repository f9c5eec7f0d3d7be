// Package seen knows records that were there before.
package seen

// Records remembers records as they come, so that each counts once. A record is known
// by its id, or else by its content; the zero value has seen none. At says where a
// record is, such as its place in a list or a line of a file.
type Records[At any] struct {
	ids, contents map[string]record[At]
}

type record[At any] struct {
	at      At
	content string
}

// Add notes a record. known is set if it was there before, at first: with the same
// content, and so again, or its id with another one, which is a problem. Equal
// content under different ids is two records, and so are two without an id whose
// content is "".
func (s *Records[At]) Add(id, content string, at At) (first At, known, same bool) {
	if s.ids == nil {
		s.ids, s.contents = map[string]record[At]{}, map[string]record[At]{}
	}
	by, key := s.ids, id
	if id == "" {
		by, key = s.contents, content
	}
	if key == "" {
		return first, false, false
	}
	before, known := by[key]
	if !known {
		by[key] = record[At]{at: at, content: content}
		return first, false, false
	}
	return before.at, true, content != "" && before.content == content
}
