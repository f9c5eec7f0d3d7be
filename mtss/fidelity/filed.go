package fidelity

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// filed are observations in numbers: 48 bytes of each and its ids, once. Millions of them are
// told apart, settled and found by their practitioner without a map of them.
type filed struct {
	named    func(innovation string) string // the name that it has now
	names    map[string]int32
	kinds    []kind
	kindOf   map[kind]int32
	observer []instrument.AdministeredBy
	numberOf map[instrument.AdministeredBy]int32
	dims     [][]DimensionScore
	dimsOf   kit.Texts
	odd      kit.Texts // scores and days that fit no number
	ids      kit.Texts
	subjects kit.Texts // practitioners behind the number of an innovation

	all       kit.Blocks[filedOne]
	withID    int
	corrects  bool
	lastKind  int32
	lastBy    int32
	key       []byte
	starts    []int32 // of each subject's among sorted
	bySubject []int32 // the places of all, by subject and then rising

	next  [ahead]approached
	added int   // how many of these
	seen  int   // up to where in bySubject the sightings were read ahead
	near  int32 // what was read ahead
}

// ahead is how many observations are read ahead. Of millions, what is needed of each lies far
// apart in memory; read one after another, each waits for the one before. It only saves time.
const ahead = 32

// kind is what many observations have in common.
type kind struct {
	innovation string // as it is written
	name       int32  // of the innovation by the name that it has now
	instrument instrument.Ref
}

// sighting is what an observation says but for the day on which it was recorded, in numbers: two
// with the same are the same.
type sighting struct {
	score             uint64
	day               int32
	subject           int32
	kind, by, dims    int32
	id                int32
	supersedes, voids int32
}

// filedOne is an observation and what becomes of it.
type filedOne struct {
	sighting
	state state
}

// state is what becomes of an observation.
type state uint8

const (
	isWrong state = 1 << iota
	isAgain       // there before
	isOut         // out of force, or there before
	isUsed        // of someone who is intended
)

// isOdd marks a score that is not three numbers of partBits.
const (
	isOdd    = 1 << 63
	partBits = 20
	part     = 1<<partBits - 1
)

func newFiled(named func(string) string) *filed {
	return &filed{
		named: named, names: map[string]int32{}, kindOf: map[kind]int32{}, lastKind: nobody,
		observer: make([]instrument.AdministeredBy, 1), numberOf: map[instrument.AdministeredBy]int32{{}: 0}, dims: make([][]DimensionScore, 1),
		dimsOf: kit.NewTexts(), odd: kit.NewTexts(), ids: kit.NewTexts(), subjects: kit.NewTexts(),
	}
}

// subject returns the number of a practitioner and an innovation by the name that it has now.
func (f *filed) subject(practitioner string, name int32) int32 {
	f.key = append(f.subjectKey(name), practitioner...)
	return f.subjects.NumberOf(f.key)
}

// subjectKey begins the text of a subject.
func (f *filed) subjectKey(name int32) []byte {
	return binary.LittleEndian.AppendUint32(f.key[:0], uint32(name))
}

// who returns the practitioner of a subject.
func (f *filed) who(subject int32) string { return f.subjects.Text(subject)[4:] }

// name returns the number of the name of an innovation.
func (f *filed) name(innovation string) int32 {
	n, known := f.names[innovation]
	if !known {
		n = int32(len(f.names))
		f.names[strings.Clone(innovation)] = n
	}
	return n
}

// approach reads what the next observations, which are added then, will be compared with.
func (f *filed) approach(next []Observation) {
	next = next[:min(ahead, len(next))]
	for i := range next { // their own texts may lie apart, too
		if o := &next[i]; o.Practitioner != "" && o.ID != "" {
			f.near += int32(o.Practitioner[0]) + int32(o.ID[0])
		}
	}
	var subjects, ids [ahead]uint64
	withID := 0
	for i := range next {
		o, a := &next[i], &f.next[i]
		a.kind = f.kindNumber(o)
		f.key = append(f.subjectKey(f.kinds[a.kind].name), o.Practitioner...)
		a.subject = f.subjects.HashOf(f.key)
		subjects[i] = a.subject
		if o.ID != "" {
			a.id = f.ids.Hash(o.ID)
			ids[withID] = a.id
			withID++
		}
	}
	f.subjects.Near(subjects[:len(next)])
	f.ids.Near(ids[:withID])
	f.added = 0
}

