// Command beam rolls up administrations on Apache Beam, by whichever runner is named:
// each line is scored where it is, and the states of parts are made one by
// rollup.Merge as the combining function. It prints the table, the same bytes as one
// machine writes.
//
//	cd examples/beam
//	go run . -definition ../state/check.json -units units.json -by district,state -runner prism FILE...
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism" // the runner for one machine
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

func main() {
	units := flag.String("units", "", "a units `FILE`")
	by := flag.String("by", "district,state", "the kinds of units that have rows")
	definition := flag.String("definition", "", "the definition `FILE` of the instrument")
	out := flag.String("table", "table.json", "the `FILE` for the table, which a worker writes")
	flag.Parse()
	beam.Init()
	if err := run(context.Background(), *definition, *units, *by, *out, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func init() {
	beam.RegisterType(reflect.TypeFor[partial]())
	beam.RegisterCoder(reflect.TypeFor[partial](), encode, decode)
	register.DoFn3x1[context.Context, string, func(partial), error](&scoring{})
	register.DoFn2x1[context.Context, partial, error](&writing{})
	register.Combiner1[partial](&merging{})
	register.Emitter1[partial]()
}

// partial is the state of a part. Beam wants a type of this package for its coder.
type partial struct {
	State   rollup.State
	waiting []rollup.State
}

// encode writes a state as its documents, one a line.
func encode(p partial) ([]byte, error) {
	var out []byte
	for _, part := range p.whole().State.Split() {
		var err error
		if out, err = part.AppendJSON(out); err != nil {
			return nil, err
		}
		out = append(out, '\n')
	}
	return out, nil
}

func decode(data []byte) (partial, error) {
	var parts []rollup.State
	for line := range bytes.Lines(data) {
		part, err := rollup.DecodeState(bytes.TrimSpace(line))
		if err != nil {
			return partial{}, err
		}
		parts = append(parts, part)
	}
	return partial{State: rollup.Merge(parts...)}, nil
}

// scoring makes a state of each line. A line that is bad ends the pipeline here; a
// program of more than an example would put it aside.
type scoring struct {
	Definition []byte
	scorer     *instrument.Scorer
}

// Setup makes the definition ready, once for a worker.
func (s *scoring) Setup() error {
	d, err := instrument.DecodeDefinition(s.Definition)
	if err == nil {
		s.scorer, err = instrument.Compile(d)
	}
	return err
}

// ProcessElement scores a line.
func (s *scoring) ProcessElement(_ context.Context, line string, emit func(partial)) error {
	a, err := instrument.DecodeAdministration([]byte(line))
	if err != nil {
		return err
	}
	result, err := s.scorer.Score(a)
	if err != nil {
		return err
	}
	var p partial
	if err := p.State.Add(a.Correction(), result); err != nil {
		return err
	}
	emit(p)
	return nil
}

// merging is the combining function. It is associative and commutative, byte for byte,
// which is what Beam asks of it.
type merging struct{}

// CreateAccumulator returns the state of nothing.
func (*merging) CreateAccumulator() partial { return partial{} }

// AddInput takes in a state. Merging sorts, so it is put off until there are many.
func (*merging) AddInput(sum, next partial) partial {
	sum.waiting = append(sum.waiting, next.State)
	if len(sum.waiting) > 1000+len(sum.State.Records) {
		sum = sum.whole()
	}
	return sum
}

// whole takes in what waits.
func (p partial) whole() partial {
	return partial{State: rollup.Merge(append(p.waiting, p.State)...)}
}

// MergeAccumulators makes two states one.
func (*merging) MergeAccumulators(a, b partial) partial {
	return partial{State: rollup.Merge(a.whole().State, b.whole().State)}
}

// ExtractOutput puts the records into order.
func (*merging) ExtractOutput(sum partial) partial { return sum.whole() }

// writing rolls the whole up and writes the table.
type writing struct {
	Units []byte
	By    []string
	File  string
}

// ProcessElement is called once, with the state of the whole.
func (w *writing) ProcessElement(_ context.Context, whole partial) error {
	data, err := table(whole.State, w.Units, w.By)
	if err != nil {
		return err
	}
	return os.WriteFile(w.File, data, 0o600)
}

// table rolls a state up.
func table(state rollup.State, units []byte, by []string) ([]byte, error) {
	h, err := records.DecodeUnits(units)
	if err != nil {
		return nil, err
	}
	breakdown := rollup.Breakdown{Period: rollup.SchoolYear, Policy: rollup.WithholdingPolicy{Below: 10}}
	for _, word := range by {
		breakdown.By = append(breakdown.By, mtss.UnitKind(word))
	}
	t, _, err := state.Table(h, breakdown)
	for _, issue := range mtss.Issues(err) {
		if issue.Code != mtss.CodeRecordRepeated && issue.Code != mtss.CodeCorrection {
			return nil, err
		}
		log.Print(issue) // the table is of the records in force in spite of it
	}
	return t.MarshalJSON()
}

// run builds the pipeline and runs it. The lines are handed to it with the program; on a
// cluster, take textio.Read with a place that all workers reach.
func run(ctx context.Context, definition, units, by, out string, files []string) error {
	var data [2][]byte
	for i, name := range []string{definition, units} {
		var err error
		if data[i], err = os.ReadFile(name); err != nil {
			return err
		}
	}
	var lines []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	if len(lines) == 0 {
		return fmt.Errorf("there are no administrations")
	}
	p, s := beam.NewPipelineWithRoot()
	states := beam.ParDo(s, &scoring{Definition: data[0]}, beam.Reshuffle(s, beam.CreateList(s, lines)))
	beam.ParDo0(s, &writing{Units: data[1], By: strings.Split(by, ","), File: out}, beam.Combine(s, &merging{}, states))
	return beamx.Run(ctx, p)
}
