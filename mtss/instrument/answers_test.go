package instrument_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// tiers is an instrument of two sections; item 4 may not be not applicable,
// and item 5 is scored 0, 2 or 4.
func tiers() instrument.Definition {
	d := toy("1 2 3 4 5", []instrument.Subscale{sub("t1", "1 2"), sub("t2", "3 4 5")}, atLeast("t1", "50%"), atLeast("t2", "50%"), atLeast("total", "50%"))
	d.Items[3].NotApplicable = false
	d.Scales = append(d.Scales, instrument.Scale{ID: "even", Scores: []int{0, 2, 4}})
	d.Items[4].Scale = "even"
	d.Sections = []instrument.Section{{ID: "one", Items: []string{"1", "2"}}, {ID: "two", Items: []string{"3", "4", "5"}}}
	return d
}

func TestAnswersAreChecked(t *testing.T) {
	for _, test := range []struct {
		name, why string
		answers   string
		change    func(a *instrument.Administration)
		want      []string
		code      mtss.Code
	}{
		{"unknown item", "a misspelt id must not vanish", "1=2 6=1", nil, []string{"/responses/6 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"unknown item without a score", "", "1=2 6=null", nil, []string{"/responses/6 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"unknown item that does not apply", "", "6=NA", nil, []string{"/notApplicable/0 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"no item", "", "=1", nil, []string{"/responses/ instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"an id with a slash", "paths are JSON Pointers", "a/b~c=1", nil, []string{"/responses/a~1b~0c instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"item twice", "in Go nothing else forbids it", "1=2 2=1 1=2", nil, []string{"/responses/1 instrument.answer.repeated"}, instrument.CodeAnswerRepeated},
		{"item twice, once not scored", "", "1=null 1=2", nil, []string{"/responses/1 instrument.answer.repeated"}, instrument.CodeAnswerRepeated},
		{"item thrice", "each time too many is named", "1=0 1=0 1=0", nil, []string{"/responses/1 instrument.answer.repeated", "/responses/1 instrument.answer.repeated"}, instrument.CodeAnswerRepeated},
		{"score 3", "the scale ends at 2", "1=3", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"score -1", "", "1=-1", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"score between two of the scale", "it has gaps", "5=3", nil, []string{"/responses/5 instrument.score"}, instrument.CodeScore},
		{"the number that stands for not administered", "a score is never read as a word", "1=253", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"the number that stands for not applicable", "99 and the like leaked into sums elsewhere", "1=254", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"the number that stands for no answer", "", "1=255", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"a score that would wrap round", "257 is not 1", "1=257", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"a huge score", "", "1=2147483647", nil, []string{"/responses/1 instrument.score"}, instrument.CodeScore},
		{"scored and not applicable", "it is one or the other", "1=2 2=0 2=NA", nil, []string{"/notApplicable/0 instrument.answer.repeated"}, instrument.CodeAnswerRepeated},
		{"not applicable twice", "", "1=NA 1=NA", nil, []string{"/notApplicable/1 instrument.answer.repeated"}, instrument.CodeAnswerRepeated},
		{"may not be not applicable", "the instrument decides that", "4=NA", nil, []string{"/notApplicable/0 instrument.notapplicable"}, instrument.CodeNotApplicable},
		{"another version", "a criterion belongs to a version", "1=2", func(a *instrument.Administration) { a.Instrument.Version = "2" }, []string{"/instrument instrument.version"}, instrument.CodeInstrument},
		{"another instrument", "", "1=2", func(a *instrument.Administration) { a.Instrument.ID = "tfi" }, []string{"/instrument instrument.version"}, instrument.CodeInstrument},
		{"no unit", "", "1=2", func(a *instrument.Administration) { a.Unit = mtss.Unit{} }, []string{"/unit/id instrument.unit", "/unit/kind mtss.unit.kind"}, instrument.CodeUnit},
		{"unknown kind of unit", "", "1=2", func(a *instrument.Administration) { a.Unit.Kind = "town" }, []string{"/unit/kind mtss.unit.kind"}, mtss.CodeUnitKind},
		{"no date", "", "1=2", func(a *instrument.Administration) { a.Date = mtss.Date{} }, []string{"/date instrument.date"}, instrument.CodeDate},
		{"a day that is not", "", "1=2", func(a *instrument.Administration) { a.Date = mtss.Date{Year: 2026, Month: 2, Day: 30} }, []string{"/date instrument.date"}, instrument.CodeDate},
		{"unknown section", "", "1=2", func(a *instrument.Administration) { a.Sections = []string{"one", "three"} }, []string{"/sections/1 instrument.section.unknown"}, instrument.CodeSectionUnknown},
		{"a section by another spelling", "its items are not said to be outside too: nobody knows", "1=2", func(a *instrument.Administration) { a.Sections = []string{"Two"} }, []string{"/sections/0 instrument.section.unknown"}, instrument.CodeSectionUnknown},
		{"section twice", "", "1=2", func(a *instrument.Administration) { a.Sections = []string{"one", "one"} }, []string{"/sections/1 instrument.section.unknown"}, instrument.CodeSectionUnknown},
		{"scored in another section", "either the score or the section is wrong", "1=2 3=1", func(a *instrument.Administration) { a.Sections = []string{"one"} }, []string{"/responses/3 instrument.section.other"}, instrument.CodeSectionOther},
		{"not applicable in another section", "", "1=2 3=NA", func(a *instrument.Administration) { a.Sections = []string{"one"} }, []string{"/notApplicable/0 instrument.section.other"}, instrument.CodeSectionOther},
		{"several at once", "in the order of the input, not of the items or of their ids", "10=1 5=1 2=9 1=0 1=0 4=NA 1=NA 9=NA", func(a *instrument.Administration) {
			a.Instrument.Version, a.Date, a.Sections = "2", mtss.Date{}, []string{"one", "two", "zero"}
		}, []string{
			"/instrument instrument.version", "/date instrument.date",
			"/responses/10 instrument.item.unknown", "/responses/5 instrument.score", "/responses/2 instrument.score", "/responses/1 instrument.answer.repeated",
			"/notApplicable/0 instrument.notapplicable", "/notApplicable/1 instrument.answer.repeated", "/notApplicable/2 instrument.item.unknown",
			"/sections/2 instrument.section.unknown",
		}, instrument.CodeSectionUnknown},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := tiers()
			a := given(d, test.answers)
			if test.change != nil {
				test.change(&a)
			}
			r, err := compiled(t, d).Score(a)
			same(t, test.why, test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			same(t, "no result beside an error", instrument.Result{}, r)
		})
	}
}

// What looks odd and is allowed.
func TestAnswersThatAreGood(t *testing.T) {
	for _, test := range []struct {
		name, why, answers string
		sections           []string
		want               []instrument.Answer
	}{
		{"none", "all are missing", "", nil, []instrument.Answer{instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer}},
		{"null is missing", "", "1=null 2=0", nil, []instrument.Answer{instrument.NoAnswer, 0, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer}},
		{"any order", "", "5=4 3=NA 1=2 4=1 2=0", nil, []instrument.Answer{2, 0, instrument.DoesNotApply, 1, 4}},
		{"null and not applicable", "it was asked, and found not to apply", "1=null 1=NA", nil, []instrument.Answer{instrument.DoesNotApply, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer}},
		{"one section", "", "1=1", []string{"one"}, []instrument.Answer{1, instrument.NoAnswer, instrument.NotAdministered, instrument.NotAdministered, instrument.NotAdministered}},
		{"null in another section", "a form lists every item", "1=1 3=null", []string{"one"}, []instrument.Answer{1, instrument.NoAnswer, instrument.NotAdministered, instrument.NotAdministered, instrument.NotAdministered}},
		{"both sections", "the same as none named", "1=1", []string{"two", "one"}, []instrument.Answer{1, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer, instrument.NoAnswer}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := tiers()
			a := given(d, test.answers)
			a.Sections = test.sections
			got, unscored, err := compiled(t, d).Answers(a)
			if err != nil || unscored != nil {
				t.Fatalf("unscored %v, issues %v", unscored, mtss.Issues(err))
			}
			same(t, test.why, test.want, got)
		})
	}
}

// Responses leaves out what does not apply, or was not administered.
func TestResponses(t *testing.T) {
	for _, test := range []struct {
		name, answers string
		sections      []string
		want          string
	}{
		{"in the definition's order", "5=4 3=NA 1=2 4=1", nil, "1=2 2=null 4=1 5=4"},
		{"one section", "2=1", []string{"one"}, "1=null 2=1"},
		{"refused", "1=9", nil, ""},
	} {
		a := given(tiers(), test.answers)
		a.Sections = test.sections
		got, err := compiled(t, tiers()).Responses(a)
		var want instrument.Responses
		if test.want != "" {
			want = given(tiers(), test.want).Responses
		}
		same(t, test.name, want, got)
		if (err == nil) != (want != nil) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// Every answer to an item that the list may go on with is kept.
func TestItemsBeyondAnIncompleteList(t *testing.T) {
	d := toy("1 2 3", nil)
	d.Lacks = []instrument.Lack{{Of: "items", Says: "there may be more"}}
	r := scored(t, d, given(d, "28=2 1=1 30=null 4=99 2=0"))
	same(t, "kept, in order of number", instrument.ItemAccount{Scored: 2, Missing: []string{"3"}, NotApplicable: []string{}, Unscored: instrument.Responses{{Item: "4", Score: 99}, {Item: "28", Score: 2}, {Item: "30", NotScored: true}}}, r.Items)
	same(t, "caveats", []mtss.Code{instrument.CaveatLacks, instrument.CaveatUnscored}, codesOf(r.Caveats))
	same(t, "points are of what is known", mtss.Tally{Earned: 1, Possible: 6, Unknown: 2}, r.Points)
	if r.Total != nil {
		t.Errorf("total %+v of an incomplete list", r.Total)
	}
	for item, code := range map[string]mtss.Code{
		"x": instrument.CodeItemUnknown, "": instrument.CodeItemUnknown, "028": instrument.CodeItemUnknown, "0": instrument.CodeItemUnknown,
		"2a": instrument.CodeItemUnknown, "-4": instrument.CodeItemUnknown, "4.0": instrument.CodeItemUnknown, "12345": instrument.CodeItemUnknown,
	} {
		_, err := compiled(t, d).Score(given(d, item+"=1"))
		same(t, item, []string{"/responses/" + item + " " + string(code)}, found(err))
	}
	_, err := compiled(t, d).Score(given(d, "28=1 28=1"))
	same(t, "twice", []string{"/responses/28 instrument.answer.repeated"}, found(err))
	_, err = compiled(t, d).Score(given(d, "28=-1 29=251 30=250"))
	same(t, "no item has such scores", []string{"/responses/28 instrument.score", "/responses/29 instrument.score"}, found(err))
	_, err = compiled(t, d).Score(given(d, "28=NA"))
	same(t, "not applicable, which nobody knows", []string{"/notApplicable/0 instrument.item.unknown"}, found(err))
}

// Messages say what is allowed, and name instrument and version.
func TestAnswerMessages(t *testing.T) {
	for _, test := range []struct {
		answers  string
		sections []string
		want     string
	}{
		{"1=3", nil, `item "1" of toy@1 is scored 3, want 0 to 2`},
		{"5=3", nil, `item "5" of toy@1 is scored 3, want one of 0, 2, 4`},
		{"7=1", nil, `toy@1 has no item "7", want item 1 to 5`},
		{"1=1", []string{"three"}, `"three" is not a section of toy@1, want any of one, two`},
		{strings.Repeat("y", 99) + "=1", nil, `toy@1 has no item "` + strings.Repeat("y", 40) + `…", want item 1 to 5`},
	} {
		a := given(tiers(), test.answers)
		a.Sections = test.sections
		_, err := compiled(t, tiers()).Score(a)
		issues := mtss.Issues(err)
		same(t, "message", test.want, issues[len(issues)-1].Message)
	}
	a := given(toy("1", nil), "")
	a.Sections = []string{"one"}
	_, err := compiled(t, toy("1", nil)).Score(a)
	same(t, "without sections", `"one" is not a section of toy@1, which has no sections`, mtss.Issues(err)[0].Message)
}

func TestItem(t *testing.T) {
	s := compiled(t, tiers())
	if i, ok := s.Item("3"); i != 2 || !ok {
		t.Errorf("item 3 at %d, %v", i, ok)
	}
	if _, ok := s.Item("6"); ok {
		t.Error("item 6 is known")
	}
}
