package dca_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func TestReviewGolden(t *testing.T) {
	m := decodedMeeting(t)
	before, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "review.json", reviewed(t, m, dca.DCAProtocol()))
	after, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the meeting is left as it was", string(before), string(after))
}

// deviations lists them as "path code verdict", those that are not excluded last.
func deviations(r dca.Reviewed) []string {
	out := []string{}
	for _, d := range r.Deviations {
		out = append(out, d.Subject+" "+string(d.Code)+" notMet")
	}
	for _, d := range r.NotExcluded {
		out = append(out, d.Subject+" "+string(d.Code)+" undetermined")
	}
	return out
}

func TestDeviations(t *testing.T) {
	vote := func(by string, score *int) func(m *dca.VotingMeeting) {
		return func(m *dca.VotingMeeting) {
			m.Items[0].Rounds[0].Votes = append(m.Items[0].Rounds[0].Votes, dca.Vote{By: by, Score: score})
		}
	}
	on := func(date string) func(m *dca.VotingMeeting) { return func(m *dca.VotingMeeting) { m.Date = day(date) } }
	trained := func(date mtss.Date) func(m *dca.VotingMeeting) {
		return func(m *dca.VotingMeeting) { m.Present[0].TrainedOn = date }
	}
	team := func(size int, position string) func(m *dca.VotingMeeting) {
		return func(m *dca.VotingMeeting) { m.TeamSize, m.Present[1].Position = size, position }
	}
	quorum := func(q dca.Quorum) dca.Protocol {
		return dca.Protocol{ID: "ours", Quorum: q, Voting: []dca.MeetingRole{dca.Respondent}}
	}
	half, two, third := mtss.NewRatio(1, 2), mtss.NewRatio(2, 3), mtss.NewRatio(1, 3)
	for _, test := range []struct {
		name, why string
		protocol  dca.Protocol
		item      string
		change    func(m *dca.VotingMeeting)
		want      []string
	}{
		{"none", "", dca.DCAProtocol(), "1: 1 2 2 = 2", nil, []string{}},
		{"the zero protocol asks for nothing", "", dca.Protocol{}, "1: 1 - . = 2", func(m *dca.VotingMeeting) { m.Date = day("2026-04-01"); m.Present[0].TrainedOn = mtss.Date{} }, []string{}},

		{"the administrator votes", "", dca.DCAProtocol(), "1: 1 1 = 1", vote("adm", number("1")), []string{"/items/0/rounds/0/votes/2 dca.deviation.novote notMet"}},
		{"the administrator abstains", "that is no vote", dca.DCAProtocol(), "1: 1 1 = 1", vote("adm", nil), []string{}},
		{"the administrator votes where everybody may", "", shipped("tfi"), "1: 1 1 = 1", vote("adm", number("1")), []string{}},
		{"an observer votes", "", dca.DCAProtocol(), "1: 1 1 = 1", func(m *dca.VotingMeeting) {
			m.Present = append(m.Present, dca.Participant{ID: "obs", Role: dca.Observer})
			vote("obs", number("0"))(m)
		}, []string{"/items/0/rounds/0/votes/2 dca.deviation.novote notMet"}},

		{"an untrained administrator", "trained a day later", dca.DCAProtocol(), "1: 1 1 = 1", trained(day("2026-01-21")), []string{"/present/0/trainedOn dca.deviation.untrained notMet"}},
		{"trained on the day", "", dca.DCAProtocol(), "1: 1 1 = 1", trained(day("2026-01-20")), []string{}},
		{"training not stated", "nobody can tell", dca.DCAProtocol(), "1: 1 1 = 1", trained(mtss.Date{}), []string{"/present/0 dca.deviation.untrained undetermined"}},
		{"training of a respondent", "is not asked for", dca.DCAProtocol(), "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Present[1].TrainedOn = day("2026-12-01") }, []string{}},
		{"no administrator", "", dca.DCAProtocol(), "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Present = m.Present[1:] }, []string{"/present dca.deviation.role notMet"}},
		{"no respondent", "", dca.DCAProtocol(), "1:", func(m *dca.VotingMeeting) { m.Present = m.Present[:1] }, []string{"/present dca.deviation.role notMet"}},

		{"the first day of a window", "", dca.DCAProtocol(), "1: 1 1 = 1", on("2026-01-01"), []string{}},
		{"the last day of a window", "", dca.DCAProtocol(), "1: 1 1 = 1", on("2026-02-28"), []string{}},
		{"a day after a window", "", dca.DCAProtocol(), "1: 1 1 = 1", on("2026-03-01"), []string{"/date dca.deviation.window notMet"}},
		{"a day before a window", "", dca.DCAProtocol(), "1: 1 1 = 1", on("2025-07-31"), []string{"/date dca.deviation.window notMet"}},
		{"a baseline outside the windows", "comes before anything is installed", dca.DCAProtocol(), "1: 1 1 = 1", func(m *dca.VotingMeeting) { on("2025-07-31")(m); m.Baseline = true }, []string{}},
		{"any day without windows", "", shipped("rtfi"), "1: 1 1 = 1", func(m *dca.VotingMeeting) { on("2026-04-01")(m); team(3, "principal")(m) }, []string{}},

		{"half of the team", "unless the administrator is of the team", shipped("rtfi"), "1: 1 1 = 1", team(4, "principal"), []string{"/present dca.deviation.quorum undetermined"}},
		{"more than half", "", shipped("rtfi"), "1: 1 1 = 1", team(3, "principal"), []string{}},
		{"a team of a size not stated", "nobody can tell", shipped("rtfi"), "1: 1 1 = 1", team(0, "principal"), []string{"/present dca.deviation.quorum undetermined"}},
		{"no principal", "", shipped("rtfi"), "1: 1 1 = 1", team(3, "teacher"), []string{"/present dca.deviation.position notMet"}},
		{"two thirds, reached", "", quorum(dca.Quorum{AtLeast: two}), "1: 1 1 = 1", team(3, ""), []string{}},
		{"two thirds, missed", "", quorum(dca.Quorum{AtLeast: two}), "1: 1 1 = 1", team(4, ""), []string{"/present dca.deviation.quorum undetermined"}},
		{"more than a half and at least a third", "", quorum(dca.Quorum{MoreThan: half, AtLeast: third}), "1: 1 1 = 1", team(4, ""), []string{"/present dca.deviation.quorum undetermined"}},
		{"four people", "", quorum(dca.Quorum{People: 4}), "1: 1 1 1 = 1", nil, []string{"/present dca.deviation.quorum notMet"}},
		{"four people, there", "how large the team is does not matter", quorum(dca.Quorum{People: 4}), "1: 1 1 1 1 = 1", nil, []string{}},
		{"four people of a team not stated", "that too few are there is certain", quorum(dca.Quorum{People: 4, MoreThan: half}), "1: 1 1 1 = 1", nil, []string{"/present dca.deviation.quorum notMet"}},

		{"silent", "", dca.DCAProtocol(), "1: 1 1 . | . 1 1 = 1", nil, []string{"/items/0/rounds/0 dca.deviation.silent notMet", "/items/0/rounds/1 dca.deviation.silent notMet"}},
		{"abstaining", "is allowed where nothing forbids it", dca.DCAProtocol(), "1: 1 1 - = 1", nil, []string{}},
		{"abstaining where it is not known", "", func() dca.Protocol { p := dca.DCAProtocol(); p.NoAbstaining = true; return p }(), "1: 1 1 - = 1", nil, []string{"/items/0/rounds/0/votes/2 dca.deviation.abstained notMet"}},
		{"scored without a vote", "", dca.DCAProtocol(), "1: = 1", nil, []string{"/items/0/agreed dca.deviation.unvoted notMet"}},
		{"scored with abstentions alone", "", dca.DCAProtocol(), "1: - - = 1", nil, []string{"/items/0/agreed dca.deviation.unvoted notMet"}},
		{"scored without a vote, by majority", "", shipped("tfi"), "1: = 1", nil, []string{"/items/0/agreed dca.deviation.unvoted notMet"}},
		{"agreed against the votes", "is the team's right", dca.DCAProtocol(), "1: 1 1 = 2", nil, []string{}},
		{"agreed against the majority", "", shipped("tfi"), "1: 1 1 2 = 2", nil, []string{"/items/0/agreed dca.deviation.resolution notMet"}},
		{"agreed in a tie", "", shipped("boq"), "1: 1 1 2 2 = 2", nil, []string{"/items/0/agreed dca.deviation.resolution notMet"}},
		{"agreed with the most frequent", "", shipped("boq"), "1: 1 2 2 = 2", nil, []string{}},

		{"several", "in the order of the document", dca.DCAProtocol(), "1: 1 . = 1", func(m *dca.VotingMeeting) {
			trained(mtss.Date{})(m)
			on("2026-03-01")(m)
			vote("adm", number("1"))(m)
			m.Items = append(m.Items, itemRecord("2: = 0"))
		}, []string{"/date dca.deviation.window notMet", "/items/0/rounds/0/votes/1 dca.deviation.novote notMet", "/items/0/rounds/0 dca.deviation.silent notMet", "/items/1/agreed dca.deviation.unvoted notMet", "/present/0 dca.deviation.untrained undetermined"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := meeting(test.item)
			if test.change != nil {
				test.change(&m)
			}
			r := reviewed(t, m, test.protocol)
			same(t, test.why, test.want, deviations(r))
			for _, b := range r.Deviations {
				if b.Message == "" {
					t.Errorf("%s says nothing", b.Code)
				}
			}
		})
	}
}

func TestReviewRefuses(t *testing.T) {
	again := func(m *dca.VotingMeeting) { m.Items = append(m.Items, itemRecord("1: 1 1 = 1")) }
	for _, test := range []struct {
		name, why, item string
		change          func(m *dca.VotingMeeting)
		want            []string
	}{
		{"a vote for an unknown item", "", "9: 1 1 = 1", nil, []string{"/items/0/item dca.vote.item"}},
		{"an item twice", "", "1: 1 1 = 1", again, []string{"/items/1/item dca.vote.item"}},
		{"two votes in a round", "also where the second is an abstention", "1: 1 1 = 1", func(m *dca.VotingMeeting) {
			v := &m.Items[0].Rounds[0].Votes
			*v = append(*v, dca.Vote{By: "r1", Score: number("1")}, dca.Vote{By: "r2"})
		}, []string{"/items/0/rounds/0/votes/2/by dca.vote.repeated", "/items/0/rounds/0/votes/3/by dca.vote.repeated"}},
		{"a vote from outside", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Items[0].Rounds[0].Votes[1].By = "r9" }, []string{"/items/0/rounds/0/votes/1/by dca.vote.by"}},
		{"a vote off the scale", "", "1: 1 3 = 1", nil, []string{"/items/0/rounds/0/votes/1/score dca.vote.score"}},
		{"0 where the scale begins at 1", "", "5: 0 1 = 1", nil, []string{"/items/0/rounds/0/votes/0/score dca.vote.score"}},
		{"an agreed score off the scale", "", "1: 1 2 = 3", nil, []string{"/items/0/agreed dca.vote.score"}},
		{"agreed and not applicable", "", "4: 1 1 = NA", func(m *dca.VotingMeeting) { m.Items[0].Agreed = number("1") }, []string{"/items/0/agreed dca.vote.score"}},
		{"not applicable where that is not allowed", "", "1: = NA", nil, []string{"/items/0/notApplicable instrument.notapplicable"}},
		{"the second one is not allowed", "", "4: = NA", func(m *dca.VotingMeeting) { m.Items = append(m.Items, itemRecord("1: = NA")) }, []string{"/items/1/notApplicable instrument.notapplicable"}},
		{"rounds out of order", "", "1: 1 1 | 1 1 = 1", func(m *dca.VotingMeeting) { r := m.Items[0].Rounds; r[0], r[1] = r[1], r[0] }, []string{"/items/0/rounds/0/round dca.rounds", "/items/0/rounds/1/round dca.rounds"}},
		{"a round left out", "", "1: 1 1 | 1 1 = 1", func(m *dca.VotingMeeting) { m.Items[0].Rounds[1].Number = 3 }, []string{"/items/0/rounds/1/round dca.rounds"}},
		{"a round twice", "", "1: 1 1 | 1 1 = 1", func(m *dca.VotingMeeting) { m.Items[0].Rounds[1].Number = 1 }, []string{"/items/0/rounds/1/round dca.rounds"}},
		{"supersedes itself", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Supersedes = "m-1" }, []string{"/supersedes mtss.correction"}},
		{"voids itself", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Voids = "m-1" }, []string{"/voids mtss.correction"}},
		{"supersedes and voids", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Supersedes, m.Voids = "m-0", "m-0" }, []string{"/voids mtss.correction"}},
		{"two people of one id", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Present[0].ID = "r1" }, []string{"/present/1/id dca.participant"}},
		{"another version", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Instrument.Version = "2" }, []string{"/instrument dca.meeting"}},
		{"a section that is none", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Sections = []string{"s", "x"} }, []string{"/sections/1 instrument.section.unknown"}},
		{"an item of a section that was not taken up", "", "1: 1 1 = 1", func(m *dca.VotingMeeting) { m.Sections = []string{"t"} }, []string{"/items/0 instrument.section.other"}},
		{"not applicable, and of a section that was not taken up", "in the order of the meeting, whatever that of the administration is", "3: = NA", func(m *dca.VotingMeeting) {
			m.Sections, m.Items = []string{"s"}, append(m.Items, itemRecord("5: 1 = 1"))
		}, []string{"/items/0/notApplicable instrument.notapplicable", "/items/1 instrument.section.other"}},
		{"what no document could hold", "no date, no unit, somebody without an id", "1: 1 1 = 1", func(m *dca.VotingMeeting) {
			m.Unit.ID, m.Date, m.Present[1].ID = "", mtss.Date{}, ""
		}, []string{"/unit/id json.length", "/date mtss.date", "/present/1/id json.length"}},
		{"several", "in the order of the document", "1: 1 3 = 9", func(m *dca.VotingMeeting) {
			m.Present[0].ID, m.Instrument.Version, m.Items[0].Rounds[0].Number = "r1", "2", 2
		}, []string{"/instrument dca.meeting", "/present/1/id dca.participant", "/items/0/rounds/0/round dca.rounds", "/items/0/rounds/0/votes/1/score dca.vote.score", "/items/0/agreed dca.vote.score"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := meeting(test.item)
			if test.change != nil {
				test.change(&m)
			}
			r, err := dca.Review(m, dca.DCAProtocol(), compiled(t, votable()))
			same(t, test.why, test.want, found(err))
			same(t, "no result", dca.Reviewed{}, r)
		})
	}
	unscaled := votable()
	unscaled.Scales, unscaled.Lacks = nil, []instrument.Lack{{Of: instrument.LackScales, Says: "made up"}}
	for i := range unscaled.Items {
		unscaled.Items[i].Scale = ""
	}
	if _, err := dca.Review(meeting("1: 1 = 1"), dca.DCAProtocol(), compiled(t, unscaled)); !errors.Is(err, instrument.CodeIncomplete) {
		t.Errorf("a definition that cannot be scored: %v", err)
	}
}

