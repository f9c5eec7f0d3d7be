package rollup

import (
	"cmp"
	"sync"
	"sync/atomic"
)

// share has n pieces of work done by so many workers, each of which takes the next piece
// that is left. After an error no more are begun; it returns that of the first piece
// that has one.
func share(workers, n int, work func(worker, piece int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var group sync.WaitGroup
	for w := range min(workers, n) {
		group.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = work(w, i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	group.Wait()
	return cmp.Or(errs...)
}
