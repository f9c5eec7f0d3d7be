package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whoever asks for help gets it on standard output, and success: for every command
// and verb, in all the ways that people ask.
func TestHelp(t *testing.T) {
	for _, c := range commands() {
		words := strings.Fields(c.name)
		ways := [][]string{append([]string{"help"}, words...)}
		if c.name != "help" {
			ways = append(ways, append(words[:len(words):len(words)], "-h"))
		}
		for _, args := range ways {
			got := call(t, "", args...)
			if got.status != exitGood || got.err != "" || !strings.HasPrefix(got.out, "usage: mtss "+c.name) {
				t.Errorf("mtss %s: %s", strings.Join(args, " "), got)
			}
		}
	}
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}} {
		if got := call(t, "", args...); got.status != exitGood || got.err != "" || got.out != overview() {
			t.Errorf("%v: %s", args, got)
		}
	}
	for _, group := range []string{"rules", "schema", "definition"} {
		for _, args := range [][]string{{group, "-h"}, {"help", group}} {
			if got := call(t, "", args...); got.status != exitGood || got.err != "" || !strings.Contains(got.out, "usage: mtss "+group+" ") {
				t.Errorf("%v: %s", args, got)
			}
		}
	}
}

// A slip gets a few lines with the nearest word, not a wall of all there is.
func TestSlips(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"scroe"}, `unknown command "scroe", did you mean "score"?`},
		{[]string{"rules", "tets", "x"}, `unknown command "tets", did you mean "test"?`},
		{[]string{"rules"}, "want one of test, lint, explain, cases, convert"},
		{[]string{"score", "-mising", "zero"}, `unknown flag "mising", did you mean "missing"?`},
		{[]string{"check", "admnistration"}, `unknown kind "admnistration", did you mean "administration"?`},
		{[]string{"schema", "print", "results"}, `unknown schema "results", did you mean "result"?`},
		{[]string{"score", "-text", "-json"}, "want one form of output"},
		{[]string{"score", "-format", "xml"}, "want json or text"},
		{[]string{"shell", "bsh"}, `did you mean "bash"?`},
		{[]string{"help", "scroe"}, `did you mean "score"?`},
		{[]string{"rules", "lint", "a", "b"}, `"b" is one argument too many`},
		{[]string{"score", "-csv", "wide", "-csv", "long"}, "given twice"},
		{[]string{"score", "-csv", "long", "-layout", "../../../examples/layouts/kobo.json"}, "-csv long, while the layout says wide"},
		{[]string{"rollup", "-by", "school", "-schedule", "dca"}, "-schedule has windows"},
		{[]string{"rollup"}, "-by is missing"},
		{[]string{"due", "-on", "2026-02-01", "-until", "2026-01-01", "-unit", "school/s"}, "is before"},
		{[]string{"schema", "write", "-o", "x", "-bundle", "flie"}, "want file or deref"},
		{[]string{"help", "rules", "tets"}, `did you mean "rules test"?`},
		{[]string{"score", "-text=false"}, "it takes no value"},
		{[]string{"score", "-o", filepath.Join(os.TempDir(), "r.html"), "x"}, "is named as html, while json is to be written"},
		{[]string{"rules", "test", "-json", "-o", filepath.Join(os.TempDir(), "r.xml"), "x"}, "is named as junit, while json is to be written"},
		{[]string{"check", "contact", "-csv", "wide", "x.csv"}, "-csv wide is of administrations"},
		{[]string{"schema", "explain", "administration.respones"}, `administration has no "respones", did you mean "responses"?`},
		{[]string{"due", "-on", "2026-01-01", "-unit", "School/s"}, `"School" is not a kind of unit, did you mean "school"?`},
	} {
		got := call(t, "", c.args...)
		if got.status != exitUsage || got.out != "" || !strings.Contains(got.err, c.says) || strings.Count(got.err, "\n") > 8 {
			t.Errorf("%v: %s", c.args, got)
		}
	}
}

