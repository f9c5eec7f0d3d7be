package readiness

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Readiness is what a district or an ISD found out about its readiness for an
// innovation.
type Readiness struct {
	// ID names the record, so that corrections can refer to it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the record that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a record that does not count; this one does not count
	// either then.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the district or ISD.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it may take up.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day as of which the record was made.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the record was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Starts is the day on which the work begins; absent while it is not set.
	// Steps are to be taken before it.
	Starts mtss.Date `json:"starts,omitzero"`
	// Answers are the answers to prompts, each prompt at most once.
	Answers []PromptAnswer `json:"answers" jsonschema:"maxItems=1000"`
	// Steps are the steps that were taken, each at most once; absent means that
	// they are not recorded.
	Steps []Taken `json:"steps,omitzero" jsonschema:"maxItems=1000"`
	// Requests are what districts ask of an ISD; absent means that they are not known.
	Requests []Request `json:"requests,omitzero" jsonschema:"maxItems=10000"`
	// Areas are those that an ISD is able to support, in the words of
	// [Request.Area]; absent means that they are not known.
	Areas []SupportArea `json:"areas,omitzero" jsonschema:"maxItems=100,uniqueItems=true,enum=seb,enum=reading,enum=infrastructure,enum=pyramid"`
	// Goals are what an ISD wants to reach: countyPlan (develop or refine a
	// county-wide plan for MTSS), trainers (have its own in the region), coaches
	// (have its own for local implementers), dataCoordinators (be able to collect
	// and analyze fidelity and outcome data) or districtTeams (train and coach
	// District Implementation Teams); absent means that they are not stated.
	Goals []ISDGoal `json:"goals,omitzero" jsonschema:"maxItems=100,uniqueItems=true,enum=countyPlan,enum=trainers,enum=coaches,enum=dataCoordinators,enum=districtTeams"`
	// Decision is whether the innovation was selected; absent while it is open, or
	// where an earlier record has it.
	Decision *Selection `json:"decision,omitzero"`
}

