package strict

// Kind is the JSON type of a value. The zero Kind is not a value.
type Kind uint8

// The JSON types.
const (
	Null Kind = iota + 1
	Bool
	Number
	String
	Array
	Object
)

// String returns the type as messages name it, such as "an array".
func (k Kind) String() string {
	switch k {
	case Null:
		return "null"
	case Bool:
		return "a boolean"
	case Number:
		return "a number"
	case String:
		return "a string"
	case Array:
		return "an array"
	case Object:
		return "an object"
	}
	return "nothing"
}

// node is one value of the tree. It holds offsets and no pointers, so that the
// slab of a large document costs the garbage collector nothing.
type node struct {
	at      int32 // where the member starts, or the value if it is not a member
	nameEnd int32 // the name is src[at+1:nameEnd]; 0 if the value has none
	a, b    int32 // scalar: the text is src[a:b]; container: b children from nodes[a] on
	kind    Kind
	flags   flags
}

type flags uint8

const (
	escapedName flags = 1 << iota
	escapedText
	badText // the string was reported already and has no value
)

// Node is one value of a document, for reading only. The zero Node is no
// value: its Kind is 0 and its Len is 0.
type Node struct {
	doc  *Document
	node *node
}

// Kind returns the JSON type, or 0 for the zero Node.
func (n Node) Kind() Kind {
	if n.node == nil {
		return 0
	}
	return n.node.kind
}

// Len returns how many elements or members an array or object has, and 0 for
// any other value.
func (n Node) Len() int {
	if n.Kind() < Array {
		return 0
	}
	return int(n.node.b)
}

// Element returns an element of an array or the value of the member at that
// place of an object; the zero Node if there is none.
func (n Node) Element(i int) Node {
	if i < 0 || i >= n.Len() {
		return Node{}
	}
	return Node{n.doc, &n.doc.nodes[int(n.node.a)+i]}
}

// Member returns the name and value of a member of an object, in document
// order; "" and the zero Node if there is none.
func (n Node) Member(i int) (name string, value Node) {
	if n.Kind() != Object {
		return "", Node{}
	}
	if value = n.Element(i); value.node == nil {
		return "", value
	}
	return n.doc.name(value.node), value
}

// Find returns the value of the member with a name. ok is false if n is no
// object or has no such member.
func (n Node) Find(name string) (value Node, ok bool) {
	if n.Kind() != Object {
		return Node{}, false
	}
	if index, wide := n.doc.wide[n.node.a]; wide {
		i, ok := index[name]
		value = n.Element(int(i))
		return value, ok && value.node != nil
	}
	for i := range n.Len() {
		if got, value := n.Member(i); got == name {
			return value, true
		}
	}
	return Node{}, false
}

// Text returns the characters of a string, or the literal of a number, a
// boolean or null; "" for an array or object.
func (n Node) Text() string {
	if k := n.Kind(); k == 0 || k >= Array {
		return ""
	}
	text := n.doc.src[n.node.a:n.node.b]
	if n.node.flags&escapedText != 0 {
		return unescape(text)
	}
	return text
}

// Int returns the value of a number that is a plain integer within ±MaxInt,
// written without fraction and exponent.
func (n Node) Int() (int64, bool) {
	if n.Kind() != Number {
		return 0, false
	}
	return integer(n.Text())
}

// bad reports whether the value was reported when the text was read, and so
// is not judged again.
func (n Node) bad() bool { return n.node.flags&badText != 0 }
