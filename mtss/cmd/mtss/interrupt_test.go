//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// What is interrupted leaves nothing behind, and the file that was there stays.
func TestInterruptedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(t.TempDir(), "mtss")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	file := filepath.Join(dir, "out.json")
	if err := os.WriteFile(file, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(binary, "rollup", "-by", "school", "-o", file)
	in, err := command.StdinPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(schools("s-1") + "\n")); err != nil {
		t.Fatal(err)
	}
	names := func() (names []string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	for range 1000 {
		if len(names()) == 2 { // it writes
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(50 * time.Millisecond)
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait()
	if data, err := os.ReadFile(file); err != nil || string(data) != "before" || len(names()) != 1 || command.ProcessState.ExitCode() != exitStopped {
		t.Errorf("it leaves %q, %q, exit status %d", names(), data, command.ProcessState.ExitCode())
	}
}
