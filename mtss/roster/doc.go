// Package roster holds who works where, in which role, for which innovation, and
// from when to when: several assignments at once, moves, shares of a post and
// vacant positions.
//
//	assigned, repeated, err := roster.Merge(units, nil, rosters...)
//	if err != nil {
//		return err
//	}
//	for _, a := range assigned {
//		if a.On(today) {
//			fmt.Println(a.Person, a.Unit.ID, a.Innovation)
//		}
//	}
//
// A roster says through which day it is confirmed. Who is intended after that is
// not known until another roster says so; [Unconfirmed] lists these days. The
// package counts nobody: package fidelity counts those at fidelity of those who
// are assigned.
package roster
