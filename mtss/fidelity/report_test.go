package fidelity_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// Whatever is not used is counted apart, and every observation once.
func TestCountedApart(t *testing.T) {
	who := people(north, "p vacancy")
	who[1].Vacant = true
	observed := seen(`
		p 2026-04-01 9/10
		p 2026-05-02 1/10
		stranger 2026-04-01 9/10
		vacancy 2026-04-01 9/10
		p 2026-04-10 1/10
		p 2026-04-11 9/10
		p 2026-04-12 1/10
		p 2026-04-13 9/10
		p 2026-04-14 1/10
		p 2026-04-15 1/10
	`)
	observed[4].ID, observed[5].ID, observed[5].Supersedes = "wrong", "right", "wrong"
	observed[6].ID, observed[7].Voids = "mistake", "mistake"
	observed[8].Innovation = "reading"
	observed[9].Instrument.Version = "2"
	policy := four()
	policy.Innovation = "swpbis"
	r, err := fidelity.Count(rosters(who), observed, policy, mtss.Hierarchy{}, today)
	same(t, "the other version is refused, by name", []string{"/observations/9/instrument fidelity.observation.instrument"}, found(err))
	policy.Choice, policy.Vacant = fidelity.Latest, fidelity.VacantNotAtFidelity // which the report names
	same(t, "the report", fidelity.ShareReport{
		On: today, Policy: policy, OfIntended: 2, NotIntended: 2, Later: 1, Corrected: 3, OtherInnovation: 1, Refused: 1,
		Shares: []fidelity.Share{{Unit: north, Innovation: "swpbis", AtFidelity: 1, Vacant: 1, ObserverUntrained: 1, Oldest: day("2026-04-11")}},
		Caveats: []mtss.Notice{
			mtss.Noticef(fidelity.CaveatTraining, "%d of %d intended practitioners judged by observers whose training is not stated or was not current", 1, 2).About("swpbis"),
			mtss.Noticef(fidelity.CaveatVacant, "%d of %d intended positions vacant, which count as not at fidelity", 1, 2).About("swpbis"),
			mtss.Noticef(fidelity.CaveatNotIntended, "%d observations of practitioners who are not intended to use the innovation on the day; in no share", 2),
			mtss.Noticef(fidelity.CaveatLater, "%d observation later than the day, not used", 1),
			mtss.Noticef(fidelity.CaveatRefused, "%d observation refused for problems", 1),
		},
	}, bare(r))
	all := r.OfIntended + r.NotIntended + r.Later + r.Repeated + r.Corrected + r.OtherInnovation + r.Refused
	same(t, "each once", int64(len(observed)), all)
}

// bare leaves out what a nil list and an empty one differ in.
func bare(r fidelity.ShareReport) fidelity.ShareReport {
	for i := range r.Shares {
		if len(r.Shares[i].Dimensions) == 0 {
			r.Shares[i].Dimensions = nil
		}
	}
	return r
}

