package schema

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeFormItems: a definition has no items with scales to make a form of.
	CodeFormItems mtss.Code = "schema.form.items"
	// CodeFormLabels: labels are of another instrument than the form, or of what the form lacks.
	CodeFormLabels mtss.Code = "schema.form.labels"
)
