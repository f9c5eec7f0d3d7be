package suite

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// setColumns are what a table says of the whole set, on its first row or on every one.
func setColumns() []string { return []string{"set", "scope", "scopeKind", "refines"} }

// nodeColumns are the columns of one comparison; those of the condition begin with "when ".
func nodeColumns() []string {
	return []string{"measure", "kind", "unit", "series", "comparison", "threshold", "last", "note"}
}

func ruleColumns() []string {
	out := append(setColumns(), "id", "title")
	out = append(out, nodeColumns()...)
	out = append(out, "since", "until", "refinable", "then", "why", "caveats", "source", "edition", "year", "url", "locator", "provenance")
	for _, name := range nodeColumns() {
		out = append(out, "when "+name)
	}
	return out
}

func comparisons() []string {
	return []string{"atLeast", "moreThan", "atMost", "lessThan", "between", "is", "oneOf"}
}

// ruleWriter puts the rules of a set into rows.
type ruleWriter struct {
	set    rule.Set
	used   map[string]bool
	issues []mtss.Issue
}

// rulesTable puts rules into rows. Errors: CodeTable.
func rulesTable(s rule.Set) (table, error) {
	w := ruleWriter{set: s, used: map[string]bool{}}
	if len(s.Derived) > 0 {
		w.fail("/derived", "a table cannot say derived measures")
	}
	if len(s.Rules) == 0 {
		return table{}, mtss.Issuef("/rules", CodeTable, "a table of no rules says nothing of its set")
	}
	t := table{columns: ruleColumns()}
	for i := range s.Rules {
		t.rows = append(t.rows, w.rule(pointer.Element("/rules", i), &s.Rules[i]))
	}
	for _, m := range s.Measures {
		if !w.used[m.Name] {
			w.fail(pointer.Member("/measures", m.Name), "a table cannot declare measure %q, which no rule compares", m.Name)
		}
	}
	return t, strict.Invalid(w.issues)
}

func (w *ruleWriter) fail(path, format string, args ...any) {
	w.issues = append(w.issues, mtss.Issuef(path, CodeTable, format, args...))
}

func (w *ruleWriter) rule(path string, r *rule.Rule) row {
	year := ""
	if r.Source.Year != 0 {
		year = strconv.Itoa(r.Source.Year)
	}
	cells := map[string]string{
		"set": w.set.ID, "scope": w.set.Scope.Unit, "scopeKind": string(w.set.Scope.Kind), "refines": w.set.Refines,
		"id": r.ID, "title": r.Title, "since": r.Since.String(), "until": r.Until.String(), "then": r.Then, "why": r.Why,
		"caveats": strings.Join(r.Caveats, listMark), "source": r.Source.Title, "edition": r.Source.Edition, "year": year,
		"url": r.Source.URL, "locator": r.Source.Locator, "provenance": string(r.Provenance),
	}
	if r.Refinable {
		cells["refinable"] = "yes"
	}
	w.list(pointer.Member(path, "caveats"), r.Caveats)
	w.node(pointer.Member(path, "require"), r.Require, "", cells)
	w.node(pointer.Member(path, "when"), r.When, "when ", cells)
	return row{cells: cells}
}

// node puts one comparison into cells.
func (w *ruleWriter) node(path string, n *rule.Node, prefix string, cells map[string]string) {
	if n == nil {
		return
	}
	if n.Measure == "" {
		w.fail(path, "a table says one comparison of one measure; each, all, any, not and atLeastOf need JSON")
		for _, name := range measuresIn(n) {
			w.used[name] = true
		}
		return
	}
	cells[prefix+"measure"], cells[prefix+"note"] = n.Measure, n.Why
	if i := slices.IndexFunc(w.set.Measures, func(m rule.Measure) bool { return m.Name == n.Measure }); i >= 0 {
		m := w.set.Measures[i]
		w.used[m.Name] = true
		cells[prefix+"kind"], cells[prefix+"unit"] = string(m.Kind), m.Unit
		if m.Series {
			cells[prefix+"series"] = "yes"
		}
	}
	if n.Last != 0 {
		cells[prefix+"last"] = strconv.Itoa(n.Last)
	}
	c, found := n.Comparison, 0
	w.list(pointer.Member(path, "oneOf"), c.OneOf)
	for _, name := range comparisons() {
		if text := strings.Join(*thresholds(&c, name), listMark); text != "" {
			cells[prefix+"comparison"], cells[prefix+"threshold"] = name, text
			found++
		}
	}
	if found != 1 {
		w.fail(path, "has %d comparisons, want exactly one", found)
	}
}

// list reports texts that hold what parts them in a cell.
func (w *ruleWriter) list(path string, texts []string) {
	for i, text := range texts {
		if strings.Contains(text, ";") {
			w.fail(pointer.Element(path, i), "a table cannot say %q, since a semicolon parts the texts of a list", text)
		}
	}
}

// thresholds returns the texts of one comparison; setting them is for [put].
func thresholds(c *rule.Comparison, name string) *[]string {
	switch name {
	case "between":
		return &c.Between
	case "oneOf":
		return &c.OneOf
	}
	out := []string{}
	if text := single(c, name); *text != "" {
		out = append(out, *text)
	}
	return &out
}

