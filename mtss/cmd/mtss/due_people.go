package main

import (
	"os"

	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// folders reads the documents of the folders among the arguments, and returns the
// other ones.
func (d *dueList) folders(args []string) (files []string) {
	for _, name := range args {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		documents, err := profile.Read(os.DirFS(name))
		d.report.folder(name, err)
		d.suppliers = append(d.suppliers, documents.Due(d.meetings...)...)
		d.scheduled = d.scheduled || len(profile.All[schedule.Schedule](documents)) > 0
		d.results = append(d.results, documents.Results()...)
	}
	return files
}

// observations reads who is to be observed, by the names of the policy, the roster
// and the observations; what could not be read would count as not observed.
func (d *dueList) observations(names [3]string) {
	if names[0] == "" {
		return
	}
	var policy fidelity.Policy
	var people roster.Roster
	var observations fidelity.Observations
	bad := false
	for i, decode := range []func(data []byte) (err error){
		func(data []byte) (err error) { policy, err = fidelity.DecodePolicy(data); return err },
		func(data []byte) (err error) { people, err = roster.Decode(data); return err },
		func(data []byte) (err error) { observations, err = fidelity.DecodeObservations(data); return err },
	} {
		data, err := readFile(names[i])
		if err == nil {
			err = decode(data)
		}
		d.report.document(names[i], data, err)
		bad = bad || err != nil
	}
	if !bad {
		d.suppliers = append(d.suppliers, fidelity.Watch{Rosters: []roster.Roster{people}, Observations: observations.Observations, Policies: []fidelity.Policy{policy}})
	}
}
