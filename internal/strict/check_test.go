package strict_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

type names []string

type shout string

func (s *shout) UnmarshalJSON(data []byte) error { return errors.New(string(data)) }

//lint:ignore U1000 a struct that hides all it has
type opaque struct{ hidden int }

type unwritten struct{ A int }

func (*unwritten) readStrict(*strict.Decoder, strict.Node) {}

type unsaid struct{ A int }

func (*unsaid) UnmarshalText([]byte) error { return nil }

type unread struct {
	A int `json:"a"`
}

func (unread) MarshalText() ([]byte, error) { return nil, nil }

type twoKinds struct {
	Kind string `json:"kind"`
	A    int    `json:"a"`
}

func (twoKinds) Schema() mtss.Schema { return mtss.Schema{Kind: "a", Version: 1} }

type dated struct {
	day
	Extra int `json:"extra"`
}

type recursive struct {
	Next *recursive            `json:"next,omitzero"`
	All  []recursive           `json:"all,omitzero"`
	By   map[string]*recursive `json:"by,omitzero"`
}

// Each struct has one programming error, which Check names.
var faulty = []struct {
	name string
	v    any
	says string
}{
	{"float", struct {
		A float64 `json:"a"`
	}{}, "float64 is a float"},
	{"float far down", struct {
		A map[string][]*struct {
			B float32 `json:"b"`
		} `json:"a"`
	}{}, "float32 is a float"},
	{"interface", struct {
		A any `json:"a"`
	}{}, "cannot be decoded"},
	{"function", struct {
		A func() `json:"a"`
	}{}, "cannot be decoded"},
	{"no tag", struct{ A int }{}, "A: has no name in a json tag"},
	{"no name", struct {
		A int `json:",omitzero"`
	}{}, "has no name in a json tag"},
	{"a dash as name", struct {
		//lint:ignore SA5008 the malformed tag is what Check must find
		A int `json:"-,"`
	}{}, "has no name in a json tag"},
	{"string option", struct {
		A int `json:"a,string"`
	}{}, `json option "string"`},
	{"tag on a hidden field", reflect.Zero(reflect.StructOf([]reflect.StructField{
		{Name: "a", PkgPath: "strict_test", Type: reflect.TypeFor[int](), Tag: `json:"a"`},
	})).Interface(), "not exported"},
	{"same name twice", struct {
		common
		A string `json:"id"`
	}{}, `has the name "id"`},
	{"embedded pointer", struct{ *common }{}, "embedded pointer"},
	{"embedded text type", dated{}, "loses its other fields"},
	{"bytes", struct {
		A []byte `json:"a"`
	}{}, "base64"},
	{"keys of another type", struct {
		A map[int]int `json:"a"`
	}{}, "keys of type int"},
	{"keys with their own text", struct {
		A map[word]int `json:"a"`
	}{}, "want plain strings"},
	{"pointer to a pointer", struct {
		A **int `json:"a"`
	}{}, "points to a pointer"},
	{"UnmarshalJSON", struct {
		A shout `json:"a"`
	}{}, "want to be a Reader"},
	{"opaque", struct {
		A opaque `json:"a"`
	}{}, "no field to decode into"},
	{"hidden from the schema", struct {
		A int `json:"a" jsonschema:"-"`
	}{}, "hidden from the schema"},
	{"nullable without a pointer", struct {
		A []int `json:"a" jsonschema:"nullable"`
	}{}, "needs a pointer"},
	{"unknown keyword", struct {
		A int `json:"a" jsonschema:"multipleOf=2"`
	}{}, "multipleOf"},
	{"misspelt keyword", struct {
		A int `json:"a" jsonschema:"minimun=2"`
	}{}, "minimun"},
	{"unknown flag", struct {
		A string `json:"a" jsonschema:"description=one, two"`
	}{}, `" two"`},
	{"keyword of another type", struct {
		A int `json:"a" jsonschema:"minLength=2"`
	}{}, "minLength"},
	{"format that nobody judges", struct {
		A string `json:"a" jsonschema:"format=uri"`
	}{}, "format"},
	{"keyword on a boolean", struct {
		A bool `json:"a" jsonschema:"enum=true"`
	}{}, "does not apply to bool"},
	{"keyword on a map", struct {
		A map[string]int `json:"a" jsonschema:"minimum=1"`
	}{}, "does not apply to map"},
	{"keyword on a struct", struct {
		A common `json:"a" jsonschema:"pattern=a"`
	}{}, "does not apply to"},
	{"keyword on a hook", struct {
		A score `json:"a" jsonschema:"minimum=1"`
	}{}, "does not apply to"},
	{"keyword on a named list", struct {
		A names `json:"a" jsonschema:"maxItems=1"`
	}{}, "named list"},
	{"keyword on a list of lists", struct {
		A [][]string `json:"a" jsonschema:"maxLength=1"`
	}{}, "does not apply to []string"},
	{"list keyword on a string", struct {
		A string `json:"a" jsonschema:"maxItems=1"`
	}{}, "does not apply to string"},
	{"length of an array", struct {
		A [2]int `json:"a" jsonschema:"minItems=1"`
	}{}, "does not apply to [2]int"},
	{"uniqueItems=false", struct {
		A []string `json:"a" jsonschema:"uniqueItems=false"`
	}{}, "uniqueItems=false"},
	{"equals sign on a list", struct {
		A []string `json:"a" jsonschema:"pattern=^a=b$"`
	}{}, "with '=' on a list"},
	{"not a number", struct {
		A int `json:"a" jsonschema:"minimum=few"`
	}{}, "minimum=few"},
	{"a fraction", struct {
		A int `json:"a" jsonschema:"maximum=1.5"`
	}{}, "maximum=1.5"},
	{"not a count", struct {
		A string `json:"a" jsonschema:"maxLength=-1"`
	}{}, "maxLength=-1"},
	{"twice", struct {
		A int `json:"a" jsonschema:"minimum=1,minimum=2"`
	}{}, "minimum twice"},
	{"upside down", struct {
		A int `json:"a" jsonschema:"minimum=2,maximum=1"`
	}{}, "minimum above its maximum"},
	{"broken pattern", struct {
		A string `json:"a" jsonschema:"pattern=["`
	}{}, "does not compile"},
	{"pattern cut at a comma", struct {
		A string `json:"a" jsonschema:"pattern=^(a{1,2})$"`
	}{}, "does not compile"},
	{"pattern of Go only", struct {
		A string `json:"a" jsonschema:"pattern=(?i)a"`
	}{}, "read differently"},
	{"extra keyword", struct {
		A string `json:"a" jsonschema_extras:"minLength=2"`
	}{}, "extra keyword"},
	{"nothing", nil, "no type"},
	{"a reader that does not write", struct {
		A unwritten `json:"a"`
	}{}, "neither AppendJSON nor MarshalJSON"},
	{"a text that is not written", struct {
		A unsaid `json:"a"`
	}{}, "no MarshalText"},
	{"a text that is not read", struct {
		A unread `json:"a"`
	}{}, "no UnmarshalText"},
	{"two kinds", twoKinds{}, `has the name "kind"`},
}

