package district_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// reader reads one kind of document and writes it again.
type reader struct {
	name, empty string
	root        any
	read        func(t testing.TB, data string) (written string, err error)
	valid       func(data string) error // as a program's own, not read
}

func reading[T interface{ Validate() error }](name, empty string, decode func([]byte) (T, error)) reader {
	var root T
	return reader{name, empty, root, func(t testing.TB, data string) (string, error) {
		v, err := decode([]byte(data))
		return encoded(t, v), err
	}, func(data string) error {
		var v T
		if err := json.Unmarshal([]byte(data), &v); err != nil {
			return err
		}
		return v.Validate()
	}}
}

func readers() []reader {
	return []reader{
		reading("teams", `{"kind":"teams","schemaVersion":1,"covers":[],"teams":[],"leads":[]}`, district.DecodeTeams),
		reading("ownership", `{"kind":"ownership","schemaVersion":1,"covers":[],"rows":[]}`, district.DecodeOwnership),
		reading("meetings", `{"kind":"meetings","schemaVersion":1,"covers":[],"meetings":[]}`, meeting.DecodeMeetings),
		reading("communication", "", district.DecodeCommunication),
		reading("plan", "", plan.DecodePlan),
		reading("checklist", "", district.DecodeChecklist),
		reading("deliveries", `{"kind":"deliveryModels","schemaVersion":1,"schools":[]}`, district.DecodeTierModels),
		reading("policy", "", district.DecodeMeetingPolicy),
	}
}

func TestRoundTrip(t *testing.T) {
	for _, r := range readers() {
		good := file(t, r.name)
		written, err := r.read(t, good)
		same(t, r.name, []string{}, issues(err))
		again, err := r.read(t, written)
		same(t, r.name+": read again", []string{}, issues(err))
		same(t, r.name, written, again)
		var want, got any
		if json.Unmarshal([]byte(good), &want) != nil || json.Unmarshal([]byte(written), &got) != nil {
			t.Fatal("no JSON")
		}
		same(t, r.name+": nothing is lost", want, got)
		if r.empty != "" {
			same(t, r.name+": a list is never null", r.empty, encoded(t, r.root))
			if _, err := r.read(t, r.empty); err != nil {
				t.Errorf("%s: empty: %v", r.name, err)
			}
		}
		for _, err := range strict.Check(r.root) {
			t.Errorf("%s: %v", r.name, err)
		}
		if err := r.valid(good); err != nil {
			t.Errorf("%s: %v", r.name, err)
		}
	}
}

func TestStrictly(t *testing.T) {
	for _, r := range readers() {
		good := encodedOf(t, file(t, r.name))
		for _, bad := range []struct {
			name, document string
			want           error
		}{
			{"unknown field", strings.Replace(good, `"schemaVersion":1`, `"schemaVersion":1,"name":"x"`, 1), strict.CodeUnknownField},
			{"another kind", strings.Replace(good, `"kind":"`+kindOf(t, good), `"kind":"x`+kindOf(t, good), 1), strict.CodeEnum},
			{"a later schema", strings.Replace(good, `"schemaVersion":1`, `"schemaVersion":2`, 1), strict.CodeRange},
			{"a field twice", strings.Replace(good, `"schemaVersion":1`, `"schemaVersion":1,"schemaVersion":1`, 1), strict.CodeDuplicate},
			{"something behind", good + "{}", strict.CodeTrailing},
			{"cut off", good[:len(good)/2], strict.CodeSyntax},
			{"nothing", "", strict.CodeEmpty},
		} {
			if _, err := r.read(t, bad.document); !errors.Is(err, bad.want) {
				t.Errorf("%s, %s: %v, want %v", r.name, bad.name, err, bad.want)
			}
		}
	}
}

func encodedOf(t testing.TB, document string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(document), &v); err != nil {
		t.Fatal(err)
	}
	return encoded(t, v)
}

func kindOf(t testing.TB, document string) string {
	t.Helper()
	parsed, err := strict.Parse([]byte(document))
	if len(err) > 0 {
		t.Fatal(err)
	}
	return parsed.Kind()
}

