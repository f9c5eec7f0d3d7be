package rollup_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

func TestParsePlan(t *testing.T) {
	units, err := mtss.NewHierarchy([]mtss.Place{{Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Characteristics: []mtss.Characteristic{{ID: "locale", Value: "town"}, {ID: "cohort", Value: "2"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		by     string
		kinds  []mtss.UnitKind
		period rollup.PeriodKind
		of     string
		says   string
	}{
		{"district", []mtss.UnitKind{mtss.KindDistrict}, "", "", ""},
		{"district,state,schoolYear", []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, rollup.SchoolYear, "", ""},
		{"district,locale,schoolYear", []mtss.UnitKind{mtss.KindDistrict}, rollup.SchoolYear, "locale", ""},
		{"district,locale,cohort", nil, "", "", "want one characteristic of the units, once, of cohort, locale"},
		{"district,Locale", nil, "", "", "or schoolYear or window or cohort or locale"},
		{"window,school", []mtss.UnitKind{mtss.KindSchool}, rollup.EachWindow, "", ""},
		{"window,schoolYear", nil, "", "", "once"},
		{"District", nil, "", "", `did you mean "district"`},
		{"", nil, "", "", "or schoolYear or window"},
	} {
		p, err := rollup.ParseBreakdown(c.by, units)
		if c.says != "" {
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%q: got %v, want %q", c.by, err, c.says)
			}
		} else if err != nil || !slices.Equal(p.By, c.kinds) || p.Period != c.period || p.Characteristic != c.of {
			t.Errorf("%q: got %+v, %v", c.by, p, err)
		}
	}
}

func TestParsePolicy(t *testing.T) {
	for text, below := range map[string]int64{"de": 16, "10": 10, "2": 2, "1": 0, "0": 0, "xy": 0, "": 0, "-3": 0} {
		if p, err := rollup.ParsePolicy(text); p.Below != below || (err == nil) != (below > 0) {
			t.Errorf("%q: got %d, %v", text, p.Below, err)
		}
	}
}

// What a spreadsheet would take for a formula is a text, and all rows are of one length.
func TestTableSheet(t *testing.T) {
	table := rollup.Table{Rows: []rollup.Row{{Unit: mtss.Unit{ID: "=1+1", Kind: mtss.KindDistrict}, Status: rollup.Missing}}}
	rows := table.Sheet()
	if len(rows) != 2 || len(rows[0]) != len(rows[1]) || !slices.Contains(rows[1], "'=1+1") {
		t.Errorf("got %q", rows)
	}
	if lines := table.Lines(); len(lines) != 2 || lines[1] != "  district =1+1: no administration" {
		t.Errorf("got %q", lines)
	}
}

// A characteristic that no unit has is refused before anything is read.
func TestNoCharacteristic(t *testing.T) {
	by := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict}, Characteristic: "colour"}
	for want, units := range map[string]mtss.Hierarchy{"which have none": {}, "want \"locale\"": places(t)} {
		_, _, ofState := rollup.State{}.Table(units, by)
		_, _, ofFiles := rollup.Reading{}.Table(nil, units, by)
		for _, err := range []error{ofState, ofFiles} {
			if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Code != rollup.CodePlan || issues[0].Path != "/characteristic" || !strings.HasSuffix(issues[0].Message, want) {
				t.Errorf("%v, want %s", err, want)
			}
		}
	}
}