func TestCheck(t *testing.T) {
	for _, tt := range faulty {
		errs := strict.Check(tt.v)
		if len(errs) == 0 || !strings.Contains(errors.Join(errs...).Error(), tt.says) {
			t.Errorf("%s: got %v, want %q", tt.name, errs, tt.says)
		}
	}
}

func TestCheckPasses(t *testing.T) {
	for _, v := range []any{
		administration{}, &administration{}, everything{}, recursive{}, struct{}{},
		struct {
			A string    `json:"a" jsonschema:"title=a,description=one\\, two=2,pattern=^(?:a|b){1\\,2}=$,example=a,required"`
			B time.Time `json:"b,omitempty" jsonschema:"format=date-time" jsonschema_extras:"deprecated=true"`
			C []*string `json:"c" jsonschema:"enum=a,enum=b"`
			D *score    `json:"d" jsonschema:"nullable"`
			_ int
		}{},
	} {
		if errs := strict.Check(v); errs != nil {
			t.Errorf("%T: %v", v, errs)
		}
	}
}

// A faulty type must not crash the decoder, whatever it decodes.
func TestFaultyTypesDecode(t *testing.T) {
	inputs := []string{`{"a":1,"id":"x","extra":2}`, `{"a":[[1],["x"],{}]}`, `{"a":{"b":1,"1":[null]}}`, `{"a":"x"}`, `{"a":null}`, `[]`, `"x"`}
	for _, tt := range faulty {
		for _, input := range inputs {
			v := tt.v
			_ = strict.Decode([]byte(input), v)
			_ = strict.Decode([]byte(input), &v)
			_ = strict.Decode([]byte(input), pointerTo(v))
		}
		if v := tt.v; v != nil {
			_ = strict.FormOf(pointerTo(v))
			_, _ = strict.Written(pointerTo(v))
		}
	}
}

func TestRecursive(t *testing.T) {
	var got recursive
	mustDecode(t, `{"next":{"next":{}},"all":[{},{"all":[]}],"by":{"a":{"next":{}}}}`, &got)
	if got.Next.Next == nil || len(got.All) != 2 || got.All[1].All == nil || got.By["a"].Next == nil {
		t.Errorf("got %+v", got)
	}
}

func TestRequiredTag(t *testing.T) {
	var v struct {
		A int `json:"a,omitzero" jsonschema:"required"`
	}
	if err := strict.Decode([]byte(`{}`), &v); !errors.Is(err, strict.CodeMissing) {
		t.Errorf("got %v", err)
	}
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *unwritten) Strict(codec any) bool {
	switch c := codec.(type) {
	case *strict.Decoder:
		x.readStrict(c, c.Node())
		return true
	}
	return false
}
