package instrument_test

import (
	"sync"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// One scorer serves many at once and gives each the same bytes.
func TestConcurrentUse(t *testing.T) {
	m := newMaker(11)
	for range 20 {
		d := m.definition(8)
		s := compiled(t, d)
		administrations := make([]instrument.Administration, 10)
		want := make([]string, len(administrations))
		for i := range administrations {
			administrations[i] = m.administration(d, 30)
			want[i] = string(encoded(t, scored(t, d, administrations[i])))
		}
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				for i, a := range administrations {
					r, err := s.Score(a)
					if err != nil {
						t.Error(mtss.Issues(err))
						continue
					}
					same(t, "result", want[i], string(encoded(t, r)))
				}
			})
		}
		wait.Wait()
	}
}

// spoil changes whatever of a definition a caller could reach.
func spoil(d *instrument.Definition) {
	d.Scales[0].Scores[0], d.Items[0].Scale, d.Items[1].ID = 2, "1-5", "other"
	d.Sections[0].Items[0], d.Sections[1].ID = "9", "elsewhere"
	d.Subscales[1].Items[0], d.Subscales[2].Report, d.Subscales[0].ID = "4", "", "z"
	d.Criteria[0].Require.All[0].AtLeast, d.Criteria[0].Require.All[1].Each[0] = "1%", "b"
	d.Criteria[1].Require.Between[1] = "100%"
	d.Criteria[1].ID, d.Criteria[1].Note = "c9", "other"
	d.Facts[0].Covers[0], d.Facts[1].Says, d.Facts[1].Provenance = "/nowhere", "other", mtss.Confirmed
	d.Lacks[0].Says, d.Lacks[0].Of = "other", "total"
}

// spoilable has something behind each slice.
func spoilable() instrument.Definition {
	d := rich()
	d.Lacks = []instrument.Lack{{Of: "items", Says: "how many"}}
	d.Criteria[1].Require.AtLeast, d.Criteria[1].Require.Between = "", []string{"10%", "50%"}
	return d
}

// What a caller does to a definition, or to the one that a scorer gives out,
// never reaches the scorer.
func TestScorerKeepsItsOwnDefinition(t *testing.T) {
	d := spoilable()
	a := given(d, "1=4 2=1 3=2 4=1 5=1")
	want := string(encoded(t, scored(t, d, a)))
	s := compiled(t, d)
	score := func() string {
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		return string(encoded(t, r))
	}
	spoil(&d)
	same(t, "after changing what was compiled", want, score())
	out := s.Definition()
	same(t, "definition", spoilable(), out)
	spoil(&out)
	same(t, "after changing what the scorer gave out", want, score())
	same(t, "definition given out again", spoilable(), s.Definition())
}

// A result is its receiver's own: changing it changes no later one.
func TestResultIsNotShared(t *testing.T) {
	d := rich()
	s := compiled(t, d)
	a := given(d, "1=4 2=1 3=2 4=1")
	a.Sections = []string{"fall", "rest"}
	r, err := s.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	want := string(encoded(t, r))
	for i := range r.Caveats {
		r.Caveats[i] = mtss.Notice{}
	}
	for i := range r.Criteria {
		for k := range r.Criteria[i].Children {
			r.Criteria[i].Children[k].Measure = "other"
		}
		r.Criteria[i].Needed = append(r.Criteria[i].Needed[:0], r.Criteria[i].Needed...)
	}
	r.Sections[0], r.Items.Missing[0] = "other", "other"
	r.Subscales[0].ID = "other"
	_ = append(r.Subscales, instrument.Score{ID: "other"}) // beside which the total stands
	if r.Total.ID != "" {
		t.Error("a score that is appended to the subscales changed the total")
	}
	mine := append(r.Caveats, mtss.Notice{Code: "mine"})
	_ = append(r.Caveats, mtss.Notice{Code: "yours"})
	if mine[len(mine)-1].Code != "mine" {
		t.Error("two who append to the caveats of one result write over each other")
	}
	r, err = s.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "the next result", want, string(encoded(t, r)))
	same(t, "sections given", []string{"fall", "rest"}, a.Sections)
}