// One bad record does not take the good ones along.
func TestCountBadRecords(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(who []roster.Assignment, seen []fidelity.Observation)
		want []string
		why  string
	}{
		{"score off its scale", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: 11, Possible: 10}
		}, []string{"/observations/1/score fidelity.observation"}, ""},
		{"negative score", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: -1, Possible: 10}
		}, []string{"/observations/1/score/earned json.range"}, ""},
		{"more unknown than there is", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: 9, Unknown: 2, Possible: 10}
		}, []string{"/observations/1/score fidelity.observation"}, ""},
		{"0 of 0", func(_ []roster.Assignment, o []fidelity.Observation) { o[1].Score = mtss.Tally{} }, []string{"/observations/1/score fidelity.observation"}, "nothing was observed"},
		{"points without end", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Possible: 1_000_001}
		}, []string{"/observations/1/score fidelity.observation"}, "sums must stay exact"},
		{"no date", func(_ []roster.Assignment, o []fidelity.Observation) { o[1].Date = mtss.Date{} }, []string{"/observations/1/date mtss.date"}, ""},
		{"no practitioner, no innovation", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Practitioner, o[1].Innovation = "", ""
		}, []string{"/observations/1/practitioner json.length", "/observations/1/innovation json.length"}, "both are named"},
		{"another version", func(_ []roster.Assignment, o []fidelity.Observation) { o[1].Instrument.Version = "2" }, []string{"/observations/1/instrument fidelity.observation.instrument"}, "the criterion belongs to a version"},
		{"another instrument", func(_ []roster.Assignment, o []fidelity.Observation) { o[1].Instrument.ID = "tour" }, []string{"/observations/1/instrument fidelity.observation.instrument"}, ""},
		{"dimension twice", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}, {Dimension: fidelity.Quality, Score: tally("1/2")}}
		}, []string{"/observations/1/dimensions/1/dimension fidelity.dimension"}, ""},
		{"unknown dimension", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Dimensions = []fidelity.DimensionScore{{Dimension: "charm", Score: tally("1/2")}}
		}, []string{"/observations/1/dimensions/0/dimension json.enum"}, ""},
		{"bad score of a dimension", func(_ []roster.Assignment, o []fidelity.Observation) {
			o[1].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: mtss.Tally{Earned: 3, Possible: 2}}}
		}, []string{"/observations/1/dimensions/0/score fidelity.dimension"}, ""},
		{"practitioner without a unit", func(w []roster.Assignment, _ []fidelity.Observation) { w[1].Unit = mtss.Unit{} }, []string{"/rosters/0/intended/1/unit/id json.length", "/rosters/0/intended/1/unit/kind mtss.unit.kind"}, ""},
		{"unit of no kind", func(w []roster.Assignment, _ []fidelity.Observation) { w[1].Unit.Kind = "town" }, []string{"/rosters/0/intended/1/unit/kind mtss.unit.kind"}, ""},
		{"unit of another kind", func(w []roster.Assignment, _ []fidelity.Observation) { w[1].Unit.Kind = mtss.KindProgram }, []string{"/rosters/0/intended/1/unit fidelity.practitioner"}, "the hierarchy has it as a school"},
		{"until before from", func(w []roster.Assignment, _ []fidelity.Observation) {
			w[1].From, w[1].Until = day("2026-01-02"), day("2026-01-01")
		}, []string{"/rosters/0/intended/1/until fidelity.practitioner"}, ""},
		{"twice at once", func(w []roster.Assignment, _ []fidelity.Observation) { w[1] = w[0]; w[1].From = day("2025-01-01") }, []string{"/rosters/0/intended/1 fidelity.practitioner"}, "one person is one person"},
	} {
		t.Run(test.name, func(t *testing.T) {
			who, observed := people(north, "good bad"), seen("good 2026-04-01 9/10\nbad 2026-04-01 9/10")
			test.bend(who, observed)
			r, err := fidelity.Count(rosters(who), observed, four(), district(t), today)
			same(t, test.why, test.want, found(err))
			same(t, "the good one is counted", int64(1), shareOf(t, r, maple).AtFidelity)
			same(t, "what was refused is told", int64(1), r.Refused+r.RefusedPractitioners)
			if codes := codesOf(r.Caveats); !strings.Contains(fmt.Sprint(codes), string(fidelity.CaveatRefused)) {
				t.Errorf("no caveat among %v", codes)
			}
		})
	}
}

// Issues come in the order of the records, and not in that in which they are found.
func TestIssuesInOrder(t *testing.T) {
	who, observed := people(north, "a b c"), seen("a 2026-04-01 9/10\nb 2026-04-01 9/10\nc 2026-04-01 9/10")
	who[1], who[2].Innovation = who[0], ""
	who[1].Until = day("2026-12-31")
	observed[0].Score.Earned, observed[1].Supersedes, observed[2].Date = 11, "none", mtss.Date{}
	_, err := fidelity.Count(rosters(who), observed, four(), mtss.Hierarchy{}, today)
	same(t, "issues", []string{
		"/observations/0/score fidelity.observation", "/observations/1/supersedes mtss.correction", "/observations/2/date mtss.date",
		"/rosters/0/intended/0 fidelity.practitioner", "/rosters/0/intended/2/innovation json.length",
	}, found(err))
}

