package documents_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// lines are the kinds of which there are millions, and a document of each with every
// member, as the library writes it.
var lines = map[string]string{
	"administration": `{"kind":"administration","schemaVersion":1,"id":"a-1","supersedes":"a-0","instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null,"10":250,"1.1":-1},"notApplicable":["3","4"],"sections":["tier1"],"administeredBy":{"role":"coach","trainedOn":"2025-01-20","trainingDays":365},"notices":[{"code":"a.b","message":"m","template":"{0}","params":["m"],"subject":"s","source":{"title":"t","edition":"e","year":2020,"url":"u","locator":"l"}}]}`,
	"observation":    `{"kind":"observation","schemaVersion":1,"id":"o-1","voids":"o-0","practitioner":"p-1","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"2026-01-20","score":{"earned":7,"possible":10,"unknown":1},"administeredBy":{"role":"coach"},"dimensions":[{"dimension":"quality","score":{"earned":1,"possible":2,"unknown":0}}]}`,
	"contact":        `{"kind":"contact","schemaVersion":1,"id":"c-1","supersedes":"c-0","coach":"c","with":["d"],"coached":"p","also":["q","r"],"date":"2026-01-20","start":"09:05","minutes":60,"mode":"inPerson","observed":true,"type":"systems","innovation":"swpbis","concept":"x","support":"coaching","serves":"2025-12"}`,
}

// reference reads a document by the tree alone: what is wrong with its form, or else
// the value.
func reference(typ kinds.Type, data []byte) (value any, issues []mtss.Issue, headless bool) {
	value = reflect.New(reflect.TypeOf(typ.Zero)).Interface()
	document, issues := strict.Parse(data)
	more := document.Decode(value)
	return value, append(issues, more...), len(issues) > 0
}

// agree holds decoding, which may read a document quickly, to the tree: the same
// value, or the same problems.
func agree(t *testing.T, typ kinds.Type, data []byte) (good bool) {
	t.Helper()
	got, err := typ.Decode(data)
	want, issues, text := reference(typ, data)
	switch {
	case len(issues) == 0 && err == nil:
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\ngot  %+v\nwant %+v", data, got, want)
		}
	case len(issues) == 0:
		problems := want.(mtss.Document).Validate()
		if a, b := told(mtss.Issues(err)), told(mtss.Issues(problems)); !slices.Equal(a, b) {
			t.Fatalf("%s\ngot  %q\nwant %q", data, a, b)
		}
	case err == nil:
		t.Fatalf("%s is taken, want %v", data, issues)
	case !text:
		if a, b := told(mtss.Issues(err)), told(issues); !slices.Equal(a, b) {
			t.Fatalf("%s\ngot  %q\nwant %q", data, a, b)
		}
	}
	return err == nil
}

// told are issues in the order of their paths.
func told(issues []mtss.Issue) (all []string) {
	for _, i := range issues {
		all = append(all, i.Error())
	}
	slices.Sort(all)
	return all
}

// tree is a JSON value whose parts can be changed one by one: members and elements,
// or a token.
type tree struct {
	open, end string
	names     []string
	parts     []*tree
	token     string
}

func grow(t *testing.T, data []byte) *tree {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var read func() *tree
	read = func() *tree {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		delim, ok := token.(json.Delim)
		if !ok {
			text, _ := json.Marshal(token)
			return &tree{token: string(text)}
		}
		n := &tree{open: delim.String(), end: "]"}
		for d.More() {
			if delim == '{' {
				n.end = "}"
				name, _ := d.Token()
				text, _ := json.Marshal(name)
				n.names = append(n.names, string(text))
			}
			n.parts = append(n.parts, read())
		}
		end, _ := d.Token()
		n.end = end.(json.Delim).String()
		return n
	}
	return read()
}

func (n *tree) all(visit func(*tree)) {
	visit(n)
	for _, part := range n.parts {
		part.all(visit)
	}
}

func (n *tree) write(out *strings.Builder, space func() string) {
	out.WriteString(space())
	out.WriteString(n.token + n.open)
	for i, part := range n.parts {
		if i > 0 {
			out.WriteString("," + space())
		}
		if n.names != nil {
			out.WriteString(n.names[i] + space() + ":")
		}
		part.write(out, space)
	}
	out.WriteString(n.end + space())
}

