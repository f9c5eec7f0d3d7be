package schema_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema"
)

var (
	goName    = regexp.MustCompile(`^[A-Z][a-z]+[A-Z]`)
	camelCase = regexp.MustCompile(`^[a-z]+[A-Z]`)
)

// unlabeled are the titles in a schema that are names of programs: of a type, or of a member
// as documents write it.
func unlabeled(v any) (all []string) {
	each(v, "", func(at string, s node) {
		title, ok := s["title"].(string)
		if ok && (goName.MatchString(title) || camelCase.MatchString(title)) {
			all = append(all, at+": "+title)
		}
	})
	return all
}

// Every heading of a form that ships, and of the form of every kind, is in people's words.
func TestTitles(t *testing.T) {
	files, err := filepath.Glob("dist/forms/*.schema.json")
	if err != nil || len(files) < len(schema.Names()) {
		t.Fatalf("%d forms, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var v node
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		if title, _ := v["title"].(string); title == "" {
			t.Errorf("%s has no heading", file)
		}
		for _, wrong := range unlabeled(v) {
			t.Errorf("%s%s", file, wrong)
		}
	}
	for _, kind := range schema.Names() {
		v := form(t, kind)
		title, _ := v["title"].(string)
		if title == "" || strings.EqualFold(title, kind) && camelCase.MatchString(kind) {
			t.Errorf("the form of %s has the heading %q", kind, title)
		}
		for _, wrong := range unlabeled(v) {
			t.Errorf("%s%s", kind, wrong)
		}
	}
	bad := node{"title": "ActionPlan", "properties": node{"raisedBy": node{"title": "raisedBy"}, "isd": node{"title": "ISD MTSS plan"}, "id": node{"title": "ID"}}}
	if found := unlabeled(bad); len(found) != 2 {
		t.Errorf("the first two are names of programs; found %q", found)
	}
}