// A hostile input does not make a hostile list of problems.
func TestManyIssues(t *testing.T) {
	for name, bend := range map[string]func(o *fidelity.Observation){
		"another version": func(o *fidelity.Observation) { o.Instrument.Version = "2" },
		"off its scale":   func(o *fidelity.Observation) { o.Score.Earned = 11 },
		"unknown target":  func(o *fidelity.Observation) { o.Supersedes = "none" },
	} {
		observed := make([]fidelity.Observation, 10_003)
		for i := range observed {
			observed[i] = seen("p 2026-04-01 9/10")[0]
			observed[i].AdministeredBy.Role = strconv.Itoa(i)
			bend(&observed[i])
		}
		r, err := fidelity.Count(rosters(people(north, "p")), observed, four(), mtss.Hierarchy{}, today)
		issues := mtss.Issues(err)
		same(t, name+": listed, and one for the rest", 10_001, len(issues))
		same(t, name+": the rest", mtss.Issuef("", "json.large", "%d more problems are not listed", 3), issues[len(issues)-1])
		same(t, name+": all are accounted for", int64(10_003), r.Refused+r.OfIntended)
	}
	twice := make([]roster.Assignment, 10_003)
	for i := range twice {
		twice[i] = people(north, "p")[0]
		twice[i].Innovation = ""
	}
	same(t, "a document", 10_001, len(mtss.Issues(roster.Roster{Intended: twice}.Validate())))
}

func TestCountRefusesPolicyAndDay(t *testing.T) {
	r, err := fidelity.Count(rosters(people(north, "p")), nil, fidelity.Policy{}, mtss.Hierarchy{}, mtss.Date{})
	same(t, "all at once", []string{"/instrument/id json.length", "/instrument/version json.length", "/atLeast mtss.ratio.syntax", "/on mtss.date"}, found(err))
	same(t, "nothing is counted", 0, len(r.Shares))
}

func TestUnplaced(t *testing.T) {
	elsewhere := mtss.Unit{ID: "elsewhere", Kind: mtss.KindSchool}
	who := append(people(north, "a"), people(elsewhere, "b")...)
	r := counted(t, who, nil, four(), district(t), today)
	same(t, "the district misses one", int64(1), shareOf(t, r, maple).Of(mtss.Intended).Possible)
	same(t, "and it is said", mtss.Noticef(fidelity.CaveatUnplaced, "%d practitioner in units that the hierarchy does not have, so not counted in any unit above", 1), r.Caveats[len(r.Caveats)-1])
	r = counted(t, who, nil, four(), mtss.Hierarchy{}, today)
	same(t, "without a hierarchy there is nothing to miss", []mtss.Code{fidelity.CaveatUnobserved}, codesOf(r.Caveats))
}

// Where training is not asked for, its lack is a caveat.
func TestTrainingCaveat(t *testing.T) {
	p := four()
	p.TrainingDays = 30
	r := counted(t, people(north, "a b c d"), seen(`
		a 2026-04-30 9/10 2026-04-01
		b 2026-04-30 9/10 2026-03-30
		c 2026-04-30 1/10
		d 2026-04-01 9/10
		d 2026-04-30 9/10 2026-04-30
	`), p, mtss.Hierarchy{}, today)
	same(t, "b's is out of date, c's is not stated; a's and the latest of d's are current", int64(2), shareOf(t, r, north).ObserverUntrained)
	same(t, "all are judged", "3/4", fmt.Sprintf("%d/%d", shareOf(t, r, north).AtFidelity, 4))
	same(t, "caveat", []mtss.Code{fidelity.CaveatTraining}, codesOf(r.Caveats))
}

