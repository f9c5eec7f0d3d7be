package scoring

import (
	"iter"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Scoring scores the records of inputs. Only its Scorers are needed.
type Scoring struct {
	// Scorers are what records are scored by.
	Scorers Scorers
	// Missing is what an unanswered item counts as; nil for the definition's own way.
	Missing *instrument.Missing
	// Corrections says which records count; nil for all of them.
	Corrections *Corrections
	// Lowest scores the administrations of one unit, instrument, sections and day
	// together, with the lowest score of each item: see [instrument.Scorer.Lowest].
	// They come of [Scoring.Rest]. Nil scores each by itself.
	Lowest *instrument.LocalRule
	// Render appends what is wanted of a result to dst; nil for the result alone.
	Render func(dst []byte, r instrument.Result) ([]byte, error)
	// Workers is how many records, of NDJSON, are worked out at once; 0 and 1 for one
	// after the other. Outcomes come in the order of the records all the same.
	Workers int

	adds   bool     // what its outcomes say of themselves is asked for
	singly bool     // what is wrong with rows is told of each
	rooms  [][]byte // of outcomes that are no longer valid
	groups map[groupKey]*group
	order  []*group
}

// RecordResult is what came of a record. It is valid until the next one.
type RecordResult struct {
	// Record is the record.
	Record records.Record
	// Scored reports whether there is a result: not of a bad record, nor of one that
	// does not count or is scored with others.
	Scored bool
	// Result is the result.
	Result instrument.Result
	// Data is what Render made of it.
	Data []byte
	// Err is why it could not be rendered.
	Err error
	// Problems are in the order of the record, with notices.
	Problems []mtss.Problem

	says mtss.Correction[string] // the record, of itself
	room []byte                  // for Data
}

// Score scores the records of an input, and gives an outcome for each in their order. What
// is wrong with the rows of a table comes with a last outcome, which is of no record: each
// cause once, with the first line, how many rows have it, and some of them.
//
// Problems: those of reading, of [instrument.Scorer.Score] and [Corrections.Counts], and
// CodeDefinition.
func (s *Scoring) Score(file string, read iter.Seq2[records.Record, error]) iter.Seq[*RecordResult] {
	return func(yield func(*RecordResult) bool) {
		if s == nil || read == nil {
			return
		}
		line, held := assembly{workers: max(1, s.Workers)}, causes{file: file}
		on := true
		for record, err := range read {
			o := &RecordResult{Record: record}
			if n := len(s.rooms); n > 0 {
				o.room, s.rooms = s.rooms[n-1], s.rooms[:n-1]
			}
			work, settle := s.begin(file, o, err)
			tell := func() {
				if on {
					settle()
					if !s.singly {
						o.Problems = held.of(&o.Record, o.Problems)
					}
					on = yield(o)
				}
				s.rooms = append(s.rooms, o.room)
			}
			if line.workers > 1 && record.Data != nil {
				o.Record.Data = slices.Clone(record.Data)
				line.add(work, tell)
			} else {
				line.finish()
				work()
				tell()
			}
			if !on {
				break
			}
		}
		line.finish()
		if rest := held.rest(); on && len(rest) > 0 {
			yield(&RecordResult{Problems: rest})
		}
	}
}

// begin returns what is to be done of a record, whatever came before it, and what is to be
// done then, in the order of the records.
func (s *Scoring) begin(file string, o *RecordResult, err error) (work, settle func()) {
	nothing := func() {}
	refused := func(scorer *instrument.Scorer, errs ...error) {
		o.Problems = append(o.Problems, RecordProblems(file, o.Record, scorer, errs...)...)
	}
	ref := o.Record.Administration.Instrument
	scorer := s.Scorers[ref]
	switch {
	case scorer == nil && ref != (instrument.Ref{}):
		return func() {
			_, unknown := s.Scorers.Of(ref)
			refused(nil, err, unknown)
		}, nothing
	case err != nil:
		return func() { refused(scorer, err) }, func() {
			if s.Lowest != nil {
				s.groupOf(&o.Record.Administration).bad = true
			}
		}
	}
	alone := s.Lowest == nil
	return func() {
			if s.Corrections != nil || s.adds {
				o.says = o.Record.Administration.Correction()
			}
			if !alone {
				_, err = scorer.Responses(o.Record.Administration)
			} else {
				err = s.score(o, scorer, o.Record.Administration)
			}
			if err != nil {
				refused(scorer, err)
			}
		}, func() {
			if s.Corrections != nil {
				counts, told := s.Corrections.counts(file, &o.Record, o.says.Content)
				if !counts {
					*o = RecordResult{Record: o.Record, Problems: told, room: o.room}
					return
				}
				o.Problems = append(told, o.Problems...)
			}
			if !alone {
				g := s.groupOf(&o.Record.Administration)
				g.all, g.bad = append(g.all, o.Record.Administration), g.bad || err != nil
			}
		}
}

// score scores an administration, and renders its result.
func (s *Scoring) score(o *RecordResult, scorer *instrument.Scorer, a instrument.Administration, more ...mtss.Notice) (err error) {
	if s.Missing != nil {
		o.Result, err = scorer.ScoreWith(a, *s.Missing)
	} else {
		o.Result, err = scorer.Score(a)
	}
	if err != nil {
		return err
	}
	o.Scored = true
	o.Result.Caveats = append(o.Result.Caveats, more...)
	if s.Render != nil {
		o.Data, o.Err = s.Render(o.room, o.Result)
		o.room = o.Data[:0]
	}
	return nil
}

// groupKey is what administrations that are scored together have in common.
type groupKey struct {
	unit       mtss.Unit
	instrument instrument.Ref
	sections   string
	date       mtss.Date
}

type group struct {
	all []instrument.Administration
	bad bool // one of them can't be scored, so the lowest is not known
}

func (s *Scoring) groupOf(a *instrument.Administration) *group {
	key := groupKey{a.Unit, a.Instrument, strings.Join(slices.Sorted(slices.Values(a.Sections)), " "), a.Date}
	if s.groups == nil {
		s.groups = map[groupKey]*group{}
	}
	if s.groups[key] == nil {
		s.groups[key] = &group{}
		s.order = append(s.order, s.groups[key])
	}
	return s.groups[key]
}

// Rest gives the outcomes of the administrations that are scored together, in the order
// in which the first of each came; of those of which one is bad, none. The administration
// of its record has the lowest scores.
func (s *Scoring) Rest() iter.Seq[*RecordResult] {
	return func(yield func(*RecordResult) bool) {
		if s == nil || s.Lowest == nil {
			return
		}
		for _, g := range s.order {
			if g.bad {
				continue
			}
			scorer := s.Scorers[g.all[0].Instrument]
			of, notice, err := scorer.Lowest(g.all, *s.Lowest)
			o := RecordResult{Record: records.Record{Administration: of}}
			if err == nil {
				err = s.score(&o, scorer, of, notice)
			}
			o.Problems = Problems("-", 0, err)
			if !yield(&o) {
				return
			}
		}
	}
}

// Lowest is the local rule of one adopter of the TFI.
func Lowest() instrument.LocalRule {
	return instrument.LocalRule{
		ID: "lowest", Says: "each intervention is scored by itself, and an item counts with the lowest of its scores",
		Source: mtss.Source{
			Title: "TFI 2.13 annual evaluation, California coalition site",
			URL:   "https://sites.google.com/sbcusd.k12.ca.us/sel-informed-pbis/tier-2/tfi-2-13-annual-evaluation",
		},
		Note: "the source also names an item 2.14, which the TFI does not have",
	}
}
