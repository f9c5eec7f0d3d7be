package scoring

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Description tells of a definition what somebody who chooses one asks, and what of it
// is confirmed.
type Description struct {
	instrument.Ref
	// Edition is the edition of the instrument; "" if it is not stated.
	Edition string `json:"edition,omitzero"`
	// Title is the name of the instrument.
	Title string `json:"title"`
	// Scores reports whether nothing is lacking for a score.
	Scores bool `json:"scores"`
	// Items counts the items that are known.
	Items int `json:"items"`
	// Subscales counts the subscales that are known.
	Subscales int `json:"subscales"`
	// Total is how the total is made; "" if that is not known or there is none.
	Total string `json:"total"`
	// Criteria are the ids of the criteria.
	Criteria []string `json:"criteria"`
	// Profiles are the adopters' profiles that ship for it.
	Profiles []instrument.CriteriaProfile `json:"profiles"`
	// Lacks is what a completion has to supply.
	Lacks []instrument.Lack `json:"lacks"`
	// Facts are the facts that it rests on, with their sources.
	Facts []instrument.SourcedFact `json:"facts"`
	// License says under what terms the instrument may be used.
	License string `json:"license"`
	// Digest is the SHA-256 of the definition.
	Digest string `json:"digest"`
}

// Describe describes a definition.
func Describe(d instrument.Definition) Description {
	out := Description{
		Ref: d.Ref(), Edition: d.Edition, Title: d.Title, Scores: d.Scorable() == nil, Items: len(d.Items), Subscales: len(d.Subscales), Total: string(d.Total),
		Criteria: criterionIDs(d.Criteria), Profiles: []instrument.CriteriaProfile{}, Lacks: append([]instrument.Lack{}, d.Lacks...), Facts: append([]instrument.SourcedFact{}, d.Facts...),
		License: d.License, Digest: d.Digest(),
	}
	for _, p := range catalog.Profiles() {
		if p.Instrument == d.Ref() {
			out.Profiles = append(out.Profiles, p)
		}
	}
	return out
}

// Inventory lists what ships as lines of two tables, each with its header: the definitions
// and, after an empty line, the adopters' profiles, and how many facts of each are
// confirmed and inferred. Below each is its title, with its criteria and what it lacks. A
// dash is what is not known or not there.
func Inventory() []string {
	rows := [][]string{{"INSTRUMENT", "SCORES", "ITEMS", "SUBSCALES", "TOTAL", "CONFIRMED", "INFERRED"}}
	below := [][]string{nil} // each row
	for _, d := range Shipped() {
		of := Describe(d)
		scores := "no"
		if of.Scores {
			scores = "yes"
		}
		var lacks []string
		for _, l := range d.Lacks {
			lacks = append(lacks, string(l.Of))
		}
		title := of.Title
		if of.Edition != "" {
			title += " (" + of.Edition + ")"
		}
		row := []string{of.Ref.String(), scores, dash(strconv.Itoa(of.Items)), dash(strconv.Itoa(of.Subscales)), dash(of.Total)}
		rows, below = append(rows, append(row, countFacts(d.Facts)...)), append(below, texts(title, of.Criteria, lacks))
	}
	rows, below = append(rows, nil, []string{"PROFILE", "INSTRUMENT", "CONFIRMED", "INFERRED"}), append(below, nil, nil)
	for _, p := range catalog.Profiles() {
		rows, below = append(rows, append([]string{p.ID, p.Instrument.String()}, countFacts(p.Facts)...)), append(below, texts(p.Title, criterionIDs(p.Criteria), nil))
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for _, row := range rows {
		_, _ = io.WriteString(w, strings.Join(row, "\t")+"\n")
	}
	_ = w.Flush()
	var lines []string
	for i, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		lines = append(append(lines, line), below[i]...)
	}
	return lines
}

// texts are told below a row.
func texts(title string, criteria, lacks []string) []string {
	out := []string{"  " + title}
	if len(criteria) > 0 {
		out = append(out, "  criteria: "+strings.Join(criteria, ", "))
	}
	if len(lacks) > 0 {
		out = append(out, "  lacks: "+strings.Join(lacks, ", "))
	}
	return out
}

func dash(text string) string {
	if text == "0" {
		return "-"
	}
	return cmp.Or(text, "-")
}

func criterionIDs(criteria []instrument.Criterion) []string {
	names := make([]string, 0, len(criteria))
	for _, c := range criteria {
		names = append(names, c.ID)
	}
	return names
}

// countFacts counts the facts that are confirmed, and those that are inferred.
func countFacts(facts []instrument.SourcedFact) []string {
	count := map[mtss.Provenance]int{}
	for _, f := range facts {
		count[f.Provenance]++
	}
	return []string{strconv.Itoa(count[mtss.Confirmed]), strconv.Itoa(count[mtss.Inferred])}
}