// Neither the order of those present nor that of the votes changes anything.
func TestReviewInAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		m := decodedMeeting(t)
		m.Items[2].Rounds[0].Votes[2] = dca.Vote{By: "r3", Score: number("0")} // the administrator's, whose path would tell
		m.Items[4].Agreed = nil
		m.Present[1].Role = dca.Administrator // a second one, who does not say when they were trained
		p := dca.DCAProtocol()
		p.Trained = random.IntN(2) == 0
		want := reviewed(t, m, p)
		if random.IntN(2) == 0 {
			random.Shuffle(len(m.Present), func(i, k int) { m.Present[i], m.Present[k] = m.Present[k], m.Present[i] })
		}
		for _, item := range m.Items {
			for _, round := range item.Rounds {
				random.Shuffle(len(round.Votes), func(i, k int) { round.Votes[i], round.Votes[k] = round.Votes[k], round.Votes[i] })
			}
		}
		got := reviewed(t, m, p)
		for _, r := range []*dca.Reviewed{&want, &got} {
			for _, list := range [][]mtss.Notice{r.Deviations, r.NotExcluded} {
				for i := range list {
					if list[i].Code == dca.DeviationUntrained {
						list[i].Subject = ""
					}
				}
			}
		}
		same(t, "review", want, got)
		if t.Failed() {
			return
		}
	}
	same(t, "trained when, of two administrators", instrument.AdministeredBy{Role: "administrator", TrainedOn: day("2025-06-06")},
		reviewed(t, func() dca.VotingMeeting {
			m := meeting("1: 1 = 1")
			m.Present = append(m.Present, dca.Participant{ID: "adm2", Role: dca.Administrator, TrainedOn: day("2025-06-06")})
			return m
		}(), dca.DCAProtocol()).Administration.AdministeredBy)
}

