package engine

import (
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// AppendProblems writes problems as encoding/json does, which would be a thirtieth
// of what a page loads.
func AppendProblems(dst []byte, problems []mtss.Problem) []byte {
	if problems == nil {
		return append(dst, "null"...)
	}
	dst = append(dst, '[')
	for i, p := range problems {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		if p.File != "" {
			dst = append(appendText(append(dst, `"file":`...), p.File), ',')
		}
		dst = strconv.AppendInt(append(dst, `"line":`...), int64(p.Line), 10)
		dst = appendText(append(dst, `,"path":`...), p.Path)
		dst = appendText(append(dst, `,"code":`...), string(p.Code))
		dst = appendText(append(dst, `,"message":`...), p.Message)
		if p.Template != "" {
			dst = appendText(append(dst, `,"template":`...), p.Template)
		}
		for j, param := range p.Params {
			if j == 0 {
				dst = append(dst, `,"params":[`...)
			} else {
				dst = append(dst, ',')
			}
			dst = appendText(dst, param)
		}
		if len(p.Params) > 0 {
			dst = append(dst, ']')
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendText writes a replacement for each byte that is not UTF-8.
func appendText(dst []byte, text string) []byte {
	dst, _ = strict.AppendString(dst, string([]rune(text)))
	return dst
}
