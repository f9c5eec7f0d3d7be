// Package guard holds no code. Its tests read the source of this repository
// and fail where it breaks a promise that no compiler checks: which package may
// import which, that the domain packages are pure, that every exported name is
// documented, that CODES.md lists every code. Each check is itself tested on
// small sources with the defect planted.
package guard
