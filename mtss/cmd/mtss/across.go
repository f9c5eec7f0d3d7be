package main

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// lowest is the local rule of one adopter of the TFI.
func lowest() instrument.LocalRule {
	return instrument.LocalRule{
		ID: "lowest", Says: "each intervention is scored by itself, and an item counts with the lowest of its scores",
		Source: mtss.Source{
			Title: "TFI 2.13 annual evaluation, California coalition site",
			URL:   "https://sites.google.com/sbcusd.k12.ca.us/sel-informed-pbis/tier-2/tfi-2-13-annual-evaluation",
		},
		Note: "the source also names an item 2.14, which the TFI does not have",
	}
}

// sameDay holds the administrations that are scored together, in the order in
// which their groups were first met.
type sameDay struct {
	groups map[dayKey]*group
	order  []*group
}

// dayKey is what the administrations of a group have in common.
type dayKey struct {
	unit       mtss.Unit
	instrument instrument.Ref
	sections   string
	date       mtss.Date
}

type group struct {
	all []instrument.Administration
	bad bool // one of them can't be scored, so the lowest is not known
}

func (d *sameDay) of(a instrument.Administration) *group {
	key := dayKey{a.Unit, a.Instrument, strings.Join(slices.Sorted(slices.Values(a.Sections)), " "), a.Date}
	if d.groups[key] == nil {
		d.groups[key] = &group{}
		d.order = append(d.order, d.groups[key])
	}
	return d.groups[key]
}

func (d *sameDay) add(a instrument.Administration) {
	g := d.of(a)
	g.all = append(g.all, a)
}

func (d *sameDay) bad(a instrument.Administration) { d.of(a).bad = true }

// together scores what was held back.
func (s *scoring) together() {
	if s.across == nil {
		return
	}
	for _, g := range s.across.order {
		if g.bad || s.failed {
			continue
		}
		scorer := s.scorers[g.all[0].Instrument]
		of, notice, err := scorer.Lowest(g.all, lowest())
		var result instrument.Result
		if err == nil {
			result, err = s.scored(scorer, of)
		}
		if err != nil {
			s.report.report("-", 0, err)
			continue
		}
		result.Caveats = append(result.Caveats, notice)
		s.write(s.rendered(result))
	}
}
