package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/openmtss/mtss-go/mtss/scoring"
)

// instruments lists what ships, and what of it is confirmed.
func instruments(c *invocation) func() error {
	return func() error {
		if c.form() == "json" {
			encoder := json.NewEncoder(c.out)
			for _, d := range scoring.Shipped() {
				if err := encoder.Encode(scoring.Describe(d)); err != nil {
					return err
				}
			}
			return nil
		}
		w := tabwriter.NewWriter(c.out, 0, 8, 2, ' ', 0)
		definitions, profiles := scoring.Inventory()
		for _, row := range append(append(definitions, nil), profiles...) {
			fmt.Fprintln(w, strings.Join(row, "\t"))
		}
		return w.Flush()
	}
}
