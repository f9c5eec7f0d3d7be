package records_test

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// show writes what a reader yields, a line each: a good record as
// "LINE UNIT DATE ANSWERS", a bad one as "LINE ! PATH CODE" for each problem,
// with the line that Lines gives behind an @ where it is another.
func show(all iter.Seq2[records.Record, error]) string {
	var b strings.Builder
	for r, err := range all {
		if err == nil {
			fmt.Fprintf(&b, "%d %s\n", r.Line, describe(r.Administration))
			continue
		}
		for _, issue := range mtss.Issues(err) {
			fmt.Fprintf(&b, "%d ! %s %s", r.Line, issue.Path, issue.Code)
			if line := r.LineOf()(issue.Path); line != r.Line {
				fmt.Fprintf(&b, " @%d", line)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func describe(a instrument.Administration) string {
	parts := []string{a.Unit.ID, a.Date.String()}
	for _, r := range a.Responses {
		if r.NotScored {
			parts = append(parts, r.Item+"=null")
		} else {
			parts = append(parts, fmt.Sprintf("%s=%d", r.Item, r.Score))
		}
	}
	for _, item := range a.NotApplicable {
		parts = append(parts, item+"=NA")
	}
	if a.ID != "" {
		parts = append(parts, "id:"+a.ID)
	}
	for _, section := range a.Sections {
		parts = append(parts, "section:"+section)
	}
	if a.Supersedes != "" {
		parts = append(parts, "supersedes:"+a.Supersedes)
	}
	if a.Voids != "" {
		parts = append(parts, "voids:"+a.Voids)
	}
	if by := a.AdministeredBy; by.Role != "" {
		parts = append(parts, "by:"+by.Role+":"+by.TrainedOn.String())
	}
	return strings.Join(parts, " ")
}

// reading is one row of the tables of this package.
type reading struct {
	name string
	why  string
	in   string
	want string // as show gives it, one line each
}

func lines(all ...string) string { return strings.Join(all, "\n") + "\n" }

// check reads each input of a table, as one piece and byte by byte: where a
// read ends must never matter.
func check(t *testing.T, read func(io.Reader) iter.Seq2[records.Record, error], table []reading) {
	t.Helper()
	names := map[string]bool{}
	for _, c := range table {
		if names[c.name] {
			t.Errorf("two cases are called %q", c.name)
		}
		names[c.name] = true
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, show(read(strings.NewReader(c.in)))); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", c.why, diff)
			}
			if diff := cmp.Diff(c.want, show(read(&drip{data: c.in}))); diff != "" {
				t.Errorf("byte by byte: %s\n(-want +got)\n%s", c.why, diff)
			}
		})
	}
}

// drip is a reader that gives small pieces, of odd lengths.
type drip struct {
	data string
	n    int
}

func (d *drip) Read(p []byte) (int, error) {
	if d.data == "" {
		return 0, io.EOF
	}
	d.n = d.n%7 + 1
	size := d.n
	if len(d.data) > 1<<16 {
		size *= 997 // large inputs in less time
	}
	n := copy(p, d.data[:min(size, len(d.data))])
	d.data = d.data[n:]
	return n, nil
}

// breaking gives its data, and then an error instead of the end.
type breaking struct {
	data io.Reader
}

// sliceError is an error that == on errors would panic for.
type sliceError []string

func (e sliceError) Error() string { return strings.Join(e, " ") }

func (b breaking) Read(p []byte) (int, error) {
	n, err := b.data.Read(p)
	if err == io.EOF {
		return n, sliceError{"connection", "lost"}
	}
	return n, err
}

// stops checks that a reader yields nothing more once its caller has had
// enough, after whichever record.
func stops(t *testing.T, in string, read func(io.Reader) iter.Seq2[records.Record, error]) {
	t.Helper()
	total := 0
	for range read(strings.NewReader(in)) {
		total++
	}
	if total < 3 {
		t.Fatalf("%d records are too few for this test", total)
	}
	for most := 1; most <= total; most++ {
		count := 0
		for range read(strings.NewReader(in)) { // to go on after false would panic
			if count++; count == most {
				break
			}
		}
		if count != most {
			t.Errorf("got %d records, want %d", count, most)
		}
	}
}

func messages(all iter.Seq2[records.Record, error]) (out []string) {
	for _, err := range all {
		for _, issue := range mtss.Issues(err) {
			out = append(out, issue.Message)
		}
	}
	return out
}

func contains(t *testing.T, got []string, want string) {
	t.Helper()
	if !slices.ContainsFunc(got, func(m string) bool { return strings.Contains(m, want) }) {
		t.Errorf("got %q, want %q in one of them", got, want)
	}
}
