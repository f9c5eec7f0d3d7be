package gen_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema/internal/gen"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

var update = flag.Bool("update", false, "write the schemas, the folder dist and the comments")

const root = "../../.."

// commented are the packages whose comments describe documents.
var commented = []string{"mtss", "mtss/rule", "mtss/rule/suite", "mtss/instrument", "mtss/records", "mtss/agreement", "mtss/evidence", "mtss/fidelity", "mtss/roster", "mtss/schedule", "mtss/meeting", "mtss/plan", "stages", "dca", "schema", "schema/internal/gen", "coaching", "mtss/district", "mtss/readiness", "mtss/learning", "mtss/profile", "mtss/rollup"}

// The comments come first: the schemas are made of those that are embedded, so
// after a change of words the update runs twice, and a third time for the forms,
// which are made of the schemas.
func TestComments(t *testing.T) {
	words, err := gen.Extract(root, commented)
	if err != nil {
		t.Fatal(err)
	}
	current(t, ".", map[string][]byte{"comments.txt": gen.Comments(words)})
}

func TestPinned(t *testing.T) {
	files, err := gen.Pinned()
	if err != nil {
		t.Fatal(err)
	}
	current(t, "../..", files)
	nothingElse(t, "../../v1", files, "v1/")
}

func TestDist(t *testing.T) {
	files, err := gen.Dist()
	if err != nil {
		t.Fatal(err)
	}
	current(t, "../../dist", files)
	nothingElse(t, "../../dist", files, "")
	index := string(files["index.json"])
	for name := range files {
		if name != "index.json" && !strings.Contains(index, `"`+name+`"`) {
			t.Errorf("index.json does not name %s", name)
		}
	}
	for _, path := range regexp.MustCompile(`"([^"/ ]+/)?[^"/ ]+\.(json|d\.ts)"`).FindAllString(index, -1) {
		if name := strings.Trim(path, `"`); files[name] == nil {
			t.Errorf("index.json names %s, and there is none", name)
		}
	}
}

// current compares files with what they should hold, or writes them.
func current(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, want := range files {
		path := filepath.Join(dir, name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is stale: run go test ./schema/internal/gen -update until it passes, and read the difference (%v)", path, err)
		}
	}
}

// nothingElse finds files that are no longer made.
func nothingElse(t *testing.T, dir string, files map[string][]byte, prefix string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == "README.md" {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if files[prefix+filepath.ToSlash(name)] == nil {
			t.Errorf("%s is made by nothing, delete it", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDescribed(t *testing.T) {
	all, err := gen.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	properties := 0
	for name, v := range all {
		described(t, name, v, &properties)
	}
	if properties < 300 {
		t.Errorf("only %d properties were looked at", properties)
	}
	bad := tree.Make(tree.At("properties", tree.Make(tree.At("a", tree.Make()))))
	if missing := undescribed("bad", bad, new(int)); len(missing) != 2 {
		t.Errorf("a property without title and description: got %q", missing)
	}
}

func described(t *testing.T, name string, v tree.Value, count *int) {
	for _, missing := range undescribed(name, v, count) {
		t.Errorf("there is no %s", missing)
	}
}

func undescribed(at string, v tree.Value, count *int) (missing []string) {
	properties, _ := v.Get("properties")
	for _, m := range properties.Members {
		*count++
		for _, text := range []string{"title", "description"} {
			if d, ok := m.Value.Get(text); !ok || strings.TrimSpace(d.Unquoted()) == "" {
				missing = append(missing, text+" of "+at+"/"+m.Name)
			}
		}
	}
	for _, m := range v.Members {
		missing = append(missing, undescribed(at+"/"+m.Name, m.Value, count)...)
	}
	for _, e := range v.Elements {
		missing = append(missing, undescribed(at, e, count)...)
	}
	return missing
}

func BenchmarkSchemas(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := gen.Schemas(); err != nil {
			b.Fatal(err)
		}
	}
}
