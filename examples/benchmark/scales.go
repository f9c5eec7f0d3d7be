package main

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

const scales = 13

// possible are the possible points of a scale.
func possible(scale int) int64 { return int64(6 + 4*scale) }

// generateScales writes a table of what one administration of each of n schools comes to: its
// district of 20 schools, its agency of 1,000, and the points and unknown points of each scale.
func generateScales(dir string, n int) error {
	random := rand.New(rand.NewPCG(7, 8)) //nolint:gosec // it is to be the same each time
	var table strings.Builder
	table.WriteString("school,district,agency")
	for k := range scales {
		fmt.Fprintf(&table, ",p%d,u%d", k, k)
	}
	for i := range n {
		fmt.Fprintf(&table, "\ns-%06d,d-%05d,i-%03d", i, i/20, i/1000)
		for k := range scales {
			points := random.Int64N(possible(k) + 1)
			fmt.Fprintf(&table, ",%d,%d", points, min(random.Int64N(3), possible(k)-points))
		}
	}
	return os.WriteFile(filepath.Join(dir, "scales.csv"), []byte(table.String()+"\n"), 0o600)
}

// rolledScales rolls the table of scales up by district, agency and state.
func rolledScales(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	used := instrument.UsedDefinition{Ref: instrument.Ref{ID: "sample", Version: "1"}, Digest: strings.Repeat("0", 64)}
	state := rollup.State{Definitions: []rollup.Scored{{Instrument: used, Missing: "unknown"}}}
	for k := range scales {
		state.Definitions[0].Measures = append(state.Definitions[0].Measures, rollup.MeasureID{Of: rollup.OfScore, ID: fmt.Sprintf("s%02d", k)})
	}
	places, known := []mtss.Place{{Unit: mtss.Unit{ID: "x", Kind: mtss.KindState}}}, map[string]bool{"x": true}
	place := func(id string, kind mtss.UnitKind, parent string) {
		if !known[id] {
			known[id], places = true, append(places, mtss.Place{Unit: mtss.Unit{ID: id, Kind: kind}, Parent: parent})
		}
	}
	for _, row := range rows[1:] {
		place(row[2], mtss.KindISD, "x")
		place(row[1], mtss.KindDistrict, row[2])
		place(row[0], mtss.KindSchool, row[1])
		r := rollup.StateRecord{ID: row[0], Unit: mtss.Unit{ID: row[0], Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2025, Month: 10, Day: 1}}
		for k := range scales {
			var t mtss.Tally
			if t.Earned, err = strconv.ParseInt(row[3+2*k], 10, 64); err != nil {
				return err
			}
			if t.Unknown, err = strconv.ParseInt(row[4+2*k], 10, 64); err != nil {
				return err
			}
			t.Possible = possible(k)
			r.Values = append(r.Values, rollup.MeasureValue{Measure: k, Tally: t})
		}
		state.Records = append(state.Records, r)
	}
	units, err := mtss.NewHierarchy(places)
	if err != nil {
		return err
	}
	return within(len(state.Records), func() (string, error) {
		table, _, err := state.Table(units, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindISD, mtss.KindState}})
		if err != nil {
			return "", err
		}
		var points, unknown, quartiles int64
		for i, row := range table.Rows {
			points, unknown = points+row.Figures.Tally.Earned, unknown+row.Figures.Tally.Unknown
			fourth := 4 * row.Figures.Tally.Possible / *row.Units
			for _, span := range []*mtss.Span{row.Figures.LowerQuartile, row.Figures.Median, row.Figures.UpperQuartile} {
				for _, share := range []mtss.Ratio{span.Low, span.High} {
					n, _, ok := share.Mul(mtss.Whole(fourth)).Fraction()
					if !ok {
						return "", fmt.Errorf("row %d: %s has no quartiles", i, row.Unit)
					}
					quartiles += n
				}
			}
		}
		return fmt.Sprint(len(table.Rows)/scales, " ", points, " ", unknown, " ", quartiles), nil
	})
}
