package main

import (
	"fmt"
	"io"
	"maps"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// printStages prints whether the district, and each school, meets the rule for
// entering full implementation. The measures of the earlier stages are not the
// matter here, so only the one stage is shown.
func printStages(w io.Writer, report *fidelity.ShareReport, improvements []fidelity.Improvement) error {
	fmt.Fprintln(w, "\nfull implementation")
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		return err
	}
	assessments, err := assessor.Assess(stated(report, improvements), today)
	if err != nil {
		return err
	}
	schools := map[mtss.Verdict][]string{}
	for _, a := range assessments {
		full := a.Stages[len(a.Stages)-1]
		if a.Unit != willow {
			schools[full.Entered] = append(schools[full.Entered], a.Unit.ID)
			continue
		}
		fmt.Fprintf(w, "  %s %s: %s\n", a.Unit.Kind, a.Unit.ID, full.Entered)
		for _, sentence := range full.Enter.Sentences() {
			fmt.Fprintf(w, "    %s\n", sentence)
		}
		fmt.Fprintf(w, "    rule: %s\n", full.Enter.Source)
	}
	for _, v := range []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Undetermined} {
		if len(schools[v]) > 0 {
			fmt.Fprintf(w, "  schools, %s: %s\n", map[mtss.Verdict]string{mtss.Met: "met", mtss.NotMet: "not met", mtss.Undetermined: "undetermined"}[v], strings.Join(schools[v], ", "))
		}
	}
	return nil
}

// stated holds the computed measures of the district and of each school.
func stated(report *fidelity.ShareReport, improvements []fidelity.Improvement) evidence.Statements {
	var all evidence.Statements
	record := func(u mtss.Unit, from string) *evidence.Statement {
		for i := range all.Records {
			if all.Records[i].Unit == u {
				return &all.Records[i]
			}
		}
		all.Records = append(all.Records, evidence.Statement{Unit: u, Innovation: innovation, Date: today, From: from, Measured: rule.Facts{}})
		return &all.Records[len(all.Records)-1]
	}
	record(willow, "the documents of this example") // nothing at all is known of it at first
	if report != nil {
		for _, s := range report.Shares {
			if s.Unit.Kind != mtss.KindClassroom {
				maps.Copy(record(s.Unit, report.Policy.String()).Measured, evidence.Select(s.Facts()))
			}
		}
	}
	for _, m := range improvements {
		maps.Copy(record(m.Unit, "outcomes").Measured, evidence.Select(m.Facts()))
	}
	return all
}
