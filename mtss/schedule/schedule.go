package schedule

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Schedule is a document that says when an instrument is to be administered. It
// goes by windows of the year, by meetings of the team, or both; after a run of
// scores at criterion it can change to other windows.
type Schedule struct {
	// ID names the schedule.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is what is administered.
	Instrument instrument.Ref `json:"instrument"`
	// Versions are further versions of the instrument, such as the one before a
	// revision. An administration with one of them counts, too.
	Versions []string `json:"versions,omitzero" jsonschema:"minItems=1,maxItems=50,uniqueItems=true,minLength=1,maxLength=32"`
	// Baseline asks for a first administration, at any time, before the windows begin.
	Baseline bool `json:"baseline,omitzero"`
	// Windows are the windows of a year, each of which asks for one administration.
	Windows []mtss.Window `json:"windows,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// FromMeeting asks for an administration, besides Windows, from this meeting
	// after the last administration on; absent means that meetings do not matter.
	FromMeeting int `json:"fromMeeting,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// ThroughMeeting is the last meeting that is in time for it, FromMeeting or a
	// later one; absent if meetings do not matter.
	ThroughMeeting int `json:"throughMeeting,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// AfterAtCriterion is how many administrations at criterion in a row it takes
	// to change to Then; absent means never. A later one that is not at criterion
	// changes back.
	AfterAtCriterion int `json:"afterAtCriterion,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Then are the windows after that. Meetings no longer matter.
	Then []mtss.Window `json:"then,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// CompletedBy is the role that administers it, such as "district team"; absent
	// means that it is not stated.
	CompletedBy string `json:"completedBy,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// SubmittedBy is the role that hands in the result, such as "data coordinator";
	// absent means that it is not stated.
	SubmittedBy string `json:"submittedBy,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Source is where the schedule is stated.
	Source mtss.Source `json:"source,omitzero"`
}

// Decode reads the document strictly and validates it. Errors: the
// codes of strict reading and CodeSchedule.
func Decode(data []byte) (Schedule, error) { return strict.Read(data, (*Schedule).issues) }

// Schema names the kind of the document and the version of its schema.
func (Schedule) Schema() mtss.Schema { return mtss.Schema{Kind: "schedule", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (s Schedule) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *Schedule) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *Schedule) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, s, (*Schedule).issues)
}

// Validate reports what is wrong with the schedule. Errors: the codes of strict
// reading and CodeSchedule.
func (s Schedule) Validate() error { return strict.Validate(&s, (*Schedule).issues) }

func (s *Schedule) issues() []mtss.Issue {
	var found kit.Problems
	if len(s.Windows) == 0 && s.FromMeeting == 0 {
		found.Fail("", CodeSchedule, "schedule %q goes neither by windows nor by meetings", s.ID)
	}
	found.Windows("/windows", CodeSchedule, s.Windows)
	found.Windows("/then", CodeSchedule, s.Then)
	if slices.Contains(s.Versions, s.Instrument.Version) {
		found.Fail("/versions", CodeSchedule, "version %q is the one that is administered", s.Instrument.Version)
	}
	if s.ThroughMeeting < s.FromMeeting || s.ThroughMeeting > 0 && s.FromMeeting == 0 {
		found.Fail("/throughMeeting", CodeSchedule, "from meeting %d through %d, want meetings in order", s.FromMeeting, s.ThroughMeeting)
	}
	if (s.AfterAtCriterion > 0) != (len(s.Then) > 0) {
		found.Fail("/then", CodeSchedule, "a run of scores at criterion and the windows to change to go together")
	}
	return found.List()
}

// counts reports whether an administration with an instrument is one that the
// schedule asks for.
func (s *Schedule) counts(ref instrument.Ref) bool {
	return ref == s.Instrument || ref.ID == s.Instrument.ID && slices.Contains(s.Versions, ref.Version)
}

// atCriterion reports whether an administration is certain to be at criterion.
func atCriterion(done rule.Dated) bool { return done.Value.Equal(rule.OfYesNo(mtss.Met)) }

// settled reports whether the run of scores at criterion up to a day lets the
// schedule change to Then: the last of the administrations, which are in order,
// are all at criterion, as many as AfterAtCriterion says. One of which it is not
// known breaks the run.
func (s *Schedule) settled(done []rule.Dated, on mtss.Date) bool {
	past := slices.IndexFunc(done, func(a rule.Dated) bool { return a.On.After(on) })
	if past < 0 {
		past = len(done)
	}
	if s.AfterAtCriterion == 0 || past < s.AfterAtCriterion {
		return false
	}
	return !slices.ContainsFunc(done[past-s.AfterAtCriterion:past], func(a rule.Dated) bool { return !atCriterion(a) })
}

// inOrder returns the administrations up to a day by date; of those of one day,
// the ones at criterion come first.
func inOrder(done []rule.Dated, on mtss.Date) []rule.Dated {
	past := slices.DeleteFunc(slices.Clone(done), func(a rule.Dated) bool { return !a.On.Valid() || a.On.After(on) })
	slices.SortStableFunc(past, func(a, b rule.Dated) int {
		if order := a.On.Compare(b.On); order != 0 || atCriterion(a) == atCriterion(b) {
			return order
		}
		if atCriterion(a) {
			return -1
		}
		return 1
	})
	return past
}

// DCA returns the schedule of the District Capacity Assessment: a
// baseline, then once in August or September and once in January or February.
func DCA() Schedule {
	windows := mtss.DCAWindows()
	return Schedule{ID: "dca", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Baseline: true, Windows: windows, Source: windows[0].Source}
}

// TFI returns the schedule of a Tiered Fidelity Inventory: at the start
// of the year, then at every third or fourth meeting; once a year, at its
// start, after three administrations in a row at criterion. The start of the
// year is the host's window, since the source gives no days.
func TFI(version string, startOfYear mtss.Window) Schedule {
	return Schedule{
		ID: "tfi", Instrument: instrument.Ref{ID: "tfi", Version: version}, Windows: []mtss.Window{startOfYear},
		FromMeeting: 3, ThroughMeeting: 4, AfterAtCriterion: 3, Then: []mtss.Window{startOfYear},
		Source: mtss.Source{Title: "Tiered Fidelity Inventory (TFI), PBISApps", URL: "https://pbisapps.org/products/tfi"},
	}
}

// Windows returns the windows of schedules, each once.
func Windows(all []Schedule) (windows []mtss.Window) {
	for _, s := range all {
		for _, w := range s.Windows {
			if !slices.ContainsFunc(windows, func(v mtss.Window) bool { return v.ID == w.ID && v.From == w.From && v.To == w.To }) {
				windows = append(windows, w)
			}
		}
	}
	return windows
}
