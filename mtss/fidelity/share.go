package fidelity

import (
	"reflect"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Share counts the practitioners of one unit and one innovation by their
// fidelity status. The zero value counts nobody. [Count] makes one for each unit
// and each unit above it.
type Share struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation.
	Innovation string `json:"innovation"`
	// AtFidelity counts practitioners at fidelity.
	AtFidelity int64 `json:"atFidelity" jsonschema:"minimum=0,maximum=1000000000"`
	// NotAtFidelity counts those who are not.
	NotAtFidelity int64 `json:"notAtFidelity" jsonschema:"minimum=0,maximum=1000000000"`
	// Open counts those who may or may not be, since points are unknown.
	Open int64 `json:"open" jsonschema:"minimum=0,maximum=1000000000"`
	// Unobserved counts those without an observation.
	Unobserved int64 `json:"unobserved" jsonschema:"minimum=0,maximum=1000000000"`
	// TooFew counts those with fewer observations than the policy takes.
	TooFew int64 `json:"tooFew" jsonschema:"minimum=0,maximum=1000000000"`
	// Expired counts those whose observations no longer count.
	Expired int64 `json:"expired" jsonschema:"minimum=0,maximum=1000000000"`
	// Untrained counts those observed only by observers without current training.
	Untrained int64 `json:"untrained" jsonschema:"minimum=0,maximum=1000000000"`
	// Vacant counts vacant positions, which are in no other count.
	Vacant int64 `json:"vacant" jsonschema:"minimum=0,maximum=1000000000"`
	// VacantAs is how vacant positions count among the intended; absent means
	// notAtFidelity.
	VacantAs Vacancy `json:"vacantAs,omitzero" jsonschema:"enum=notAtFidelity,enum=unknown,enum=leftOut"`
	// ConfirmedThrough is the last day for which the roster is confirmed, where the
	// share is of a later one: then it is not known who is intended, every tally is 0
	// of 0, and the counts are of those who were known last. Absent where the
	// roster holds.
	ConfirmedThrough mtss.Date `json:"confirmedThrough,omitzero"`
	// ObserverUntrained counts those judged, one way or the other, by an observation
	// whose observer's training is not stated or was not current.
	ObserverUntrained int64 `json:"doubtful" jsonschema:"minimum=0,maximum=1000000000"`
	// Oldest is the day of the oldest observation that somebody is judged by; absent
	// where nobody is.
	Oldest mtss.Date `json:"oldest,omitzero"`
	// LatestExpired is the day of the latest observation of those who are expired;
	// absent where nobody is.
	LatestExpired mtss.Date `json:"latestExpired,omitzero"`
	// Dimensions are the points by dimension of the observations that the
	// practitioners are judged by; those without points are left out.
	Dimensions []DimensionScore `json:"dimensions"`
}

// unknown is how many of a population are unknown for one reason.
type unknown struct {
	n             int64
	code          mtss.Code
	caveat, short string
}

// unknowns lists the reasons why practitioners of a population are unknown.
func (s Share) unknowns(of mtss.Population) (all []unknown) {
	switch of {
	case mtss.Intended, mtss.Employed, mtss.Observed:
		all = append(all, unknown{s.Open, CaveatOpen, "observed with points unknown that decide", "open"})
	}
	switch of {
	case mtss.Intended, mtss.Employed:
		all = append(all,
			unknown{s.Unobserved, CaveatUnobserved, "not observed", "not observed"},
			unknown{s.TooFew, CaveatTooFew, "observed less often than the policy asks", "observed too seldom"},
			unknown{s.Expired, CaveatExpired, "with only observations that no longer count", "expired"},
			unknown{s.Untrained, CaveatUntrained, "observed only by observers whose training is not stated or was not current", "untrained observer"})
	}
	if of == mtss.Intended && s.VacantAs == VacantUnknown {
		all = append(all, unknown{s.Vacant, CaveatVacant, "missing, the position vacant", "vacant"})
	}
	return all
}

