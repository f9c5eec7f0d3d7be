package mtss

// KnownBy returns the records that were known by a day, in their order; with no day,
// all of them. What was recorded later is left out, corrections among it, so that
// what they corrected stands again: take [InForce] of what is returned, not the other
// way round. A record is known from the day on which it was recorded or, where it does
// not say, from its own day; one without either was known from the start.
func KnownBy[T interface{ Known() Date }](records []T, day Date) []T {
	if records == nil {
		return nil
	}
	known := make([]T, 0, len(records))
	for _, r := range records {
		if day.IsZero() || !r.Known().After(day) {
			known = append(known, r)
		}
	}
	return known
}