// single returns the place of a comparison that has one threshold.
func single(c *rule.Comparison, name string) *string {
	switch name {
	case "atLeast":
		return &c.AtLeast
	case "moreThan":
		return &c.MoreThan
	case "atMost":
		return &c.AtMost
	case "lessThan":
		return &c.LessThan
	}
	return &c.Is
}

// put sets a comparison.
func put(c *rule.Comparison, name, text string) {
	switch name {
	case "between":
		c.Between = parts(text)
	case "oneOf":
		c.OneOf = parts(text)
	default:
		*single(c, name) = text
	}
}

// parts reads a list in one cell.
func parts(text string) (out []string) {
	if text == "" {
		return nil
	}
	for part := range strings.SplitSeq(text, ";") {
		out = append(out, strings.TrimSpace(part))
	}
	return out
}

// set makes a set of rows.
func (r *tableReader) set(t table) rule.Set {
	out := rule.Set{Kind: "ruleSet", SchemaVersion: rule.SchemaVersion, Rules: []rule.Rule{}}
	for _, name := range t.columns {
		if !slices.Contains(ruleColumns(), name) {
			r.fail(1, name, "column %q is unknown, want some of %s", name, strings.Join(ruleColumns(), ", "))
		}
	}
	whole := map[string]string{}
	for _, row := range t.rows {
		for _, name := range setColumns() {
			if cell := row.cells[name]; cell != "" && whole[name] != "" && whole[name] != cell {
				r.fail(row.line, name, "%q, and above it %q; a table holds one set", cell, whole[name])
			} else if cell != "" {
				whole[name] = cell
			}
		}
		out.Rules = append(out.Rules, r.rule(row, &out))
	}
	out.ID, out.Refines = whole["set"], whole["refines"]
	out.Scope = rule.Scope{Unit: whole["scope"], Kind: mtss.UnitKind(whole["scopeKind"])}
	if len(r.problems) == 0 {
		data, err := json.Marshal(out)
		if err == nil {
			_, err = rule.DecodeSet(data)
		}
		r.checked(t, "/rules", err)
	}
	return out
}

func (r *tableReader) rule(row row, set *rule.Set) rule.Rule {
	c := row.cells
	return rule.Rule{
		ID: c["id"], Title: c["title"], Since: r.date(row, "since"), Until: r.date(row, "until"), Refinable: r.yes(row, "refinable"),
		Then: c["then"], Why: c["why"], Caveats: parts(c["caveats"]), Provenance: mtss.Provenance(c["provenance"]),
		Source:  mtss.Source{Title: c["source"], Edition: c["edition"], Year: r.count(row, "year"), URL: c["url"], Locator: c["locator"]},
		Require: r.node(row, "", set), When: r.node(row, "when ", set),
	}
}

// node reads one comparison and declares its measure.
func (r *tableReader) node(row row, prefix string, set *rule.Set) *rule.Node {
	c := func(name string) string { return row.cells[prefix+name] }
	if !slices.ContainsFunc(nodeColumns(), func(name string) bool { return c(name) != "" }) {
		return nil
	}
	n := rule.Node{Measure: c("measure"), Last: r.count(row, prefix+"last"), Why: c("note")}
	switch {
	case n.Measure == "":
		r.fail(row.line, prefix+"measure", "no measure, where the row says something of one")
	case !slices.Contains(comparisons(), c("comparison")):
		r.fail(row.line, prefix+"comparison", "%q, want one of %s", c("comparison"), strings.Join(comparisons(), ", "))
	case c("threshold") == "":
		r.fail(row.line, prefix+"threshold", "no threshold")
	}
	put(&n.Comparison, c("comparison"), c("threshold"))
	series := r.yes(row, prefix+"series")
	if c("kind") == "" && (c("unit") != "" || series) {
		r.fail(row.line, prefix+"kind", "no kind, where the row says something of the measure")
	}
	if c("kind") == "" {
		return &n // declared elsewhere
	}
	m := rule.Measure{Name: n.Measure, Kind: rule.Kind(c("kind")), Unit: c("unit"), Series: series}
	i := slices.IndexFunc(set.Measures, func(o rule.Measure) bool { return o.Name == m.Name })
	switch {
	case i < 0:
		set.Measures = append(set.Measures, m)
	case set.Measures[i] != m:
		r.fail(row.line, prefix+"kind", "measure %q is declared otherwise above", m.Name)
	}
	return &n
}

// yes reads "yes" and "no"; an empty cell is no.
func (r *tableReader) yes(row row, column string) bool {
	text := row.cells[column]
	if text != "" && text != "yes" && text != "no" {
		r.fail(row.line, column, `%q, want "yes" or "no"`, text)
	}
	return text == "yes"
}

// count reads a number from 1; an empty cell is 0.
func (r *tableReader) count(row row, column string) int {
	text := row.cells[column]
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		r.fail(row.line, column, "%q, want a whole number from 1", text)
	}
	return n
}

// measuresIn lists the measures that a node names.
func measuresIn(n *rule.Node) []string {
	names := append([]string{n.Measure}, n.Each...)
	for _, nodes := range [][]rule.Node{n.All, n.Any, n.Of} {
		for i := range nodes {
			names = append(names, measuresIn(&nodes[i])...)
		}
	}
	if n.Not != nil {
		names = append(names, measuresIn(n.Not)...)
	}
	return names
}