// Of returns the share of a population as a tally: practitioners at fidelity are
// earned, and those for whom it is not known are unknown. For a word that is not
// a population, and where it is not known who is intended, it is 0 of 0.
func (s Share) Of(p mtss.Population) mtss.Tally {
	if !s.ConfirmedThrough.IsZero() {
		return mtss.Tally{}
	}
	return s.counted(p)
}

// counted is the share of those who were known last.
func (s *Share) counted(p mtss.Population) (t mtss.Tally) {
	reasons := s.unknowns(p)
	for _, u := range reasons {
		t.Unknown += u.n
	}
	if len(reasons) > 0 {
		t.Earned, t.Possible = s.AtFidelity, s.AtFidelity+s.NotAtFidelity+t.Unknown
	}
	if p == mtss.Intended && s.VacantAs != VacantUnknown && s.VacantAs != VacantLeftOut {
		t.Possible += s.Vacant
	}
	return t
}

// confirmed notes the day after which it is not known who is intended: the earliest.
func (s *Share) confirmed(through mtss.Date) {
	if s.ConfirmedThrough.IsZero() || through.Before(s.ConfirmedThrough) {
		s.ConfirmedThrough = through
	}
}

// count adds one practitioner or vacant position, up to their dimensions.
func (s *Share) count(vacant bool, verdict *picked) {
	if vacant {
		s.Vacant++
		return
	}
	switch verdict.status {
	case AtFidelity:
		s.AtFidelity++
	case NotAtFidelity:
		s.NotAtFidelity++
	case Open:
		s.Open++
	case TooFew:
		s.TooFew++
	case Expired:
		s.Expired++
		if verdict.lapsed.Date.After(s.LatestExpired) {
			s.LatestExpired = verdict.lapsed.Date
		}
	case Untrained:
		s.Untrained++
	default:
		s.Unobserved++
	}
	if verdict.doubtful {
		s.ObserverUntrained++
	}
	if len(verdict.used) > 0 && (s.Oldest.IsZero() || verdict.used[0].Date.Before(s.Oldest)) {
		s.Oldest = verdict.used[0].Date
	}
}

// Caveats say what is unknown in the share of a population and why, and what else
// a reader must know.
func (s Share) Caveats(p mtss.Population) []mtss.Notice { return s.caveats(p, mtss.Date{}) }

// caveats are the caveats as of a day, with ages where it is given.
func (s *Share) caveats(p mtss.Population, on mtss.Date) []mtss.Notice {
	out := []mtss.Notice{}
	say := func(code mtss.Code, format string, args ...any) {
		out = append(out, mtss.Noticef(code, format, args...))
	}
	all := s.counted(p).Possible
	if !s.ConfirmedThrough.IsZero() {
		out = append(out, unconfirmed(s.ConfirmedThrough, on))
	}
	for _, u := range append(s.unknowns(p), unknown{s.ObserverUntrained, CaveatTraining, "judged by observers whose training is not stated or was not current", ""}) {
		if u.n == 0 {
			continue
		}
		format, args := "%d of %d "+string(p)+" practitioners "+u.caveat, []any{u.n, all}
		if u.code == CaveatExpired && s.LatestExpired.Valid() {
			format, args = format+", the latest of them of %s", append(args, aged(s.LatestExpired, on))
		}
		say(u.code, format, args...)
	}
	if p == mtss.Intended && s.Vacant > 0 && s.ConfirmedThrough.IsZero() {
		out = append(out, s.vacancies()...)
	}
	if on.Valid() && s.Oldest.Valid() && on.DaysSince(s.Oldest) > 366 {
		say(CaveatOld, "the oldest observation that somebody is judged by is of %s", aged(s.Oldest, on))
	}
	if p == mtss.Observed {
		say(CaveatObservedOnly, "the share is of the %d of %d intended practitioners whose observations count, which flatters", all, s.counted(mtss.Intended).Possible)
	}
	return out
}