// PromptAnswer is an answer to a prompt.
type PromptAnswer struct {
	// Prompt is the prompt's id, as [Prompts] lists it; one for the kind of unit.
	Prompt string `json:"prompt" jsonschema:"enum=isd.need.county,enum=isd.need.micip,enum=isd.need.data,enum=isd.need.districts,enum=isd.need.areas,enum=isd.need.amount,enum=isd.need.kinds,enum=isd.fit.understood,enum=isd.fit.priorities,enum=isd.fit.initiatives,enum=isd.fit.enhances,enum=isd.fit.conflicts,enum=isd.fit.load,enum=isd.fit.districts.initiatives,enum=isd.fit.districts.enhances,enum=isd.fit.districts.conflicts,enum=isd.fit.districts.load,enum=isd.capacity.areas,enum=isd.capacity.resources,enum=isd.capacity.learning,enum=isd.capacity.changes,enum=isd.capacity.leadership,enum=isd.capacity.understood,enum=district.need.conversations,enum=district.need.sponsors,enum=district.need.buyIn,enum=district.need.data,enum=district.need.research,enum=district.fit.components,enum=district.fit.priorities,enum=district.capacity.learning,enum=district.capacity.allSchools,enum=district.capacity.timeline,enum=district.capacity.schools,enum=district.capacity.resources,enum=district.capacity.beyond,enum=district.capacity.isdTime,enum=district.capacity.selection"`
	// Supports is whether the answer speaks for going ahead, as judged by the
	// team that gave it: yes, no or unsure.
	Supports mtss.Answer `json:"supports" jsonschema:"enum=yes,enum=no,enum=unsure"`
	// Says is the answer in words. Descriptive only.
	Says string `json:"says,omitzero" jsonschema:"minLength=1,maxLength=4000"`
	// Evidence is what it rests on.
	Evidence []AnswerEvidence `json:"evidence,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Gap is what is still to be found out. While there is one, the answer does
	// not count.
	Gap string `json:"gap,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// AnswerEvidence is something that an answer rests on.
type AnswerEvidence struct {
	// Kind is what kind of evidence it is: localMICIP (improvement plan of a local
	// district), isdMICIP (improvement plan of the ISD), strategicPlan (or mission,
	// or vision), isdPlan (MTSS plan of the ISD), countyData, districtData,
	// dataSystem (data from the MiMTSS Data System), capacityAssessment (District
	// Capacity Assessment), survey, focusGroup, conversation (with leaders or
	// staff), request (for support), requestedAmount (request that says how much;
	// requests of the document itself count without being listed here), inventory
	// (of initiatives), resource (research or material that was reviewed),
	// scaleUpPlan (plan or timeline for more schools), letter (of agreement, or its
	// draft) or record (of another kind, such as minutes).
	Kind EvidenceKind `json:"kind" jsonschema:"enum=localMICIP,enum=isdMICIP,enum=strategicPlan,enum=isdPlan,enum=countyData,enum=districtData,enum=dataSystem,enum=capacityAssessment,enum=survey,enum=focusGroup,enum=conversation,enum=request,enum=requestedAmount,enum=inventory,enum=resource,enum=scaleUpPlan,enum=letter,enum=record"`
	// On is its day. Evidence of a day after the day of asking does not count.
	On mtss.Date `json:"on"`
	// What says what it is, such as the title of a plan. Descriptive only.
	What string `json:"what,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// Taken is a step that was taken.
type Taken struct {
	// Step is the step's id, as [Prompts] lists it; one for the kind of unit.
	Step string `json:"step" jsonschema:"enum=leaders,enum=teamSelected,enum=coordinatorSelected,enum=timeToAttend,enum=timeToMeet,enum=spaces,enum=data,enum=drives,enum=letterDrafted,enum=letterSigned,enum=letterInnovation,enum=communicated,enum=overviewLearning,enum=overviewAssessments,enum=overviewTime,enum=overviewRoles"`
	// On is the day on which it was taken.
	On mtss.Date `json:"on"`
}

// Request is what one district asks of its ISD: one kind of support in one area.
type Request struct {
	// District is the district that asks.
	District string `json:"district" jsonschema:"minLength=1,maxLength=200"`
	// Area is what the support is for: seb (social, emotional and behavioral MTSS),
	// reading (reading MTSS, which the source also calls literacy), infrastructure
	// (of the district) or pyramid (the Pyramid Model, for early childhood). The
	// source names neither of the last two in its prompts on fit, and not pyramid in
	// its prompt on capacity.
	Area SupportArea `json:"area" jsonschema:"enum=seb,enum=reading,enum=infrastructure,enum=pyramid"`
	// Support is the kind of support: training, coaching (of teams or individuals),
	// dataCoordination or isdTeam (an ISD team that organizes the work across the
	// county; the source names it in its opening and not in its prompt).
	Support mtss.Support `json:"support" jsonschema:"enum=training,enum=coaching,enum=dataCoordination,enum=isdTeam"`
	// Hours are how much; absent means that the district does not say.
	Hours int64 `json:"hours,omitzero" jsonschema:"minimum=1,maximum=100000"`
	// On is the day of the request.
	On mtss.Date `json:"on"`
}

// Selection is whether the innovation was selected.
type Selection struct {
	// On is the day of the decision.
	On mtss.Date `json:"on"`
	// Selected is whether it was.
	Selected bool `json:"selected"`
}

// DecodeReadiness reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Readiness.Validate].
func DecodeReadiness(data []byte) (Readiness, error) { return strict.Read(data, (*Readiness).issues) }

// Schema names the kind of the document and the version of its schema.
func (Readiness) Schema() mtss.Schema { return mtss.Schema{Kind: "readiness", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (r Readiness) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the document to dst.
func (r *Readiness) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (r *Readiness) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, r, (*Readiness).issues)
}

// Validate reports what is wrong with the record. Errors: the codes of
// strict reading, CodeUnit, mtss.CodeCorrection, mtss.CodeRecorded, CodePrompt, CodeStep,
// CodeRequest, CodeGoal.
func (r Readiness) Validate() error { return strict.Validate(&r, (*Readiness).issues) }

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (r Readiness) Known() mtss.Date { return cmp.Or(r.Recorded, r.Date) }

func (r *Readiness) issues() []mtss.Issue {
	var found problems
	found.unit("/unit", r.Unit, mtss.KindDistrict, mtss.KindISD)
	err := mtss.Correction[subject]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids}.Validate()
	found.Add(mtss.Issues(err)...)
	found.Add(kit.Recorded(r.Recorded, r.Date)...)
	r.checkAnswers(&found)
	r.checkISD(&found)
	return found.List()
}

// asked returns the ids of the prompts, or of the steps, for the record's kind of unit.
func (r *Readiness) asked(steps bool) (ids []string) {
	for _, p := range Prompts() {
		if p.Unit == r.Unit.Kind && (p.Part == Steps) == steps {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// request is what names a request.
func (q *Request) request() string {
	return q.District + " " + string(q.Area) + " " + string(q.Support)
}

// once returns the record with each answer, step and request once.
func (r Readiness) once() Readiness {
	r.Answers = once(r.Answers, (*PromptAnswer).name)
	r.Steps = once(r.Steps, (*Taken).name)
	r.Requests = once(r.Requests, (*Request).request)
	return r
}

// repeated says what is there more than once.
func (r Readiness) repeated() []mtss.Notice {
	return slices.Concat([]mtss.Notice{},
		again("/answers", r.Answers, (*PromptAnswer).name), again("/steps", r.Steps, (*Taken).name), again("/requests", r.Requests, (*Request).request))
}

func (a *PromptAnswer) name() string { return a.Prompt }

func (t *Taken) name() string { return t.Step }

func (r *Readiness) checkAnswers(found *problems) {
	prompts := r.asked(false)
	for i, a := range r.Answers {
		found.Word(pointer.Element("/answers", i)+"/prompt", CodePrompt, a.Prompt, "a prompt for this kind of unit", prompts)
	}
	differ(found, "/answers", "/prompt", CodePrompt, r.Answers, (*PromptAnswer).name)
	steps := r.asked(true)
	for i, t := range r.Steps {
		found.Word(pointer.Element("/steps", i)+"/step", CodeStep, t.Step, "a step for this kind of unit", steps)
	}
	differ(found, "/steps", "/step", CodeStep, r.Steps, (*Taken).name)
}

// checkISD checks what only the record of an ISD may have.
func (r *Readiness) checkISD(found *problems) {
	if r.Unit.Kind == mtss.KindISD {
		differ(found, "/requests", "", CodeRequest, r.Requests, (*Request).request)
		return
	}
	for i := range r.Requests {
		found.Fail(pointer.Element("/requests", i), CodeRequest, "only an ISD has requests, not a %s", r.Unit.Kind)
	}
	for i := range r.Areas {
		found.Fail(pointer.Element("/areas", i), CodeRequest, "only an ISD supports areas, not a %s", r.Unit.Kind)
	}
	for i := range r.Goals {
		found.Fail(pointer.Element("/goals", i), CodeGoal, "only an ISD has goals, not a %s", r.Unit.Kind)
	}
}