// What a review makes of a meeting can be scored as it is.
func TestReviewedAdministration(t *testing.T) {
	m := meeting("2: 2 2 = 2", "1: 0 1", "4: = NA")
	m.Supersedes, m.Sections = "m-0", []string{"s"}
	a := reviewed(t, m, dca.DCAProtocol()).Administration
	same(t, "administration", instrument.Administration{
		ID: "m-1", Supersedes: "m-0", Instrument: m.Instrument, Unit: m.Unit, Date: m.Date,
		Responses: instrument.Responses{{Item: "2", Score: 2}, {Item: "1", NotScored: true}}, NotApplicable: []string{"4"}, Sections: []string{"s"},
		AdministeredBy: instrument.AdministeredBy{Role: "administrator", TrainedOn: day("2025-05-05")}, ProtocolKept: mtss.Met,
		Notices: []mtss.Notice{mtss.Noticef(dca.CaveatVoted, "people who voted: %d; the size of the team is not stated", 2)},
	}, a)
	a.Sections[0] = "t"
	same(t, "the meeting's sections are its own", "s", m.Sections[0])
	r, err := compiled(t, votable()).Score(reviewed(t, m, dca.DCAProtocol()).Administration)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "missing", []string{"1", "3"}, r.Items.Missing)
}

// A meeting that only voids another one is judged by nobody.
func TestReviewOfAVoid(t *testing.T) {
	m := meeting()
	m.Voids, m.Present, m.Date = "m-0", nil, day("2026-04-01")
	r := reviewed(t, m, dca.DCAProtocol())
	same(t, "deviations", []mtss.Notice{}, r.Deviations)
	same(t, "voids", "m-0", r.Administration.Voids)
}

