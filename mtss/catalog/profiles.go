package catalog

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// CaliforniaPBIS returns the criteria of the California PBIS Coalition for the
// TFI 2.1: 70 % in each tier.
func CaliforniaPBIS() instrument.Profile { return profile("california-pbis.json") }

// MidwestPBIS returns the criteria of the Midwest PBIS Network for the TFI 2.1:
// 70 % in Tier 1, 80 % in Tier 2 and Tier 3.
func MidwestPBIS() instrument.Profile { return profile("midwest-pbis.json") }

// PennsylvaniaECBoQ returns Pennsylvania's criteria for the early-childhood
// Benchmarks of Quality: 70 % at first, 80 % sustained.
func PennsylvaniaECBoQ() instrument.Profile { return profile("pennsylvania-ecboq.json") }

// WisconsinPBIS returns the criteria of the Wisconsin PBIS Network for the TFI
// 2.1: 70 % in Tier 1, and none for the other tiers.
func WisconsinPBIS() instrument.Profile { return profile("wisconsin-pbis.json") }

// Profiles returns every profile of the catalog in the order of their names, a
// fresh copy each time. [instrument.WithProfile] applies one.
func Profiles() []instrument.Profile {
	return []instrument.Profile{CaliforniaPBIS(), MidwestPBIS(), PennsylvaniaECBoQ(), WisconsinPBIS()}
}

func profile(name string) instrument.Profile {
	return decode("profiles/"+name, instrument.DecodeProfile)
}

// TFI21To30 returns the published equating of the TFI 2.1 with the TFI 3.0, one
// line for each tier, with the two numbers that the page misprints.
func TFI21To30() instrument.Equating {
	return decode("equatings/tfi-2.1-3.0.json", instrument.DecodeEquating)
}

// LowestAcrossInterventions returns a district's rule for Tier 2 of the TFI
// 2.1, for [instrument.Scorer.ScoreLowest]. It is a local rule, and not the
// instrument's.
func LowestAcrossInterventions() instrument.LocalRule {
	return instrument.LocalRule{
		ID:         "tfi21-lowest",
		Says:       "Tier 2 is scored once for each intervention, and an item takes the lowest of its scores",
		Provenance: mtss.Confirmed,
		Source: mtss.Source{
			Title: "TFI 2.13 annual evaluation, San Bernardino City Unified School District",
			URL:   "https://sites.google.com/sbcusd.k12.ca.us/sel-informed-pbis/tier-2/tfi-2-13-annual-evaluation",
		},
		Note: "the source scores items 2.3 to 2.14 so, yet Tier 2 of the TFI 2.1 ends with item 2.13",
	}
}
