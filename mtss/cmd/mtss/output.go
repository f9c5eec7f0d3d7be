package main

import (
	"io"
	"os"
	"path/filepath"
)

// output is standard output, or the file that is named instead, and remembers that
// it could not be written.
type output struct {
	w    io.Writer
	file *os.File // being written; nil for standard output
	name string   // what it becomes
	err  error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.w.Write(p)
	o.err = err
	return n, err
}

// to has the output go to a file, which appears under its name once it is whole.
func (o *output) to(name string) error {
	if o.file != nil {
		return os.ErrExist
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	o.w, o.file, o.name = file, file, name
	return nil
}

// close gives the file its name, or takes it away if it is not to be kept.
func (o *output) close(keep bool) error {
	if o.file == nil {
		return o.err
	}
	err := o.err
	if sync := o.file.Close(); err == nil {
		err = sync
	}
	if err == nil && keep {
		if err = os.Chmod(o.file.Name(), 0o644); err == nil {
			return os.Rename(o.file.Name(), o.name)
		}
	}
	_ = os.Remove(o.file.Name()) // what is not whole is of no use
	return err
}

// abandon leaves no file behind: there is nothing to write.
func (o *output) abandon() {
	if o.file != nil {
		_ = o.file.Close()
		_ = os.Remove(o.file.Name())
		o.w, o.file = discard{}, nil
	}
}
