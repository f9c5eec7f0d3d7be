package dca_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// toyAnswers returns an administration of the invented instrument; answers are
// "item=score", "item=null" and "item=NA".
func toyAnswers(id, date, answers string) instrument.Administration {
	a := instrument.Administration{
		ID: id, Instrument: instrument.Ref{ID: "toy", Version: "1"}, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Date: day(date),
		AdministeredBy: instrument.AdministeredBy{Role: "administrator", TrainedOn: day("2020-01-01")},
	}
	for _, answer := range strings.Fields(answers) {
		item, text, _ := strings.Cut(answer, "=")
		switch text {
		case "NA":
			a.NotApplicable = append(a.NotApplicable, item)
		case "null":
			a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: *number(text)})
		}
	}
	return a
}

func planned() instrument.Administration {
	return toyAnswers("m-1", "2026-01-20", "1=2 2=1 3=null 4=NA 5=3")
}

func TestCandidates(t *testing.T) {
	for _, test := range []struct {
		name, why, answers string
		sections           []string
		want               []string
	}{
		{"below the top, and missing", "in the order of the definition; what does not apply is none", "5=4 1=2 2=1 3=null 4=NA", nil, []string{"2", "3", "5"}},
		{"all at the top", "", "1=2 2=2 3=2 4=2 5=5", nil, []string{}},
		{"a section alone", "the others were not administered", "5=1", []string{"t"}, []string{"5"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := toyAnswers("m-1", "2026-01-20", test.answers)
			a.Sections = test.sections
			got, err := dca.Candidates(compiled(t, votable()), a)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, test.want, got)
		})
	}
	_, err := dca.Candidates(compiled(t, votable()), toyAnswers("m-1", "2026-01-20", "1=3"))
	same(t, "a bad administration", []string{"/responses/1 instrument.score"}, found(err))
}
