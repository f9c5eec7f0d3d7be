package coaching_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const (
	goodSystem = `{"kind":"coachingSystem","schemaVersion":1,"id":"x","unit":{"id":"d","kind":"district"},"newToMTSS":true,"components":[{"component":"definition","steps":[{"state":"drafting","on":"2025-01-01"},{"state":"final","on":"2025-02-01","evidence":"e"}],"owner":"o","involved":["i"],"timeline":{"drafting":"2025-01-01","final":"2025-02-01","inUse":"2025-03-01"},"covers":["purpose"],"basedOn":"own","document":"d"}],"wanted":[{"type":"systems","level":"team"}],"roles":[{"id":"r","title":"t","type":"instructional","level":"practitioner","provider":"external","skills":["s"],"responsibilities":["r"],"involved":["i"],"fullTimeHours":160}]}`
	goodPeople = `{"kind":"coachingPeople","schemaVersion":1,"id":"x","confirmedThrough":"2026-06-30","coaches":[{"id":"c","role":"r","from":"2025-09-01","until":"2026-06-30","fte":"50%","units":[{"id":"s","kind":"school"}],"selection":{"on":"2025-05-01","decidedBy":"d","criteriaMet":["s"],"criteriaOpen":["u"]},"roleSharedOn":"2025-09-01","roleAcknowledgedOn":"2025-09-02","loggedThrough":"2025-12-31"}],"coached":[{"id":"t","level":"team","type":"systems","unit":{"id":"s","kind":"school"},"role":"x","groups":["g"],"from":"2025-09-01","until":"2026-06-30"},{"id":"p","level":"practitioner","type":"instructional","unit":{"id":"s","kind":"school"}}]}`
	goodPlans  = `{"kind":"coachingPlans","schemaVersion":1,"id":"x","plans":[{"id":"a","coached":"t","coach":"c","stage":"s","type":"systems","innovation":"i","from":"2025-09","until":"2026-06","concepts":["c"],"strategies":["s"],"information":["i"],"frequency":[{"from":"2025-09","level":"high","contacts":2,"minutes":100},{"from":"2026-01","contacts":1}],"preparation":"p","feedback":"f","context":"c"},{"id":"b","coached":"t","coach":"c","type":"systems","innovation":"i","from":"2026-07","until":"2026-08"}]}`
	goodData   = `{"kind":"coachingData","schemaVersion":1,"id":"x","observations":[{"practitioner":"t","innovation":"n","instrument":{"id":"i","version":"1"},"date":"2025-09-01","score":{"earned":1,"possible":2,"unknown":0}}],"coaching":[{"practitioner":"c","innovation":"n","instrument":{"id":"i","version":"1"},"date":"2025-09-01","score":{"earned":1,"possible":2,"unknown":0},"dimensions":[{"dimension":"coaching.dose","score":{"earned":1,"possible":2,"unknown":0}}]}],"feedback":[{"about":"training","on":"2025-09-01","answers":{"earned":1,"possible":2,"unknown":1}}],"reviews":[{"on":"2025-09-01","by":"b","looked":["contacts","fidelity"],"decision":"d"}]}`
	goodKnown  = `{"kind":"coachingCircumstances","schemaVersion":1,"records":[{"coached":"t","on":"2025-09-01","through":"2026-01-31","atFidelity":"open","facts":{"a":"4/5"}}]}`
	goodLine   = `{"kind":"contact","schemaVersion":1,"id":"a","supersedes":"b","coach":"c","with":["d"],"coached":"t","also":["u"],"date":"2025-09-01","start":"23:00","minutes":60,"mode":"virtual","observed":true,"type":"systems","innovation":"n","concept":"c","support":"training","serves":"2025-08"}`
)

// reader reads one kind of document and writes it again.
type reader struct {
	name, good, empty string
	root              any
	read              func(t testing.TB, data string) (written string, err error)
}

func reading[T any](name, good, empty string, decode func([]byte) (T, error)) reader {
	var root T
	return reader{name, good, empty, root, func(t testing.TB, data string) (string, error) {
		v, err := decode([]byte(data))
		return encoded(t, v), err
	}}
}

func readers() []reader {
	return []reader{
		reading("system", goodSystem, "", coaching.DecodeSystem),
		reading("people", goodPeople, `{"kind":"coachingPeople","schemaVersion":1,"coaches":[],"coached":[]}`, coaching.DecodePeople),
		reading("plans", goodPlans, `{"kind":"coachingPlans","schemaVersion":1,"plans":[]}`, coaching.DecodeServicePlans),
		reading("data", goodData, `{"kind":"coachingData","schemaVersion":1,"observations":[],"coaching":[],"feedback":[],"reviews":[]}`, coaching.DecodeData),
		reading("circumstances", goodKnown, `{"kind":"coachingCircumstances","schemaVersion":1,"records":[]}`, coaching.DecodeNeedEvidence),
		reading("contact", goodLine, "", coaching.DecodeContact),
	}
}

