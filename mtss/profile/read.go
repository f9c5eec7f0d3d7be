package profile

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Documents are documents of any kinds that belong together, such as those of a
// district. The zero value has none.
type Documents struct {
	all    []mtss.Document
	from   []string // where each was read, as in "dca.ndjson:3"; "" of one that was added
	unused []string
}

// FileError is what is wrong with a file.
type FileError struct {
	// File is the file, as it was named.
	File string
	// Line counts from 1; 0 for the file as a whole.
	Line int
	// Data is the document; nil where it is a row of a table or could not be read.
	Data []byte
	// Err has the problems: see [mtss.Issues].
	Err error
}

// Error names the file and its problems.
func (e *FileError) Error() string {
	if e == nil || e.Err == nil {
		return "invalid"
	}
	place := e.File
	if e.Line > 0 {
		place += ":" + strconv.Itoa(e.Line)
	}
	return place + ": " + e.Err.Error()
}

// Place says where it is.
func (e *FileError) Place() (file string, line int, data []byte) {
	if e == nil {
		return "", 0, nil
	}
	return e.File, e.Line, e.Data
}

// Unwrap returns the problems.
func (e *FileError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// Read reads the documents of a folder and the folders in it, by their own kinds:
// files that end in .json, with one document each, and in .ndjson, with one a line.
//
// A table, whose name ends in .csv, .tsv or .txt, is read by the layout beside it, a
// document of kind "layout", that has its name or the beginning of it: contacts.json
// is the layout of contacts.csv, and of contacts-2026-03.csv unless there is
// contacts-2026-03.json. Its rows are documents of the kind that the layout states.
//
// Other files are left alone, as are layouts that no table is read by;
// [Documents.Unused] lists them.
//
// Bad documents are left out and the others kept. Errors: one [FileError] for each
// bad document or row, joined, in the order of the files and lines, with the codes of
// its kind and of [records.Table]; those of the file system.
func Read(folder fs.FS) (Documents, error) {
	var d Documents
	var all []error
	if folder == nil {
		return d, fs.ErrInvalid
	}
	var rows []string
	layouts := map[string]*records.Layout{}
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			all = append(all, err)
		case entry.IsDir():
		case slices.Contains(tables(), extension(name)):
			rows = append(rows, name)
		default:
			before := len(d.all)
			all = append(all, d.file(folder, name)...)
			if len(d.all) > before {
				if layout, is := d.all[before].(*records.Layout); is && extension(name) == ".json" {
					layouts[strings.TrimSuffix(name, path.Ext(name))] = layout
				}
			}
		}
		return nil
	})
	used := map[string]bool{}
	for _, name := range rows {
		by := layoutOf(name, layouts)
		if by == "" {
			d.unused = append(d.unused, name)
			continue
		}
		used[by] = true
		all = append(all, d.table(folder, name, layouts[by])...)
	}
	for name := range layouts {
		if !used[name] {
			d.unused = append(d.unused, name+".json")
		}
	}
	slices.Sort(d.unused)
	slices.SortStableFunc(all, func(a, b error) int {
		var x, y *FileError
		if !errors.As(a, &x) || !errors.As(b, &y) {
			return 0
		}
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return d, errors.Join(append(all, err)...)
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// file reads one file.
func (d *Documents) file(folder fs.FS, name string) []error {
	if extension(name) != ".json" && extension(name) != ".ndjson" {
		d.unused = append(d.unused, name)
		return nil
	}
	file, err := folder.Open(name)
	if err != nil {
		return []error{err}
	}
	defer func() { _ = file.Close() }() // it was only read
	return d.read(name, file)
}

// Read adds the documents of one input: one document where the name ends in .json, and
// else one a line. To nil it adds nothing.
//
// Errors: those of the function Read, and records.CodeLayout for a table, which only its
// layout makes documents of.
func (d *Documents) Read(name string, in io.Reader) error {
	switch {
	case d == nil || in == nil:
		return nil
	case slices.Contains(tables(), extension(name)) && extension(name) != ".txt":
		return &FileError{File: name, Err: mtss.Issuef("", records.CodeLayout, "is a table; put it into a folder with its layout beside it, and name the folder")}
	}
	return errors.Join(d.read(name, in)...)
}

// tables are how the names of tables end.
func tables() []string { return []string{".csv", ".tsv", ".txt"} }

// read reads an input.
func (d *Documents) read(name string, in io.Reader) (all []error) {
	if extension(name) == ".json" {
		content, err := records.ReadDocument(in)
		if err == nil {
			err = d.decode(content, name)
		}
		if err != nil {
			all = append(all, &FileError{File: name, Data: content, Err: err})
		}
		return all
	}
	for line, err := range records.Lines(in) {
		if err == nil {
			err = d.decode(line.Data, name+":"+strconv.Itoa(line.Number))
		}
		if err != nil {
			all = append(all, &FileError{File: name, Line: line.Number, Data: slices.Clone(line.Data), Err: err})
		}
	}
	return all
}

func (d *Documents) decode(data []byte, from string) error {
	document, err := DecodeAny(data)
	if err == nil {
		d.add(document, from)
	}
	return err
}

func (d *Documents) add(document mtss.Document, from string) {
	d.all, d.from = append(d.all, document), append(d.from, from)
}

// Add adds copies of documents that were decoded elsewhere, or made in Go. Nil is passed
// over.
func (d *Documents) Add(more ...mtss.Document) {
	for _, document := range more {
		if v := reflect.ValueOf(document); v.IsValid() && (v.Kind() != reflect.Pointer || !v.IsNil()) {
			d.add(kit.Clone(document), "")
		}
	}
}

// Unused returns the names of the files that were not used, in order.
func (d Documents) Unused() []string { return append([]string(nil), d.unused...) }

// All returns the documents of one type, in the order of their files:
//
//	plans := profile.All[plan.Plan](documents)
//
// They are copies, and the caller's own.
func All[T any](d Documents) []T { return kit.Clone(listed[T](d)) }

// listed is All without copies.
func listed[T any](d Documents) []T {
	var out []T
	for _, document := range d.all {
		if v, is := any(document).(*T); is {
			out = append(out, *v)
		}
	}
	return out
}

// Hierarchy returns where each unit belongs, by all documents of kind "units"; what
// two of them say alike counts once. Errors: mtss.CodePlace, and then nothing is known
// to belong anywhere.
func (d Documents) Hierarchy() (mtss.Hierarchy, error) {
	var places []mtss.Place
	seen := map[string]mtss.Place{}
	for _, u := range listed[records.Units](d) {
		for _, p := range u.Units {
			if before, known := seen[p.ID]; !known || !reflect.DeepEqual(before, p) {
				seen[p.ID] = p
				places = append(places, p)
			}
		}
	}
	return mtss.NewHierarchy(places)
}

// Suppliers returns everything in the documents that supplies evidence: documents
// that do it by themselves, and together practitioners, observations, policies and
// outcomes; records of readiness and inventories; series of learning; plans; results of the
// DCA; and the documents of teams. The first policy on meetings says how far these count and which months are
// closed; without one, they count for a quarter and no month is.
func (d Documents) Suppliers() []evidence.Supplier {
	policy := district.Quarterly()
	for _, stated := range listed[district.MeetingPolicy](d) {
		policy = stated
		break
	}
	others := []evidence.Supplier{
		readiness.Supplier(listed[readiness.Readiness](d), listed[readiness.Inventory](d)),
		learning.Supplier(policy.Calendar, listed[learning.Series](d), listed[learning.DIT](d)),
		plan.Plans(listed[plan.Plan](d)),
		dca.Supplier(listed[instrument.Result](d)),
	}
	for _, document := range d.all {
		if s, is := document.(evidence.Supplier); is {
			others = append(others, s)
		}
	}
	return append(slices.Clone(others), d.fidelity(), d.district(policy, others))
}

// district gathers what is known of teams and infrastructure, with those who supply
// what it asks of others.
func (d Documents) district(policy district.MeetingPolicy, others []evidence.Supplier) district.Documents {
	return district.Documents{
		Teams: listed[district.Teams](d), Ownership: listed[district.Ownership](d), Meetings: listed[meeting.Meetings](d), Communication: listed[district.Communication](d),
		Checklists: listed[district.Checklist](d), TierModels: listed[district.TierModels](d), Plans: listed[plan.Plan](d), Policy: policy, Others: others,
	}
}

// Due returns everything in the documents that knows of something due, for
// schedule.List: documents that do it by themselves, those of teams together,
// practitioners to be observed, trainings to be renewed, and the administrations that the schedules among the
// documents ask for, by the results and administrations among them and by the
// meetings of the unit's teams. A schedule looks at one criterion of the results, by its
// id, or where that is "" at all of them together. It asks for administrations of units
// too that have none yet. meetings are dates of further ones, past and planned.
func (d Documents) Due(criterion string, units []mtss.Unit, meetings ...mtss.Date) []schedule.Supplier {
	var out []schedule.Supplier
	for _, document := range d.all {
		if s, is := document.(schedule.Supplier); is {
			out = append(out, s)
		}
	}
	teams := d.district(district.MeetingPolicy{}, nil)
	results, dates := d.Results(), teams.MeetingDates()
	of := func(u mtss.Unit) []mtss.Date { return slices.Concat(meetings, dates[u]) }
	for _, s := range listed[schedule.Schedule](d) {
		out = append(out, s.Of(results, criterion, of, units...)...)
	}
	var coordinators []fidelity.Coordinator
	for _, c := range listed[fidelity.Coordinators](d) {
		coordinators = append(coordinators, c.Coordinators...)
	}
	for _, p := range listed[fidelity.Policy](d) {
		out = append(out, p.Trainings(coordinators))
	}
	return append(out, d.fidelity(), teams, plan.Plans(listed[plan.Plan](d)))
}

// Results returns the results among the documents, each once, and for each
// administration without one, by responses or by votes, a result that has no more than
// its unit, instrument and day. Results without the id of an administration are of
// several ones if they differ.
func (d Documents) Results() []instrument.Result {
	type administered struct {
		id   string
		of   instrument.Ref
		unit mtss.Unit
		on   mtss.Date
	}
	var out []instrument.Result
	known := map[administered][]instrument.Result{}
	for _, r := range listed[instrument.Result](d) {
		key := administered{r.Administration, r.Instrument.Ref, r.Unit, r.Date}
		again := func(s instrument.Result) bool { return key.id != "" || reflect.DeepEqual(r, s) }
		if !slices.ContainsFunc(known[key], again) {
			known[key] = append(known[key], r)
			out = append(out, kit.Clone(r))
		}
	}
	given := listed[instrument.Administration](d)
	for _, m := range listed[dca.VotingMeeting](d) {
		given = append(given, instrument.Administration{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Instrument: m.Instrument, Unit: m.Unit, Date: m.Date})
	}
	standing, _ := instrument.InForce(given) // what is wrong is reported where they are scored
	for _, a := range standing {
		key := administered{a.ID, a.Instrument, a.Unit, a.Date}
		if with := known[key]; len(with) > 0 {
			known[key] = with[1:]
		} else {
			out = append(out, instrument.Result{Administration: a.ID, Instrument: instrument.UsedDefinition{Ref: a.Instrument}, Unit: a.Unit, Date: a.Date})
		}
	}
	return out
}

// fidelity gathers what is known of practitioners and outcomes.
func (d Documents) fidelity() fidelity.Documents {
	all := fidelity.Documents{Policies: listed[fidelity.Policy](d), Rosters: listed[roster.Roster](d)}
	for _, o := range listed[fidelity.Observations](d) {
		all.Observations = append(all.Observations, o.Observations...)
	}
	for _, line := range listed[fidelity.ObservationLine](d) {
		all.Observations = append(all.Observations, line.Observation)
	}
	for _, o := range listed[fidelity.Outcomes](d) {
		all.Outcomes = append(all.Outcomes, o.Outcomes...)
	}
	return all
}

// Join adds the documents of another folder, with the names of its files that were not
// used. To nil it adds nothing.
func (d *Documents) Join(other Documents) {
	if d == nil {
		return
	}
	d.all, d.from = append(d.all, other.all...), append(d.from, other.from...)
	d.unused = append(d.unused, other.unused...)
}
