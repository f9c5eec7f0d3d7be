package records

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// ResultHeader is the header of the table that [ResultRows] fills.
func ResultHeader() []string {
	return []string{
		"unit", "unitKind", "date", "instrument", "version", "administration", "sections", "missing", "profile", "definition",
		"fact", "id", "verdict", "earned", "possible", "unknown", "percent", "low", "high", "mean", "provenance", "says",
	}
}

// ResultRows returns a result as the rows of a table, one a fact, for spreadsheets and
// statistics: "total", "points" (all items that were administered), "subscale",
// "criterion" and "caveat", in the column of that name. All of a result's rows repeat
// the unit, the day, the policy for missing answers and the definition, by its
// SHA-256. Numbers are those of the document, and empty where they are not known or do
// not apply. A text that a spreadsheet would take for a formula has an apostrophe
// before it.
func ResultRows(r instrument.Result) ([][]string, error) {
	common := []string{
		text(r.Unit.ID), string(r.Unit.Kind), r.Date.String(), r.Instrument.ID, r.Instrument.Version, text(r.Administration),
		text(strings.Join(r.Sections, " ")), r.Missing, text(r.Instrument.Profile), r.Instrument.Digest,
	}
	var rows [][]string
	add := func(fact, id, verdict string, numbers []string, provenance, says string) {
		row := append(common[:len(common):len(common)], fact, text(id), verdict)
		if numbers == nil {
			numbers = make([]string, 7)
		}
		rows = append(rows, append(append(row, numbers...), provenance, text(says)))
	}
	if r.Total != nil {
		numbers, err := numbersOf(*r.Total)
		if err != nil {
			return nil, err
		}
		add("total", "", "", numbers, "", "")
	}
	count := func(n int64) string { return strconv.FormatInt(n, 10) }
	add("points", "", "", []string{count(r.Points.Earned), count(r.Points.Possible), count(r.Points.Unknown), "", "", "", ""}, "", "")
	for _, s := range r.Subscales {
		numbers, err := numbersOf(s)
		if err != nil {
			return nil, err
		}
		says := s.Label
		if s.NotApplicable {
			says = strings.TrimSpace(says + " (does not apply)")
		}
		add("subscale", s.ID, "", numbers, "", says)
	}
	for _, c := range r.Criteria {
		add("criterion", c.ID, c.Verdict.String(), nil, string(c.Provenance), c.Title)
	}
	for _, n := range r.Caveats {
		add("caveat", string(n.Code), "", nil, "", n.Message)
	}
	return rows, nil
}

// numbersOf returns the numbers of a score as its document has them.
func numbersOf(s instrument.Score) ([]string, error) {
	data, err := s.MarshalJSON()
	if err != nil {
		return nil, err
	}
	var members map[string]any
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	if err := decoder.Decode(&members); err != nil {
		return nil, err
	}
	var cells []string
	for _, name := range []string{"earned", "possible", "unknown", "percent", "low", "high", "mean"} {
		switch value := members[name].(type) {
		case string:
			cells = append(cells, value)
		case json.Number:
			cells = append(cells, value.String())
		default:
			cells = append(cells, "")
		}
	}
	return cells, nil
}

// text returns a text that no spreadsheet takes for a formula.
func text(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