// What the schema cannot say is reported at its place,
// whether the document was read or made.
func TestBadInput(t *testing.T) {
	byName := map[string]reader{}
	for _, r := range readers() {
		byName[r.name] = r
	}
	for _, test := range []struct {
		document, old, new string
		want               []string
		why                string
	}{
		{"teams", `"id":"slt-south"`, `"id":"dit"`, []string{"/teams/2/id district.repeated"}, "a team twice"},
		{"teams", `"role":"nurse"`, `"role":"wizard"`, []string{"/teams/0/members/4/role district.role"}, "a role that no list has"},
		{"teams", `["nurse"]`, `["nurse","parent"]`, []string{"/ownRoles/1 district.repeated"}, "an own role that is listed"},
		{"teams", `"teamKind":"district"`, `"teamKind":"school"`, []string{"/teams/0/teamKind district.team"}, "a school team of a district"},
		{"teams", `"until":"2026-12-31"`, `"until":"2025-09-30"`, []string{"/teams/1/until district.period", "/teams/1/members/0/until district.period", "/teams/1/members/1/until district.period", "/teams/1/members/2/until district.period", "/teams/1/members/3/until district.period"}, "a team that ends before it begins"},
		{"teams", `"from":"2025-09-15"`, `"from":"2025-08-15"`, []string{"/teams/0/members/4 district.member"}, "a member before the team"},
		{"teams", `{"id":"s2","role":"generalEducationTeacher"}`, `{"id":"s1","role":"schoolAdministrator","from":"2025-11-01"}`, []string{"/teams/2/members/1 district.member"}, "one role twice at once"},
		{"teams", `"notCompetent":["sel"]`, `"notCompetent":["academic"]`, []string{"/leads/0/notCompetent/0 district.lead"}, "competent and not"},
		{"teams", `"id":"lake","kind":"isd"`, `"id":"lake","kind":"school"`, []string{"/partnerships/1 district.partnership"}, "a school as partner"},
		{"ownership", `"responsibility":"guidance"`, `"responsibility":"tea"`, []string{"/rows/0/responsibility json.enum"}, "not listed"},
		{"ownership", `{"everybody":true}`, `{"everybody":true,"team":"dit"}`, []string{"/rows/4/owners/0 district.owner"}, "two owners in one"},
		{"ownership", `"responsibility":"technology"`, `"responsibility":"guidance"`, []string{"/rows/4 district.repeated"}, "a responsibility twice at once"},
		{"meetings", `"id":"n-1"`, `"id":"d-1"`, []string{"/meetings/4/id mtss.record.repeated"}, "a meeting twice"},
		{"meetings", `"date":"2026-02-01"`, `"date":"2026-03-11"`, []string{"/meetings/1/results/0/date district.meeting.result"}, "a result from the future"},
		{"meetings", `"results":["dca-1"]`, `"results":["dca-2"]`, []string{"/meetings/1/decisions/0/results/0 district.meeting.decision"}, "a result that is not cited"},
		{"meetings", `"due":"2026-04-30"`, `"due":"2026-03-09"`, []string{"/meetings/1/decisions/0/due district.meeting.decision"}, "due before it was decided"},
		{"meetings", `"voids":"s-2"`, `"voids":"s-9"`, []string{"/meetings/7/voids mtss.correction"}, "voids what is not there"},
		{"meetings", `"voids":"s-2"`, `"voids":"d-1"`, []string{"/meetings/7/voids mtss.correction"}, "voids another team's"},
		{"meetings", `"voids":"s-2"`, `"voids":"s-3"`, []string{"/meetings/7/voids mtss.correction"}, "voids itself"},
		{"meetings", `"voids":"s-2"`, `"voids":"s-2","supersedes":"s-1"`, []string{"/meetings/7/voids mtss.correction"}, "both"},
		{"communication", `"with":"slt-north"`, `"with":"dit"`, []string{"/protocols/0/with district.protocol"}, "a team with itself"},
		{"communication", `"surveyOn":"2026-04-01",`, ``, []string{"/protocols/0/surveyedOn district.protocol"}, "surveyed without a day for it"},
		{"communication", `"id":"b-2"`, `"id":"b-1"`, []string{"/barriers/1/id district.repeated"}, "a barrier twice"},
		{"communication", `"routedOn":"2026-03-03",`, ``, []string{"/barriers/0/routedTo district.barrier"}, "routed on no day"},
		{"communication", `"routedOn":"2026-03-03"`, `"routedOn":"2026-02-28"`, []string{"/barriers/0/routedOn district.barrier"}, "routed before it was raised"},
		{"communication", `"resolvedOn":"2026-03-20"`, `"resolvedOn":"2026-03-02"`, []string{"/barriers/0/resolvedOn district.barrier"}, "resolved before it was routed"},
		{"communication", `"routedOn":"2026-03-03","resolvedOn":"2026-03-20"`, `"routedOn":"2026-02-27","resolvedOn":"2026-02-28"`,
			[]string{"/barriers/0/routedOn district.barrier", "/barriers/0/resolvedOn district.barrier"}, "routed and resolved before it was raised"},
		{"checklist", `"component":"dataUse"`, `"component":"communicationPlan"`, []string{"/components/2/component district.repeated"}, "a component twice"},
		{"checklist", `"component":"dataUse"`, `"component":"moat"`, []string{"/components/2/component json.enum"}, "no component"},
		{"checklist", `"basedOn":"supportBinder"`, `"basedOn":"rumour"`, []string{"/components/3/basedOn json.enum"}, "no resource"},
		{"deliveries", `"id":"south"`, `"id":"north"`, []string{"/schools/1/school/id district.repeated"}, "a school twice"},
		{"deliveries", `"id":"breaks","fidelity":{"id":"tfi"`, `"id":"core-behavior","fidelity":{"id":"other"`, []string{"/schools/1/tiers/2/interventions/1/id district.repeated"}, "an intervention twice"},
		{"deliveries", `"domain":"behavior","tier":2`, `"domain":"academic","tier":2`, []string{"/schools/0/tiers/4/tier district.delivery"}, "a tier twice"},
		{"policy", `"days":92`, `"days":92,"calendar":{"closures":[{"from":"2026-07-01","until":"2026-06-30"}]}`, []string{"/calendar/closures/0/until district.period"}, "a closure that ends before it begins"},
		{"policy", `"days":92`, `"days":0`, []string{"/days json.range"}, "no days"},
	} {
		good := compact(t, file(t, test.document))
		bad := strings.Replace(good, test.old, test.new, 1)
		if bad == good {
			t.Errorf("%s: %s is not in %s", test.why, test.old, good)
			continue
		}
		_, err := byName[test.document].read(t, bad)
		same(t, test.document+", "+test.why, test.want, issues(err))
		same(t, test.document+" made, "+test.why, test.want, issues(byName[test.document].valid(bad)))
	}
	same(t, "a policy of nothing", []string{"/days json.range", "/dataMeetings json.range"}, issues(district.MeetingPolicy{}.Validate()))
}

