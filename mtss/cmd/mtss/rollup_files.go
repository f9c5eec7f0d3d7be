package main

import (
	"bytes"
	"errors"
	"os"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// lineFiles opens the inputs, if all are files of one document a line: these can be read
// straight. They are open until the command ends.
func lineFiles(names []string, tab tabular) (files []*os.File) {
	if tab.csv != "" || tab.layout != "" || len(names) == 0 {
		return nil
	}
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return nil
		}
		if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		for line := range records.Documents(file) {
			if bytes.IndexByte(line.Data, '\n') >= 0 {
				return nil
			}
			break
		}
		files = append(files, file)
	}
	return files
}

// straight rolls up files without a state of all their records.
func (u *rollingUp) straight(files []*os.File, workers int) (rollup.Table, rollup.Account, error) {
	var sources []rollup.Source
	for _, file := range files {
		info, err := file.Stat()
		if err != nil {
			return rollup.Table{}, rollup.Account{}, err
		}
		sources = append(sources, rollup.Source{Name: file.Name(), In: file, Size: info.Size()})
	}
	reading := rollup.Reading{Scorers: u.scorers, Missing: u.missing, Workers: workers, Step: u.progress.steps}
	reading.Tell = func(source int, record records.Record, err error) {
		name := sources[source].Name
		var issue mtss.Issue
		switch ref := record.Administration.Instrument; {
		case errors.As(err, &issue) && issue.Code == mtss.NoticeRepeated:
			u.report.notice(name, record.Line, mtss.Notice{Code: issue.Code, Message: issue.Message, Template: issue.Template, Params: issue.Params})
		case ref != (instrument.Ref{}) && u.scorers[ref] == nil:
			issues := engine.Merge(engine.Of(err), u.scorers.NoDefinition(ref))
			record.Sort(issues)
			u.report.issues(name, record.LineOf(), issues)
		case issue.Code == mtss.CodeCorrection || issue.Code == mtss.CodeRecordRepeated:
			u.report.report(name, record.Line, err)
		default:
			u.report.issues(name, record.LineOf(), engine.Issues(record, err, u.scorers[ref]))
		}
	}
	return reading.Table(sources, u.units, u.plan)
}
