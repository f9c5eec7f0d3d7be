package gen

import (
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

var (
	goWords = regexp.MustCompile(`\bnil\b|[Zz]ero value|\b[A-Z][A-Za-z]*\.[A-Z]|\bPackage [a-z]+\b|^[A-Z][a-z]+[A-Z]`)
	hanging = regexp.MustCompile(`^(Its|It|They|Them|That|Those|These|This)\b`)
	oneWord = regexp.MustCompile(`[a-z]+`)
)

const fillers = " a an and any are each for in is it its of on order that the their this to "

// Descriptions are for who fills a document in: they have no words of Go alone, begin with no
// word of a list as if it were one of English and with none that hangs on a text before, and
// say more than the name of the member.
func TestPlainWords(t *testing.T) {
	all, err := Schemas()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		title, _ := v.Get("title")
		for _, wrong := range unclear(title.Unquoted(), v) {
			t.Error(wrong)
		}
		defs, _ := v.Get("$defs")
		for _, m := range defs.Members {
			for _, wrong := range unclear(m.Name, m.Value) {
				t.Error(wrong)
			}
		}
	}
	for key := range keyed(textsText) {
		if _, ok := keyed(commentsText)[key]; !ok {
			t.Errorf("texts.txt: there is no %s", key)
		}
	}
	bad := `{"properties":{"a":{"title":"A","description":"The a."},"b":{"title":"B","description":"The zero value has none."},"c":{"title":"C","description":"What came of it, in points."},"d":{"title":"D","description":"OneWay or both."},"e":{"title":"E","description":"Its name, for people."}}}`
	v, err := tree.Parse([]byte(bad))
	if err != nil || len(unclear("bad", v)) != 7 {
		t.Errorf("all but the third are unclear; found %q, %v", unclear("bad", v), err)
	}
}

func unclear(of string, v tree.Value) (all []string) {
	if text, ok := v.Get("description"); ok && (goWords.MatchString(text.Unquoted()) || hanging.MatchString(text.Unquoted())) {
		all = append(all, of+": "+text.Unquoted())
	}
	properties, _ := v.Get("properties")
	for _, m := range properties.Members {
		text, _ := m.Value.Get("description")
		title, _ := m.Value.Get("title")
		known := fillers + strings.ToLower(title.Unquoted()+" "+strings.ReplaceAll(title.Unquoted(), " ", "s ")) + "s "
		says := false
		for _, word := range oneWord.FindAllString(strings.ToLower(text.Unquoted()), -1) {
			says = says || !strings.Contains(known, " "+word+" ")
		}
		if !says || goWords.MatchString(text.Unquoted()) || hanging.MatchString(text.Unquoted()) {
			all = append(all, of+"."+m.Name+" is unclear: "+text.Unquoted())
		}
		all = append(all, unclear(of+"."+m.Name, m.Value)...)
	}
	return all
}
