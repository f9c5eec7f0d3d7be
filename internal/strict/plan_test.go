package strict_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// actionPlan has the shape of the plans: activities with ids, states and days,
// about which a check that sees them all has much to say.
type actionPlan struct {
	ID         string     `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Unit       mtss.Unit  `json:"unit"`
	Since      mtss.Date  `json:"since,omitzero"`
	Resources  []resource `json:"resources,omitzero" jsonschema:"maxItems=3"`
	Activities []activity `json:"activities" jsonschema:"maxItems=10000"`
	Total      *points    `json:"total" jsonschema:"nullable"`
}

type resource struct {
	Kind   string    `json:"kind" jsonschema:"enum=a,enum=b,enum=c,enum=yes"`
	Amount string    `json:"amount,omitzero" jsonschema:"minLength=1,maxLength=20"`
	Since  mtss.Date `json:"since"`
}

type activity struct {
	points
	ID     string       `json:"id" jsonschema:"minLength=1,maxLength=3"`
	Status mtss.Verdict `json:"status,omitzero"`
	Due    mtss.Date    `json:"due"`
	DoneOn *mtss.Date   `json:"doneOn,omitempty"`
}

type points struct {
	Earned   int64  `json:"earned" jsonschema:"minimum=0,maximum=9007199254740992"`
	Possible uint32 `json:"possible,omitempty"`
}

func (actionPlan) Schema() mtss.Schema { return mtss.Schema{Kind: "actionPlan", Version: 2} }

func (p *actionPlan) issues() []mtss.Issue {
	var out []mtss.Issue
	fail := func(path, code string) {
		out = append(out, mtss.Issuef(path, mtss.Code("test."+code), "is not good"))
	}
	seen := map[string]bool{}
	for i, a := range p.Activities {
		at := fmt.Sprintf("/activities/%d", i)
		if a.Earned > int64(a.Possible) {
			fail(at+"/earned", "points")
		}
		if seen[a.ID] {
			fail(at+"/id", "id")
		}
		if a.DoneOn == nil && a.Status == mtss.Met {
			fail(at+"/doneOn", "done")
		}
		seen[a.ID] = true
	}
	if p.Total == nil && len(p.Activities) > 2 {
		fail("/total", "total")
	}
	if len(p.Resources) == 0 {
		fail("/resources", "resources")
	}
	if p.ID == "" {
		fail("", "id")
	}
	return out
}

// A plan that is spoiled has the same problems in Go and in JSON, and one that
// is not comes back as it was.
func TestPlanInBothForms(t *testing.T) {
	form, values, passed := 0, 0, 0
	for i := range tries(t) {
		r := seeded(uint64(i))
		var p actionPlan
		filler{r, r.IntN(4) * 2, true}.fill(reflect.ValueOf(&p).Elem(), 0)
		got := mtss.Issues(strict.Validate(&p, (*actionPlan).issues))
		data, err := strict.Marshal(&p)
		if err != nil { // a date that is none
			if first := mtss.Issues(err)[0]; first.Code != mtss.CodeDate || !strings.Contains(found(got), fmt.Sprintf("%s %s\n", first.Path, first.Code)) {
				t.Fatalf("%d: is not written for %v, and refused for %v", i, err, got)
			}
			continue
		}
		back, err := strict.Read(data, (*actionPlan).issues)
		if want := mtss.Issues(err); !same(got, want) {
			t.Fatalf("%d: %s\ngot  %v\nwant %v", i, data, got, want)
		}
		switch {
		case len(strict.FormOf(&p)) > 0:
			form++
			continue
		case err != nil:
			values++
		default:
			passed++
		}
		if p.Activities == nil {
			p.Activities = []activity{}
		}
		if !reflect.DeepEqual(back, p) {
			t.Fatalf("%d: reads back as\n%+v\nwant\n%+v", i, back, p)
		}
	}
	t.Logf("%d with a bad form, %d with bad values, %d passed", form, values, passed)
	if min(form, values, passed) < tries(t)/20 {
		t.Error("too few of one")
	}
}
