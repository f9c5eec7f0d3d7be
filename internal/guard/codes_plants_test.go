package guard

import (
	"strings"
	"testing"
)

// constant is a package with one code.
const constant = "package dca\nconst (\n\t// CodeItem: an item is\n\t// unknown.\n\tCodeItem mtss.Code = \"dca.item\"\n)\n"

func TestCodesAreFound(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"in a group", constant, "| `dca.item` | an item is unknown | `dca` |"},
		{"alone", "package dca\n// CodeA means bad | worse.\nconst CodeA mtss.Code = \"dca.a\"\n", "| `dca.a` | bad \\| worse | `dca` |"},
		{"converted", "package dca\nconst CodeA = mtss.Code(\"dca.a\") // CodeA: bad.\n", "| `dca.a` | bad | `dca` |"},
		{"in its own package", "-- mtss/codes.go --\npackage mtss\n// CodeA: bad.\nconst CodeA Code = \"mtss.a\"\n", "| `mtss.a` | bad | `mtss` |"},
		{"another type of that name", "package dca\n// A is.\nconst A Code = \"dca.a\"\n", ""},
		{"another constant", "package dca\n// A is.\nconst A = \"dca.a\"\n", ""},
		{"in a test", "-- dca/a_test.go --\npackage dca\nconst A mtss.Code = \"dca.a\"\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, found := range codes(grow(t, c.src)) {
				got = append(got, found.row())
			}
			expect(t, got, c.want)
		})
	}
}

func TestMisshapen(t *testing.T) {
	planted(t, misshapen, []plant{
		{"good", constant, ""},
		{"upper case", "package dca\n// A is.\nconst A mtss.Code = \"dca.Item\"\n", "does not match"},
		{"no room", "package dca\n// A is.\nconst A mtss.Code = \"item\"\n", "does not match"},
		{"worked out", "package dca\n// A is.\nconst A mtss.Code = prefix + \"a\"\n", "does not match"},
		{"twice", constant + "-- stages/a.go --\npackage stages\n// A is.\nconst A mtss.Code = \"dca.item\"\n", "is also dca/score.go:5"},
		{"without a comment", "package dca\nconst A mtss.Code = \"dca.item\"\n", "has no comment"},
	})
}

func TestLoose(t *testing.T) {
	planted(t, loose, []plant{
		{"call", "package dca\nvar x = mtss.Issuef(\"\", \"dca.item\", \"m\")\n", "is a bare string"},
		{"literal", "package dca\nvar x = mtss.Issue{Code: \"dca.item\"}\n", "is a bare string"},
		{"inside mtss", "-- mtss/a.go --\npackage mtss\nvar x = Issuef(\"\", \"mtss.a\", \"m\")\n", "is a bare string"},
		{"constant", "package dca\nvar x = mtss.Issuef(\"\", CodeItem, \"m\")\nvar y = mtss.Issue{Code: CodeItem}\n", ""},
		{"test", "-- dca/a_test.go --\npackage dca\nvar x = mtss.Issue{Code: \"dca.item\"}\n", ""},
	})
}

func TestUntested(t *testing.T) {
	test := func(file, line string) string { return constant + "-- " + file + " --\npackage x\n" + line + "\n" }
	planted(t, untested, []plant{
		{"never", constant, "no test names it"},
		{"by its name, beside it", test("dca/a_test.go", "var x = CodeItem"), ""},
		{"by its name, from afar", test("stages/a_test.go", "var x = dca.CodeItem"), ""},
		{"by its value", test("stages/a_test.go", "const x = \"/items/0: dca.item\""), ""},
		{"the same name of another package", test("stages/a_test.go", "var x = stages.CodeItem"), "no test names it"},
		{"the same name in another folder", test("stages/a_test.go", "var x = CodeItem"), "no test names it"},
		{"a longer code", test("dca/a_test.go", "const x = \"dca.item.unknown\""), "no test names it"},
		{"a longer name", test("dca/a_test.go", "var x = CodeItemUnknown"), "no test names it"},
		{"only in a comment", test("dca/a_test.go", "// CodeItem is dca.item."), "no test names it"},
		{"only in code", constant + "-- dca/b.go --\npackage dca\nvar x = CodeItem\n", "no test names it"},
	})
}

func TestUnlisted(t *testing.T) {
	all := codes(grow(t, constant))
	good := rewritten("# Codes\n\n"+tableHead+"| old | x | y |\n", all)
	for _, c := range []struct{ name, page, want string }{
		{"as rewritten", good, ""},
		{"missing", "# Codes\n\n" + tableHead, "lacks dca.item"},
		{"twice", good + all[0].row() + "\n", "lists dca.item 2 times"},
		{"of no constant", good + "| `dca.gone` | x | `dca` |\n", "lists dca.gone, which is no constant"},
		{"another meaning", strings.Replace(good, "unknown", "known", 1), "want | `dca.item` | an item is unknown |"},
		{"no table", "# Codes\n", "has no table"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := unlisted(c.page, all)
			if len(got) == 2 {
				got = got[:1] // the second says how to mend it
			}
			expect(t, got, c.want)
		})
	}
	if again := rewritten(good, all); again != good {
		t.Errorf("rewriting twice differs:\n%s", again)
	}
	if !strings.HasPrefix(good, "# Codes\n\n|") {
		t.Errorf("the introduction is lost:\n%s", good)
	}
}
