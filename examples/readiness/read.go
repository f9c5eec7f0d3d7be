package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

// documents are what the ISD and the district submitted. What is not there is nil.
type documents struct {
	isd, district *readiness.Readiness
	plan          *plan.Plan
	scaleUp       *readiness.ScaleUp
	early, late   *readiness.Hexagon
	inventory     *readiness.Inventory
	dit           *learning.DIT
	learning      *learning.Series
}

// read reads every document that is there, strictly.
func read(data fs.FS) (*documents, error) {
	d := &documents{}
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"isd.json", into(&d.isd, readiness.DecodeReadiness)},
		{"district.json", into(&d.district, readiness.DecodeReadiness)},
		{"plan.json", into(&d.plan, plan.DecodePlan)},
		{"scaleup.json", into(&d.scaleUp, readiness.DecodeScaleUp)},
		{"hexagon-2013.json", into(&d.early, readiness.DecodeHexagon)},
		{"hexagon-2018.json", into(&d.late, readiness.DecodeHexagon)},
		{"inventory.json", into(&d.inventory, readiness.DecodeInventory)},
		{"dit.json", into(&d.dit, learning.DecodeDIT)},
		{"learning.json", into(&d.learning, learning.DecodeSeries)},
	} {
		content, err := fs.ReadFile(data, file.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = file.decode(content)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.name, err)
		}
	}
	return d, nil
}

func into[T any](target **T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) error {
		v, err := decode(content)
		*target = &v
		return err
	}
}