// odd are values that a reader may take for others.
var odd = []string{
	`0`, `-0`, `00`, `01`, `1`, `-1`, `1.0`, `1e2`, `250`, `365`, `999999999999999`, `1000000000000000`, `9007199254740992`, `9007199254740993`, `-9007199254740993`, `99999999999999999999`, `-`, `+1`, `0x1`,
	`null`, `nul`, `true`, `false`, `tru`, `""`, `"a"`, `"a b"`, `" a"`, `"a "`, `"é"`, `"\u0061"`, `"\n"`, "\"\t\"", "\"\x7f\"", "\"\xff\"", "\"\x00\"", `"`, `"a`, `"a\"`, `"a@b.org"`, `"district"`, `"District"`, `"2026-02-30"`, `"2024-02-29"`, `"2026-13"`, `"0000-01-01"`, `"24:00"`, `"09:5"`,
	`"` + strings.Repeat("x", 199) + `"`, `"` + strings.Repeat("x", 200) + `"`, `"` + strings.Repeat("x", 201) + `"`, `"` + strings.Repeat("é", 200) + `"`, `"` + strings.Repeat("x", 1025) + `"`,
	`{}`, `[]`, `[1]`, `["a","a"]`, `{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `{"1":1,"10":0,"100":0}`, `{,}`, `[,]`, `[1,]`, `{"a":1,}`, `{"a"}`, `{"a" 1}`, `[1 2]`, `]`, `}`, `,`, `:`, ``,
	strings.Repeat(`[`, 70) + strings.Repeat(`]`, 70),
}

// change changes a document in a place or two, now and then in none.
func change(r *rand.Rand, n *tree) string {
	var nodes []*tree
	n.all(func(n *tree) { nodes = append(nodes, n) })
	for range r.IntN(3) {
		at := nodes[r.IntN(len(nodes))]
		last := len(at.parts) - 1
		switch i := r.IntN(max(last, 0) + 1); {
		case last < 0 || r.IntN(8) == 0:
			*at = tree{token: odd[r.IntN(len(odd))]}
		case r.IntN(4) == 0 && at.names != nil: // a name
			at.names[i] = odd[r.IntN(len(odd))]
		case r.IntN(3) == 0: // left out
			at.parts = slices.Delete(at.parts, i, i+1)
			if at.names != nil {
				at.names = slices.Delete(at.names, i, i+1)
			}
		case r.IntN(2) == 0: // in another place
			k := r.IntN(last + 1)
			at.parts[i], at.parts[k] = at.parts[k], at.parts[i]
			if at.names != nil {
				at.names[i], at.names[k] = at.names[k], at.names[i]
			}
		default: // twice
			at.parts = append(at.parts, at.parts[i])
			if at.names != nil {
				at.names = append(at.names, at.names[i])
			}
		}
	}
	spaces := []string{"", "", "", "", "", "", "", "", "", "", "", "", "", "", " ", "\t", "\r\n", "\v", "\u00a0", "\x00"}
	if r.IntN(3) > 0 {
		spaces = spaces[:1+r.IntN(2)*15]
	}
	var out strings.Builder
	n.write(&out, func() string { return spaces[r.IntN(len(spaces))] })
	text := out.String()
	switch r.IntN(30) {
	case 0:
		text = text[:r.IntN(len(text)+1)]
	case 1:
		text += odd[r.IntN(len(odd))]
	case 2:
		text = "\ufeff" + text
	}
	return text
}

// Whatever is changed in a good document, it is read as the tree has it.
func TestQuickAgrees(t *testing.T) {
	all := samples(t)
	for kind, line := range lines {
		all[kind] = append(all[kind], []byte(line))
	}
	for _, typ := range documents.All() {
		t.Run(typ.Kind, func(t *testing.T) {
			r := rand.New(rand.NewPCG(5, 6))
			n := *tries
			if lines[typ.Kind] != "" {
				n *= 20
			}
			if len(all[typ.Kind]) == 0 {
				t.Fatal("there is no sample")
			}
			good := 0
			for i := range n {
				sample := all[typ.Kind][i%len(all[typ.Kind])]
				if len(sample) > 1<<14 && i > 20 {
					continue
				}
				if agree(t, typ, []byte(change(r, grow(t, sample)))) {
					good++
				}
			}
			if good == 0 || good == n {
				t.Errorf("%d of %d were good, want some and not all", good, n)
			}
		})
	}
}

// FuzzQuick holds quick reading to the tree. Its second argument changes a good
// line, since bytes alone seldom stay one.
func FuzzQuick(f *testing.F) {
	var types []kinds.Type
	for _, typ := range documents.All() {
		if lines[typ.Kind] != "" {
			types = append(types, typ)
			f.Add([]byte(lines[typ.Kind]), uint64(0))
			f.Add([]byte{}, uint64(len(types)))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		for _, typ := range types {
			agree(t, typ, data)
			if seed != 0 {
				agree(t, typ, []byte(change(rand.New(rand.NewPCG(seed, 7)), grow(t, []byte(lines[typ.Kind])))))
			}
		}
	})
}

// A line as the library writes it is read at once, also with its members and its space
// as others write them: that shows in what is allocated, since a tree takes more.
func TestQuickReadsWhatIsWritten(t *testing.T) {
	for kind, line := range lines {
		typ, _ := documents.Named(kind)
		if document, err := typ.Decode([]byte(line)); err != nil {
			t.Errorf("%s: %v", kind, err)
		} else if again, err := document.AppendJSON(nil); err != nil || string(again) != line {
			t.Errorf("%s: written as %s, %v", kind, again, err)
		}
		turned := grow(t, []byte(line))
		slices.Reverse(turned.names)
		slices.Reverse(turned.parts)
		write := func(space string) string {
			var out strings.Builder
			turned.write(&out, func() string { return space })
			return out.String()
		}
		nodes := fmt.Sprintf("%d values", strings.Count(line, ":"))
		allocated := func(line string) float64 {
			return testing.AllocsPerRun(10, func() { _, _ = typ.Decode([]byte(line)) })
		}
		slow := allocated(strings.Replace(line, `"2026`, `"\u0032026`, 1))
		for why, text := range map[string]string{"as written": line, "in another order": write(""), "with space": write(" ")} {
			if n := allocated(text); n >= slow {
				t.Errorf("%s %s, of %s: %v allocations, and %v by the tree", kind, why, nodes, n, slow)
			}
		}
	}
}
