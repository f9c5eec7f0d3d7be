package coaching

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// ReadPlain is the way of plain contacts alone.
func ReadPlain(data []byte) (c Contact, ok bool) {
	ok = strict.Quickly(data, &c, (*Contact).readQuick)
	return c, ok
}

// ReadGeneral is the way of all contacts.
func ReadGeneral(data []byte) (c Contact, found []mtss.Issue) {
	document, found := strict.Parse(data)
	if found = append(found, document.Decode(&c)...); len(found) == 0 {
		found = c.issues()
	}
	return c, found
}

// IsPlain reports whether a contact is taken without a closer look.
func IsPlain(c Contact) bool { return c.plain() }

// CheckGeneral is the closer look.
func CheckGeneral(c Contact) error { return strict.Validate(&c, (*Contact).issues) }