// Flags may stand anywhere, up to --; an unknown one is a slip of every command.
func TestFlagsAnywhere(t *testing.T) {
	want := call(t, "", "score", "-text", "-csv", "wide", "testdata/wide.csv").String()
	equal(t, "behind the file", want, call(t, "", "score", "testdata/wide.csv", "-csv", "wide", "-text").String())
	equal(t, "on both sides", want, call(t, "", "score", "-csv", "wide", "testdata/wide.csv", "-text").String())
	if got := call(t, "", "score", "--", "-text"); !strings.Contains(got.err, "open -text: ") {
		t.Errorf("what follows -- is a file: %s", got)
	}
	for _, c := range commands() {
		if got := call(t, "", append(strings.Fields(c.name), "-nosuch")...); got.status != exitUsage || got.out != "" || !strings.Contains(got.err, "usage: mtss "+c.name) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// Files are named as in the call, and those of a folder below its name.
func TestPathsAsGiven(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("ours", 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"ours/bad.json": "{}", "ours/bad.yaml": "x: ["} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for want, args := range map[string][]string{
		"./ours/bad.json":       {"report", "./ours"},
		"ours/bad.json":         {"report", "ours/"},
		"ours/../ours/bad.json": {"report", "ours/../ours/bad.json"},
		"./ours/bad.yaml":       {"rules", "explain", "./ours/bad.yaml", "{}"},
		"./ours//bad.yaml":      {"check", "ruleSet", "./ours//bad.yaml"},
		"./ours/../ours/x.json": {"check", "units", "./ours/../ours/x.json"},
	} {
		if got := call(t, "", args...); got.status != exitBad || !strings.Contains(got.err, want) {
			t.Errorf("want %s: %s", want, got)
		}
	}
}

// -text is short for -format text, and -o names a file, which appears once it is whole.
func TestOutputFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.txt")
	want := call(t, "", "score", "-text", "-csv", "wide", "testdata/wide.csv")
	got := call(t, "", "score", "-format", "text", "-o", file, "-csv", "wide", "testdata/wide.csv")
	equal(t, "what goes to standard output", "", got.out)
	equal(t, "and the status", want.status, got.status)
	equal(t, "what is in the file", want.out, read(t, file))
	call(t, "", "instruments", "-o", file, "dca@7.7")
	equal(t, "a wrong call leaves the file as it was", want.out, read(t, file))
	if got := call(t, "", "instruments", "-o", filepath.Join(dir, "none", "out.txt")); got.status != exitUsage {
		t.Errorf("a folder that does not exist: %s", got)
	}
	if got := call(t, "", "rules", "convert", file, "-o", filepath.Join(dir, ".", "out.txt")); got.status != exitUsage || !strings.Contains(got.err, "is read, too") {
		t.Errorf("an input would be lost: %s", got)
	}
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 1 {
		t.Errorf("the folder has %v, %v", names, err)
	}
}

// A device and a link keep their place, and a file that is replaced keeps who may read it.
func TestOutputKeepsItsPlace(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	if got := call(t, "", "instruments", "-o", os.DevNull); got.status != exitGood {
		t.Errorf("a device: %s", got)
	}
	if after, err := os.Stat(os.DevNull); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the device was %s, and is %v, %v", before.Mode(), after.Mode(), err)
	}
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	if got := call(t, "", "instruments", "-o", link); got.status != exitGood {
		t.Errorf("a link: %s", got)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 || !strings.HasPrefix(read(t, file), "INSTRUMENT") {
		t.Errorf("the link is %v, %v", info, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
	if got := call(t, "", "instruments", "-o", dir); got.status != exitUsage {
		t.Errorf("a folder: %s", got)
	}
}

// Every command that writes says so if it could not.
func TestFullDisk(t *testing.T) {
	good := write(t, "in.ndjson", tier1())
	for _, args := range [][]string{
		{"help"}, {"version"}, {"instruments"}, {"schema", "list"}, {"schema", "print", "result"}, {"schema", "explain", "result"},
		{"help", "score"}, {"score", "-h"}, {"shell", "fish"}, {"definition", "template", "dca@7.7"}, {"rules", "-h"},
		{"version", "-json"}, {"schema", "list", "-json"}, {"schema", "explain", "-json", "result"}, {"instruments", "-json"}, {"shell", "bash"}, {"shell", "zsh"},
		{"definition", "template", "-text", "dca@7.7"}, {"layout", "testdata/wide.csv"}, {"stage", stageEvidence}, {"stage", "-text", stageEvidence},
		{"rules", "test", "testdata/rules-good"}, {"rules", "test", "-json", "testdata/rules-good"}, {"rules", "test", "-junit", "testdata/rules-good"},
		{"rules", "lint", "testdata/rules-lint"}, {"rules", "lint", "-json", "testdata/rules-lint"}, {"rules", "explain", "-on", "2026-01-20", rulesFile + "#commit", "{}"},
		{"rules", "explain", "-json", "-on", "2026-01-20", rulesFile + "#commit", "{}"}, {"rules", "cases", "-on", "2026-01-20", rulesFile + "#commit"},
		{"rules", "cases", "-yaml", "-on", "2026-01-20", rulesFile + "#commit"}, {"rules", "cases", "-csv", "-on", "2026-01-20", rulesFile + "#commit"},
		{"rules", "convert", rulesFile}, {"rules", "convert", "-json", rulesFile}, {"verify", "-text", "-input", good, write(t, "r.ndjson", "")},
		{"score", good}, {"score", "-text", good}, {"score", "-format", "csv", good},
		{"rollup", "-by", "school", good}, {"rollup", "-text", "-by", "school", good}, {"rollup", "-format", "csv", "-by", "school", good},
		{"due", "-on", "2026-01-20", "-unit", "district/d-1"}, {"due", "-text", "-on", "2026-01-20", "-unit", "district/d-1"}, {"due", "-csv", "-on", "2026-01-20", "-unit", "district/d-1"},
		{"report", districtYear}, {"report", "-html", districtYear}, {"report", "-json", districtYear}, {"report", "-csv", districtYear},
	} {
		var err strings.Builder
		if status := run(args, streams{in: strings.NewReader(""), out: broken{}, err: &err}); status != exitBad || !strings.Contains(err.String(), "cli.problem") {
			t.Errorf("%v: status %d, %s", args, status, err.String())
		}
	}
}

func TestVersion(t *testing.T) {
	equal(t, "as a flag", call(t, "", "version").String(), call(t, "", "--version").String())
	got := call(t, "", "version")
	if got.status != exitGood || !strings.HasPrefix(got.out, "mtss ") || !strings.Contains(got.out, "go1.") {
		t.Errorf("%s", got)
	}
}

// Each script asks the command, which knows the words that may follow.
func TestShell(t *testing.T) {
	for _, name := range []string{"bash", "zsh", "fish"} {
		if got := call(t, "", "shell", name); !strings.Contains(got.out, "mtss shell next -- ") {
			t.Errorf("%s: it does not ask: %s", name, got.out)
		}
	}
	for _, c := range []struct{ before, want, not string }{
		{"", "score", "explain"},
		{"sco", "score", "-missing"},
		{"score", "-missing", "explain"},
		{"score -csv wide", "-missing", "score"},
		{"rules", "explain", "-on"},
		{"rules explain", "-on", "explain"},
		{"check", "stageHistory", "score"},
		{"table -layout l.json", "contact", "score"},
		{"schema print", "administration", "print"},
		{"help", "rollup", "-on"},
		{"shell", "fish", "score"},
		{"help rules", "explain", "score"},
		{"score -csv", "wide", "-missing"},
		{"due -schedule", "dca", "FILE"},
		{"rules cases -format", "yaml", "-on"},
		{"score -text", "-missing", "wide"},
	} {
		got := strings.Fields(call(t, "", append([]string{"shell", "next", "--"}, strings.Fields(c.before)...)...).out)
		if !slices.Contains(got, c.want) || slices.Contains(got, c.not) {
			t.Errorf("after %q: %q, want %s and not %s", c.before, got, c.want, c.not)
		}
	}
}

// Each shell that is there runs its script and offers the same.
func TestShellsComplete(t *testing.T) {
	dir := t.TempDir()
	self := "#!/bin/sh\nexec cat <<'E'\n" + call(t, "", "shell", "next", "--", "rules").out + "E\n"
	if err := os.WriteFile(filepath.Join(dir, "mtss"), []byte(self), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	for shell, after := range map[string]string{
		"bash": "COMP_WORDS=(mtss rules ''); COMP_CWORD=2; _mtss; printf '%s\\n' \"${COMPREPLY[@]}\"",
		"zsh":  "_files() { :; }; compadd() { shift; print -l -- $@; }; words=(mtss rules ''); CURRENT=3; _mtss",
		"fish": "complete -C 'mtss rules '",
	} {
		path, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("there is no %s here", shell)
			continue
		}
		script := call(t, "", "shell", shell).out
		if shell == "zsh" {
			script = "compdef() { :; }\n" + script
		}
		cmd := exec.Command(path, "-c", script+after)
		cmd.Dir = t.TempDir()
		out, err := cmd.CombinedOutput()
		if got := strings.Fields(string(out)); err != nil || !slices.Equal(got, []string{"test", "lint", "explain", "cases", "convert"}) && !slices.Equal(got, []string{"cases", "convert", "explain", "lint", "test"}) {
			t.Errorf("%s offers %q, %v", shell, out, err)
		}
	}
}
