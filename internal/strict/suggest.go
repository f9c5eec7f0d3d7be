package strict

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// The bounds of suggestions: they help a person, and must not let a hostile
// document buy much work.
const (
	maxSuggestions = 100
	maxListed      = 12
)

// choice says what stands instead of a wrong name or value: the one that was
// probably meant, or all if they are few.
func choice(got string, allowed []string, suggest bool) string {
	if suggest {
		if near := Nearest(got, allowed); near != "" {
			return fmt.Sprintf("did you mean %q?", near)
		}
	}
	return "want " + list(allowed)
}

// Instead ends a message on a name or a word that is not one of a list: with the one that
// was probably meant, or with what there is.
func Instead[T ~string](got string, allowed []T) string {
	words := make([]string, len(allowed))
	for i, word := range allowed {
		words[i] = string(word)
	}
	return choice(got, words, true)
}

// list writes `"a", "b" or "c"`, and ends early if there are many.
func list(allowed []string) string {
	shown := allowed[:min(len(allowed), maxListed)]
	quoted := make([]string, len(shown))
	for i, name := range shown {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	switch {
	case len(quoted) == 0:
		return "nothing here"
	case len(shown) < len(allowed):
		return fmt.Sprintf("%s or one of %d others", strings.Join(quoted, ", "), len(allowed)-len(shown))
	case len(quoted) == 1:
		return quoted[0]
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " or " + quoted[last]
}

// Nearest is [mtss.Nearest].
func Nearest(got string, allowed []string) string { return mtss.Nearest(got, allowed) }
