package rollup

import (
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// settling is one run after the sources were read: what has to be looked at again is,
// and what is left of the places that the sieve kept is scored.
type settling struct {
	*sieve
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
	about map[int]int64 // places that params are about
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
	for l, err := range s.each(alike(s.seen)) {
		if err != nil {
			return err
		}
		content := l.a.Correction().Content
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
	for l, err := range s.each(append(find(s.seen, keys), s.corrections...)) {
		if err != nil {
			return err
		}
		if (l.a.Supersedes != "" || l.a.Voids != "" || named[l.a.ID]) && s.gone[l.at] != endAgain {
			all = append(all, l.a.Correction())
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
		found := issueAt{at: own[i].at, issue: issue, about: map[int]int64{}}
		for k, param := range issue.Params {
			if other, err := strconv.Atoi(strings.TrimPrefix(param, "/")); err == nil && param[0] == '/' {
				found.about[k] = own[other].at
			}
		}
		s.first = append(s.first, found)
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
	t := newSieve(s.sieving, 0)
	t.again, t.dead = true, s.gone
	for i := range s.all {
		u := &s.all[i]
		for k := range u.cells {
			c := &u.cells[k]
			if u.within == 0 || len(s.alive(c)) > 0 {
				continue
			}
			c.at, c.more = nowhere, 0
			v := &t.all[t.unit(u.unit.Kind, []byte(u.unit.ID))]
			v.cells = append(v.cells, *c)
		}
	}
	if len(t.all) == 0 {
		return nil
	}
	for i := range s.sources {
		if err := t.run(i, 0, s.sources[i].Size, func(int, int) {}); err != nil {
			return err
		}
	}
	for i := range t.all {
		s.take(&t.latestOf, &t.all[i])
	}
	return nil
}

// alive are the records of a cell that count.
func (s *settling) alive(c *cell) []int64 {
	return slices.DeleteFunc(s.places(c), func(at int64) bool { return s.gone[at] != 0 })
}

// table scores what may count and rolls it up.
func (s *settling) table(units mtss.Hierarchy) (Table, Account, error) {
	r := newRoll(units, *s.by)
	for i, used := range s.used {
		if used {
			r.versions[s.forms[i].ref.ID]++
		}
	}
	r.account = s.account
	r.account.Records = s.records
	state, err := s.scored(r.latest(&s.latestOf, s.alive))
	if err != nil {
		return Table{}, Account{}, err
	}
	r.state, s.all, s.units = state, nil, nil
	return r.table()
}

// scored makes the state of the records at places.
func (s *settling) scored(places []int64) (State, error) {
	slices.Sort(places)
	workers := max(1, s.reading.Workers)
	states, errs := make([]State, workers), make([]error, workers)
	var group sync.WaitGroup
	for w := range states {
		group.Go(func() {
			lines, buffer := s.newLines(), make([]byte, again+slack)
			part := places[len(places)*w/workers : len(places)*(w+1)/workers]
			states[w].Records = make([]StateRecord, 0, len(part))
			for _, at := range part {
				if errs[w] = s.one(at, lines, buffer, &states[w]); errs[w] != nil {
					return
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return State{}, err
		}
	}
	return merge(states), nil
}

// one reads and scores the record at a place, and adds it to a state. What it corrects is
// settled, and its content no longer of interest.
func (s *settling) one(at int64, lines *lines, buffer []byte, state *State) error {
	l, err := s.lineOf(at, false, buffer)
	if err != nil {
		return err
	}
	source, _ := s.source(at)
	if s.sources[source].Layout != nil || !lines.administration(l.data, &l.a) {
		if err := lines.generally(source, l.data, &l.a); err != nil {
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
