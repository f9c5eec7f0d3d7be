package mtss_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

const (
	codeA mtss.Code = "test.a"
	codeB mtss.Code = "test.b"
	codeC mtss.Code = "test.c"
)

var issueA, issueB = mtss.Issue{Path: "/a", Code: codeA, Message: "is bad"}, mtss.Issue{Path: "/b/0", Code: codeB, Message: "is worse"}

func TestIssueError(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"with a path", issueA, "/a: is bad"},
		{"the whole document", mtss.Issue{Code: codeA, Message: "is bad"}, "is bad"},
		{"one issue", invalid([]mtss.Issue{issueA}), "/a: is bad"},
		{"two issues", invalid([]mtss.Issue{issueA, issueB}), "/a: is bad (and 1 more)"},
		{"three issues", invalid([]mtss.Issue{issueB, issueA, issueA}), "/b/0: is worse (and 2 more)"},
		{"no issue", &mtss.ValidationError{}, "invalid"},
		{"a code", codeA, "test.a"},
		{"formatted", mtss.Issuef("/c", codeC, "%q scored %d", "1", 3), `/c: "1" scored 3`},
	} {
		if got := test.err.Error(); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestIssues(t *testing.T) {
	both := []mtss.Issue{issueA, issueB}
	for _, test := range []struct {
		name string
		err  error
		want []mtss.Issue
	}{
		{"no error", nil, nil},
		{"another error", errors.New("other"), nil},
		{"a bare code", codeA, nil},
		{"a single issue", issueA, both[:1]},
		{"a list", invalid(both), both},
		{"wrapped once", fmt.Errorf("reading: %w", invalid(both)), both},
		{"wrapped twice", fmt.Errorf("line 3: %w", fmt.Errorf("reading: %w", invalid(both))), both},
		{"a single issue, wrapped", fmt.Errorf("reading: %w", issueB), both[1:]},
		{"joined", errors.Join(errors.New("other"), invalid(both[:1]), issueB), both},
		{"wrapped side by side", fmt.Errorf("%w and %w", invalid(both[:1]), invalid(both[1:])), both},
		{"an empty list", &mtss.ValidationError{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, mtss.Issues(test.err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	err := invalid(both)
	mtss.Issues(err)[0].Message = "changed"
	if err.Error() != "/a: is bad (and 1 more)" {
		t.Errorf("changing the list changed the error: %v", err)
	}
}

func TestValidationErrorIs(t *testing.T) {
	err := fmt.Errorf("line 3: %w", invalid([]mtss.Issue{issueA, issueB}))
	for code, want := range map[mtss.Code]bool{codeA: true, codeB: true, codeC: false} {
		if got := errors.Is(err, code); got != want {
			t.Errorf("is %s: got %v, want %v", code, got, want)
		}
	}
	var list *mtss.ValidationError
	if !errors.As(err, &list) || len(list.Issues) != 2 {
		t.Errorf("as a validation error: %v", list)
	}
	var one mtss.Issue
	if !errors.As(err, &one) || one.Path != issueA.Path || one.Code != issueA.Code {
		t.Errorf("as an issue: %v, want the first", one)
	}
	var code mtss.Code
	if !errors.As(err, &code) || code != codeA {
		t.Errorf("as a code: %v, want the first", code)
	}
}

func TestIssueJSON(t *testing.T) {
	got, err := json.Marshal(issueA)
	if want := `{"path":"/a","code":"test.a","message":"is bad"}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func invalid(issues []mtss.Issue) error { return &mtss.ValidationError{Issues: issues} }
