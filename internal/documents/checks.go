package documents

import "github.com/openmtss/mtss-go/mtss/profile"

// Checks says how one document of each kind is checked on its own: see [profile.Check].
func Checks() map[string]func(data []byte) error {
	all := map[string]func(data []byte) error{}
	for _, kind := range Kinds() {
		all[kind] = func(data []byte) error { return profile.Check(kind, data) }
	}
	return all
}
