package main

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

// output is standard output, or the file that is named instead. What cannot be written
// is said by the next call, and by close.
type output struct {
	*bufio.Writer
	given string      // the name of the file, as it was given
	was   fs.FileInfo // of the file before; nil for none
	file  *os.File    // being written; nil for standard output
	name  string      // what the file becomes; "" where it is written to as it is
	stop  func()      // ends the watch for signals
	drop  bool        // there is nothing to write, so no file is to appear
}

func newOutput(w io.Writer) *output { return &output{Writer: bufio.NewWriter(w)} }

// to has the output go to a file, which appears under its name once it is whole. A
// device or a pipe keeps its place, and so does a link.
func (o *output) to(name string) error {
	if o.file != nil {
		return fs.ErrExist
	}
	o.given = name
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		o.file, err = os.OpenFile(name, os.O_WRONLY, 0)
		o.Reset(o.file)
		return err
	}
	part := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+strconv.Itoa(os.Getpid()))
	if o.file, err = os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err != nil {
		return err
	}
	o.Reset(o.file)
	o.name, o.was, o.stop = name, info, removeWhenStopped(part)
	if info != nil { // whoever may read the file that it takes the place of may read this one
		return o.file.Chmod(info.Mode().Perm())
	}
	return nil
}

// removeWhenStopped removes a part of a file if the process is told to stop, and ends
// the process, until stop is called.
func removeWhenStopped(part string) (stop func()) {
	stopped, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	spare := context.AfterFunc(stopped, func() {
		_ = os.Remove(part) // what is not whole is of no use
		os.Exit(exitStopped)
	})
	return func() {
		spare()
		cancel()
	}
}

// close writes what is left and gives the file its name, or takes it away if it is not to
// be kept.
func (o *output) close(keep bool) error {
	err := o.Flush()
	if o.file == nil {
		return err
	}
	err = cmp.Or(err, o.file.Close()) // it is closed in any case
	if o.stop != nil {
		defer o.stop()
	}
	switch {
	case o.name == "":
	case err == nil && keep && !o.drop:
		return os.Rename(o.file.Name(), o.name)
	default:
		_ = os.Remove(o.file.Name()) // what is not whole is of no use
	}
	return err
}
