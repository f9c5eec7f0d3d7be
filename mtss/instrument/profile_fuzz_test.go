package instrument_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func FuzzDecodeProfile(f *testing.F) {
	f.Add(encoded(f, network()))
	f.Add([]byte(`{"kind":"profile","schemaVersion":1,"id":"p","criteria":[{}],"facts":[{"covers":["/criteria/1"]}]}`))
	d := published()
	f.Fuzz(func(t *testing.T, data []byte) {
		p, ok := fixedPoint(t, data, instrument.DecodeCriteriaProfile)
		if !ok {
			return
		}
		with, err := instrument.WithProfile(d, p)
		if err != nil {
			return
		}
		if err := with.Validate(); err != nil {
			t.Errorf("a profile spoiled a good definition: %v", mtss.Issues(err))
		}
	})
}

func FuzzDecodeEquating(f *testing.F) {
	f.Add(encoded(f, between(f)), int64(3), int64(2))
	f.Add([]byte(`{"kind":"equating","schemaVersion":1,"lines":[{"slope":"0%"}]}`), int64(0), int64(0))
	f.Fuzz(func(t *testing.T, data []byte, earned, unknown int64) {
		e, ok := fixedPoint(t, data, instrument.DecodeEquating)
		if !ok {
			return
		}
		for _, l := range e.Lines {
			q, err := e.Equate(l.Section, mtss.Tally{Earned: earned, Possible: l.FromPossible, Unknown: unknown})
			if err != nil {
				continue
			}
			for _, end := range []mtss.Ratio{q.Share.Low, q.Share.High} {
				if end.Defined() && (end.Sign() < 0 || end.Cmp(mtss.Whole(1)) > 0) {
					t.Errorf("an end of %s", end)
				}
			}
			if open := !q.Share.Low.Defined() || !q.Share.High.Defined(); open != (q.Undefined != "") {
				t.Errorf("open %v, because %q", open, q.Undefined)
			}
		}
	})
}
