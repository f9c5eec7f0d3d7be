// Package browser hands an engine to the JavaScript that loaded it.
package browser

import (
	"encoding/json"
	"syscall/js"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// Serve sets the function mtssCall of the program's globals, which takes the name
// of a call and its texts, and returns what the call answers as [text, problems].
// It does not return.
func Serve(e *engine.Engine, err error) {
	if err != nil {
		panic(err) // a definition that ships does not compile, which tests rule out
	}
	js.Global().Set("mtssCall", js.FuncOf(func(_ js.Value, args []js.Value) any {
		texts := make([]string, 4)
		for i := range min(len(args), len(texts)) {
			texts[i] = args[i].String()
		}
		out, problems := call(e, texts[0], texts[1], texts[2], texts[3])
		said, err := json.Marshal(problems)
		if err != nil {
			panic(err) // texts and numbers always marshal
		}
		return []any{string(out), string(said)}
	}))
	select {}
}

func call(e *engine.Engine, name, a, b, c string) (out []byte, problems []scoring.Problem) {
	switch name {
	case "use":
		return nil, e.Use([]byte(a))
	case "definition":
		return e.Definition(a)
	case "score":
		return e.Score([]byte(a), b, c == "sentences")
	case "check":
		problems, known := e.Check(a, []byte(b))
		if !known {
			return []byte("unknown"), nil
		}
		return nil, problems
	}
	return []byte("unknown"), nil
}
