package scoring

import "sync"

// atOnce is how many pieces of work a worker gets at a time.
const atOnce = 32

// assembly has work done by several workers, and what comes of it told by the one that
// hands the work in, in its order. While one lot is worked on the next is handed in.
type assembly struct {
	workers    int
	next       []piece // handed in
	under      []piece // being worked on
	unfinished sync.WaitGroup
}

type piece struct{ work, tell func() }

// add hands in a piece of work, which may run at the same time as others, and what to do
// with its outcome.
func (a *assembly) add(work, tell func()) {
	if a.next = append(a.next, piece{work, tell}); len(a.next) == a.workers*atOnce {
		a.turn()
	}
}

// turn tells of the lot that is worked on, and has the next one worked on.
func (a *assembly) turn() {
	a.unfinished.Wait()
	told := a.under
	a.under = a.next
	for i := range a.workers {
		from, to := i*len(a.under)/a.workers, (i+1)*len(a.under)/a.workers
		lot := a.under[from:to]
		a.unfinished.Go(func() {
			for _, p := range lot {
				p.work()
			}
		})
	}
	for _, p := range told {
		p.tell()
	}
	clear(told)
	a.next = told[:0]
}

// finish waits for all that was handed in, and tells of it.
func (a *assembly) finish() {
	for len(a.next)+len(a.under) > 0 {
		a.turn()
	}
}