// approached is what was worked out of an observation.
type approached struct {
	kind        int32
	subject, id uint64 // hashes
}

// add files the next observation that was approached. Nothing of it is kept but copies.
func (f *filed) add(o *Observation, wrong bool) {
	a := &f.next[f.added]
	f.added++
	s := sighting{kind: a.kind, by: f.byNumber(&o.AdministeredBy), dims: f.dimsNumber(o.Dimensions), supersedes: f.ids.Number(o.Supersedes), voids: f.ids.Number(o.Voids)}
	if o.ID != "" {
		s.id = f.ids.Hashed(o.ID, a.id)
	}
	f.key = append(f.subjectKey(f.kinds[s.kind].name), o.Practitioner...)
	s.subject = f.subjects.HashedOf(f.key, a.subject)
	if t := o.Score; o.Date.Valid() && t.Earned>>partBits == 0 && t.Unknown>>partBits == 0 && t.Possible>>partBits == 0 {
		s.score = uint64(t.Earned)<<(2*partBits) | uint64(t.Unknown)<<partBits | uint64(t.Possible)
		s.day = dayOf(o.Date)
	} else {
		f.key = f.key[:0]
		for _, n := range [...]int64{int64(o.Date.Year), int64(o.Date.Month), int64(o.Date.Day), t.Earned, t.Unknown, t.Possible} {
			f.key = binary.AppendVarint(f.key, n)
		}
		s.score = isOdd | uint64(f.odd.NumberOf(f.key))
	}
	is := state(0)
	if wrong {
		is = isWrong
	}
	if s.id != 0 {
		f.withID++
	}
	f.corrects = f.corrects || s.supersedes|s.voids != 0
	f.all.Add(filedOne{s, is})
}

func (f *filed) kindNumber(o *Observation) int32 {
	if f.lastKind >= 0 {
		if k := &f.kinds[f.lastKind]; k.innovation == o.Innovation && k.instrument == o.Instrument {
			return f.lastKind
		}
	}
	k := kind{innovation: o.Innovation, name: f.name(f.named(o.Innovation)), instrument: o.Instrument}
	n, known := f.kindOf[k]
	if !known {
		k.innovation, k.instrument = strings.Clone(k.innovation), instrument.Ref{ID: strings.Clone(k.instrument.ID), Version: strings.Clone(k.instrument.Version)}
		n = int32(len(f.kinds))
		f.kinds, f.kindOf[k] = append(f.kinds, k), n
	}
	f.lastKind = n
	return n
}

func (f *filed) byNumber(by *instrument.AdministeredBy) int32 {
	if f.observer[f.lastBy] == *by {
		return f.lastBy
	}
	n, known := f.numberOf[*by]
	if !known {
		kept := *by
		kept.Role = strings.Clone(kept.Role)
		n = int32(len(f.observer))
		f.observer, f.numberOf[kept] = append(f.observer, kept), n
	}
	f.lastBy = n
	return n
}

func (f *filed) dimsNumber(dims []DimensionScore) int32 {
	if len(dims) == 0 {
		return 0
	}
	f.key = f.key[:0]
	for i := range dims {
		d := &dims[i]
		f.key = append(binary.AppendUvarint(f.key, uint64(len(d.Dimension))), d.Dimension...)
		for _, n := range [...]int64{d.Score.Earned, d.Score.Unknown, d.Score.Possible} {
			f.key = binary.AppendVarint(f.key, n)
		}
	}
	n := f.dimsOf.NumberOf(f.key)
	if int(n) == len(f.dims) {
		kept := slices.Clone(dims)
		for i := range kept {
			kept[i].Dimension = Dimension(strings.Clone(string(kept[i].Dimension)))
		}
		f.dims = append(f.dims, kept)
	}
	return n
}

// fill sets what a policy judges by; of an observation that is good.
func (s *sighting) fill(f *filed, o *Observation) {
	*o = Observation{
		Instrument: f.kinds[s.kind].instrument, Date: s.date(), AdministeredBy: f.observer[s.by], Dimensions: f.dims[s.dims],
		Score: mtss.Tally{Earned: int64(s.score >> (2 * partBits)), Unknown: int64(s.score >> partBits & part), Possible: int64(s.score & part)},
	}
}

// dayOf returns a day in one number: 20260401.
func dayOf(d mtss.Date) int32 { return int32(d.Year*10000 + d.Month*100 + d.Day) }

