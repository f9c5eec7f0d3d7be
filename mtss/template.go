package mtss

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FillIn puts params in the places {0}, {1} and so on of a template, such as a
// translated [Issue.Template]. A place without a param stays as it is.
func FillIn(template string, params []string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		number, after, closed := strings.Cut(rest, "}")
		if i, err := strconv.Atoi(number); closed && err == nil && 0 <= i && i < len(params) && strconv.Itoa(i) == number {
			b.WriteString(params[i])
			template = after
		} else {
			b.WriteByte('{')
			template = rest
		}
	}
}

func place(i int) string { return "{" + strconv.Itoa(i) + "}" }

// quoted shortens a text that a message quotes to 40 characters.
func quoted(verb byte, arg any) any {
	const most = 40
	if v := reflect.ValueOf(arg); verb == 'q' && v.Kind() == reflect.String && utf8.RuneCountInString(v.String()) > most {
		return string([]rune(v.String())[:most]) + "…"
	}
	return arg
}

// filled writes an argument of a message as its verb says, and a list with commas
// between its elements.
func filled(flags string, verb byte, arg any) string {
	v := reflect.ValueOf(arg)
	_, text := arg.(fmt.Stringer)
	_, err := arg.(error)
	if text || err || v.Kind() != reflect.Slice || v.Type().Elem().Kind() == reflect.Uint8 {
		return fmt.Sprintf("%"+flags+string(verb), quoted(verb, arg))
	}
	all := make([]string, v.Len())
	for i := range all {
		all[i] = filled(flags, verb, v.Index(i).Interface())
	}
	return strings.Join(all, ", ")
}

// parts splits what a format makes of arguments into a template and the texts
// that fill it in.
func parts(format string, args []any) (template string, params []string) {
	var b strings.Builder
	next := 0 // the argument of the next verb
	for len(format) > 0 {
		text, rest, found := strings.Cut(format, "%")
		b.WriteString(text)
		if !found {
			break
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("+-# 0123456789.[]", r) })
		if end < 0 {
			return b.String() + "%" + rest, params
		}
		flags := rest[:end]
		if before, inner, indexed := strings.Cut(flags, "["); indexed {
			number, after, _ := strings.Cut(inner, "]")
			if n, err := strconv.Atoi(number); err == nil {
				flags, next = before+after, n-1
			}
		}
		switch {
		case rest[end] == '%':
			b.WriteByte('%')
		case 0 <= next && next < len(args):
			b.WriteString(place(len(params)))
			params = append(params, filled(flags, rest[end], args[next]))
			next++
		default:
			b.WriteString("%" + rest[:end+1]) // an argument is missing
		}
		format = rest[end+1:]
	}
	return b.String(), params
}
