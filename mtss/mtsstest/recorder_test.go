package mtsstest_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// recorder is a test that remembers its errors.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper()           {}
func (r *recorder) Error(args ...any) { r.errors = append(r.errors, fmt.Sprint(args...)) }
func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

// said runs a test of a user and returns what it fails with.
func said(t *testing.T, test func(t testing.TB)) string {
	t.Helper()
	r, done := &recorder{TB: t}, make(chan struct{})
	go func() { // so that what ends the user's test does not end this one
		defer close(done)
		test(r)
	}()
	<-done
	return strings.Join(r.errors, "\n")
}

// wants compares what a test said with what its reader needs; nothing wanted
// means that it passes.
func wants(t *testing.T, said string, wants ...string) {
	t.Helper()
	if (len(wants) > 0) != (said != "") {
		t.Errorf("said %q", said)
	}
	for _, want := range wants {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}