func (s *sighting) date() mtss.Date {
	return mtss.Date{Year: int(s.day / 10000), Month: int(s.day / 100 % 100), Day: int(s.day % 100)}
}

// identified reports whether an observation has an id or an observer, which tell it
// from another one that says the same.
func (s *sighting) identified() bool { return s.id != 0 || s.by != 0 }

func (s *sighting) compare(t *sighting) int {
	return cmp.Or(
		cmp.Compare(s.score, t.score), cmp.Compare(s.day, t.day), cmp.Compare(s.kind, t.kind), cmp.Compare(s.by, t.by),
		cmp.Compare(s.dims, t.dims), cmp.Compare(s.id, t.id), cmp.Compare(s.supersedes, t.supersedes), cmp.Compare(s.voids, t.voids),
	)
}

func (f *filed) at(place int32) *filedOne { return f.all.At(int(place)) }

// of returns the places of the observations of a subject, rising. The sightings of the next
// subjects are read ahead.
func (f *filed) of(subject int32) []int32 {
	start, end := int(f.starts[subject]), int(f.starts[subject+1])
	if end > f.seen || end < f.seen-ahead {
		f.seen = min(start+ahead, f.all.Len())
		for _, i := range f.bySubject[start:f.seen] {
			f.near += f.all.At(int(i)).day
		}
	}
	return f.bySubject[start:end]
}

// settle marks the observations that are there before, and those that are out of force. What
// is wrong with ids and corrections is reported, with paths that at gives.
func (f *filed) settle(at func(i int) string, found *problems) {
	f.starts, f.bySubject = make([]int32, f.subjects.Len()+2), make([]int32, f.all.Len())
	for i := range f.all.Len() {
		f.starts[f.all.At(i).subject]++
	}
	before := int32(0)
	for n, count := range f.starts {
		f.starts[n], before = before, before+count
	}
	next := slices.Clone(f.starts)
	for i := range f.all.Len() {
		n := f.all.At(i).subject
		f.bySubject[next[n]] = int32(i)
		next[n]++
	}
	if f.withID < f.all.Len() || f.ids.Len() < f.withID || f.corrects {
		for n := range f.subjects.Len() + 1 {
			f.repeated(f.of(int32(n)))
		}
	}
	f.correct(at, found)
}

// few is up to how many observations of one subject are compared each with each.
const few = 8

// repeated marks the observations of one subject that are there before.
func (f *filed) repeated(places []int32) {
	if len(places) > few {
		places = slices.Clone(places)
		slices.SortFunc(places, func(a, b int32) int { return cmp.Or(f.at(a).compare(&f.at(b).sighting), cmp.Compare(a, b)) })
		for k := 1; k < len(places); k++ {
			if f.at(places[k]).sighting == f.at(places[k-1]).sighting {
				f.at(places[k]).state |= isAgain | isOut
			}
		}
		return
	}
	for k, i := range places {
		for _, j := range places[:k] {
			if f.at(i).sighting == f.at(j).sighting {
				f.at(i).state |= isAgain | isOut
				break
			}
		}
	}
}

// correct marks what is out of force by corrections. Only the records that correct, are
// corrected or share an id are looked at closely.
func (f *filed) correct(at func(i int) string, found *problems) {
	if !f.corrects && f.ids.Len() == f.withID {
		return
	}
	holders, involved := make([]bool, f.ids.Len()+1), make([]bool, f.ids.Len()+1)
	for i := range f.all.Len() {
		s := f.all.At(i)
		involved[s.supersedes], involved[s.voids] = true, true
		if s.state&isAgain == 0 {
			involved[s.id] = involved[s.id] || holders[s.id]
			holders[s.id] = true
		}
	}
	involved[0] = false
	var places []int
	for i := range f.all.Len() {
		if s := f.all.At(i); s.state&isAgain == 0 && (involved[s.id] || s.supersedes|s.voids != 0) {
			places = append(places, i)
		}
	}
	for _, i := range outOfForce(places, at, found, func(i int) mtss.Correction[int32] {
		s := f.all.At(i)
		return mtss.Correction[int32]{ID: f.ids.Text(s.id), Supersedes: f.ids.Text(s.supersedes), Voids: f.ids.Text(s.voids), Subject: s.subject}
	}) {
		f.all.At(i).state |= isOut
	}
}

// element returns the paths of the elements of a list.
func element(list string) func(i int) string {
	return func(i int) string { return pointer.Element(list, i) }
}