// Points by dimension are those of the observations that a practitioner is
// judged by, by unit and innovation; coaching has its own.
func TestDimensions(t *testing.T) {
	scores := func(list ...any) (out []fidelity.DimensionScore) {
		for i := 0; i < len(list); i += 2 {
			out = append(out, fidelity.DimensionScore{Dimension: list[i].(fidelity.Dimension), Score: tally(list[i+1].(string))})
		}
		return out
	}
	observed := seen("a 2026-01-10 1/10\na 2026-04-10 9/10\nb 2026-04-10 9/10\nc 2026-04-10 9/10\ngone 2026-04-10 9/10")
	observed[0].Dimensions = scores(fidelity.Quality, "1/100")
	observed[1].Dimensions = scores(fidelity.Quality, "3+1?/4", fidelity.Adherence, "2/6")
	observed[2].Dimensions = scores(fidelity.Quality, "1/4", fidelity.CoachingQuality, "5/8")
	observed[3].Dimensions = scores(fidelity.Differentiation, "1/2")
	observed[4].Dimensions = scores(fidelity.Quality, "1/1000")
	who := append(append(people(room, "a"), people(north, "b")...), people(south, "c")...)
	r := counted(t, who, observed, four(), district(t), today)
	for _, test := range []struct {
		unit mtss.Unit
		want []fidelity.DimensionScore
		why  string
	}{
		{room, scores(fidelity.Adherence, "2/6", fidelity.Quality, "3+1?/4"), "the earlier observation is not what a is judged by"},
		{north, scores(fidelity.Adherence, "2/6", fidelity.Quality, "4+1?/8", fidelity.CoachingQuality, "5/8"), "quality of use and of coaching stay apart"},
		{south, scores(fidelity.Differentiation, "1/2"), ""},
		{maple, scores(fidelity.Adherence, "2/6", fidelity.Quality, "4+1?/8", fidelity.Differentiation, "1/2", fidelity.CoachingQuality, "5/8"), "in the order of the dimensions"},
	} {
		same(t, test.unit.ID+": "+test.why, test.want, shareOf(t, r, test.unit).Dimensions)
	}
	facts := shareOf(t, r, north).Facts()
	for name, want := range map[string]string{"fidelity.quality": "4+1?/8", "fidelity.coaching.quality": "5/8"} {
		got, _ := facts[name].Tally()
		same(t, name, tally(want), got)
	}
}

// Two innovations never mix.
func TestInnovationsApart(t *testing.T) {
	who := append(people(north, "p"), people(north, "p")...)
	who[1].Innovation = "reading"
	r := counted(t, who, seen("p 2026-04-01 9/10"), four(), mtss.Hierarchy{}, today)
	swpbis, _ := r.Share("north", "swpbis")
	reading, _ := r.Share("north", "reading")
	same(t, "one each", []int64{1, 0, 0, 1}, []int64{swpbis.AtFidelity, swpbis.Unobserved, reading.AtFidelity, reading.Unobserved})
	same(t, "each has its caveat", []string{
		"reading: 1 of 1 intended practitioners not observed",
		"swpbis: 1 of 1 intended practitioners judged by observers whose training is not stated or was not current",
	}, []string{r.Caveats[0].String(), r.Caveats[1].String()})
	only := four()
	only.Innovation = "reading"
	r = counted(t, who, seen("p 2026-04-01 9/10"), only, mtss.Hierarchy{}, today)
	same(t, "a policy for one leaves the other alone", 1, len(r.Shares))
	same(t, "and says what it passed over", int64(1), r.OtherInnovation)
}

