package records

// Slower is slower, for the tests outside the package.
const Slower = slower
