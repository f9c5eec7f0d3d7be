package scoring

import (
	"encoding/json"
	"io"

	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// StoredResults are stored results, each once, with what they say of the administrations
// behind them: id, unit, instrument, day and the verdicts on criteria. That is what
// schedules ask for; all else in them may be wrong. The zero value has none.
type StoredResults struct {
	// List has them in the order in which they came.
	List []instrument.Result

	seen seen.Records[place]
}

// administered is what a result says of the administration behind it.
type administered struct {
	Kind           string         `json:"kind"`
	Administration string         `json:"administration"`
	Instrument     instrument.Ref `json:"instrument"`
	Unit           mtss.Unit      `json:"unit"`
	Date           mtss.Date      `json:"date"`
	Criteria       []struct {
		ID      string       `json:"id"`
		Verdict mtss.Verdict `json:"verdict"`
	} `json:"criteria"`
}

// Read takes the results of an input, one a line. Problems: instrument.CodeStored, the
// notice mtss.NoticeRepeated, mtss.CodeRecordRepeated, and those of records.Lines.
func (r *StoredResults) Read(file string, in io.Reader) (problems []mtss.Problem) {
	if r == nil {
		return nil
	}
	for line, err := range records.Lines(in) {
		var a administered
		if err == nil {
			if err = json.Unmarshal(line.Data, &a); err != nil || a.Kind != "result" || !a.Date.Valid() || a.Unit.ID == "" {
				err = mtss.Issuef("", instrument.CodeStored, "is not a result as mtss score writes it")
			}
		}
		if err == nil {
			id, content := resultKey(line.Data)
			if first, known, same := r.seen.Add(id, content, place{file, line.Number}); known {
				var notice mtss.Notice
				if notice, err = again("result", id, same, first); err == nil {
					problems = append(problems, NoticeOf(file, line.Number, notice))
					continue
				}
			}
		}
		if err != nil {
			problems = append(problems, Problems(file, line.Number, err)...)
			continue
		}
		result := instrument.Result{Administration: a.Administration, Instrument: instrument.UsedDefinition{Ref: a.Instrument}, Unit: a.Unit, Date: a.Date}
		for _, c := range a.Criteria {
			result.Criteria = append(result.Criteria, instrument.CriterionResult{ID: c.ID, Finding: rule.Finding{Verdict: c.Verdict}})
		}
		r.List = append(r.List, result)
	}
	return problems
}
