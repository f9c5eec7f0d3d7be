package conformance

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

const whole = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"a","version":"1"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","responses":{"1":1,"2":null},"sections":["s"]}`

// The places where decoders and schemas commonly part.
func TestWhereDecodersAndSchemasPart(t *testing.T) {
	text, _ := schema.Get("administration")
	s, _ := load(t, text)
	for _, c := range []struct {
		name, old, new  string
		decoder, schema bool // accepts
		why             string
	}{
		{"as it stands", "", "", true, true, ""},
		{"nothing in it", whole, `{}`, false, false, ""},
		{"null", whole, `null`, false, false, ""},
		{"null for a number", `"schemaVersion":1`, `"schemaVersion":null`, false, false, ""},
		{"null for a list", `["s"]`, `null`, false, false, ""},
		{"null where it may stand", `"1":1`, `"1":null`, true, true, ""},
		{"a name twice", `"date":"2026-01-20"`, `"date":"2026-01-20","date":"2026-01-20"`, false, true, "validators see one of them"},
		{"a name twice, escaped", `"date":"2026-01-20"`, `"date":"2026-01-20","dat\u0065":"2026-01-20"`, false, true, "same"},
		{"a name in another case", `"date":`, `"DATE":`, false, false, ""},
		{"another case besides", `"date":"2026-01-20"`, `"date":"2026-01-20","DATE":"2026-01-20"`, false, false, ""},
		{"1.0", `"1":1`, `"1":1.0`, false, true, "an integer to JSON Schema"},
		{"1e0", `"1":1`, `"1":1e0`, false, true, "same"},
		{"1e30", `"1":1`, `"1":1e30`, false, false, ""},
		{"1e400", `"1":1`, `"1":1e400`, false, false, ""},
		{"above 2^53", `"1":1`, `"1":9007199254740993`, false, false, "JavaScript would round it"},
		{"2^53", `"1":1`, `"1":9007199254740992`, true, true, ""},
		{"a short list", `["s"]`, `[]`, false, false, ""},
		{"an element twice", `["s"]`, `["s","s"]`, false, false, ""},
		{"a lone surrogate", `"u"`, `"\ud800"`, false, true, "validators read a replacement"},
		{"no UTF-8", `"u"`, "\"\xff\"", false, true, "same"},
		{"data after it", `"sections":["s"]}`, `"sections":["s"]} {}`, false, false, "validators refuse it as JSON"},
		{"a byte order mark", `{"kind"`, "\ufeff{\"kind\"", false, false, "same"},
		{"no day of the calendar", `2026-01-20`, `2026-02-30`, false, false, "with formats asserted"},
		{"a time in place of a day", `2026-01-20`, `2026-01-20T00:00:00Z`, false, false, ""},
		{"the year 0", `2026-01-20`, `0000-01-20`, false, false, ""},
		{"too long", `"u"`, `"` + strings.Repeat("u", 201) + `"`, false, false, ""},
		{"no such kind of unit", `"school"`, `"School"`, false, false, ""},
		{"another kind of document", `"administration"`, `"definition"`, false, false, ""},
		{"another version", `"schemaVersion":1`, `"schemaVersion":2`, false, false, ""},
		{"too deep", `"u"`, strings.Repeat("[", 70) + strings.Repeat("]", 70), false, false, ""},
		{"a long name", `"1":1`, `"` + strings.Repeat("1", 1025) + `":1`, false, true, "names are counted in bytes"},
	} {
		data := []byte(strings.Replace(whole, c.old, c.new, 1))
		if _, err := instrument.DecodeAdministration(data); (err == nil) != c.decoder {
			t.Errorf("%s (%s), decoder: %v", c.name, c.why, err)
		}
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
		if err == nil {
			err = s.Validate(document)
		}
		if (err == nil) != c.schema {
			t.Errorf("%s (%s), schema: %v", c.name, c.why, err)
		}
	}
}
