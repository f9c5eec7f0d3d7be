//go:build !alone

package main

import (
	"errors"

	"github.com/bytedance/sonic"
)

func withSonic(find func() finding) func(file string) error {
	return func(file string) error {
		api := sonic.Config{DisallowUnknownFields: true, ValidateString: true}.Froze()
		found := find()
		err := each(file, func(line []byte) error {
			var a administration
			err := api.Unmarshal(line, &a)
			found.add(&a)
			return err
		})
		return errors.Join(err, found.print())
	}
}
