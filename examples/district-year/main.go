// Command district-year takes one invented district through a year, by its documents
// alone: from the votes on its capacity to a score and a plan, the stage of each of its
// innovations and what became of it, coaching and what changed with it, the rules that
// the district keeps, what is due, and how far all that can be trusted.
package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
)

//go:embed data
var files embed.FS

func main() {
	data, err := fs.Sub(files, "data")
	if err == nil {
		err = run(os.Stdout, data)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// printed are lines on their way out, up to the first that fails.
type printed struct {
	w   io.Writer
	err error
}

func (p *printed) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printed) lines(indent string, all []string) {
	for _, line := range all {
		p.line("%s%s", indent, line)
	}
}

// run writes the report in lines that fit a terminal.
func run(w io.Writer, folder fs.FS) error {
	var text strings.Builder
	if err := report(&text, folder); err != nil {
		return err
	}
	_, err := io.WriteString(w, mtss.Wrap(text.String(), 80))
	return err
}

func report(w io.Writer, folder fs.FS) error {
	documents, err := profile.Read(folder)
	if err != nil {
		return err
	}
	district, err := profile.Of(documents, profile.Options{})
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, own := range profile.All[profile.Words](documents) {
		maps.Copy(names, own.Words)
	}
	p := &printed{w: w}
	p.capacity(district)
	p.innovations(district, names)
	p.coaching(district)
	for _, set := range profile.All[rule.Set](documents) {
		book, err := rule.CompileSet(evidence.Vocabulary(), set)
		if err != nil {
			return err
		}
		p.line("\nThe district's own rules")
		said := map[string]bool{} // what holds of all innovations is said once
		for _, in := range district.Innovations {
			for _, decision := range book.Judge(district.Facts(in.ID), district.On) {
				sentences := decision.Sentences()
				if text := strings.Join(sentences, " "); !said[text] {
					said[text] = true
					p.line("  %s", names["innovation/"+in.ID])
					p.lines("    ", sentences)
				}
			}
		}
	}
	p.due(district)
	return p.err
}

// capacity prints what the team voted, the administrations before, and the plan.
func (p *printed) capacity(district profile.Profile) {
	p.line("Capacity: what the team voted, and the administrations before")
	for _, assessed := range district.Assessed {
		p.lines("  ", assessed.Latest.Lines())
		for _, point := range assessed.Trend.Points {
			p.line("  %s: %s points", point.Date, tally(point.Total.Tally))
		}
	}

	p.line("\nThe plan that followed")
	for _, a := range district.Activities {
		p.line("  %s, by %s: %s (%s)", a.Status, a.Due, a.Text, a.Who)
	}
}

// innovations prints how each came through the year, in the schools, and its outcomes.
func (p *printed) innovations(district profile.Profile, names map[string]string) {
	for _, in := range district.Innovations {
		p.line("\n%s", names["innovation/"+in.ID])
		for _, event := range in.Events {
			p.line("  %s", event.Line())
		}
		p.lines("  ", in.Stage.Lines())
		for _, school := range in.Below {
			if school.Count != nil {
				p.line("  %s: %s staff use it as intended", names["unit/"+school.Unit.ID], tally(*school.Count))
			}
		}
		if in.Outcomes == nil {
			continue
		}
		for _, finding := range in.Outcomes.Findings {
			p.lines("  ", finding.Sentences())
		}
	}
}

func (p *printed) coaching(district profile.Profile) {
	p.line("\nCoaching, and what changed with it")
	for _, month := range district.Coaching {
		p.line("  %s: %s planned contacts delivered", month.Month, tally(month.Delivered))
	}
	for _, notice := range district.Effect.Caveats {
		p.line("  %s", notice.Message)
	}
}

// due prints what is due, what to do next, and how far all this can be trusted.
func (p *printed) due(district profile.Profile) {
	p.line("\nWhat is due")
	for _, due := range district.Due {
		p.line("  %s", due.Line(district.On))
	}
	p.line("\nNext steps")
	for _, step := range district.Steps {
		p.lines("  ", step.Finding.Sentences())
	}
	p.line("\nHow far to trust this")
	for _, concern := range district.Concerns {
		p.line("  %s, %d: %s", concern.Quality, concern.Count, concern.Notice.Message)
	}
}

// tally says how many of how many, with what is not known.
func tally(t mtss.Tally) string {
	if t.Unknown > 0 {
		return fmt.Sprintf("%d to %d of %d", t.Earned, t.Earned+t.Unknown, t.Possible)
	}
	return fmt.Sprintf("%d of %d", t.Earned, t.Possible)
}
