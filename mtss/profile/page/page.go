// Package page has one job: it shows profiles to people, as one HTML file that needs
// nothing else: no script, no network.
//
//	p, err := profile.Of(documents, profile.Options{})
//	err = page.Write(w, profile.Words{}, p)
//
// A page says first what holds and what to do, then how it was found, then how far it
// can be trusted. Bars show what is certain, what is unknown and what is certainly not,
// with the level to reach as a line. It is light or dark as the reader has it, and
// prints on two pages.
//
// Every word of a page can be translated: [English] returns them. A page in a language
// written from right to left runs so; its charts run from left to right in every language.
package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// The codes of this package.
const (
	// CodeProfiles: there is nothing to show, or nowhere to show it.
	CodeProfiles mtss.Code = "page.profiles"
)

//go:embed words.json page.html page.css
var files embed.FS

// English returns the words that pages ask for, by their keys. To translate a page, put
// other words in their places and hand them to [Write], with those of messages under
// their templates, and of titles in definitions and tables under the titles themselves.
func English() profile.Words {
	var words profile.Words
	if data, err := files.ReadFile("words.json"); err == nil {
		_ = words.UnmarshalJSON(data) // a test shows that the file is good
	}
	return words
}

// Write writes the page of a profile, or the comparison of several, in the order in
// which they are given. What words leave out is in English, and units and innovations
// without a name are called by their ids. The same profiles and words make the same
// bytes. Errors: CodeProfiles without a profile, and those of w.
func Write(w io.Writer, words profile.Words, profiles ...profile.Profile) error {
	if w == nil || len(profiles) == 0 {
		return mtss.Issuef("", CodeProfiles, "want a profile to show and somewhere to write it to")
	}
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	t := newTalk(words)
	made, err := template.New("page.html").Funcs(template.FuncMap{
		"say":      t.say,
		"count":    t.count,
		"css":      func() template.CSS { return template.CSS(css) }, // ours
		"text":     cssText,
		"add":      func(a, b int) int { return a + b },
		"document": func(kind string) string { return t.called("document", kind) },
		"word":     func(verdict string) string { return t.say("verdict." + verdict) },
		"dir":      func() string { return direction(t.language) },
	}).ParseFS(files, "page.html")
	if err != nil {
		return err
	}
	if len(profiles) > 1 {
		return made.ExecuteTemplate(w, "comparison", t.comparison(profiles))
	}
	return made.ExecuteTemplate(w, "report", t.report(&profiles[0]))
}

// direction is the direction in which a language is written: from right to left where
// its tag names such a script, or else is of a language that is mostly written so.
func direction(language string) string {
	parts := strings.Split(strings.ToLower(language), "-")
	named := parts[0]
	for _, part := range parts[1:] {
		if len(part) == 1 { // from here on it is an extension, or private
			break
		}
		if len(part) == 4 && part[0] > '9' {
			named = part
		}
	}
	if slices.Contains([]string{"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi", "adlm", "arab", "hebr", "nkoo", "syrc", "thaa"}, named) {
		return "rtl"
	}
	return "ltr"
}

// cssText writes a text as a string of a style sheet: whatever is neither a letter nor
// a digit of ASCII is escaped.
func cssText(text string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == ' ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%06x ", r)
		}
	}
	b.WriteByte('"')
	return template.CSS(b.String())
}