// The checklist of how it was done is the host's own instrument.
func TestHostsChecklist(t *testing.T) {
	r := reviewed(t, meeting("1: 1 1 = 1"), dca.DCAProtocol())
	if r.Checklist != nil {
		t.Error("there is a checklist that nobody supplied")
	}
	own := votable()
	own.ID = "our-checklist"
	a := r.Administration
	a.Instrument = own.Ref()
	result := score(t, own, a)
	r.Checklist = &result
	data, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(data), `"id":"our-checklist"`) {
		t.Errorf("%v: %s", err, data)
	}
}

// The definition as it ships can hold a meeting, too, for the items it knows.
func TestReviewOfTheShippedDefinition(t *testing.T) {
	m := meeting("26: 1 2 = 2")
	m.Instrument = dca.V77().Ref()
	scorer := compiled(t, dca.V77())
	r, err := dca.Review(m, dca.DCAProtocol(), scorer)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "deviations", []mtss.Notice{}, r.Deviations)
	m.Items[0].Item = "28"
	_, err = dca.Review(m, dca.DCAProtocol(), scorer)
	same(t, "an item that may be there, and whose scale nobody knows", []string{"/items/0/item dca.vote.item"}, found(err))
	if slices.Contains(found(err), "") {
		t.Error("no path")
	}
}

