// Package kit holds the few things that every package of documents needs, so
// that none of them writes them again.
//
//	facts["team.formed"] = rule.OfYesNo(kit.YesNo(kit.Within(on, team.From, team.Until)))
package kit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/mtss"
)

// OrEmpty returns a list that is written as one even if it is nil.
func OrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Count puts a number before a noun: "1 day", "2 days".
func Count[I int | int64](n I, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.FormatInt(int64(n), 10) + " " + noun
}

// NoDay reports a day of asking that is not one of the calendar.
func NoDay(on mtss.Date) error {
	if on.Valid() {
		return nil
	}
	return mtss.Issuef("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
}

// Counted returns a notice of a number of things: the number, the noun, and what
// is said of them. Each of the two numbers of the noun has its own template.
func Counted(code mtss.Code, n int64, noun, text string) mtss.Notice {
	if n != 1 {
		noun += "s"
	}
	return mtss.Noticef(code, "%d "+noun+" "+strings.ReplaceAll(text, "%", "%%"), n)
}

// AddNew adds the notices that are not in the list yet.
func AddNew(list []mtss.Notice, notices ...mtss.Notice) []mtss.Notice {
	for _, n := range notices {
		same := func(m mtss.Notice) bool { return m.Code == n.Code && m.Message == n.Message && m.Subject == n.Subject }
		if !slices.ContainsFunc(list, same) {
			list = append(list, n)
		}
	}
	return list
}

// Age says in words how long one day is before another: in days, and from two
// months on in months and years.
func Age(from, to mtss.Date) string {
	months := (to.Year-from.Year)*12 + to.Month - from.Month
	if to.Day < from.Day {
		months--
	}
	switch years := months / 12; {
	case months < 2:
		return Count(to.DaysSince(from), "day")
	case years == 0:
		return Count(months, "month")
	case months%12 == 0:
		return Count(years, "year")
	default:
		return Count(years, "year") + " and " + Count(months%12, "month")
	}
}

// Within reports whether a day lies in a period whose end is open if it is the zero date.
func Within(on, from, until mtss.Date) bool {
	return !on.Before(from) && (until.IsZero() || !on.After(until))
}

// Happened reports whether a day has come; no date never has.
func Happened(d, on mtss.Date) bool { return d.Valid() && !d.After(on) }

// YesNo is met for true and not met for false.
func YesNo(yes bool) mtss.Verdict {
	if yes {
		return mtss.Met
	}
	return mtss.NotMet
}

// Plus adds tallies whose documents bound them far below the limit. A sum past
// it is not a valid tally, and so decides nothing.
func Plus(a, b mtss.Tally) mtss.Tally {
	return mtss.Tally{Earned: a.Earned + b.Earned, Possible: a.Possible + b.Possible, Unknown: a.Unknown + b.Unknown}
}

// Among counts the verdicts on each of a list.
func Among[T any](list []T, judge func(T) mtss.Verdict) (t mtss.Tally) {
	for _, v := range list {
		t = Plus(t, mtss.Count(judge(v)))
	}
	return t
}

// Said is met for one word, undetermined for no word and for "unsure", and not
// met for any other word.
func Said[W ~string](word, met W) mtss.Verdict {
	if word == "" || word == "unsure" {
		return mtss.Undetermined
	}
	return YesNo(word == met)
}

// Alike writes an id or a name in the way in which those are the same that differ
// by case, spaces, hyphens and accents alone, be an accent a part of its letter or a
// character of its own. What separates two numbers stays: 1-11 is not 11-1.
func Alike(id string) string {
	out := make([]byte, 0, len(id))
	digit, apart := false, false
	for _, r := range id {
		switch {
		case r == ' ', r == '-', r == '_', r > unicode.MaxASCII && (unicode.IsSpace(r) || unicode.In(r, unicode.Pd)):
			apart = true
			continue
		case r == '\u2018', r == '\u2019', r == '`':
			r = '\''
		case r > unicode.MaxASCII && unicode.In(r, unicode.Mn):
			continue
		default:
			r = plainLetter(unicode.ToLower(r))
		}
		is := unicode.IsDigit(r)
		if is && digit && apart {
			out = append(out, '-')
		}
		out = utf8.AppendRune(out, r)
		digit, apart = is, false
	}
	return string(out)
}

// plainLetter takes the accent off a Latin letter.
func plainLetter(r rune) rune {
	if r <= unicode.MaxASCII {
		return r
	}
	const letters = "aàáâãäåāăąǎ cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįǐ jĵ kķ lĺļľŀł nñńņň oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűųǔ wŵ yýÿŷ zźżž"
	for group := range strings.FieldsSeq(letters) {
		if strings.ContainsRune(group, r) {
			return rune(group[0])
		}
	}
	return r
}

// Spellings groups ids that differ by case, spaces, hyphens and accents alone, and
// returns the groups of more than one, each in order.
func Spellings(ids []string) (groups [][]string) {
	first, of := make(map[string]string, len(ids)), map[string][]string{}
	for _, id := range ids {
		key := Alike(id)
		switch other, known := first[key]; {
		case !known:
			first[key] = id
		case other == id || slices.Contains(of[key], id):
		case of[key] == nil:
			of[key] = []string{other, id}
		default:
			of[key] = append(of[key], id)
		}
	}
	for _, group := range of {
		slices.Sort(group)
		groups = append(groups, group)
	}
	slices.SortFunc(groups, slices.Compare)
	return groups
}
