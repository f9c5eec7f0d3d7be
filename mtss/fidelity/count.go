package fidelity

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// ShareReport says how many of the intended practitioners are at fidelity on a
// day. Each observation given is counted once among OfIntended, NotIntended,
// Later, Repeated, Corrected, OtherInnovation and Refused.
type ShareReport struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Policy is the policy that they were judged by.
	Policy Policy `json:"policy"`
	// Shares are the shares of every unit that practitioners work in, and of
	// every unit above it, by innovation: from the smallest kind of unit up,
	// then by id and innovation.
	Shares []Share `json:"shares"`
	// OfIntended counts observations up to the day of practitioners who are
	// intended to use the innovation on it.
	OfIntended int64 `json:"ofIntended" jsonschema:"minimum=0"`
	// NotIntended counts observations of other practitioners and of vacant
	// positions. They are in no share.
	NotIntended int64 `json:"notIntended" jsonschema:"minimum=0"`
	// Later counts observations after the day, which were not used.
	Later int64 `json:"later" jsonschema:"minimum=0"`
	// Repeated counts observations that are there before, which count once.
	Repeated int64 `json:"repeated" jsonschema:"minimum=0"`
	// Corrected counts observations that another one supersedes or voids, and
	// those that only void.
	Corrected int64 `json:"corrected" jsonschema:"minimum=0"`
	// OtherInnovation counts observations of innovations that the policy is not for.
	OtherInnovation int64 `json:"otherInnovation" jsonschema:"minimum=0"`
	// Refused counts observations with problems.
	Refused int64 `json:"refused" jsonschema:"minimum=0"`
	// RepeatedPractitioners counts assignments that appear a second time, or that another
	// roster decides, which is confirmed for longer.
	RepeatedPractitioners int64 `json:"repeatedPractitioners,omitzero" jsonschema:"minimum=0"`
	// RefusedPractitioners counts assignments with problems.
	RefusedPractitioners int64 `json:"refusedPractitioners" jsonschema:"minimum=0"`
	// Caveats say what is unknown, and why.
	Caveats []mtss.Notice `json:"caveats"`
}

// Share returns the share of a unit and an innovation, by any of its names; ok is
// false where no practitioner is intended to use it there.
func (r ShareReport) Share(unit, innovation string) (s Share, ok bool) {
	innovation = r.Policy.named(innovation)
	i := slices.IndexFunc(r.Shares, func(s Share) bool { return s.Unit.ID == unit && s.Innovation == innovation })
	if i < 0 {
		return Share{}, false
	}
	return r.Shares[i], true
}

// Schema names the kind of the document and the version of its schema.
func (ShareReport) Schema() mtss.Schema {
	return mtss.Schema{Kind: "fidelityReport", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (r ShareReport) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the document to dst.
func (r *ShareReport) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (r *ShareReport) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, r, (*ShareReport).issues)
}

// DecodeShareReport reads the document strictly. Errors: the codes of strict
// reading, CodeShare, and those of [Policy.Validate].
func DecodeShareReport(data []byte) (ShareReport, error) {
	return strict.Read(data, (*ShareReport).issues)
}

// Validate reports what is wrong with the report. Errors: those of
// [DecodeShareReport].
func (r ShareReport) Validate() error { return strict.Validate(&r, (*ShareReport).issues) }

func (r *ShareReport) issues() []mtss.Issue { return strict.Under("/policy", r.Policy.issues()) }

// Count judges every practitioner who is intended on the day by the policy, and
// counts them in each unit in which they work and in every unit above, once in
// each. The order of practitioners and observations never matters, and neither
// does where a practitioner worked when observed: observations stay with a
// practitioner who moves.
//
// Records with problems are reported with paths such as /observations/3; the
// others are counted all the same, and the report holds them even where there is
// an error. With a policy or day that is not valid nothing is counted.
//
// [CountLines] counts files of which not all observations are in memory.
//
// Errors: those of [Policy.Validate], roster.Merge and [Observations.Validate],
// mtss.CodeDate, CodeInstrument.
func Count(rosters []roster.Roster, observations []Observation, policy Policy, above mtss.Hierarchy, on mtss.Date) (ShareReport, error) {
	c, err := newCounter(rosters, policy, above, on)
	if err != nil {
		return c.report, err
	}
	at := element("/observations")
	for i := range observations {
		if i%ahead == 0 {
			c.approach(observations[i:])
		}
		c.file(&observations[i], observations[i].whole(), at)
	}
	return c.count(at)
}