// What is written is what was read, to the byte, and an empty document has
// empty lists.
func TestRoundTrip(t *testing.T) {
	for _, r := range readers() {
		written, err := r.read(t, r.good)
		same(t, r.name, []string{}, found(err))
		same(t, r.name, r.good, written)
		if r.empty != "" {
			same(t, r.name+": a list is never null", r.empty, encoded(t, r.root))
			written, err = r.read(t, r.empty)
			same(t, r.name+": read again", []string{}, found(err))
			same(t, r.name+": read again", r.empty, written)
		}
		for _, err := range strict.Check(r.root) {
			t.Errorf("%s: %v", r.name, err)
		}
	}
}

func TestStrictly(t *testing.T) {
	for _, r := range readers() {
		for _, bad := range []struct {
			name, document string
			want           error
		}{
			{"unknown field", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":1,"name":"x"`, 1), strict.CodeUnknownField},
			{"another kind", strings.Replace(r.good, `"kind":"`, `"kind":"x`, 1), strict.CodeEnum},
			{"a later schema", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":2`, 1), strict.CodeRange},
			{"a field twice", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":1,"schemaVersion":1`, 1), strict.CodeDuplicate},
			{"something behind", r.good + "{}", strict.CodeTrailing},
			{"cut off", r.good[:len(r.good)/2], strict.CodeSyntax},
			{"nothing", "", strict.CodeEmpty},
		} {
			_, err := r.read(t, bad.document)
			if !errors.Is(err, bad.want) {
				t.Errorf("%s, %s: %v, want %v", r.name, bad.name, err, bad.want)
			}
		}
	}
}

// What the form allows and the values do not say is reported where it stands.
func TestDecodeValidates(t *testing.T) {
	byName := map[string]reader{}
	for _, r := range readers() {
		byName[r.name] = r
	}
	for _, test := range []struct {
		document, old, new string
		want               []string
	}{
		{"system", `"component":"definition"`, `"component":"charm"`, []string{"/components/0/component json.enum"}},
		{"system", `"components":[{`, `"components":[{"component":"definition","steps":[]},{`, []string{"/components/1/component coaching.id.repeated"}},
		{"system", `"on":"2025-02-01"`, `"on":"2025-01-01"`, []string{"/components/0/steps/1/on coaching.component"}},
		{"system", `"final":"2025-02-01"`, `"final":"2024-02-01"`, []string{"/components/0/timeline/final coaching.component"}},
		{"system", `"state":"final"`, `"state":"done"`, []string{"/components/0/steps/1/state json.enum"}},
		{"system", `"type":"instructional"`, `"type":"district"`, []string{"/roles/0/type json.enum"}},
		{"people", `"until":"2026-06-30","fte"`, `"until":"2025-06-30","fte"`, []string{"/coaches/0/until coaching.people"}},
		{"people", `"fte":"50%"`, `"fte":"150%"`, []string{"/coaches/0/fte coaching.people"}},
		{"people", `"fte":"50%"`, `"fte":"0%"`, []string{"/coaches/0/fte coaching.people"}},
		{"people", `"criteriaOpen":["u"]`, `"criteriaOpen":["s"]`, []string{"/coaches/0/selection/criteriaOpen/0 coaching.people"}},
		{"people", `"id":"p"`, `"id":"t"`, []string{"/coached/1/level coaching.people"}},
		{"people", `{"id":"p","level":"practitioner","type":"instructional"`, `{"id":"t","level":"team","type":"systems"`, []string{"/coached/1/id coaching.id.repeated"}},
		{"people", `{"id":"p","level":"practitioner","type":"instructional"`, `{"id":"t","level":"team","type":"instructional"`, []string{}},
		{"people", `{"id":"p","level":"practitioner","type":"instructional"`, `{"from":"2026-07-01","id":"t","level":"team","type":"systems"`, []string{}},
		{"system", `"covers":["purpose"]`, `"covers":["purpos"]`, []string{"/components/0/covers/0 coaching.component"}},
		{"people", `"type":"systems","unit":{"id":"s","kind":"school"}`, `"type":"systems","unit":{"id":"s","kind":"district"}`, []string{"/coached/0/unit/kind coaching.people"}},
		{"plans", `"from":"2026-07"`, `"from":"2026-06"`, []string{"/plans/1/from coaching.plan"}},
		{"plans", `"from":"2026-07","until":"2026-08"`, `"from":"2025-08","until":"2025-09"`, []string{"/plans/1/from coaching.plan"}},
		{"plans", `"from":"2026-07","until":"2026-08"`, `"from":"2025-07","until":"2025-08"`, []string{}},
		{"plans", `"until":"2026-08"`, `"until":"2026-05"`, []string{"/plans/1/until coaching.plan"}},
		{"plans", `"until":"2026-08"`, `"until":"2096-05"`, []string{"/plans/1/until coaching.plan"}},
		{"plans", `"from":"2026-01"`, `"from":"2025-09"`, []string{"/plans/0/frequency/1/from coaching.plan"}},
		{"plans", `"from":"2026-01"`, `"from":"2026-13"`, []string{"/plans/0/frequency/1/from mtss.month"}},
		{"plans", `"frequency":[{"from":"2025-09"`, `"frequency":[{"from":"2025-10"`, []string{"/plans/0/frequency/0/from coaching.plan"}},
		{"plans", `"contacts":2`, `"contacts":-2`, []string{"/plans/0/frequency/0/contacts json.range"}},
		{"plans", `"id":"b"`, `"id":"a"`, []string{"/plans/1/id coaching.id.repeated"}},
		{"data", `"score":{"earned":1`, `"score":{"earned":3`, []string{"/observations/0/score fidelity.observation"}},
		{"data", `"dimension":"coaching.dose"`, `"dimension":"quality"`, []string{"/coaching/0 coaching.data"}},
		{"data", `"answers":{"earned":1,"possible":2,"unknown":1}`, `"answers":{"earned":0,"possible":0,"unknown":0}`, []string{"/feedback/0/answers coaching.data"}},
		{"circumstances", `"through":"2026-01-31"`, `"through":"2025-08-31"`, []string{"/records/0/through coaching.circumstance"}},
		{"circumstances", `"facts":{`, `"facts":{"coaching.atFidelity":"yes",`, []string{"/records/0/atFidelity coaching.circumstance"}},
		{"data", `"looked":["contacts","fidelity"]`, `"looked":["rumours"]`, []string{"/reviews/0/looked/0 json.enum"}},
		{"contact", `"minutes":60`, `"minutes":-5`, []string{"/minutes json.range"}},
		{"contact", `"minutes":60`, `"minutes":1500`, []string{"/minutes json.range"}},
		{"contact", `"minutes":60`, `"minutes":61`, []string{"/minutes coaching.contact"}},
		{"contact", `"start":"23:00"`, `"start":"24:00"`, []string{"/start json.pattern"}},
		{"contact", `"mode":"virtual"`, `"mode":"written"`, []string{"/observed coaching.contact"}},
		{"contact", `"supersedes":"b"`, `"supersedes":"a"`, []string{"/supersedes mtss.correction"}},
		{"contact", `"supersedes":"b"`, `"supersedes":"b","voids":"d"`, []string{"/voids mtss.correction"}},
		{"contact", `"coached":"t"`, `"coached":"c"`, []string{"/coached coaching.contact"}},
		{"contact", `"also":["u"]`, `"also":["u","t"]`, []string{"/also/1 coaching.contact"}},
		{"contact", `"with":["d"]`, `"with":["c"]`, []string{"/with/0 coaching.contact"}},
		{"contact", `"mode":"virtual"`, `"mode":"both"`, []string{}},
		{"contact", `"mode":"virtual",`, ``, []string{}},
		{"contact", `"serves":"2025-08"`, `"serves":"2025-13"`, []string{"/serves mtss.month"}},
		{"contact", `"date":"2025-09-01"`, `"date":"2025-09-31"`, []string{"/date mtss.date"}},
	} {
		r := byName[test.document]
		if !strings.Contains(r.good, test.old) {
			t.Fatalf("%q is not in %s", test.old, r.good)
		}
		_, err := r.read(t, strings.Replace(r.good, test.old, test.new, 1))
		same(t, test.document+" with "+test.new, test.want, found(err))
	}
}

// A value that a program made is checked like one that was read.
func TestValidateWithoutReading(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		want []string
	}{
		{"component", coaching.System{Unit: school, Components: []coaching.SystemComponent{{Component: "charm", Steps: []coaching.ComponentStep{{State: "done"}}}}}.Validate(), []string{"/components/0/component json.enum", "/components/0/steps/0/state json.enum", "/components/0/steps/0/on mtss.date"}},
		{"unit", coaching.System{}.Validate(), []string{"/unit/id json.length", "/unit/kind mtss.unit.kind"}},
		{"kind of coaching", coaching.System{Unit: school, Wanted: []coaching.CoachingKind{{Type: "x", Level: "y"}}}.Validate(), []string{"/wanted/0/type json.enum", "/wanted/0/level json.enum"}},
		{"people", coaching.People{Coaches: []coaching.Coach{{}}}.Validate(), []string{"/coaches/0/id json.length", "/coaches/0/role json.length", "/coaches/0/from mtss.date"}},
		{"plan", coaching.ServicePlans{Plans: []coaching.ServicePlan{{ID: "a", Coach: "c", Coached: "t"}}}.Validate(), []string{"/plans/0/from mtss.month", "/plans/0/until mtss.month"}},
		{"frequency", coaching.ServicePlans{Plans: []coaching.ServicePlan{{ID: "a", Coach: "c", Coached: "t", From: autumn, Until: summer, Frequency: []coaching.Frequency{{From: autumn, Contacts: -1}}}}}.Validate(), []string{"/plans/0/frequency/0/contacts json.range"}},
		{"data", coaching.Data{Coaching: []fidelity.Observation{{Practitioner: "c", Innovation: "n", Instrument: instrument.Ref{ID: "i", Version: "1"}, Date: day("2025-09-01"), Score: tally("1/2"), Dimensions: []fidelity.DimensionScore{{Dimension: "zeal", Score: tally("1/2")}}}}}.Validate(), []string{"/coaching/0/dimensions/0/dimension json.enum"}},
		{"a day that there is not", coaching.Data{Reviews: []coaching.DataReview{{On: mtss.Date{Year: 2026, Month: 13, Day: 45}, By: "b"}}}.Validate(), []string{"/reviews/0/on mtss.date", "/reviews/0/looked json.items"}},
		{"record", coaching.NeedEvidence{Records: []coaching.NeedRecord{{Coached: "t"}}}.Validate(), []string{"/records/0/on mtss.date"}},
		{"contact", coaching.Contact{Start: "9:00", Minutes: minutes(1441)}.Validate(), []string{"/coach json.length", "/coached json.length", "/date mtss.date", "/start json.pattern", "/minutes json.range"}},
	} {
		same(t, test.name, test.want, found(test.err))
	}
}

// A list of problems ends somewhere, and says so.
func TestManyProblems(t *testing.T) {
	err := coaching.ServicePlans{Plans: make([]coaching.ServicePlan, 6000)}.Validate()
	if issues := mtss.Issues(err); len(issues) != 10_001 || issues[10_000].Code != "json.large" {
		t.Errorf("%d issues, the last %+v", len(issues), issues[len(issues)-1])
	}
}

func TestMonth(t *testing.T) {
	for text, good := range map[string]bool{"2025-09": true, "2025-9": false, "2025-00": false, "2025-13": false, "0000-01": false, "": false, "2025-09-01": false, "2025": false, "2025-02-": false} {
		var m mtss.Month
		err := m.UnmarshalText([]byte(text))
		if (err == nil) != good || good && m.String() != text || !good && !errors.Is(err, mtss.CodeMonth) {
			t.Errorf("%q: %s, %v", text, m, err)
		}
	}
	for _, test := range []struct{ month, last, next string }{
		{"2025-12", "2025-12-31", "2026-01"}, {"2024-02", "2024-02-29", "2024-03"}, {"2025-02", "2025-02-28", "2025-03"}, {"2025-04", "2025-04-30", "2025-05"},
	} {
		m := month(test.month)
		same(t, test.month, []string{test.last, test.next}, []string{m.Last().String(), m.Next().String()})
		if m.Compare(m.Next()) != -1 || m.Next().Compare(m) != 1 || m.Compare(m) != 0 {
			t.Errorf("%s does not stand before the next", m)
		}
	}
	if (mtss.Month{}).Valid() || (mtss.Month{}).String() != "" {
		t.Error("no month is valid or written")
	}
}

// fuzzed checks that what decodes comes back from its encoding, to the byte the
// second time, and that what does not has issues with a path.
func fuzzed(f *testing.F, name string) {
	for _, r := range readers() {
		if r.name != name {
			continue
		}
		f.Add([]byte(r.good))
		f.Add([]byte(r.empty))
		f.Add([]byte(r.good[:len(r.good)/2]))
		f.Fuzz(func(t *testing.T, data []byte) {
			first, err := r.read(t, string(data))
			if err != nil {
				for _, issue := range mtss.Issues(err) {
					if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
						t.Fatalf("%q: issue %+v", data, issue)
					}
				}
				return
			}
			second, err := r.read(t, first)
			if err != nil || first != second {
				t.Fatalf("%q came back as %s and then as %s: %v", data, first, second, mtss.Issues(err))
			}
		})
	}
}

func FuzzDecodeSystem(f *testing.F)        { fuzzed(f, "system") }
func FuzzDecodePeople(f *testing.F)        { fuzzed(f, "people") }
func FuzzDecodePlans(f *testing.F)         { fuzzed(f, "plans") }
func FuzzDecodeData(f *testing.F)          { fuzzed(f, "data") }
func FuzzDecodeCircumstances(f *testing.F) { fuzzed(f, "circumstances") }
func FuzzDecodeContact(f *testing.F)       { fuzzed(f, "contact") }
