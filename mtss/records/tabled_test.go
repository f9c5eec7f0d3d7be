package records_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

func TestTable(t *testing.T) {
	list := func(kind, rest string) string { return `{"kind":"` + kind + `","schemaVersion":1,` + rest + `}` + "\n" }
	const contact = `{"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-1","date":"2026-01-20","minutes":45,"mode":"virtual","observed":true}` + "\n"
	for _, test := range []struct {
		why      string
		kind     mtss.Document
		layout   records.Layout
		in, want string
	}{
		{"contacts, a row each", &coaching.Contact{}, records.Layout{}, "coach,coached,date,minutes,mode,observed\nc-1,t-1,2026-01-20,45.0,virtual,TRUE\nc-1,t-2,1/20/2026,,,\n",
			"2 " + contact + `3 {"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-2","date":"2026-01-20"}` + "\n"},
		{"contacts with headers of their own", &coaching.Contact{}, records.Layout{
			Columns: map[string]string{"coach": "Coach", "coached": "Team", "date": "Day", "minutes": "Length"}, Constant: map[string]string{"mode": "virtual", "observed": "yes"},
			IgnoreOthers: true, DateOrder: records.MonthFirst, Codes: []records.CellCode{{Cell: "-", Means: "missing", In: []string{"Length"}}},
		}, "Coach;Day;Team;Length;Notes\nc-1;1/2/2026;t-1;45;good\n", `2 {"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-1","date":"2026-01-02","minutes":45,"mode":"virtual","observed":true}` + "\n"},
		{"several at once", &coaching.Contact{}, records.Layout{}, "coach,coached,also,date\nc-1,t-1,t-2; t-3,2026-01-20\n",
			`2 {"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-1","also":["t-2","t-3"],"date":"2026-01-20"}` + "\n"},
		{"a bad contact among good ones", &coaching.Contact{}, records.Layout{}, "coach,coached,date,minutes,mode\nc-1,t-1,1/2/2026,x,\nc-1,,2026-01-20,0,virtuall\nc-1,t-1,2026-01-20,45,virtual\n",
			"4 " + strings.Replace(contact, `,"observed":true`, "", 1) + "2 /date records.cell /minutes records.cell\n3 /coached json.missing /minutes json.range /mode json.enum\n"},
		{"what several rows have", &coaching.Contact{}, records.Layout{}, "coach,coached,date,minutes\nc-1,t-1,1/2/2026,5\nc-1,t-1,2/3/2026,0\nc-1,t-1,3/4/2026,0\n",
			"2 /date records.cell\n3 /minutes json.range\n"},
		{"another code page", &coaching.Contact{}, records.Layout{}, "coach,coached,date\nc\xe9,t-1,2026-01-20\n", "2 /coach records.cell\n"},
		{"all that is wrong with a row at once", &coaching.Contact{}, records.Layout{}, "coach,coached,date,mode\nc-1,t-1,1/2/2026,virtuall\n", "2 /date records.cell /mode json.enum\n"},
		{"what may be a list", &coaching.Contact{}, records.Layout{}, "coach,coached,also,date\nc-1,t-1,\"t-2, t-3\",2026-01-20\n", "2 /also records.cell\n"},
		{"a text with a comma, and a list by lines", &coaching.Contact{}, records.Layout{}, "coach,coached,also,date\nc-1,t-1,\"t-2,3;\",2026-01-20\nc-1,t-1,\"t-2\nt-3\",2026-01-20\n",
			`2 {"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-1","also":["t-2,3"],"date":"2026-01-20"}` + "\n" + `3 {"kind":"contact","schemaVersion":1,"coach":"c-1","coached":"t-1","also":["t-2","t-3"],"date":"2026-01-20"}` + "\n"},
		{"a column of a record with parts", &meeting.Meetings{}, records.Layout{}, "team,date,decisions\n", "1  records.header\n"},
		{"columns that mean nothing are told together", &coaching.Contact{}, records.Layout{}, "coach,coached,date,zz1,zz2\n", "1  records.header\n"},
		{"an unknown column", &coaching.Contact{}, records.Layout{}, "coach,coached,date,Minutes\n", "1  records.header\n"},
		{"no rows", &coaching.Contact{}, records.Layout{}, "coach,coached,date\n", "2  records.empty\n"},
		{"an observation a row", &fidelity.ObservationLine{}, records.Layout{}, "practitioner,innovation,instrument.id,instrument.version,date,score.earned,score.possible,score.unknown\np-1,x,a,1,2026-01-20,8,10,0\n",
			`2 {"kind":"observation","schemaVersion":1,"practitioner":"p-1","innovation":"x","instrument":{"id":"a","version":"1"},"date":"2026-01-20","score":{"earned":8,"possible":10,"unknown":0}}` + "\n"},
		{"units", &records.Units{}, records.Layout{}, "id,kind,parent\ns-1,school,d-1\nd-1,district,\n", "1 " + list("units", `"units":[{"id":"s-1","kind":"school","parent":"d-1"},{"id":"d-1","kind":"district"}]`)},
		{"units with a characteristic", &records.Units{}, records.Layout{}, "id,kind,characteristics.id,characteristics.value\ns-1,school,locale,rural\ns-1,school,cohort,2\ns-2,school,,\n", "1 " + list("units", `"units":[{"id":"s-1","kind":"school","characteristics":[{"id":"locale","value":"rural"},{"id":"cohort","value":"2"}]},{"id":"s-2","kind":"school"}]`)},
		{"units, of which some are bad", &records.Units{}, records.Layout{}, "id,kind,parent\ns-1,school,d-2\nd-1,District,\n", "3 /units/1/kind mtss.unit.kind\n"},
		{"units, one of which can't be read", &records.Units{}, records.Layout{}, "id,kind,parent\n#REF!,school,d-1\nd-1,district,\n", "2 /id records.cell\n"},
		{"units, and all that is wrong with single cells at once", &records.Units{}, records.Layout{}, "id,kind,parent\n#REF!,school,d-1\nd-1,District,\n", "2 /id records.cell\n3 /units/1/kind mtss.unit.kind\n"},
		{"units below a title", &records.Units{}, records.Layout{}, "Our units\n\nid;kind;parent;\nd-1;district;;\n", "1 " + list("units", `"units":[{"id":"d-1","kind":"district"}]`)},
		{"a roster, confirmed through a day", &roster.Roster{}, records.Layout{Constant: map[string]string{"document.confirmedThrough": "2026-06-30", "unit.kind": "school"}},
			"practitioner,unit.id,role,innovation,share,from\np-1,s-1,teacher,x,50%,2025-08-01\n",
			"1 " + list("practitioners", `"confirmedThrough":"2026-06-30","intended":[{"practitioner":"p-1","unit":{"id":"s-1","kind":"school"},"role":"teacher","innovation":"x","share":"50%","from":"2025-08-01"}]`)},
		{"teams and their members", &district.Teams{}, records.Layout{}, "id,teamKind,unit.id,unit.kind,from,members.id,members.role\nt-1,school,s-1,school,2025-08-01,m-1,schoolCoach\nt-1,school,s-1,school,2025-08-01,m-2,districtCoordinator\nt-2,school,s-2,school,2025-08-01,,\n",
			"1 " + list("teams", `"covers":[],"teams":[{"id":"t-1","teamKind":"school","unit":{"id":"s-1","kind":"school"},"from":"2025-08-01","members":[{"id":"m-1","role":"schoolCoach"},{"id":"m-2","role":"districtCoordinator"}]},{"id":"t-2","teamKind":"school","unit":{"id":"s-2","kind":"school"},"from":"2025-08-01","members":[]}],"leads":[]`)},
		{"a member that is wrong", &district.Teams{}, records.Layout{}, "id,teamKind,unit.id,unit.kind,from,members.id,members.role\nt-1,school,s-1,school,2025-08-01,m-1,schoolCoach\nt-1,school,s-1,school,2025-08-01,m-2,schoolCoch\n",
			"3 /teams/0/members/1/role district.role\n"},
		{"who attended", &meeting.Meetings{}, records.Layout{}, "team,date,attended\nt-1,2026-01-20,m-1;m-2\n", "1 " + list("meetings", `"covers":[],"meetings":[{"team":"t-1","date":"2026-01-20","attended":["m-1","m-2"]}]`)},
		{"activities of a plan", &plan.Plan{}, records.Layout{Constant: map[string]string{"document.id": "p", "document.unit.id": "d-1", "document.unit.kind": "district", "document.date": "2026-01-20"}},
			"id,stage,what,who,due,status\na-1,exploration,Meet,districtCoordinator,2026-03-01,planned\n",
			"1 " + list("actionPlan", `"id":"p","unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","activities":[{"id":"a-1","stage":"exploration","what":"Meet","who":"districtCoordinator","due":"2026-03-01","status":"planned"}]`)},
		{"outcomes and their values", &fidelity.Outcomes{}, records.Layout{}, "measure,unit.id,unit.kind,innovation,better,baseline.on,baseline.value.earned,baseline.value.possible,baseline.value.unknown,values.on,values.value.earned,values.value.possible,values.value.unknown\n" +
			"m,s-1,school,x,higher,2025-01-20,1,10,0,2026-01-20,2,10,0\nm,s-1,school,x,higher,2025-01-20,1,10,0,2026-02-20,3,10,0\n",
			"1 " + list("outcomes", `"outcomes":[{"measure":"m","unit":{"id":"s-1","kind":"school"},"innovation":"x","better":"higher","baseline":{"on":"2025-01-20","value":{"earned":1,"possible":10,"unknown":0}},"values":[{"on":"2026-01-20","value":{"earned":2,"possible":10,"unknown":0}},{"on":"2026-02-20","value":{"earned":3,"possible":10,"unknown":0}}]}]`)},
	} {
		got := ""
		for line, err := range records.Table(strings.NewReader(test.in), test.layout, test.kind) {
			if err == nil {
				got += fmt.Sprintf("%d %s\n", line.Number, line.Data)
				continue
			}
			got += fmt.Sprint(line.Number)
			for _, issue := range mtss.Issues(err) {
				got += fmt.Sprintf(" %s %s", issue.Path, issue.Code)
			}
			got += "\n"
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
	}
}

// A kind that is none is an error, and a nil one of its type will do.
func TestTableOfNoKind(t *testing.T) {
	const in = "coach,coached,date\nc,t,2026-01-20\n"
	for line, err := range records.Table(strings.NewReader(in), records.Layout{}, nil) {
		if !errors.Is(err, records.CodeHeader) {
			t.Errorf("%v, %v", line, err)
		}
	}
	for line, err := range records.Table(strings.NewReader(in), records.Layout{}, (*coaching.Contact)(nil)) {
		if line.Number != 2 || err != nil {
			t.Errorf("%v, %v", line, err)
		}
	}
}

// A table ends where the caller wants no more.
func TestTableStops(t *testing.T) {
	const in = "coach,coached,date\nc,t,2026-01-20\nc,t,2026-01-21\nc,,2026-01-20\nc,,2026-01-20\n"
	for most := 1; most < 4; most++ {
		seen := 0
		for range records.Table(strings.NewReader(in), records.Layout{}, &coaching.Contact{}) {
			if seen++; seen == most {
				break
			}
		}
		if seen != most {
			t.Errorf("%d of %d", seen, most)
		}
	}
}

func ExampleTable() {
	const log = "coach,coached,date,minutes\nc-1,team-7,2026-01-20,45\nc-1,team-7,1/27/2026,30\n"
	for line, err := range records.Table(strings.NewReader(log), records.Layout{}, &coaching.Contact{}) {
		if err != nil {
			fmt.Println(line.Number, mtss.Issues(err))
			continue
		}
		contact, err := coaching.DecodeContact(line.Data)
		fmt.Println(contact.Coached, contact.Date, *contact.Minutes, err)
	}
	// Output:
	// team-7 2026-01-20 45 <nil>
	// team-7 2026-01-27 30 <nil>
}
