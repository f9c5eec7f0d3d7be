package engine

import "github.com/openmtss/mtss-go/mtss/instrument"

// Scoring are the checks of the documents that scoring needs.
func Scoring() map[string]func(data []byte) error {
	return map[string]func(data []byte) error{
		"definition": Definition,
		"completion": func(data []byte) error { _, err := instrument.DecodeCompletion(data); return err },
		"profile":    func(data []byte) error { _, err := instrument.DecodeCriteriaProfile(data); return err },
		"result":     func(data []byte) error { _, err := instrument.DecodeResult(data); return err },
	}
}

// Definition checks all that using a definition would.
func Definition(data []byte) error {
	d, err := instrument.DecodeDefinition(data)
	if err == nil {
		_, err = instrument.Compile(d)
	}
	return err
}
