package strict

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

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

// Prefixed puts text in front of an issue's message, and of its template, so that
// the template filled in is still the message.
func Prefixed(issue mtss.Issue, format string, args ...any) mtss.Issue {
	front := mtss.Issuef("", issue.Code, format, args...)
	template, places := issue.Template, make([]string, len(issue.Params))
	for i := range places {
		places[i] = "{" + strconv.Itoa(len(front.Params)+i) + "}"
	}
	params := issue.Params
	if template == "" {
		template, places, params = "{0}", []string{"{" + strconv.Itoa(len(front.Params)) + "}"}, []string{issue.Message}
	}
	issue.Message = front.Message + issue.Message
	issue.Template = front.Template + mtss.FillIn(template, places)
	issue.Params = append(front.Params, params...)
	return issue
}
