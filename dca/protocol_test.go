package dca_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
)

// shipped is a protocol that ships.
func shipped(id string) dca.Protocol {
	p, ok := dca.ProtocolOf(id)
	if !ok || p.ID != id {
		panic("no protocol " + id)
	}
	return p
}

func TestProtocolOf(t *testing.T) {
	for _, id := range []string{"", "pbis", "../dca-7.7", "DCA"} {
		if p, ok := dca.ProtocolOf(id); ok {
			t.Errorf("%q is %+v", id, p)
		}
	}
	same(t, "windows", mtss.DCAWindows(), dca.DCAProtocol().Windows)
}

// The protocols that ship say where they are stated, and read back as written.
func TestProtocols(t *testing.T) {
	for _, p := range []dca.Protocol{dca.DCAProtocol(), shipped("rtfi"), shipped("tfi"), shipped("boq"), shipped("dsfi")} {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		got, err := dca.DecodeProtocol(data)
		if err != nil {
			t.Fatalf("%s: %v", p.ID, mtss.Issues(err))
		}
		again, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		same(t, p.ID, string(data), string(again))
		if p.Source.URL == "" || p.Provenance != mtss.Confirmed && p.Provenance != mtss.Inferred {
			t.Errorf("%s is %q, stated at %q", p.ID, p.Provenance, p.Source.URL)
		}
	}
	golden(t, "protocol-dca.json", dca.DCAProtocol())
}

func TestDecodeProtocol(t *testing.T) {
	own := `{"kind":"protocol","schemaVersion":1,"id":"ours","voting":["respondent"],"quorum":{"atLeast":"2/3","people":4},"resolution":"agreed",` +
		`"windows":[{"id":"fall","from":"08-01","to":"09-30"}],"source":{"title":"made up"},"provenance":"unconfirmed","says":"our own"}`
	p, err := dca.DecodeProtocol([]byte(own))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "quorum", "2/3, 4", p.Quorum.AtLeast.String()+", "+string(rune('0'+p.Quorum.People)))
	for _, test := range []struct {
		name, from, to string
		want           []string
	}{
		{"a resolution that nobody has", `"agreed"`, `"lottery"`, []string{"/resolution json.enum"}},
		{"a role that nobody has", `"respondent"`, `"chair"`, []string{"/voting/0 json.enum"}},
		{"a window twice", `"windows":[`, `"windows":[{"id":"fall","from":"10-01","to":"10-30"},`, []string{"/windows/1/id dca.protocol"}},
		{"no source", `"source":{"title":"made up"},`, "", []string{"/source json.missing"}},
	} {
		_, err := dca.DecodeProtocol([]byte(strings.Replace(own, test.from, test.to, 1)))
		same(t, test.name, test.want, found(err))
	}
	_, err = dca.Review(meeting("1: 1 1 = 1"), dca.Protocol{Resolution: "lottery"}, compiled(t, votable()))
	same(t, "in Go", []string{"/resolution dca.protocol"}, found(err))
}

// Each call returns a protocol of its own.
func TestProtocolIsAFreshCopy(t *testing.T) {
	p := dca.DCAProtocol()
	p.Voting[0], p.Windows[0].ID = dca.Observer, "x"
	same(t, "voting", dca.Respondent, dca.DCAProtocol().Voting[0])
	same(t, "window", "fall", dca.DCAProtocol().Windows[0].ID)
}

func FuzzDecodeProtocol(f *testing.F) {
	expiring := dca.DCAProtocol()
	expiring.TrainingDays = 365
	for _, p := range []dca.Protocol{dca.DCAProtocol(), shipped("rtfi"), shipped("tfi"), shipped("boq"), shipped("dsfi"), expiring, {}} {
		data, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	scorer := compiled(f, votable())
	m := meeting("1: 0 1 2 | 1 1 1 = 1", "4: = NA")
	f.Fuzz(func(t *testing.T, data []byte) {
		p, ok := fixedPoint(t, data, dca.DecodeProtocol)
		if !ok {
			return
		}
		if _, err := dca.Review(m, p, scorer); err != nil {
			t.Fatalf("%q was read, and makes no review: %v", data, mtss.Issues(err))
		}
	})
}
