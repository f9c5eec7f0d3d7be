package strict

import "github.com/openmtss/mtss-go/mtss"

// Invalid returns a *ValidationError of the issues, or nil if there are none.
func Invalid(issues []mtss.Issue) error {
	if len(issues) == 0 {
		return nil
	}
	return &mtss.ValidationError{Issues: issues}
}

// Under returns a copy of the issues with prefix put before each path, for a
// document inside another one.
func Under(prefix string, issues []mtss.Issue) []mtss.Issue {
	out := make([]mtss.Issue, len(issues))
	for i, issue := range issues {
		issue.Path = prefix + issue.Path
		out[i] = issue
	}
	return out
}
