package page_test

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// foreign writes the words of a made-up language: without a letter of ours.
func foreign(text string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case depth == 0 && unicode.IsLetter(r) && r < 0x250:
			return 'ж'
		}
		return r
	}, text)
}

// inForeign are the words of a page, of the templates of concerns, of texts of the library
// and of a host, in a made-up language.
func inForeign(p profile.Profile, names profile.Words, texts ...string) profile.Words {
	words := profile.Words{Language: "x-made-up", Words: map[string]string{}}
	for _, known := range []map[string]string{page.English().Words, names.Words} {
		for key, text := range known {
			words.Words[key] = foreign(text)
		}
	}
	for _, c := range p.Concerns {
		texts = append(texts, cmp.Or(c.Notice.Template, c.Notice.Message))
	}
	for _, text := range texts {
		words.Words[text] = foreign(text)
	}
	return words
}

// english returns the words of ours that are left of a text without what is a user's own:
// texts of documents, names and ids.
func english(text string, own []string) []string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	slices.SortFunc(own, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, one := range own {
		if one = strings.ToLower(one); one != "" {
			text = regexp.MustCompile(`(^|[^a-z0-9])`+regexp.QuoteMeta(one)+`($|[^a-z0-9])`).ReplaceAllString(text, "$1 $2")
		}
	}
	return regexp.MustCompile(`[a-z]+`).FindAllString(text, -1)
}

// In another language, nothing of ours is left on a page but the data of users: names, ids,
// sources, and the texts of documents and of definitions.
func TestLanguage(t *testing.T) {
	p, names := juniper(t)
	var texts []string // of tables of the library
	tables, err := filepath.Glob("../../*/data/*.json")
	if err != nil || len(tables) < 15 {
		t.Fatal(tables, err)
	}
	for _, name := range tables {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, title := range regexp.MustCompile(`"title": "([^"]+)"`).FindAllSubmatch(data, -1) {
			texts = append(texts, string(title[1]))
		}
	}
	own := []string{"mtss-go", p.Unit.ID, "dca@7.7", "dca 7.7"} // and the name of an instrument
	who := func(who string) {                                   // in a district's own words
		if !slices.Contains(slices.Collect(maps.Values(page.English().Words)), mtss.Plain(who)) {
			own = append(own, who)
		}
	}
	for _, u := range p.Units {
		own = append(own, u.ID)
	}
	for _, in := range p.Innovations {
		own = append(own, in.ID)
		if in.Outcomes != nil {
			for _, o := range in.Outcomes.Outcomes {
				own = append(own, o.Measure)
			}
		}
	}
	for _, a := range p.Activities {
		own = append(own, a.ID, a.Text)
		who(a.Who)
	}
	for _, d := range p.Due {
		own = append(own, d.Subject)
		who(d.CompletedBy)
		who(d.SubmittedBy)
	}
	for _, a := range p.Assessed {
		for _, c := range a.Latest.Criteria {
			own = append(own, c.Title)
		}
		for _, s := range a.Latest.Subscales {
			own = append(own, s.Label)
		}
	}
	rules := func(all []rule.Decision) {
		for _, d := range all {
			own = append(own, d.Title, d.Then)
		}
	}
	rules(p.Rules)
	for _, in := range p.Innovations {
		rules(in.Rules)
	}
	for _, s := range p.Sources {
		own = append(own, s.String())
	}
	for _, d := range append(slices.Clone(p.Definitions), p.Inputs...) {
		own = append(own, d.ID, d.Digest)
	}
	own = append(own, digestOf(t, p))
	for _, c := range p.Concerns { // texts of definitions, of the completion and of the stage model
		for _, code := range []mtss.Code{instrument.CaveatNotConfirmed, instrument.CaveatCompleted, stages.CaveatNotConfirmed, stages.CaveatNote} {
			if n := len(c.Notice.Params); c.Notice.Code == code && n > 0 {
				own = append(own, c.Notice.Params[n-1])
			}
		}
		own = append(own, "minimum-capacity") // its criterion
	}
	words := inForeign(p, names, texts...)
	for _, got := range []string{text(shown(t, words, p)), text(shown(t, words, p, p)), told(t, words, p)} {
		for _, word := range english(got, own) {
			t.Errorf("%q is English", word)
		}
	}
}

// closed are the words of the closed lists that documents of districts have, and the roles.
func closed(t *testing.T) (all []string) {
	t.Helper()
	files, err := filepath.Glob("../../../schema/v1/*.json")
	if err != nil || len(files) < 50 {
		t.Fatal(files, err)
	}
	for _, role := range district.Roles() {
		all = append(all, string(role))
	}
	for _, name := range files {
		if base := filepath.Base(name); strings.HasPrefix(base, "layout") || strings.HasPrefix(base, "rollup") {
			continue // how tables are read and summed up
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range regexp.MustCompile(`"enum": ?\[([^\]]+)\]`).FindAllSubmatch(data, -1) {
			for _, w := range strings.Split(string(list[1]), ",") {
				if w = strings.Trim(strings.TrimSpace(w), `"`); regexp.MustCompile(`^[A-Za-z]+$`).MatchString(w) {
					all = append(all, w)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Whatever word of the library a message holds is said in the other language, written as in
// documents, as people do, or in quotation marks; and so are figures with what they count.
func TestParamsInLanguage(t *testing.T) {
	texts := []string{
		"2 months", "1 day", "1 year and 2 months", "2026-03-20", "2026-03-20, 2 months ago", "3 of 8", "3 of 8 (2 unknown)", "not met", "undetermined",
	}
	words := closed(t)
	if len(words) < 250 {
		t.Fatalf("%d words", len(words))
	}
	for _, w := range words {
		texts = append(texts, w, mtss.Plain(w), strconv.Quote(w))
	}
	for _, m := range word.Measures() {
		texts = append(texts, m[0], m[1])
	}
	for _, s := range stages.NIRN(stages.Entry{}).Stages {
		texts = append(texts, string(s.ID), mtss.Plain(string(s.ID)), strconv.Quote(mtss.Plain(string(s.ID))))
	}
	nouns := regexp.MustCompile(`kit\.(?:Count|Counted)\([^"\n]*, "([a-z ]+)"`)
	for _, folder := range []string{"../../*/*.go", "../../../*/*.go"} {
		files, err := filepath.Glob(folder)
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, noun := range nouns.FindAllSubmatch(data, -1) {
				if strings.Contains(string(noun[0]), "Count(") {
					texts = append(texts, "1 "+string(noun[1]), "2 "+string(noun[1])+"s")
				}
			}
		}
	}
	p, names := juniper(t)
	p.Concerns = nil
	for i, text := range texts {
		template := "{0}" + strings.Repeat(" ", i+1) // each a concern of its own
		p.Concerns = append(p.Concerns, profile.Concern{Quality: profile.Missing, Count: 1, Notice: mtss.Notice{Code: "x", Message: text, Template: template, Params: []string{text}}})
	}
	got := shown(t, inForeign(p, names), p)
	_, got, _ = strings.Cut(got, `<h2 id="h-q">`)
	got, _, _ = strings.Cut(got, `<section class="part" id="sources"`)
	for _, w := range english(text(got), nil) {
		t.Errorf("%q is English", w)
	}
}
