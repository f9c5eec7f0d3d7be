package documents_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// flat returns the cells of a JSON value below a name, and the lists of records in it.
func flat(name string, value any, cells map[string]string, lists map[string][]any) {
	switch v := value.(type) {
	case map[string]any:
		for member, inner := range v {
			flat(strings.TrimPrefix(name+"."+member, "."), inner, cells, lists)
		}
	case []any:
		var texts []string
		for _, one := range v {
			if _, is := one.(map[string]any); is {
				lists[name] = v
				return
			}
			texts = append(texts, fmt.Sprint(one))
		}
		if len(texts) == 0 {
			return // which of the two it is a list of does not show
		}
		if cells[name] = strings.Join(texts, "; "); len(texts) == 1 && strings.Contains(texts[0], ",") {
			cells[name] += ";"
		}
	case bool:
		cells[name] = map[bool]string{true: "yes", false: "no"}[v]
	default:
		cells[name] = fmt.Sprint(v)
	}
}

// tableOf writes a document as a table, whose rows are the records in a member of it, or
// the document itself.
func tableOf(document map[string]any, member string) ([]byte, records.Layout) {
	layout, all := records.Layout{Constant: map[string]string{}}, []any{document}
	if member != "" {
		all, _ = document[member].([]any)
		around, inner := map[string]string{}, map[string][]any{}
		flat("document", document, around, inner)
		for name, cell := range around {
			if cell != "" && name != "document.kind" && name != "document.schemaVersion" {
				layout.Constant[name] = cell
			}
		}
	}
	var rows []map[string]string
	columns := map[string]bool{}
	for _, record := range all {
		cells, lists, most := map[string]string{}, map[string][]any{}, 1
		flat("", record, cells, lists)
		if member == "" {
			delete(cells, "kind")
			delete(cells, "schemaVersion")
		}
		for _, list := range lists {
			most = max(most, len(list))
		}
		for i := range most {
			row := maps.Clone(cells)
			for name, list := range lists {
				if i < len(list) {
					flat(name, list[i], row, map[string][]any{})
				}
			}
			for name := range row {
				columns[name] = true
			}
			rows = append(rows, row)
		}
	}
	header := slices.Sorted(maps.Keys(columns))
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(header)
	for _, row := range rows {
		var cells []string
		for _, name := range header {
			cells = append(cells, row[name])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return out.Bytes(), layout
}

// emptied empties the lists of a document that its tables have no columns for.
func emptied(document map[string]any, but string) {
	for name, value := range document {
		list, is := value.([]any)
		texts := is && !slices.ContainsFunc(list, func(one any) bool { _, text := one.(string); return !text })
		if is && name != but && !texts { // texts are a constant
			document[name] = []any{}
		}
	}
}

// Each kind that comes in rows goes from a document to a table and back, and nothing is lost
// but lists that are not its rows. A kind is on the list, or no document of it does: that
// would be a table that nobody is told of.
func TestTablesAndBack(t *testing.T) {
	all := samples(t)
	all["meetings"] = append(all["meetings"], []byte(`{"kind":"meetings","schemaVersion":1,"covers":[],"meetings":[{"id":"m-1","team":"t-1","date":"2026-01-20","attended":["p-1","p-2"],"recorded":"2026-01-21"}]}`))
	members := map[string]string{
		"actionPlan": "activities", "coachingPeople": "coaches", "coachingPlans": "plans", "communication": "protocols", "contact": "", "coordinators": "coordinators",
		"dosages": "dosages", "hexagon": "ratings", "meetings": "meetings", "observation": "", "observations": "observations", "outcomes": "outcomes",
		"practitioners": "intended", "teams": "teams", "units": "units",
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(members)), records.TableKinds()); diff != "" {
		t.Errorf("kinds with tables (-tried +listed)\n%s", diff)
	}
	for kind, member := range members {
		typ, _ := documents.Named(kind)
		good, says := 0, ""
		for _, data := range all[kind] {
			var of map[string]any
			d := json.NewDecoder(bytes.NewReader(data))
			d.UseNumber()
			if err := d.Decode(&of); err != nil {
				t.Fatal(err)
			}
			if member != "" {
				emptied(of, member)
			}
			if kind == "meetings" { // an empty cell is not known, so it is not a list of none either
				rows, _ := of[member].([]any)
				for _, row := range rows {
					maps.DeleteFunc(row.(map[string]any), func(_ string, value any) bool { list, is := value.([]any); return is && len(list) == 0 })
				}
			}
			written, _ := json.Marshal(of)
			document, err := typ.Decode(written)
			for _, issue := range mtss.Issues(err) { // of lists that are left out where they are empty
				delete(of, strings.TrimPrefix(issue.Path, "/"))
				written, _ = json.Marshal(of)
				document, err = typ.Decode(written)
			}
			if err != nil {
				says += fmt.Sprintf("%s\n%v\n", written, err)
				continue
			}
			want, _ := document.AppendJSON(nil)
			table, layout := tableOf(of, member)
			var got []byte
			for line, err := range records.Table(bytes.NewReader(table), layout, typ.New()) {
				if err != nil {
					says += fmt.Sprintf("%s%v\n", table, err)
				}
				got = append(got, line.Data...)
			}
			if bytes.Equal(got, want) {
				good++
			} else {
				says += fmt.Sprintf("got  %s\nwant %s\n", got, want)
			}
		}
		if good == 0 || good < len(all[kind]) {
			t.Errorf("%s: %d of %d documents come back\n%.3000s", kind, good, len(all[kind]), says)
		}
	}
	for _, typ := range documents.All() {
		for line, err := range records.Table(strings.NewReader("a\n1\n"), records.Layout{}, typ.New()) {
			if _, has := members[typ.Kind]; has == errors.Is(err, records.CodeLayout) {
				t.Errorf("%s: %s %v", typ.Kind, line.Data, err)
			}
		}
	}
}
