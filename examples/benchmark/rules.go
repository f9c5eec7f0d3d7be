package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"cel.dev/cel-go/cel"
	"github.com/diegoholiveira/jsonlogic/v3"
	"github.com/expr-lang/expr"
	"github.com/open-policy-agent/opa/v1/rego"

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

func withCEL(string) error {
	env, err := cel.NewEnv(cel.Variable("total", cel.IntType), cel.Variable("part", cel.IntType))
	if err != nil {
		return err
	}
	ast, issues := env.Compile("total * 100 >= 70 * 54 && part * 100 >= 50 * 18")
	if issues.Err() != nil {
		return issues.Err()
	}
	program, err := env.Program(ast)
	if err != nil {
		return err
	}
	values := map[string]any{}
	return measure(func(earned int64) bool {
		values["total"], values["part"] = earned, earned/3
		out, _, err := program.Eval(values)
		return err == nil && out.Value() == true
	})
}

func withExpr(string) error {
	values := map[string]any{"total": 0, "part": 0}
	program, err := expr.Compile("total * 100 >= 70 * 54 && part * 100 >= 50 * 18", expr.Env(values), expr.AsBool())
	if err != nil {
		return err
	}
	return measure(func(earned int64) bool {
		values["total"], values["part"] = int(earned), int(earned/3)
		out, err := expr.Run(program, values)
		return err == nil && out == true
	})
}

func withJSONLogic(string) error {
	var logic any
	err := json.Unmarshal([]byte(`{"and":[{">=":[{"*":[{"var":"total"},100]},3780]},{">=":[{"*":[{"var":"part"},100]},900]}]}`), &logic)
	if err != nil {
		return err
	}
	values := map[string]any{}
	return measure(func(earned int64) bool {
		values["total"], values["part"] = float64(earned), float64(earned/3)
		out, err := jsonlogic.ApplyInterface(logic, values)
		return err == nil && out == true
	})
}

func withOPA(string) error {
	ctx := context.Background()
	query, err := rego.New(rego.Query("data.sample.met"), rego.Module("sample.rego", `package sample

met if {
	input.total * 100 >= 70 * 54
	input.part * 100 >= 50 * 18
}
`)).PrepareForEval(ctx)
	if err != nil {
		return err
	}
	values := map[string]any{}
	return measure(func(earned int64) bool {
		values["total"], values["part"] = earned, earned/3
		results, err := query.Eval(ctx, rego.EvalInput(values))
		return err == nil && len(results) == 1 && results[0].Expressions[0].Value == true
	})
}