// compact writes a document without spaces, its members as they stand.
func compact(t testing.TB, document string) string {
	t.Helper()
	var out strings.Builder
	inText := false
	for i := 0; i < len(document); i++ {
		c := document[i]
		if c == '"' {
			inText = !inText
		}
		if inText || c != ' ' && c != '\n' {
			out.WriteByte(c)
		}
	}
	return out.String()
}

// Documents that do not fit the teams are reported, each in its place.
func TestBadInputAgainstTeams(t *testing.T) {
	teams := *read(t, file(t, "teams"), district.DecodeTeams)
	check := func(document, data string) error {
		d := district.Documents{Teams: list(&teams)}
		switch document {
		case "ownership":
			d.Ownership = list(read(t, data, district.DecodeOwnership))
		case "meetings":
			d.Meetings = list(read(t, data, meeting.DecodeMeetings))
		default:
			d.Communication = list(read(t, data, district.DecodeCommunication))
		}
		return d.Validate()
	}
	for _, test := range []struct {
		document, old, new string
		want               []string
		why                string
	}{
		{"meetings", "", "", []string{}, "all fits"},
		{"ownership", "", "", []string{}, "all fits"},
		{"ownership", `"from":"2025-10-01"`, `"from":"2025-09-30"`, []string{"/ownership/0/rows/7/owners/0/team district.team.unknown"}, "a team owns before it began"},
		{"communication", "", "", []string{}, "all fits"},
		{"meetings", `"date":"2026-03-05"`, `"date":"2025-09-30","x":1`, nil, "a meeting before its team exists"},
		{"meetings", `"team":"slt-north","date"`, `"team":"nobody","date"`, []string{"/meetings/0/meetings/4/team district.team.unknown"}, "a team that is not there"},
		{"meetings", `"n1","n2"`, `"n1","m1"`, []string{"/meetings/0/meetings/4/attended/1 district.meeting.attendance"}, "no member"},
		{"meetings", `"m4","m5"`, `"m4","m6"`, []string{"/meetings/0/meetings/3/attended/4 district.meeting.attendance"}, "no member of the district team"},
		{"meetings", `"who":"districtCoordinator"`, `"who":"parent"`, []string{"/meetings/0/meetings/1/decisions/0/who district.meeting.decision"}, "a role that the team lacks"},
		{"meetings", `{"team":"dit","way"`, `{"team":"slt-north","way"`, []string{"/meetings/0/meetings/4/shared/0/team district.team.unknown"}, "shared with itself"},
		{"meetings", `"date":"2026-02-10"`, `"date":"2025-09-20"`, []string{"/meetings/0/meetings/0/shared/0/team district.team.unknown"}, "shared with a team that had not begun"},
		{"ownership", `"role":"districtCoordinator"`, `"role":"wizard"`, []string{"/ownership/0/rows/5/owners/0/role district.role"}, "a role that no list has"},
		{"communication", `"with":"slt-north"`, `"with":"nobody"`, []string{"/communication/0/protocols/0/with district.team.unknown"}, "a team that is not there"},
		{"communication", `"raisedBy":"slt-north"`, `"raisedBy":"nobody"`, []string{"/communication/0/barriers/0/raisedBy district.team.unknown"}, "raised by nobody"},
		{"communication", `"raisedOn":"2026-03-01"`, `"raisedOn":"2025-09-30"`, []string{"/communication/0/barriers/0/raisedBy district.team.unknown"}, "raised before its team began"},
		{"communication", `"raisedOn":"2026-03-01","routedTo":"dit","routedOn":"2026-03-03"`, `"raisedOn":"2025-01-01","routedTo":"dit","routedOn":"2025-01-02"`,
			[]string{"/communication/0/barriers/0/raisedBy district.team.unknown", "/communication/0/barriers/0/routedTo district.team.unknown"}, "raised and routed before the teams began"},
		{"communication", `"designees":["schoolCoach"]`, `"designees":["wizard"]`, []string{"/communication/0/protocols/1/designees/0 district.role"}, "a role that no list has"},
	} {
		good := compact(t, file(t, test.document))
		bad := strings.Replace(good, test.old, test.new, 1)
		if test.want == nil { // moved with what it cites, so that only the team is at fault
			bad = strings.NewReplacer(`"date":"2026-03-05"`, `"date":"2025-09-30"`, `"id":"tfi-1","of":"fidelity","date":"2026-03-01"`, `"id":"tfi-1","of":"fidelity","date":"2025-09-01"`).Replace(good)
			test.want = []string{"/meetings/0/meetings/4/date district.meeting.team"}
		}
		if bad == good && test.old != "" {
			t.Errorf("%s: %s is not in %s", test.why, test.old, good)
			continue
		}
		same(t, test.document+", "+test.why, test.want, issues(check(test.document, bad)))
	}
}
