package catalog

import "github.com/openmtss/mtss-go/mtss/instrument"

// AIRMTSS2021 returns what is known of the MTSS rubric of the American
// Institutes for Research, revised 2021: ratings of 1 to 5. It lacks its items,
// and refuses to score.
func AIRMTSS2021() instrument.Definition { return read("airmtss-2021.json") }

// BoQ1 returns what is known of the School-wide Benchmarks of Quality: 53 items
// and a criterion of 70 % of 107 points. It lacks what each item can earn, and
// refuses to score.
func BoQ1() instrument.Definition { return read("boq-1.json") }

// DBPA27 returns what is known of the Drivers Best Practices Assessment 2.7. It
// lacks its items, and refuses to score.
func DBPA27() instrument.Definition { return read("dbpa-2.7.json") }

// DSFI1 returns what is known of the PBIS District Systems Fidelity Inventory:
// items scored 0 to 2. It lacks its items, and refuses to score. The source
// states no version; 1 is this library's number.
func DSFI1() instrument.Definition { return read("dsfi-1.json") }

// RCA21 returns what is known of the Regional Capacity Assessment 2.1: the
// suggested minimum of 80 %. It lacks its items, and refuses to score.
func RCA21() instrument.Definition { return read("rca-2.1.json") }

// RTFIElementary21 returns what is known of the elementary-level edition of the
// Reading Tiered Fidelity Inventory 2.1. It lacks its items, and refuses to
// score. The two editions have ids of their own, since their Tier 1 items
// differ and a district may use both.
func RTFIElementary21() instrument.Definition { return read("rtfi-elementary-2.1.json") }

// RTFISecondary21 returns what is known of the secondary-level edition of the
// Reading Tiered Fidelity Inventory 2.1, like [RTFIElementary21].
func RTFISecondary21() instrument.Definition { return read("rtfi-secondary-2.1.json") }

// SAM20 returns what is known of the Self-Assessment of MTSS 2.0: 39 items. It
// lacks what they may be scored, and refuses to score.
func SAM20() instrument.Definition { return read("sam-2.0.json") }

// SASSystems returns what is known of the older form of the PBIS Self-Assessment
// Survey, by systems. It lacks its items, and refuses to score. The source states
// no version; this library names the two forms by how they are parted.
func SASSystems() instrument.Definition { return read("sas-systems.json") }

// SASTiers returns what is known of the newer form of the PBIS Self-Assessment
// Survey, by tiers, like [SASSystems].
func SASTiers() instrument.Definition { return read("sas-tiers.json") }

// SCA253 returns what is known of the State Capacity Assessment 25.3: items
// scored 0 to 2. It lacks its items, and refuses to score.
func SCA253() instrument.Definition { return read("sca-25.3.json") }

// SCA262 returns what is known of the State Capacity Assessment 26.2, which is
// also called Agency Capacity Assessment, like [SCA253].
func SCA262() instrument.Definition { return read("sca-26.2.json") }

// SET21 returns what is known of the School-wide Evaluation Tool 2.1: items
// scored 0 to 2. It lacks its items, and refuses to score.
func SET21() instrument.Definition { return read("set-2.1.json") }

// TIC22 returns what is known of the Team Implementation Checklist 2.2: 17
// questions in nine features, reported both as items fully implemented and as
// points. It lacks what the questions may be scored, and refuses to score.
func TIC22() instrument.Definition { return read("tic-2.2.json") }
