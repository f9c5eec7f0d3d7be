// Package browser hands an engine to the JavaScript that loaded it.
package browser

import (
	"syscall/js"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
)

// Serve answers the calls of an engine. It does not return.
func Serve(e *engine.Engine, err error) {
	if err != nil {
		panic(err) // a definition that ships does not compile, which tests rule out
	}
	answer(func(args []js.Value) (out, problems []byte) {
		texts := make([]string, 4)
		for i := range min(len(args), len(texts)) {
			texts[i] = args[i].String()
		}
		out, found := call(e, texts[0], texts[1], texts[2], texts[3])
		return out, engine.AppendProblems(nil, found)
	})
}

// Report answers the call "report", whose texts are a request and what is in its
// files, as text or bytes. It does not return.
func Report(of func(request string, contents [][]byte) (out, problems []byte)) {
	answer(func(args []js.Value) (out, problems []byte) {
		var contents [][]byte
		for _, arg := range args[2:] {
			if arg.Type() == js.TypeString {
				contents = append(contents, []byte(arg.String()))
				continue
			}
			data := make([]byte, arg.Length())
			js.CopyBytesToGo(data, arg)
			contents = append(contents, data)
		}
		return of(args[1].String(), contents)
	})
}

// answer sets the function mtssCall of the program's globals, which takes the name
// of a call and its texts, and returns what the call answers as [text, problems].
func answer(how func(args []js.Value) (out, problems []byte)) {
	js.Global().Set("mtssCall", js.FuncOf(func(_ js.Value, args []js.Value) any {
		out, problems := how(args)
		return []any{string(out), string(problems)}
	}))
	select {}
}

func call(e *engine.Engine, name, a, b, c string) (out []byte, problems []mtss.Problem) {
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
