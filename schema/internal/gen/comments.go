package gen

import (
	_ "embed"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

//go:embed comments.txt
var commentsText string

// comments returns what people read of types and fields by "kit.Type" and
// "kit.Type.Field". It is made of the doc comments, as comments.txt holds them: one to a line, so that reading
// them is not part of what making the schemas takes. Sources are not there when
// a program runs, so they are read beforehand; a test sees that they are current.
func comments() map[string]string {
	all := keyed(commentsText)
	for key, text := range all {
		all[key] = strings.ReplaceAll(text, paragraph, "\n\n")
	}
	return plainWords(all)
}

// paragraph marks the end of one within a line.
const paragraph = " ¶ "

// Comments renders comments as comments.txt holds them.
func Comments(all map[string]string) []byte {
	var out strings.Builder
	for _, key := range slices.Sorted(maps.Keys(all)) {
		out.WriteString(key + " " + strings.ReplaceAll(all[key], "\n\n", paragraph) + "\n")
	}
	return []byte(out.String())
}

const module = "github.com/openmtss/mtss-go/"

// comment finds the words for a type or a field.
func comment(words map[string]string, t reflect.Type, field string) string {
	key := strings.TrimPrefix(t.PkgPath(), module) + "." + t.Name()
	if field != "" {
		key += "." + field
	}
	return words[key]
}

// Extract reads the doc comments of the packages in dirs below root.
func Extract(root string, dirs []string) (map[string]string, error) {
	all := map[string]string{}
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			ofFile(all, dir, file)
		}
	}
	return all, nil
}

func ofFile(all map[string]string, dir string, file *ast.File) {
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.TYPE {
			continue
		}
		for _, spec := range group.Specs {
			t := spec.(*ast.TypeSpec)
			structure, ok := t.Type.(*ast.StructType)
			if !ok {
				continue
			}
			doc := t.Doc
			if doc == nil {
				doc = group.Doc
			}
			key := dir + "." + t.Name.Name
			all[key] = prose(doc.Text(), t.Name.Name, strings.TrimSuffix(t.Name.Name, "Document"))
			for _, f := range structure.Fields.List {
				ofField(all, key, f)
			}
		}
	}
}

// ofField takes a field's comment; fields that share one declare it together.
func ofField(all map[string]string, key string, f *ast.Field) {
	if f.Tag == nil || len(f.Names) != 1 || f.Doc == nil {
		return
	}
	tag := reflect.StructTag(strings.Trim(f.Tag.Value, "`"))
	name, _, _ := strings.Cut(tag.Get("json"), ",")
	if name != "" && name != "-" {
		all[key+"."+f.Names[0].Name] = prose(f.Doc.Text(), f.Names[0].Name, name)
	}
}

var docLink = regexp.MustCompile(`\[([A-Za-z.]+)\]`)

// prose unwraps a comment, takes the brackets off doc links, and calls the
// thing by its name in documents.
func prose(text, goName, name string) string {
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(p), " ")
	}
	text = docLink.ReplaceAllString(strings.Join(paragraphs, "\n\n"), "$1")
	if rest, ok := strings.CutPrefix(text, goName+" "); ok {
		text = name + " " + rest
	}
	return text
}