// unconfirmed says that it is not known who is intended.
func unconfirmed(through, on mtss.Date) mtss.Notice {
	return mtss.Noticef(evidence.NoticeUnconfirmed, "the roster is confirmed through %s, so it is not known who is intended", aged(through, on))
}

// vacancies say how vacant positions count, and whether that decides.
func (s *Share) vacancies() (out []mtss.Notice) {
	counted := *s
	switch s.VacantAs {
	case VacantUnknown: // said among what is unknown
	case VacantLeftOut:
		out = append(out, kit.Counted(CaveatVacant, s.Vacant, "vacant position", "left out"))
		counted.VacantAs = VacantNotAtFidelity
	default:
		out = append(out, mtss.Noticef(CaveatVacant, "%d of %d intended positions vacant, which count as not at fidelity", s.Vacant, s.Of(mtss.Intended).Possible))
	}
	half := mtss.NewRatio(1, 2)
	with, without := counted.Of(mtss.Intended).Span().AtLeast(half), s.Of(mtss.Employed).Span().AtLeast(half)
	if with != without {
		out = append(out, mtss.Noticef(CaveatVacantDecides, "that at least 50%% are at fidelity is %s with the vacant positions, and %s without them", said(with), said(without)))
	}
	return out
}

// said writes a verdict for people.
func said(v mtss.Verdict) string {
	if v == mtss.NotMet {
		return "not met"
	}
	return v.String()
}

// aged writes a day, and how long ago it is on another one, if that is given.
func aged(day, on mtss.Date) string {
	if !on.Valid() {
		return day.String()
	}
	return day.String() + ", " + kit.Age(day, on) + " ago"
}

// percents writes the worst and the best case of a share, each on its own side of
// the rule of 50 percent, and of none and all.
func percents(t mtss.Tally) (low, high string) {
	span, cuts := t.Span(), []mtss.Ratio{mtss.Whole(0), mtss.NewRatio(1, 2), mtss.Whole(1)}
	return span.Low.PercentAgainst(cuts...), span.High.PercentAgainst(cuts...)
}

// Sentence says the share of a population in one line, and why some are unknown.
func (s Share) Sentence(p mtss.Population) string {
	t := s.Of(p)
	if !s.ConfirmedThrough.IsZero() {
		last := s
		last.ConfirmedThrough = mtss.Date{}
		return "not known who is intended after " + s.ConfirmedThrough.String() + ", through which the roster is confirmed; last known: " + last.Sentence(p)
	}
	if t.Possible == 0 {
		return "no " + string(p) + " practitioners"
	}
	low, high := percents(t)
	least, shown := number(t.Earned), low+"%"
	if t.Unknown > 0 {
		least += " to " + number(t.Earned+t.Unknown)
		shown += " to " + high + "%"
	}
	text := least + " of " + number(t.Possible) + " " + string(p) + " practitioners at fidelity (" + shown + ")"
	before := "; unknown: "
	for _, u := range s.unknowns(p) {
		if u.n > 0 {
			text += before + number(u.n) + " " + u.short
			before = ", "
		}
	}
	switch {
	case p != mtss.Intended || s.Vacant == 0 || s.VacantAs == VacantUnknown:
	case s.VacantAs == VacantLeftOut:
		text += "; " + number(s.Vacant) + " vacant left out"
	default:
		text += "; " + number(s.Vacant) + " vacant"
	}
	return text
}

