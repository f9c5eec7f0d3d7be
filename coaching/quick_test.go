package coaching_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
)

// agree holds the way of plain contacts against that of all: what the first takes, the
// second takes as the same.
func agree(t *testing.T, data []byte) (plain bool) {
	t.Helper()
	got, plain := coaching.ReadPlain(data)
	want, found := coaching.ReadGeneral(data)
	if plain && (len(found) > 0 || !reflect.DeepEqual(got, want)) {
		t.Fatalf("%s\nis plain: %+v\nin general: %+v %v", data, got, want, found)
	}
	read, err := coaching.DecodeContact(data)
	if (err == nil) != (len(found) == 0) || err == nil && !reflect.DeepEqual(read, want) {
		t.Fatalf("%s\nis read as %+v, %v, want %+v, %v", data, read, err, want, found)
	}
	return plain
}

// sound holds the quick check of a contact that a program made against the whole one.
func sound(t *testing.T, c coaching.Contact) {
	t.Helper()
	if err := coaching.CheckGeneral(c); coaching.IsPlain(c) && err != nil {
		t.Fatalf("%+v is plain, and in general %v", c, err)
	}
}

const plainLine = `{"kind":"contact","schemaVersion":1,"id":"a","coach":"c","coached":"t","date":"2025-09-01","start":"23:00","minutes":60,"mode":"virtual","observed":true,"type":"systems","innovation":"n","concept":"data use"}`

// What is plain is read as plain, or nothing is saved; what isn't, is left to the others.
func TestPlainContacts(t *testing.T) {
	for _, test := range []struct {
		why, old, with string
		plain          bool
	}{
		{"all that is plain", ``, ``, true},
		{"space", `,"coach":`, " ,\n\t\"coach\" :  ", true},
		{"an id of 200 characters", `"id":"a"`, `"id":"` + strings.Repeat("x", 200) + `"`, true},
		{"an id of 201 characters", `"id":"a"`, `"id":"` + strings.Repeat("x", 201) + `"`, false},
		{"an empty id", `"id":"a"`, `"id":""`, false},
		{"an id that ends with a space", `"id":"a"`, `"id":"a "`, false},
		{"an id that may be an address", `"id":"a"`, `"id":"a@b.org"`, false},
		{"a letter that is not ASCII", `"id":"a"`, `"id":"ä"`, false},
		{"an escape", `"id":"a"`, `"id":"\u0061"`, false},
		{"a member twice", `"id":"a"`, `"id":"a","id":"a"`, false},
		{"an unknown member", `"id":"a"`, `"ids":"a"`, false},
		{"no kind", `"kind":"contact",`, ``, false},
		{"another kind", `"kind":"contact"`, `"kind":"contacts"`, false},
		{"no version", `"schemaVersion":1,`, ``, false},
		{"another version", `"schemaVersion":1`, `"schemaVersion":2`, false},
		{"no coach", `"coach":"c",`, ``, false},
		{"no recipient", `"coached":"t",`, ``, false},
		{"no day", `"date":"2025-09-01",`, ``, false},
		{"a day that is none", `2025-09-01`, `2025-02-29`, false},
		{"an hour that is none", `23:00`, `24:00`, false},
		{"a time without a colon", `23:00`, `23-00`, false},
		{"an empty time", `"23:00"`, `""`, false},
		{"up to midnight", `23:00","minutes":60`, `23:00","minutes":61`, false},
		{"no minutes", `"minutes":60`, `"minutes":0`, false},
		{"minutes without a time", `"start":"23:00","minutes":60`, `"minutes":1440`, true},
		{"more minutes than a day has", `"start":"23:00","minutes":60`, `"minutes":1441`, false},
		{"minutes with a sign", `"minutes":60`, `"minutes":-1`, false},
		{"minutes with a fraction", `"minutes":60`, `"minutes":60.0`, false},
		{"null", `"minutes":60`, `"minutes":null`, false},
		{"a mode that is none", `virtual`, `Virtual`, false},
		{"a written contact with observation", `virtual`, `written`, false},
		{"a type that is none", `systems`, `system`, false},
		{"coach and recipient alike", `"coached":"t"`, `"coached":"c"`, false},
		{"several recipients", `"coached":"t"`, `"coached":"t","also":["u"]`, false},
		{"a correction", `"id":"a"`, `"id":"a","supersedes":"b"`, false},
		{"something behind it", `"data use"}`, `"data use"}}`, false},
		{"members in another order", `"coach":"c","coached":"t"`, `"coached":"t","coach":"c"`, false},
		{"a comma too many", `"data use"}`, `"data use",}`, false},
		{"a comma too few", `"t","date"`, `"t" "date"`, false},
		{"a comma before the first", `{"kind"`, `{,"kind"`, false},
		{"something before it", `{"kind"`, "\ufeff" + `{"kind"`, false},
	} {
		if plain := agree(t, []byte(strings.Replace(plainLine, test.old, test.with, 1))); plain != test.plain {
			t.Errorf("%s: plain is %v, want %v", test.why, plain, test.plain)
		}
	}
}

// The order of members never matters to what is read; the writer's is read at once.
func TestPlainContactsInAnyOrder(t *testing.T) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(plainLine), &members); err != nil {
		t.Fatal(err)
	}
	for range 50 {
		var parts []string
		for name := range maps.Keys(members) {
			parts = append(parts, fmt.Sprintf("%q:%s", name, members[name]))
		}
		agree(t, []byte("{"+strings.Join(parts, ",")+"}"))
	}
}