// The report repeats the policy and names each denominator.
func TestReportDocument(t *testing.T) {
	p := four()
	p.Source = mtss.Source{Title: "made up"}
	who := people(north, "a b c")
	who[2].Vacant = true
	r := counted(t, who, seen("a 2026-04-01 9/10 2026-01-01"), p, mtss.Hierarchy{}, today)
	same(t, "document", `{"kind":"fidelityReport","schemaVersion":1,"on":"2026-05-01",`+
		`"policy":{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"80%","choice":"latest","vacant":"notAtFidelity","source":{"title":"made up"}},`+
		`"shares":[{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","atFidelity":1,"notAtFidelity":0,"open":0,"unobserved":1,"tooFew":0,"expired":0,"untrained":0,"vacant":1,"doubtful":0,"oldest":"2026-04-01","dimensions":[],`+
		`"intended":{"earned":1,"possible":3,"unknown":1,"percent":null,"low":"33.3","high":"66.7"},`+
		`"employed":{"earned":1,"possible":2,"unknown":1,"percent":null,"low":"50.0","high":"100.0"},`+
		`"observed":{"earned":1,"possible":1,"unknown":0,"percent":"100.0","low":"100.0","high":"100.0"}}],`+
		`"ofIntended":1,"notIntended":0,"later":0,"repeated":0,"corrected":0,"otherInnovation":0,"refused":0,"refusedPractitioners":0,`+
		`"caveats":[{"code":"fidelity.caveat.unobserved","message":"1 of 3 intended practitioners not observed","template":"{0} of {1} intended practitioners not observed","params":["1","3"],"subject":"swpbis"},{"code":"fidelity.caveat.vacant","message":"1 of 3 intended positions vacant, which count as not at fidelity","template":"{0} of {1} intended positions vacant, which count as not at fidelity","params":["1","3"],"subject":"swpbis"},{"code":"fidelity.caveat.vacantdecides","message":"that at least 50% are at fidelity is undetermined with the vacant positions, and met without them","template":"that at least 50% are at fidelity is {0} with the vacant positions, and {1} without them","params":["undetermined","met"],"subject":"swpbis"}]}`,
		encoded(t, r))
	same(t, "no list is null", `{"kind":"fidelityReport","schemaVersion":1,"on":"","policy":{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"","version":""},"atLeast":""},"shares":[],`+
		`"ofIntended":0,"notIntended":0,"later":0,"repeated":0,"corrected":0,"otherInnovation":0,"refused":0,"refusedPractitioners":0,"caveats":[]}`, encoded(t, fidelity.ShareReport{}))
}

func TestFromResult(t *testing.T) {
	by := instrument.AdministeredBy{Role: "coach", TrainedOn: day("2026-01-01")}
	a := instrument.Administration{ID: "a-2", Supersedes: "a-1", Instrument: walk, Date: today, AdministeredBy: by}
	r := instrument.Result{
		Administration: "a-2", Instrument: instrument.UsedDefinition{Ref: walk}, Date: today, Missing: "unknown",
		Total:     &instrument.Score{Tally: tally("7+1?/10")},
		Subscales: []instrument.Score{{ID: "quality", Tally: tally("3/4")}, {ID: "other", Tally: tally("1/4")}, {ID: "exposure"}},
	}
	got, err := fidelity.FromResult(a, r, "p", "swpbis")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "subscales called like dimensions are dimensions, unless wholly not applicable", fidelity.Observation{
		ID: "a-2", Supersedes: "a-1", Practitioner: "p", Innovation: "swpbis", Instrument: walk, Date: today, Score: tally("7+1?/10"), AdministeredBy: by,
		Dimensions: []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("3/4")}},
	}, got)
	for name, bend := range map[string]func(a *instrument.Administration, r *instrument.Result){
		"of another administration": func(a *instrument.Administration, _ *instrument.Result) { a.ID = "a-3" },
		"of another day":            func(a *instrument.Administration, _ *instrument.Result) { a.Date = day("2026-04-30") },
		"of another version":        func(_ *instrument.Administration, r *instrument.Result) { r.Instrument.Version = "2" },
	} {
		a, r := a, r
		bend(&a, &r)
		_, err := fidelity.FromResult(a, r, "p", "swpbis")
		same(t, name, []string{"fidelity.observation"}, found(err))
	}
	excluding := r
	excluding.Missing = "exclude"
	_, err = fidelity.FromResult(a, excluding, "p", "swpbis")
	same(t, "2 of 2 points, with three items left out, is no fidelity", []string{"/score fidelity.observation"}, found(err))
	for name, total := range map[string]*instrument.Score{"no total": nil, "a mean of subscales": {OfSubscales: &mtss.Span{}}} {
		r.Total = total
		_, err := fidelity.FromResult(a, r, "p", "swpbis")
		same(t, name, []string{"/score fidelity.observation"}, found(err))
	}
}
