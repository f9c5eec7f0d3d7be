package word

// measures are the names of the measures of the library, sorted, each with what people
// call it.
const measures = `
barriers.daysOpen: Days that the oldest barrier is open
barriers.resolved: Barriers resolved
barriers.routed: Barriers that a team was asked to resolve
coaching.atFidelity: Used as intended
coaching.basedOn: Components based on those that come before
coaching.coaches: Coaches
coaching.coachesChosen: Coaches have been selected
coaching.components: Components of the coaching system that are final
coaching.confidence: Answers that show confidence
coaching.conflicts: Days on which the log contradicts itself
coaching.content: Content covered by the coaching system
coaching.coverage: Teams and people reached by coaching
coaching.coverage.instructional: Teams and people reached by instructional coaching
coaching.coverage.systems: Teams and people reached by systems coaching
coaching.criteria: Skills wanted that the coach has
coaching.dataUsed: Data about coaching led to a decision
coaching.development.access: Staff with access to professional learning
coaching.development.benefit: Staff who benefit from professional learning
coaching.development.byNeed: Professional learning chosen by need
coaching.development.fidelity: Fidelity of professional learning
coaching.development.impact: Staff in whom professional learning shows
coaching.development.purposes: Purposes that professional learning serves
coaching.dosage: Coaching contacts delivered of those planned
coaching.feedback.coaching: Favorable answers about coaching
coaching.feedback.knowledge: Favorable answers about knowledge
coaching.feedback.training: Favorable answers about training
coaching.fidelity.adherence: Fidelity of coaching, adherence
coaching.fidelity.dose: Fidelity of coaching, dose
coaching.fidelity.quality: Fidelity of coaching, quality
coaching.fidelity.responsiveness: Fidelity of coaching, responsiveness
coaching.gaps: Gaps in contact
coaching.higher: Scores that are higher than before coaching
coaching.hours: Hours of coaching
coaching.hoursPerSchool: Hours of coaching a month for each school
coaching.inUse: Components of the coaching system in use
coaching.informed: Coaches who know what their role is
coaching.internal: Coaches of the district's own
coaching.involved: Components with those involved who should be
coaching.level: Level of coaching
coaching.minutes: Coaching minutes delivered of those planned
coaching.needs: Needs for coaching that a plan answers
coaching.newToMTSS: New to MTSS
coaching.norm.activeDistrictTeam: The district team is active
coaching.norm.coachingInSchools: There is coaching in schools
coaching.norm.fourYearsOfCoaching: Coaching has gone on for four years
coaching.norm.notAllSchoolsNew: Not all schools are new to MTSS
coaching.norm.superintendentSupport: The superintendent supports coaching
coaching.observed: Teams and people observed directly
coaching.onPlan: Contacts about what the plan says
coaching.otherSupports: Contacts of other kinds of support
coaching.planned: Teams and people with a coaching plan
coaching.plans: Parts of coaching plans filled in
coaching.role: Role of those coached
coaching.schoolsPerFTE: Schools for each full-time coach
coaching.sorts: Types and levels of coaching that are provided
coaching.timelines: Components of the coaching system with a timeline
coaching.type: Type of coaching
communication.protocols: Communication protocols that are complete
coordinators.trained: Coordinators with current training
data.used: A meeting made decisions from data
data.used.schools: Schools whose team uses data
dca.minimum-capacity.met: District capacity at the level wanted
dca.protocol.kept: The protocol of the DCA was kept
dca.total: District capacity, total
delivery.schools: Schools with a complete model of tiers
dit.attendance: Attendance at the DIT series
dit.coaches: The coordinator checks in with school coaches
dit.commitments: Commitments to the DIT series kept
dit.component.barrierRemoval: The DIT series covered the removal of barriers
dit.component.coachingSystem: The DIT series covered the coaching system
dit.component.communicationPlan: The DIT series covered the communication plan
dit.component.dataUse: The DIT series covered the use of data
dit.component.implementationPlan: The DIT series covered the implementation plan
dit.component.implementationTeam: The DIT series covered the implementation team
dit.component.initiativeInventory: The DIT series covered the inventory of initiatives
dit.component.initiativeReview: The DIT series covered the review of initiatives
dit.component.staffDevelopment: The DIT series covered the development of staff
dit.component.staffSelection: The DIT series covered the selection of staff
dit.components: Components that the DIT series covered
dit.coordinator.h: Hours of the coordinator in sessions
dit.coordinatorAttends: The coordinator attends each session
dit.coordinatorHours: The coordinator spends the hours that sessions need
dit.coordinatorSelected: A district coordinator is selected
dit.coordinatorTime: Time is allocated to the district coordinator
dit.delivery: The DIT series is delivered by those who should deliver it
dit.facilitates: The coordinator facilitates the team outside sessions
dit.isdAttendsSupport: ISD staff attend each coaching support session
dit.isdAttendsTeam: ISD staff attend each team session
dit.meetsAfter: The team meets after each team session
dit.meetsMonthly: The team meets monthly
dit.planning: The coordinator plans with ISD staff
dit.sessions: Ten sessions of the DIT series are held
dit.superintendent: The coordinator checks in with the superintendent monthly
dit.supportBefore: A coaching support session comes before each team session
dit.supportHours: Each coaching support session lasts three hours
dit.supportSessions: Five coaching support sessions are held
dit.team.h: Hours of team sessions
dit.teamHours: Team sessions have the hours that they need
dit.teamSelected: A District Implementation Team is selected
dit.teamSessions: Five team sessions are held
dit.topics: Topics of the DIT series covered
dit.wholeTeam: The whole team attends each team session
exploration.activities: Exploration activities done
exploration.agreement: Agreement reached, with no question open
exploration.capacity: Capacity for it explored
exploration.fit: Fit explored
exploration.need: Need for it explored
exploration.readiness: Readiness created
fidelity.adherence: Fidelity, adherence
fidelity.coaching.adherence: Fidelity of coaching as observed, adherence
fidelity.coaching.dose: Fidelity of coaching as observed, dose
fidelity.coaching.quality: Fidelity of coaching as observed, quality
fidelity.coaching.responsiveness: Fidelity of coaching as observed, responsiveness
fidelity.differentiation: Fidelity, differentiation
fidelity.dosage: Dosage
fidelity.exposure: Fidelity, exposure
fidelity.practitioners: Staff using it as intended
fidelity.practitioners.employed: Staff using it as intended, of those employed
fidelity.practitioners.observed: Staff using it as intended, of those observed
fidelity.quality: Fidelity, quality
fidelity.responsiveness: Fidelity, responsiveness
full.activities: Activities of full implementation done
goal.coaches: The ISD wants coaches of its own
goal.countyPlan: The ISD wants a county-wide plan for MTSS
goal.dataCoordinators: The ISD wants data coordinators of its own
goal.districtTeams: The ISD wants to train and coach district teams
goal.trainers: The ISD wants trainers of its own
hexagon.2013.capacity: Hexagon Tool of 2013, capacity
hexagon.2013.evidence: Hexagon Tool of 2013, evidence
hexagon.2013.fit: Hexagon Tool of 2013, fit
hexagon.2013.need: Hexagon Tool of 2013, need
hexagon.2013.replication: Hexagon Tool of 2013, readiness for replication
hexagon.2013.resources: Hexagon Tool of 2013, resources
hexagon.2018.capacity: Hexagon Tool of 2018, capacity
hexagon.2018.evidence: Hexagon Tool of 2018, evidence
hexagon.2018.fit: Hexagon Tool of 2018, fit
hexagon.2018.need: Hexagon Tool of 2018, need
hexagon.2018.supports: Hexagon Tool of 2018, supports
hexagon.2018.usability: Hexagon Tool of 2018, usability
hexagon.rated: Indicators rated
hexagon.recommendation: Recommendation of the team
hexagon.total: Points of the Hexagon Tool
initial.activities: Activities of initial implementation done
initiatives.authority: Initiatives whose owner may decide
initiatives.conflicts: Pairs of initiatives that conflict
initiatives.overloaded: Initiatives ask for more time than somebody has
initiatives.owned: Initiatives with an owner
initiatives.pairs: Initiatives compared with each other
initiatives.reviewed: Initiatives reviewed
innovation.selected: Decision to put it in place
installation.activities: Installation activities done
installation.components: Components of infrastructure in place
installation.contradictions: Components declared otherwise than measured
installation.declared: Components declared to be established
installation.initialComponents: What the first use needs is in place
isd.plan.areas: Areas with an activity in the ISD plan
isd.plan.coordinator: The ISD plans with a coordinator
isd.plan.fte: Positions that the ISD allocates
isd.plan.money: Money that the ISD allocates
isd.plan.personnel: People whom the ISD allocates
isd.plan.priority: MTSS is a county-wide priority
lead.domains: Areas in which a lead is competent
lead.leading: A lead has direct authority or influence
lead.named: A lead is named
lead.placed: A lead sits outside special education
lead.schools: Schools with a lead
learning.access: Staff with access to professional learning
learning.allocated: Time and money for professional learning are set aside
learning.attendance: Attendance at learning sessions
learning.benefit: Staff who benefit from professional learning
learning.byNeed: Professional learning chosen by need
learning.feedback: Favorable answers about professional learning
learning.feedback.diversity: Favorable answers about diversity in professional learning
learning.feedback.overall: Favorable answers about professional learning overall
learning.feedback.reported: Learning sessions whose feedback was reported
learning.feedback.teams: Favorable answers of teams about professional learning
learning.feedback.used: Learning sessions whose feedback was used
learning.fidelity: Activities of professional learning held as planned
learning.focus: Topics that professional learning covers
learning.hours: Hours of professional learning
learning.impact: Staff in whom professional learning shows
learning.months: Months of professional learning
learning.needs.initial: Needs of initial implementation that professional learning meets
learning.needs.sustain: Needs of sustaining that professional learning meets
learning.newStaff: Attendance of new staff
learning.purposes: Phases that professional learning serves
learning.reflection: Learning sessions with time to reflect
learning.sessions: Learning sessions held
learning.years: Years with professional learning
options.enough: Need, fit and capacity are enough for support
outcome.beyondLeastChange: Improvement beyond the least that is asked for
outcome.beyondTarget: Outcome beyond its target
outcome.gain: Improvement since the baseline
outcomes.improved: Outcomes improved
partnership.mutual: ISD and district selected each other
plan.done: Activities of the plan done
plan.exploration: Exploration activities of the plan done
plan.onTime: Activities of the plan that are on time
practice.used: Somebody uses it
readiness.capacity: Answers that show capacity for it
readiness.district.capacity.allSchools: The district is able to support all of its schools
readiness.district.capacity.beyond: ISD staff support the district beyond installation
readiness.district.capacity.isdTime: ISD staff have the time for it
readiness.district.capacity.learning: What staff must learn beyond the series is known and can be provided
readiness.district.capacity.resources: The staff, time and money that it takes are known and can be provided
readiness.district.capacity.schools: It is known how the infrastructure would support schools
readiness.district.capacity.selection: A process of recruiting and selecting staff is in place
readiness.district.capacity.timeline: There is a plan for taking in more schools
readiness.district.fit.components: The components of the infrastructure are understood
readiness.district.fit.priorities: The work fits the priorities of the district
readiness.district.need.buyIn: Staff agree that there is a need
readiness.district.need.conversations: Conversations with leaders and staff established a need
readiness.district.need.data: Further data show the need
readiness.district.need.research: Research on district infrastructure was reviewed
readiness.district.need.sponsors: Sponsors with the power to decide support the work
readiness.fit: Answers that show a fit
readiness.isd.capacity.areas: The ISD is able to support what is asked for
readiness.isd.capacity.changes: Organizational changes are known and can be made
readiness.isd.capacity.leadership: Leaders of the ISD support the work
readiness.isd.capacity.learning: What ISD staff must learn is known and can be provided
readiness.isd.capacity.resources: The ISD can allocate the people and money that the work takes
readiness.isd.capacity.understood: Leaders of the ISD know which resources it takes
readiness.isd.fit.conflicts: MTSS would not get in the way of other efforts of the ISD
readiness.isd.fit.districts.conflicts: MTSS would not get in the way of other efforts of districts
readiness.isd.fit.districts.enhances: MTSS would strengthen what districts do
readiness.isd.fit.districts.initiatives: Districts have room for MTSS beside their other initiatives
readiness.isd.fit.districts.load: MTSS would not ask too much of district staff
readiness.isd.fit.enhances: MTSS would strengthen what the ISD does
readiness.isd.fit.initiatives: The ISD has room for MTSS beside its other initiatives
readiness.isd.fit.load: MTSS would not ask too much of ISD staff
readiness.isd.fit.priorities: MTSS serves the priorities of the ISD
readiness.isd.fit.understood: The region understands MTSS as a framework
readiness.isd.need.amount: Districts ask for an amount of support
readiness.isd.need.areas: Districts want support in at least one area
readiness.isd.need.county: The county has a need that MTSS would meet
readiness.isd.need.data: County data show where support would help
readiness.isd.need.districts: Districts express a need
readiness.isd.need.kinds: Districts ask for a kind of support
readiness.isd.need.micip: Plans of local districts show a need for MTSS
readiness.need: Answers that show a need
readiness.prompts: Questions of readiness answered
readiness.step.communicated: Need, fit and feasibility were made clear to staff
readiness.step.coordinatorSelected: Leaders selected the district coordinator
readiness.step.data: Staff have access to the data
readiness.step.drives: Staff have access to shared drives
readiness.step.leaders: District leaders took part in assessing need, fit and capacity
readiness.step.letterDrafted: The letter of agreement was drafted
readiness.step.letterInnovation: The letter of agreement names the first innovation
readiness.step.letterSigned: The letter of agreement with the ISD was signed
readiness.step.overviewAssessments: Staff know which assessments are required
readiness.step.overviewLearning: Staff know which professional learning is required
readiness.step.overviewRoles: Staff know which roles are needed
readiness.step.overviewTime: Staff know how much time is needed
readiness.step.spaces: Staff have access to meeting spaces
readiness.step.teamSelected: Leaders selected the District Implementation Team
readiness.step.timeToAttend: Staff have the time to attend professional learning
readiness.step.timeToMeet: Staff have the time to meet monthly
readiness.steps: Steps taken before the work begins
responsibility.owned: Responsibilities that are owned
responsibility.schools: Schools in which all responsibilities are owned
scaleup.cohorts: Cohorts that have started
scaleup.partner: The partner has chosen back
scaleup.replicating: Cohorts whose trainer and coach learned it before
scaleup.units: Units that have started
staff.selection: Process of recruiting and selecting staff
support.coaching: Districts that ask for coaching
support.dataCoordination: Districts that ask for data coordination
support.hours: Hours of support asked for
support.infrastructure: Districts that ask for support with infrastructure
support.isdTeam: Districts that ask for an ISD team
support.matched: Areas of support asked for that are offered
support.pyramid: Districts that ask for support with the Pyramid Model
support.reading: Districts that ask for support with reading
support.seb: Districts that ask for support with social, emotional and behavioral needs
support.training: Districts that ask for training
team.attendance: Attendance at team meetings
team.composition: Required roles on the team
team.composition.recommended: Recommended roles on the team
team.coordinator: A coordinator is on the team
team.formed: Team formed
team.kind: Kind of team
team.linked: Schools whose teams share information both ways
team.meetings: Months in which the team met
team.role.centralOffice: People of the central office on the team
team.role.communityAgency: People of community agencies on the team
team.role.curriculumDirector: Curriculum directors on the team
team.role.dataCoordinator: Data coordinators on the team
team.role.districtAdministrator: District administrators on the team
team.role.districtCoordinator: District coordinators on the team
team.role.districtLead: District leads on the team
team.role.districtLearningPartner: District learning partners on the team
team.role.educator: Educators on the team
team.role.executiveLiaison: Executive liaisons on the team
team.role.generalEducationTeacher: General education teachers on the team
team.role.interventionist: Interventionists on the team
team.role.isdCoach: ISD coaches on the team
team.role.isdCoordinator: ISD coordinators on the team
team.role.isdLeader: ISD leaders on the team
team.role.isdLearningFacilitator: ISD learning facilitators on the team
team.role.isdStaff: ISD staff on the team
team.role.isdTrainer: ISD trainers on the team
team.role.juvenileCourt: People of the juvenile court on the team
team.role.newStaff: New staff on the team
team.role.parent: Parents on the team
team.role.schoolAdministrator: School administrators on the team
team.role.schoolCoach: School coaches on the team
team.role.schoolLead: School leads on the team
team.role.serviceProvider: Service providers on the team
team.role.specialEducationDirector: Special education directors on the team
team.role.specialEducationTeacher: Special education teachers on the team
team.role.sponsor: Sponsors on the team
team.role.stakeholder: Stakeholders on the team
team.role.superintendent: Superintendents on the team
team.role.taProvider: Providers of technical assistance on the team
team.role.teacherLeader: Teacher leaders on the team
team.role.teacherUnion: People of the teacher union on the team
team.role.thoughtPartner: Thought partners on the team
team.schools: Schools with a team
team.size: People on the team
team.sponsor: A sponsor is on the team
`
