package gen

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/schema"
)

// Pinned returns the files of the schemas below schema/.
func Pinned() (map[string][]byte, error) {
	all, err := Schemas()
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for name, v := range all {
		out["v1/"+name+".schema.json"] = v.Write()
	}
	return out, nil
}

// Dist returns the files of schema/dist: the schemas that are pinned, in the
// variants that tools want, types, and the forms of the definitions that ship.
func Dist() (map[string][]byte, error) {
	all, err := Schemas()
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for name, v := range all {
		text := v.Write()
		out["2020-12/"+name+".schema.json"] = text
		for dir, variant := range map[string]func(string) ([]byte, error){"draft-07": schema.Draft07, "dereferenced": schema.Dereferenced} {
			if out[dir+"/"+name+".schema.json"], err = variant(string(text)); err != nil {
				return nil, err
			}
		}
		out["types/"+name+".d.ts"] = types(v)
	}
	if err := forms(out); err != nil {
		return nil, err
	}
	return out, together(out, all)
}

// forms adds the forms of documents, and of the definitions that have all they need.
func forms(out map[string][]byte) error {
	add := func(name string, f schema.Forms) {
		out["forms/"+name+".schema.json"], out["forms/"+name+".ui.json"], out["forms/"+name+".layout.json"] = f.Schema, f.UI, f.Layout
	}
	for _, kind := range schema.Names() {
		f, err := schema.FormOf(kind, schema.Labels{})
		if err != nil {
			return err
		}
		add(kind, f)
	}
	for _, d := range catalog.All() {
		lacking := func(l instrument.Lack) bool { return l.Of != instrument.LackSubscales || len(d.Subscales) == 0 }
		if len(d.Items) == 0 || slices.ContainsFunc(d.Lacks, lacking) {
			continue
		}
		f, err := schema.Form(d, schema.Labels{}, mtss.Period{})
		if err != nil {
			return err
		}
		add(d.ID+"-"+d.Version, f)
	}
	return nil
}