// Half judges the rule of 50 percent: whether at least half of the practitioners
// who are intended to use the innovation are at fidelity.
func (s Share) Half() rule.Finding {
	node := rule.Node{Measure: string(evidence.Practitioners), Comparison: rule.Comparison{AtLeast: "50%"}, Why: "at least half of the intended practitioners are at fidelity"}
	judge, err := rule.Compile("", node, Vocabulary())
	if err != nil { // it is a fixed node over our own measures
		return rule.Finding{}
	}
	finding := judge.Explain(Vocabulary().Values(s.Facts()))
	finding.Cite(mtss.Source{Title: "AI Hub, National Implementation Research Network", URL: "https://nirn.fpg.unc.edu/module-4/topic-6-full-implementation", Locator: "worked example: 5 of 10 teachers"})
	return finding
}

// Facts returns the share, and the points by dimension, by the names of
// [Vocabulary]; without the share where it is not known who is intended.
func (s Share) Facts() rule.Facts {
	facts := rule.Facts{}
	if s.ConfirmedThrough.IsZero() {
		facts[string(evidence.Practitioners)] = rule.Of(s.Of(mtss.Intended))
		facts[string(evidence.EmployedPractitioners)] = rule.Of(s.Of(mtss.Employed))
		facts[string(evidence.ObservedPractitioners)] = rule.Of(s.Of(mtss.Observed))
	}
	for _, d := range s.Dimensions {
		facts[d.Dimension.measure()] = rule.Of(d.Score)
	}
	return facts
}

// shareForm adds to a share what is displayed: the tally of each population.
type shareForm struct {
	plainShare
	Intended statedTally `json:"intended"`
	Employed statedTally `json:"employed"`
	Observed statedTally `json:"observed"`
}

type plainShare Share

func (s *Share) form() shareForm {
	return shareForm{plainShare(*s), stated(s.Of(mtss.Intended)), stated(s.Of(mtss.Employed)), stated(s.Of(mtss.Observed))}
}

// statedTally is a tally with its share for display, as [percents] writes it: percent is
// null while something is unknown, and all three are null for 0 of 0.
type statedTally struct {
	mtss.Tally
	Percent *string `json:"percent" jsonschema:"nullable"`
	Low     *string `json:"low" jsonschema:"nullable"`
	High    *string `json:"high" jsonschema:"nullable"`
}

func stated(t mtss.Tally) statedTally {
	out := statedTally{Tally: t}
	if span := t.Span(); span.Low.Defined() {
		low, high := percents(t)
		out.Low, out.High = &low, &high
		if t.Unknown == 0 {
			out.Percent = &low
		}
	}
	return out
}

// readStrict reads a share as [Share.AppendJSON] writes it. What is displayed must
// be what the counts come to: CodeShare.
func (s *Share) readStrict(d *strict.Decoder, n strict.Node) {
	var read shareForm
	if !d.Read(n, &read) {
		return
	}
	*s = Share(read.plainShare)
	want := s.form()
	for _, shown := range [...]struct {
		population mtss.Population
		got, want  statedTally
	}{{mtss.Intended, read.Intended, want.Intended}, {mtss.Employed, read.Employed, want.Employed}, {mtss.Observed, read.Observed, want.Observed}} {
		if !reflect.DeepEqual(shown.got, shown.want) {
			d.FailMember(string(shown.population), CodeShare, "is not what the counts come to, %d to %d of %d", shown.want.Earned, shown.want.Earned+shown.want.Unknown, shown.want.Possible)
		}
	}
}

// checkStrict reports whether readStrict would take the share.
func (s *Share) checkStrict(c *strict.Checks) bool {
	form := s.form()
	return c.Value(&form)
}

// AppendJSON appends the share with the tally of each population.
func (s *Share) AppendJSON(dst []byte) ([]byte, error) {
	if s == nil {
		s = &Share{} // of nil, the zero value is written
	}
	form := s.form()
	return strict.Append(dst, &form)
}

// MarshalJSON writes the share as AppendJSON does.
func (s Share) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil) }

// UnmarshalJSON reads the share as readStrict does.
func (s *Share) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, s, nil) }

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Share) Strict(codec any) bool { return strict.Own(codec, x.readStrict, x.checkStrict) }
