package rollup

import (
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/mtss"
)

// doubtful says which records may not count as they are: those that correct others, and
// those whose id, or content without one, may be that of another or be named by a
// correction. It goes by hashes, so one may be among them that need not be.
func (s *State) doubtful() []bool {
	seed, ids := maphash.MakeSeed(), newIdentities(int64(len(s.Records))*window)
	doubtful := make([]bool, len(s.Records))
	var named []uint64
	for i := range s.Records {
		r := &s.Records[i]
		if known := r.known(); known != "" {
			ids.add(maphash.String(seed, known), int64(i)*window)
		}
		for _, id := range [...]string{r.Supersedes, r.Voids} {
			if id != "" {
				doubtful[i], named = true, append(named, maphash.String(seed, id))
			}
		}
	}
	all := []*identities{ids}
	for _, place := range append(alike(all, 1), find(all, named, 1)...) {
		doubtful[place/window] = true
	}
	return doubtful
}

// known is what a record is known by; "" if it is by nothing.
func (r *StateRecord) known() string {
	if r.ID != "" {
		return r.ID
	}
	return r.Content
}

// settled returns the doubtful records that count. Of records of one id or content that do
// not say the same, none does.
func (r *roll) settled(s *State, doubtful []bool) (standing State, issues []mtss.Issue) {
	part := State{Definitions: s.Definitions}
	for i, is := range doubtful {
		if is {
			part.Records = append(part.Records, s.Records[i])
		}
	}
	part = Merge(part)
	all := part.Records
	var places []string
	place := func(i int) string { // in the order of the whole
		if places == nil {
			places = s.places(&part, doubtful)
		}
		return places[i]
	}
	var first seen.Records[int]
	conflicting, corrects := make([]bool, len(all)), false
	for i := range all {
		rec := &all[i]
		corrects = corrects || rec.Supersedes != "" || rec.Voids != ""
		r.account.Records += 1 + rec.Again
		r.account.Repeated += rec.Again
		if at, there, _ := first.Add(rec.ID, rec.Content, i); there {
			conflicting[at], conflicting[i] = true, true
			issues = append(issues, mtss.Issuef(place(i)+"/id", mtss.CodeRecordRepeated, "%q is the id or the content of the record at %s as well, which says something else or was scored otherwise; neither counts", rec.ID, place(at)))
		}
	}
	corrected := make([]bool, len(all))
	if corrects {
		issues = append(issues, part.correct(corrected, place)...)
	}
	standing.Definitions = part.Definitions
	for i := range all {
		switch {
		case conflicting[i]:
			r.account.Conflicting++
		case corrected[i]:
			r.account.Corrected++
		default:
			standing.Records = append(standing.Records, all[i])
		}
	}
	return standing, issues
}

// correct marks the records that others correct, and those that only void.
func (s *State) correct(corrected []bool, place func(i int) string) (issues []mtss.Issue) {
	type subject struct {
		unit       mtss.Unit
		instrument string
	}
	corrections := make([]mtss.Correction[subject], len(corrected))
	for i := range corrections {
		rec := &s.Records[i]
		about := subject{rec.Unit, s.Definitions[rec.Definition].Instrument.ID}
		corrections[i] = mtss.Correction[subject]{ID: rec.ID, Supersedes: rec.Supersedes, Voids: rec.Voids, Subject: about, Content: rec.Content}
		corrected[i] = true
	}
	standing, err := mtss.Standing(corrections)
	for _, issue := range mtss.Issues(err) {
		if issue.Code != mtss.CodeRecordRepeated {
			number, member, _ := strings.Cut(issue.Path[1:], "/")
			i, _ := strconv.Atoi(number) // it is one
			issue.Path = pointer.Member(place(i), member)
			issues = append(issues, issue)
		}
	}
	for _, i := range standing {
		corrected[i] = false
	}
	return issues
}

// places returns where the records of a part come in the order of the whole, in which
// none of the others is like one of them.
func (s *State) places(part *State, in []bool) []string {
	at := new(State).definitions([]State{*s, *part})
	order := func(r StateRecord, at []destination) StateRecord {
		r.Definition = at[r.Definition].place
		return r
	}
	before := make([]int, len(part.Records)+1)
	for i := range s.Records {
		if in[i] {
			continue
		}
		r := order(s.Records[i], at[0])
		k, _ := slices.BinarySearchFunc(part.Records, r, func(a, b StateRecord) int {
			a = order(a, at[1])
			return compare(&a, &b)
		})
		before[k]++
	}
	places, passed := make([]string, len(part.Records)), 0
	for i := range places {
		passed += before[i]
		places[i] = pointer.Element("/records", passed+i)
	}
	return places
}