// The first good contact of an id decides, however far apart those of one id are and
// whatever lies between them.
func TestFirstOfAnIDDecides(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 1))
	for range 100 {
		var log []coaching.Contact
		var counted, repeated int64
		refused, first := []string{}, map[string]int64{}
		for i := range 150 {
			length := random.Int64N(2) + 1
			c := coaching.Contact{ID: fmt.Sprint(random.IntN(60)), Coach: "c", Coached: "team", Date: day("2025-09-10"), Minutes: &length}
			kept, known := first[c.ID]
			switch kind := random.IntN(10); {
			case kind == 0:
				c.Coach = "nobody"
				refused = append(refused, fmt.Sprintf("/%d/coach", i+1))
			case kind == 1:
				c.ID = ""
				c.Start = fmt.Sprintf("%02d:%02d", i/60, i%60)
				counted++
			case !known:
				first[c.ID] = length
				counted++
			case kept == length:
				repeated++
			default:
				refused = append(refused, fmt.Sprintf("/%d/id", i+1))
			}
			log = append(log, c)
		}
		r, err := count(small(), log...)
		paths := []string{}
		for _, issue := range mtss.Issues(err) {
			paths = append(paths, issue.Path)
		}
		same(t, "refused", refused, paths)
		same(t, "counted, repeated and refused", []int64{counted, repeated, int64(len(refused))}, []int64{r.Counted, r.Repeated, r.Refused})
	}
}

func BenchmarkDecodeContact(b *testing.B) {
	data := []byte(plainLine)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := coaching.DecodeContact(data); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzContact(f *testing.F) {
	f.Add([]byte(plainLine))
	f.Add([]byte(goodLine))
	f.Add([]byte(strings.ReplaceAll(plainLine, `"`, ` " `)))
	f.Fuzz(func(t *testing.T, data []byte) {
		agree(t, data)
		c, _ := coaching.ReadPlain(data) // as far as it was read
		sound(t, c)
	})
}

// FuzzContactMembers writes the members rather than bytes, so that most of what it
// tries is nearly good.
func FuzzContactMembers(f *testing.F) {
	f.Add("a", "c", "t", "2025-09-01", "23:00", "virtual", "systems", "n", "data use", "coaching", int64(60), uint16(0))
	f.Add("", strings.Repeat("c", 200), strings.Repeat("t", 201), "2025-02-29", "24:00", "written", "", " n", "a@b.org", "other", int64(1441), uint16(0xffff))
	f.Fuzz(func(t *testing.T, id, coach, coached, date, start, mode, typ, innovation, concept, support string, minutes int64, bits uint16) {
		members := []string{`"kind":"contact"`, `"schemaVersion":1`, fmt.Sprintf(`"minutes":%d`, minutes), `"observed":true`}
		for i, text := range []string{id, coach, coached, date, start, mode, typ, innovation, concept, support} {
			name := []string{"id", "coach", "coached", "date", "start", "mode", "type", "innovation", "concept", "support"}[i]
			members = append(members, fmt.Sprintf(`"%s":"%s"`, name, text))
		}
		for i := range members { // leave some out, and turn others round
			if bits>>(i%16)&1 != 0 {
				members = append(members[i:], members[:i]...)
			}
		}
		agree(t, []byte("{"+strings.Join(members, ",")+"}"))
		agree(t, []byte("{"+strings.Join(slices.Delete(members, int(bits)%len(members), int(bits)%len(members)+1), ",")+"}"))
		day, _ := mtss.ParseDate(date)
		c := coaching.Contact{
			ID: id, Coach: coach, Coached: coached, Date: day, Start: start, Mode: coaching.Mode(mode), Type: coaching.Type(typ),
			Innovation: innovation, Concept: concept, Support: mtss.Support(support), Observed: bits&1 != 0,
		}
		if bits&2 != 0 {
			c.Minutes = &minutes
		}
		sound(t, c)
		if bits&4 != 0 {
			c.Date.Day += int(bits >> 8)
			c.With = []string{}
		}
		sound(t, c)
	})
}

// A contact that a program made is looked at closely where anything is unusual.
func TestPlainMadeContacts(t *testing.T) {
	read, err := coaching.DecodeContact([]byte(plainLine))
	if err != nil || !coaching.IsPlain(read) {
		t.Fatalf("%+v is not plain, %v", read, err)
	}
	many := int64(1 << 40)
	for why, bend := range map[string]func(c *coaching.Contact){
		"a list of nobody":    func(c *coaching.Contact) { c.With = []string{} },
		"others of no name":   func(c *coaching.Contact) { c.Also = []string{""} },
		"no such day":         func(c *coaching.Contact) { c.Date.Month = 13 },
		"no day":              func(c *coaching.Contact) { c.Date = mtss.Date{} },
		"entered before":      func(c *coaching.Contact) { c.Recorded = c.Date.AddDays(-1) },
		"no such month":       func(c *coaching.Contact) { c.Serves.Year = 1; c.Serves.Month = 13 },
		"both corrections":    func(c *coaching.Contact) { c.Supersedes, c.Voids = "x", "y" },
		"corrects itself":     func(c *coaching.Contact) { c.Supersedes = c.ID },
		"very long":           func(c *coaching.Contact) { c.Minutes = &many },
		"no such support":     func(c *coaching.Contact) { c.Support = mtss.SupportISDTeam },
		"no such mode":        func(c *coaching.Contact) { c.Mode = "fax" },
		"not UTF-8":           func(c *coaching.Contact) { c.Concept = "\xff" },
		"written, observed":   func(c *coaching.Contact) { c.Mode = coaching.Written },
		"a time of two parts": func(c *coaching.Contact) { c.Start = "1:30" },
	} {
		c := read
		bend(&c)
		sound(t, c)
		if coaching.CheckGeneral(c) == nil || c.Validate() == nil {
			t.Errorf("%s: nothing is found wrong with %+v", why, c)
		}
	}
}
