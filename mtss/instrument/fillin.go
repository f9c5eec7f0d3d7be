package instrument

import (
	"bytes"
	"encoding/json"
	"strings"
)

// TemplateDocument returns the [Template] of a definition as a document to edit, a short
// list on one line so that it is easy to cut up.
func TemplateDocument(d Definition) []byte {
	data, err := json.Marshal(Template(d))
	var out bytes.Buffer
	if err != nil || json.Indent(&out, data, "", "  ") != nil {
		return nil // a template always marshals
	}
	lines := strings.Split(out.String(), "\n")
	kept := lines[:0]
	for _, line := range lines {
		last := len(kept) - 1
		word := strings.TrimSpace(line)
		inList := last >= 0 && openList(kept[last]) && !strings.HasSuffix(word, "{")
		if inList {
			if !strings.HasPrefix(word, "]") && !strings.HasSuffix(kept[last], "[") {
				word = " " + word
			}
			kept[last] += word
			continue
		}
		kept = append(kept, line)
	}
	return []byte(strings.Join(kept, "\n") + "\n")
}

// openList reports whether a line begins a list of words and does not end it.
func openList(line string) bool {
	return strings.Count(line, "[") > strings.Count(line, "]")
}

// FillIn says how a completion supplies what is lacking.
func (part LackOf) FillIn() string {
	switch part {
	case LackItems:
		return "items: one for each item beyond those that are known, or [] if there are no more"
	case LackScales:
		return "scales: the scores that items may have; itemScales: which items have which"
	case LackSections:
		return "sections: each part that may be administered alone, with its items"
	case LackSubscales:
		return "subscales: each with an id and its items"
	}
	return "total: points if all points are pooled, mean if it is the mean of the subscales' shares, none if there is none and no criterion asks for it"
}

// TemplateLines says for people what the [Template] of a definition is for: what is
// lacking, and where it is filled in.
func TemplateLines(d Definition) []string {
	lines := []string{d.Ref().String() + " lacks:"}
	for _, lack := range d.Lacks {
		lines = append(lines, "  "+string(lack.Of)+": "+lack.Says, "    fill in "+lack.Of.FillIn())
	}
	return append(lines, "and of the completion itself:", "  name: whose it is; provenance: confirmed if it was read in the instrument, else unconfirmed; source: which copy was read")
}
