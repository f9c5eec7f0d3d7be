package strict

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeSyntax: the text is not JSON; reading stops there.
	CodeSyntax mtss.Code = "json.syntax"
	// CodeTrailing: something follows the document.
	CodeTrailing mtss.Code = "json.trailing"
	// CodeEmpty: there is no document, or only white space.
	CodeEmpty mtss.Code = "json.empty"
	// CodeBOM: the document starts with a byte order mark.
	CodeBOM mtss.Code = "json.bom"
	// CodeUTF8: a string or name holds bytes that are not UTF-8, or half of a surrogate pair.
	CodeUTF8 mtss.Code = "json.encoding"
	// CodeDuplicate: an object has the same name twice; the first one counts.
	CodeDuplicate mtss.Code = "json.duplicate"
	// CodeDepth: arrays and objects are nested too deeply.
	CodeDepth mtss.Code = "json.depth"
	// CodeLarge: the document, a name in it or its list of problems is too long.
	CodeLarge mtss.Code = "json.large"
	// CodeUnknownField: an object has a member that the type does not know.
	CodeUnknownField mtss.Code = "json.unknown-field"
	// CodeMissing: a required member is absent.
	CodeMissing mtss.Code = "json.missing"
	// CodeNull: a value is null where null is not allowed.
	CodeNull mtss.Code = "json.null"
	// CodeType: a value is of another JSON type than the one wanted.
	CodeType mtss.Code = "json.type"
	// CodeNumber: a number is not a plain integer that fits.
	CodeNumber mtss.Code = "json.number"
	// CodeRange: an integer is below its minimum or above its maximum.
	CodeRange mtss.Code = "json.range"
	// CodeLength: a string has too few or too many characters.
	CodeLength mtss.Code = "json.length"
	// CodeWord: an id or a word is blank, begins or ends with a space, has a control character, or is an e-mail address.
	CodeWord mtss.Code = "json.word"
	// CodePattern: a string does not match its pattern.
	CodePattern mtss.Code = "json.pattern"
	// CodeEnum: a value is not one of those allowed.
	CodeEnum mtss.Code = "json.enum"
	// CodeItems: a list has too few, too many or repeated elements.
	CodeItems mtss.Code = "json.items"
	// CodeValue: a value was refused by its type, or the Go type cannot be decoded into.
	CodeValue mtss.Code = "json.value"
)
