package main

import (
	"fmt"
	"time"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// The rule is that of 54 points and of 18 at least so many percent were earned. Ours also
// knows answers that are missing, which the others take for zero.

// measure prints the nanoseconds of the processor that a verdict takes.
func measure(verdict func(earned int64) bool) error {
	met := 0
	for n := 1000; ; n *= 4 {
		before := spent()
		for i := range n {
			if verdict(int64(i % 55)) {
				met++
			}
		}
		took := spent() - before
		if took < time.Second/2 {
			continue
		}
		if met == 0 {
			return fmt.Errorf("it is never met")
		}
		_, err := fmt.Printf("ns %.1f\n", float64(took)/float64(n))
		return err
	}
}

func judge(string) error {
	node := rule.Node{All: []rule.Node{
		{Measure: "total", Comparison: rule.Comparison{AtLeast: "70%"}}, {Measure: "part", Comparison: rule.Comparison{AtLeast: "50%"}},
	}}
	judge, err := rule.Compile("", node, rule.Vocabulary{Measures: []rule.Measure{{Name: "total", Kind: rule.KindTally}, {Name: "part", Kind: rule.KindTally}}})
	if err != nil {
		return err
	}
	values := make([]rule.Value, 2)
	return measure(func(earned int64) bool {
		values[0], values[1] = rule.Of(mtss.Tally{Earned: earned, Possible: 54}), rule.Of(mtss.Tally{Earned: earned / 3, Possible: 18})
		return judge.Verdict(values) == mtss.Met
	})
}
