package word

import (
	"embed"
	"strings"
	"unicode"
)

// Measure returns what people call a measure of the library; its name, if it is one of a
// host.
func Measure(name string) string {
	data, _ := files.ReadFile("measures.txt") // which is there
	if _, rest, found := strings.Cut("\n"+string(data), "\n"+name+": "); found {
		label, _, _ := strings.Cut(rest, "\n")
		return label
	}
	for _, f := range families() {
		if rest, is := strings.CutPrefix(name, f[0]); is && rest != "" {
			return f[1] + ": " + plain(rest)
		}
	}
	return name
}

// plain writes the rest of a name as people do.
func plain(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == '.' || r == '-':
			b.WriteByte(' ')
			continue
		case unicode.IsUpper(r) && i > 0 && unicode.IsLower(rune(name[i-1])):
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// families are beginnings of names that measures of closed lists have, in the order in
// which they are looked for.
func families() [][2]string {
	return [][2]string{
		{"dit.component.", "DIT series, component"},
		{"dit.", "DIT series"},
		{"goal.", "Goal"},
		{"hexagon.", "Hexagon Tool"},
		{"learning.feedback.", "Favorable answers"},
		{"learning.needs.", "Needs met by professional learning"},
		{"readiness.", "Readiness"},
		{"support.", "Support asked for"},
		{"team.role.", "People on the team"},
	}
}

//go:embed measures.txt
var files embed.FS

// Measures returns the names of the measures of the library, in their order, each with
// what people call it.
func Measures() (all [][2]string) {
	data, _ := files.ReadFile("measures.txt") // which is there
	for line := range strings.Lines(string(data)) {
		name, label, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		all = append(all, [2]string{name, label})
	}
	return all
}