// What departs from the protocol reaches the result, one notice of each sort.
func TestDeviationsReachTheResult(t *testing.T) {
	scorer := practiceScorer(t)
	m := dca.VotingMeeting{ID: "m1", Instrument: scorer.Definition().Ref(), Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Date: day("2026-10-20"), Present: []dca.Participant{{ID: "r1", Role: dca.Respondent}}}
	for _, item := range scorer.Definition().Items {
		score := 2
		m.Items = append(m.Items, dca.ItemRecord{Item: item.ID, Agreed: &score})
	}
	review, err := dca.Review(m, dca.DCAProtocol(), scorer)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	result, err := scorer.Score(review.Administration)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var got []string
	for _, n := range result.Caveats {
		if strings.HasPrefix(string(n.Code), "dca.") {
			got = append(got, n.Message)
			if filled := mtss.FillIn(n.Template, n.Params); filled != n.Message {
				t.Errorf("the template gives %q, the message is %q", filled, n.Message)
			}
		}
	}
	sorts := map[mtss.Code]bool{}
	for _, d := range review.Deviations {
		sorts[d.Code] = true
	}
	if len(got) != len(sorts) || len(got) == 0 {
		t.Errorf("%d notices of %d sorts: %q", len(got), len(sorts), got)
	}
	if !slices.ContainsFunc(got, func(text string) bool { return strings.Contains(text, "and 26 more of the sort") }) {
		t.Errorf("27 items without a vote: %q", got)
	}
}