// newCounter returns a counter that knows who is intended, or an error with which nothing
// can be counted.
func newCounter(rosters []roster.Roster, policy Policy, above mtss.Hierarchy, on mtss.Date) (*counter, error) {
	policy = policy.clone()
	c := &counter{ladder: newLadder(above), totals: map[string]*Share{}, strays: map[string]int64{}}
	c.report = ShareReport{On: on, Policy: policy, Shares: []Share{}, Caveats: []mtss.Notice{}}
	c.Add(mtss.Issues(policy.Validate())...)
	if !on.Valid() {
		c.Fail("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
	}
	if len(c.Issues) > 0 {
		return c, strict.Invalid(c.Issues)
	}
	c.filed = newFiled(c.report.Policy.named)
	c.intended(rosters)
	return c, nil
}

// count counts what was filed. Paths of observations are those that at gives.
func (c *counter) count(at func(i int) string) (ShareReport, error) {
	c.settle(at, &c.problems)
	c.Take(&c.wrong)
	c.classify(at)
	c.judge()
	c.forget()
	slices.SortFunc(c.report.Shares, func(a, b Share) int {
		return cmp.Or(kit.CompareUnits(a.Unit, b.Unit), cmp.Compare(a.Innovation, b.Innovation))
	})
	c.caveats()
	return c.report, c.err()
}

// counter counts practitioners and observations.
type counter struct {
	problems
	*filed
	wrong    kit.Problems // of single observations
	report   ShareReport
	ladder   *ladder
	current  []intention         // of the first subjects, in their order
	several  map[int32][]int32   // all posts of those that have several, by subject
	totals   map[string]*Share   // by innovation
	gaps     []roster.Assignment // one of each unit and innovation of which nobody knows who is intended
	unplaced int64
	twins    int64
	strays   map[string]int64 // names of innovations that nobody is intended to use, by the records with them
	uses     [1 << usesBits]known
	unknown  []int64 // observations of the other subjects
}

// intention is one practitioner or position, and where it is intended on the day.
type intention struct {
	post    int32 // the first of several
	several bool
	vacant  bool
}

const nobody = -1

// What is said of observations that are there again.
const (
	repeatedText = "there more than once, counted once"
	twinText     = "without an id and an observer, the same as another one, so counted once; where there were two, give each an id"
)

// intended finds who is intended on the day.
func (c *counter) intended(rosters []roster.Roster) {
	policy := &c.report.Policy
	all, repeated, err := roster.Merge(c.ladder.above, policy.named, rosters...)
	c.Add(mtss.Issues(err)...)
	total := 0
	for _, r := range rosters {
		total += len(r.Intended)
	}
	c.report.RepeatedPractitioners, c.report.RefusedPractitioners = int64(repeated), int64(total-repeated-len(all))
	c.current, c.several = make([]intention, 0, len(all)), map[int32][]int32{}
	for i := range all {
		a := &all[i]
		if !policy.concerns(a.Innovation) {
			c.strays[a.Innovation]++
			continue
		}
		if !a.On(c.report.On) {
			continue
		}
		at := c.ladder.post(a.Innovation, a.Unit)
		n := c.subject(a.Person, c.name(a.Innovation))
		if int(n) > len(c.current) {
			c.current = append(c.current, intention{post: at, vacant: a.Vacant})
			continue
		}
		if p := &c.current[n-1]; !p.several {
			p.several, c.several[n] = true, append(c.several[n], p.post)
		}
		c.several[n] = append(c.several[n], at)
	}
	for a, days := range roster.Unconfirmed(all) {
		if days.Contains(c.report.On) && policy.concerns(a.Innovation) {
			c.gaps = append(c.gaps, a)
		}
	}
}

// file files an observation, and reports what is wrong with it.
func (c *counter) file(o *Observation, wrong []mtss.Issue, at func(i int) string) {
	if wrong != nil {
		c.wrong.Add(strict.Under(at(c.all.Len()), wrong)...)
	}
	c.add(o, wrong != nil)
}

// practitioner counts a subject in each of their units, and in each unit above, once.
func (c *counter) practitioner(n int32, verdict *picked) {
	p := c.current[n-1]
	post := &c.ladder.posts[p.post]
	innovation := post.innovation
	if p.several {
		all := c.ladder.together(c.several[n])
		post = &all
	}
	for _, at := range post.way {
		share := c.share(at)
		share.count(p.vacant, verdict)
		for _, o := range verdict.used {
			for _, d := range o.Dimensions {
				addDimension(&share.Dimensions, d)
			}
		}
	}
	c.total(innovation).count(p.vacant, verdict)
	if post.unplaced {
		c.unplaced++
	}
}

// share is that of a place of the ladder.
func (c *counter) share(at int) *Share {
	for n := len(c.report.Shares); n <= at; n++ {
		r := &c.ladder.rungs[n]
		c.report.Shares = append(c.report.Shares, Share{Unit: r.unit, Innovation: r.innovation, VacantAs: c.vacantAs(), Dimensions: []DimensionScore{}})
	}
	return &c.report.Shares[at]
}

// total is the share of all practitioners of an innovation.
func (c *counter) total(innovation string) *Share {
	total := c.totals[innovation]
	if total == nil {
		total = &Share{VacantAs: c.vacantAs()}
		c.totals[innovation] = total
	}
	return total
}

// forget marks the shares of which it is not known who is intended on the day.
func (c *counter) forget() {
	for _, a := range c.gaps {
		c.total(a.Innovation).confirmed(a.ConfirmedThrough)
		for _, at := range c.ladder.posts[c.ladder.post(a.Innovation, a.Unit)].way {
			c.share(at).confirmed(a.ConfirmedThrough)
		}
	}
}

// spellings say which names of records are spelled as others are but for their
// case, spaces and hyphens.
func (c *counter) spellings() {
	known, people, unknown := map[string]string{}, map[string]string{}, map[string]int64{}
	for _, p := range c.current {
		if len(c.strays) > 0 {
			innovation := c.ladder.posts[p.post].innovation
			known[kit.Alike(innovation)] = innovation
		}
	}
	if name := c.report.Policy.Innovation; name != "" {
		known[kit.Alike(name)] = name
	}
	for n, count := range c.unknown {
		if count > 0 {
			unknown[c.who(int32(len(c.current)+n))] += count
		}
	}
	for n := range c.current {
		if len(unknown) > 0 {
			who := c.who(int32(n + 1))
			people[kit.Alike(who)] = who
		}
	}
	c.report.Caveats = slices.Concat(c.report.Caveats, meant("innovation", c.strays, known), meant("practitioner", unknown, people))
}

// meant says which words of records were probably meant instead of others.
func meant(what string, got map[string]int64, known map[string]string) (notices []mtss.Notice) {
	for _, word := range slices.Sorted(maps.Keys(got)) {
		if near := known[kit.Alike(word)]; near != "" && near != word {
			notices = append(notices, mtss.Noticef(CaveatSpelling, "%s with the "+what+" %q, did you mean %q?", kit.Count(got[word], "record"), word, near))
		}
	}
	return notices
}

// vacantAs is how vacant positions count, where that is not the default.
func (c *counter) vacantAs() Vacancy {
	if c.report.Policy.Vacant == VacantNotAtFidelity {
		return ""
	}
	return c.report.Policy.Vacant
}

// caveats say once, over all practitioners of an innovation, why some are
// unknown, and which records were not used.
func (c *counter) caveats() {
	r := &c.report
	for _, innovation := range slices.Sorted(maps.Keys(c.totals)) {
		for _, caveat := range c.totals[innovation].caveats(mtss.Intended, r.On) {
			r.Caveats = append(r.Caveats, caveat.About(innovation))
		}
	}
	say := func(code mtss.Code, n int64, noun, text string) {
		if n > 0 {
			r.Caveats = append(r.Caveats, kit.Counted(code, n, noun, text))
		}
	}
	say(CaveatUnplaced, c.unplaced, "practitioner", "in units that the hierarchy does not have, so not counted in any unit above")
	say(CaveatNotIntended, r.NotIntended, "observation", "of practitioners who are not intended to use the innovation on the day; in no share")
	say(CaveatLater, r.Later, "observation", "later than the day, not used")
	say(CaveatTwin, c.twins, "observation", twinText)
	c.spellings()
	say(CaveatRepeated, r.Repeated-c.twins, "observation", repeatedText)
	say(CaveatRepeated, r.RepeatedPractitioners, "assignment", "there more than once, or decided by a later roster, counted once")
	say(CaveatRefused, r.Refused, "observation", "refused for problems")
	say(CaveatRefused, r.RefusedPractitioners, "practitioner", "refused for problems, so in no share")
}
