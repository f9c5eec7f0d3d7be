//go:build unix

package guard

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the guides tell people to type works as written, and prints what they show: the
// commands of blocks of "console", one after the other in a folder that has the
// examples, and the programs of blocks of "go". With -update they show what is printed.
func TestGuides(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if out, err := build(root, filepath.Join(bin, "mtss")); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"service", "coordinator", "evaluator"} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(root, "docs", name+".md")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if lines := strings.Count(string(text), "\n"); lines > 130 {
				t.Errorf("%d lines are more than two screens and what the commands print", lines)
			}
			folder := t.TempDir()
			if err := os.Symlink(filepath.Join(root, "examples"), filepath.Join(folder, "examples")); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(filepath.Join(root, "go.mod"), filepath.Join(folder, "go.mod")); err != nil {
				t.Fatal(err)
			}
			filled, err := guide(string(text), func(command string) (string, error) {
				cmd := exec.Command("sh", "-c", command)
				cmd.Dir = folder
				cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
				out, err := cmd.Output()
				if err != nil {
					return "", fmt.Errorf("%s: %w: %s", command, err, errorOf(err))
				}
				return string(out), nil
			}, func(program string) (string, error) {
				main := filepath.Join(t.TempDir(), "main.go")
				if err := os.WriteFile(main, []byte(program), 0o600); err != nil {
					return "", err
				}
				cmd := exec.Command("go", "run", main)
				cmd.Dir = root
				out, err := cmd.Output()
				if err != nil {
					return "", fmt.Errorf("%w: %s", err, errorOf(err))
				}
				return string(out), nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(file, []byte(filled), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(strings.Split(filled, "\n"), strings.Split(string(text), "\n")); diff != "" && !*update {
				t.Errorf("%s shows something else (-printed +shown); go test ./internal/guard -run TestGuides -update\n%s", file, diff)
			}
		})
	}
}

func build(root, program string) ([]byte, error) {
	cmd := exec.Command("go", "build", "-o", program, "./mtss/cmd/mtss")
	cmd.Dir = root
	return cmd.CombinedOutput()
}

func errorOf(err error) string {
	if exit, is := err.(*exec.ExitError); is {
		return string(exit.Stderr)
	}
	return ""
}

// guide fills a guide with what its commands and programs print: below each command,
// and in the block of text below a program.
func guide(text string, command, program func(string) (string, error)) (string, error) {
	var out, source strings.Builder
	fence, printed := "", ""
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		switch {
		case fence == "" && strings.HasPrefix(bare, "```"):
			fence = bare
			source.Reset()
			out.WriteString(line)
			if fence == "```text" {
				out.WriteString(printed)
			}
		case bare == "```":
			if fence == "```go" {
				var err error
				if printed, err = program(source.String()); err != nil {
					return "", err
				}
			}
			fence = ""
			out.WriteString(line)
		case fence == "```console":
			typed, ok := strings.CutPrefix(bare, "$ ")
			if !ok {
				continue // what was printed before
			}
			shown, err := command(typed)
			if err != nil {
				return "", err
			}
			out.WriteString(line + shown)
		case fence != "```text":
			source.WriteString(line)
			out.WriteString(line)
		}
	}
	if fence != "" {
		return "", fmt.Errorf("the last block has no end")
	}
	return out.String(), nil
}

// A guide that is stale is filled, and one that cannot be is refused.
func TestGuide(t *testing.T) {
	echo := func(command string) (string, error) {
		if command == "bad" {
			return "", fmt.Errorf("bad")
		}
		return "did " + command + "\n", nil
	}
	for _, c := range []struct{ why, in, want string }{
		{"a command", "a\n```console\n$ x\nstale\n$ y\n```\nb\n", "a\n```console\n$ x\ndid x\n$ y\ndid y\n```\nb\n"},
		{"a program", "```go\nx\n```\n\n```text\nstale\n```\n", "```go\nx\n```\n\n```text\ndid x\n\n```\n"},
		{"other blocks stay", "```json\n{}\n```\n", "```json\n{}\n```\n"},
		{"a command that fails", "```console\n$ bad\n```\n", ""},
		{"no end", "```console\n", ""},
	} {
		got, err := guide(c.in, echo, echo)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s: %q, %v", c.why, got, err)
		}
	}
}
