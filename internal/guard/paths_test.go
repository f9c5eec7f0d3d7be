package guard

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// machinePath matches an absolute path of somebody's machine: at the start of a
// word, so that an address on the web which holds the same letters is none.
var machinePath = regexp.MustCompile(`(?m)(?:^|[\s"'` + "`" + `(=:,<])((?:/(?:home|Users|root|tmp|work|mnt|go/pkg)|[A-Z]:\\Users)[/\\][\w.-]+)`)

func TestNoMachinePaths(t *testing.T) {
	names, err := committed()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, defect := range append(machinePaths(name, content), programs(name, content)...) {
			t.Error(defect)
		}
	}
}

// largestFile is how large a file of the repository may be.
const largestFile = 1 << 20

// programs finds what a build left behind, by how it begins or by its size.
func programs(name string, content []byte) (defects []string) {
	for _, begins := range []string{"\x7fELF", "MZ\x90", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe", "\x00asm"} {
		if bytes.HasPrefix(content, []byte(begins)) {
			defects = append(defects, name+": is a program that was built, which does not belong in the repository")
		}
	}
	if len(content) > largestFile {
		defects = append(defects, fmt.Sprintf("%s: has %d bytes, at most %d", name, len(content), largestFile))
	}
	return defects
}

func TestPrograms(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"of Linux", "\x7fELF\x02", "was built"},
		{"of Windows", "MZ\x90\x00", "was built"},
		{"for browsers", "\x00asm\x01", "was built"},
		{"large", strings.Repeat("x", largestFile+1), "at most"},
		{"text", "MZ is a prefix", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, programs("a", []byte(c.content)), c.want)
		})
	}
}

// committed returns the files that are or would be in the repository; outside
// a clone, where git knows nothing, all files.
func committed() (names []string, err error) {
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	if out, err := cmd.Output(); err == nil {
		return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 }), nil
	}
	err = walk(func(name string, _ func() ([]byte, error)) error {
		names = append(names, name)
		return nil
	})
	return names, err
}

func machinePaths(name string, content []byte) (defects []string) {
	if bytes.IndexByte(content, 0) >= 0 {
		return nil
	}
	for _, at := range machinePath.FindAllSubmatchIndex(content, -1) {
		line := bytes.Count(content[:at[2]], []byte("\n")) + 1
		defects = append(defects, fmt.Sprintf("%s:%d: %s exists on one machine only", name, line, content[at[2]:at[3]]))
	}
	return defects
}

func TestMachinePaths(t *testing.T) {
	// Joined here, so that this file holds no such path itself.
	join := func(dirs ...string) string { return strings.Join(append([]string{""}, dirs...), "/") }
	for _, c := range []struct{ name, content, want string }{
		{"a home", "see\n" + join("home", "ann", "x.json"), "a.md:2: " + join("home", "ann")},
		{"quoted", `open("` + join("Users", "ann") + `")`, join("Users", "ann")},
		{"as an address", "file:" + join("root", "x"), join("root", "x")},
		{"windows", "C:" + `\Users\ann`, `\Users\ann`},
		{"on the web", "https://example.org" + join("home", "ann"), ""},
		{"relative", "." + join("home", "ann"), ""},
		{"a JSON pointer", "/responses/3", ""},
		{"not text", "\x00 " + join("home", "ann"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, machinePaths("a.md", []byte(c.content)), c.want)
		})
	}
}
