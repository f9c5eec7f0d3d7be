//go:build !alone

package main

import (
	"context"
	"encoding/json"

	"cel.dev/cel-go/cel"
	"github.com/diegoholiveira/jsonlogic/v3"
	"github.com/expr-lang/expr"
	"github.com/open-policy-agent/opa/v1/rego"
)

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
