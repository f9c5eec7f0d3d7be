package rollup

import (
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// settling is one run after the sources were read: what has to be looked at again is,
// and what is left of the places that the sieve kept is scored.
type settling struct {
	*sieve
	readers []reader      // by worker
	gone    map[int64]end // the records that do not count
	account Account
	first   []issueAt        // of the corrections
	again   map[int64]repeat // records that are known by what others are
}

// end says why a record does not count.
type end int

const (
	endAgain end = 1 + iota
	endConflicting
	endCorrected
)

type repeat struct {
	first int64
	same  bool
}

type issueAt struct {
	at    int64
	issue mtss.Issue
}

// kill notes that a record does not count, if it still did.
func (s *settling) kill(at int64, unit mtss.Unit, date mtss.Date, why end) {
	if s.gone[at] != 0 {
		return
	}
	s.gone[at] = why
	u := &s.all[s.unit(unit.Kind, []byte(unit.ID))]
	switch s.when(date) {
	case whenLater:
		u.later--
	case whenOutside:
		u.outside--
	default:
		u.within--
	}
	switch why {
	case endAgain:
		s.account.Repeated++
	case endConflicting:
		s.account.Conflicting++
	default:
		s.account.Corrected++
	}
}

// repeats looks at records that may be known by what others are known by. Those that
// say the same count once; of those that do not, none does.
func (s *settling) repeats() error {
	type variant struct {
		content string
		at      int64
		unit    mtss.Unit
		date    mtss.Date
	}
	s.again = map[int64]repeat{}
	known := map[string][]variant{}
	for l, err := range s.each(alike(s.seen, s.workers)) {
		if err != nil {
			return err
		}
		content := l.says.Content
		key := "id " + l.a.ID
		if l.a.ID == "" {
			key = "content " + content
		}
		own := variant{content, l.at, l.a.Unit, l.a.Date}
		all := known[key]
		if len(all) > 0 {
			s.again[l.at] = repeat{all[0].at, all[0].content == content}
		}
		if slices.ContainsFunc(all, func(v variant) bool { return v.content == content }) {
			s.kill(own.at, own.unit, own.date, endAgain)
			continue
		}
		all = append(all, own)
		known[key] = all
		if len(all) > 1 {
			for _, v := range all {
				s.kill(v.at, v.unit, v.date, endConflicting)
			}
		}
	}
	return nil
}

// corrected takes out what others correct, and what only voids.
func (s *settling) corrected() error {
	if len(s.corrections) == 0 {
		return nil
	}
	named := map[string]bool{}
	var keys []uint64
	for l, err := range s.each(s.corrections) {
		if err != nil {
			return err
		}
		for _, id := range [...]string{l.a.Supersedes, l.a.Voids} {
			if id != "" && !named[id] {
				named[id] = true
				keys = append(keys, s.key(&said{id: []byte(id)}))
			}
		}
	}
	var all []mtss.Correction[string]
	var own []loaded
	for l, err := range s.each(append(find(s.seen, keys, s.workers), s.corrections...)) {
		if err != nil {
			return err
		}
		if (l.a.Supersedes != "" || l.a.Voids != "" || named[l.a.ID]) && s.gone[l.at] != endAgain {
			all = append(all, l.says)
			own = append(own, loaded{at: l.at, a: instrument.Administration{Unit: l.a.Unit, Date: l.a.Date}})
		}
	}
	standing, err := mtss.Standing(all)
	for i, l := range own {
		if _, stands := slices.BinarySearch(standing, i); !stands {
			s.kill(l.at, l.a.Unit, l.a.Date, endCorrected)
		}
	}
	for _, issue := range mtss.Issues(err) {
		number, member, _ := strings.Cut(issue.Path[1:], "/")
		i, err := strconv.Atoi(number)
		if err != nil || issue.Code == mtss.CodeRecordRepeated {
			continue
		}
		issue.Path = pointer.Member("", member)
		s.first = append(s.first, issueAt{at: own[i].at, issue: issue})
	}
	return nil
}

// forget gives back the memory of the identities. Where it is a large part of all, what
// is made next would otherwise come on top of it.
func (s *settling) forget() error {
	s.seen = nil
	if s.records > 1<<20 {
		runtime.GC()
	}
	return nil
}

// fill looks for the latest records of cells of which none counts.
func (s *settling) fill() error {
	var empty []sifted
	for i := range s.all {
		u := &s.all[i]
		var cells []cell
		for k := range u.cells {
			c := &u.cells[k]
			if u.within == 0 || len(s.alive(c)) > 0 {
				continue
			}
			c.at, c.more = nowhere, 0
			cells = append(cells, *c)
		}
		if len(cells) > 0 {
			empty = append(empty, sifted{unit: u.unit, cells: cells})
		}
	}
	if len(empty) == 0 {
		return nil
	}
	sieves, err := s.sift(func() *sieve {
		t := newSieve(s.sieving)
		t.again, t.dead = true, s.gone
		for _, u := range empty {
			t.all[t.unit(u.unit.Kind, []byte(u.unit.ID))].cells = slices.Clone(u.cells)
		}
		return t
	}, nil)
	for _, t := range sieves {
		s.mergeCells(t)
	}
	return err
}

// alive are the records of a cell that count.
func (s *settling) alive(c *cell) []int64 {
	return slices.DeleteFunc(s.places(c), func(at int64) bool { return s.gone[at] != 0 })
}

// table scores what may count and rolls it up.
func (s *settling) table(units mtss.Hierarchy) (Table, Account, error) {
	r := newRoll(units, *s.by)
	r.workers = s.workers
	for i, used := range s.used {
		if used {
			r.versions[s.forms[i].ref.ID]++
		}
	}
	r.account = s.account
	r.account.Records = s.records
	states, err := s.scored(r.latest(&s.latestOf, s.alive))
	if err != nil {
		return Table{}, Account{}, err
	}
	r.states, s.all, s.units = states, nil, nil
	return r.table()
}

// scored makes states of the records at places.
func (s *settling) scored(places []int64) ([]State, error) {
	slices.Sort(places)
	states := make([]State, s.workers)
	size := min(len(places)/(8*s.workers)+1, lot)
	lots := slices.Collect(slices.Chunk(places, size))
	err := share(s.workers, len(lots), func(w, i int) error {
		if states[w].Records == nil {
			states[w].Records = make([]StateRecord, 0, len(places)/s.workers+size)
		}
		for _, at := range lots[i] {
			if err := s.one(at, s.reader(w), &states[w]); err != nil {
				return err
			}
		}
		return nil
	})
	return states, err
}

// one reads and scores the record at a place, and adds it to a state. What it corrects is
// settled, and its content no longer of interest.
func (s *settling) one(at int64, r *reader, state *State) error {
	l, err := s.lineOf(at, false, r.buffer)
	if err != nil {
		return err
	}
	source, _ := s.source(at)
	if s.sources[source].Layout != nil || !r.lines.administration(l.data, &l.a) {
		if err := r.lines.generally(source, l.data, &l.a); err != nil {
			return err
		}
	}
	f := slices.IndexFunc(s.forms, func(f form) bool { return f.ref == l.a.Instrument })
	if f < 0 {
		return io.ErrUnexpectedEOF // it changed
	}
	result, err := s.reading.score(s.forms[f].scorer, l.a)
	if err != nil {
		return err
	}
	return state.Add(mtss.Correction[string]{ID: l.a.ID}, result)
}
