// Made from the JSON Schema of the same name; change nothing here.

/** What documents say of one unit on one day, to be stored, shown, and made again from the same documents. */
export interface UnitProfile {
  /** The kind of document. */
  kind: "unitProfile";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit that the report is about. */
  unit: Unit;
  /** The day. */
  on: string;
  /** The day as of which the profile was made: what was recorded later was left out. Absent where nothing was. */
  knownOn?: string;
  /** The version of the library that made it; absent where that was not said. */
  library?: string;
  /** Marks figures that are made up, in whole or in part. */
  illustrative?: boolean;
  /** The units below that rows are of, such as the schools of a district. */
  units: Unit[];
  /** The instruments that were administered in the unit or below it. */
  assessed: ProfileAssessed[];
  /** The innovations of the unit, by name. */
  innovations: ProfileInnovation[];
  /** The measures of the unit with any innovation of which something is known: of coaching, teams, ownership, infrastructure and learning. */
  measures: ProfileKnownMeasure[];
  /** How far the components of infrastructure are in place; none where no document speaks of them. */
  components: DistrictComponentStatus[];
  /** The coaching that was planned and delivered, by month. */
  coaching: ProfileContacts[];
  /** Compares scores from before and after coaching began; null where no document has any of those who were coached. */
  effect: CoachingEffect | null;
  /** What the rules come to that the host keeps for the unit or one above it: those that come to the same with every innovation. Absent where there are none. */
  rules?: RuleDecision[];
  /** The activities of plans in force. */
  activities: ProfilePlannedActivity[];
  /** What to do next, first what moves a stage at once. */
  steps: ProfileStep[];
  /** What is due in the unit and below it: what was missed or done in the half year before the day, and what comes in the half year after it. */
  due: ScheduleDue[];
  /** What a reader must know of the quality of the data. */
  concerns: ProfileConcern[];
  /** Where the rules and instruments that were used are stated. */
  sources: Source[];
  /** The definitions that were used. */
  definitions: ProfileInput[];
  /** The documents that went in, by kind. Where the digests are the same, so are the documents, in whatever order they came. */
  inputs: ProfileInput[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Compares scores from before and after coaching began. */
export interface CoachingEffect {
  /** The changes, by recipient, innovation and instrument. */
  changes: CoachingScoreChange[];
  /** Counts the scores that are higher, of all changes. */
  higher: Tally;
  /** Say what this does not show. */
  caveats: Notice[];
}

/** Compares a recipient's scores from before and after coaching began. */
export interface CoachingScoreChange {
  /** The id of the recipient. */
  coached: string;
  /** What was observed, and what was coached as far as that is known. */
  innovation: string;
  /** The instrument, and the version, of both scores. */
  instrument: InstrumentRef;
  /** The day of the first coaching contact of the log. */
  first: string;
  /** The last score before that day; of two on one day, the worse. */
  before: FidelityObservation | null;
  /** The latest score after that day, up to the day of asking; of two on one day, the worse. */
  after: FidelityObservation | null;
  /** Whether the score is certainly higher than before; undetermined where one is missing, is not known well enough, or is contradicted by another of the same day. */
  higher: "met" | "notMet" | "undetermined";
  /** Counts the coaching contacts of the counted months before that of the later score. */
  contacts: number;
}

/** One value of a series. */
export interface Dated {
  /** The day that the value belongs to. */
  on: string;
  /** What was measured on that day. */
  value: Value;
}

/** The verdict on a criterion at one result, and when it was first met up to then. */
export interface DcaCriterionDay {
  /** Names the criterion. */
  id: string;
  /** The verdict at that result. */
  verdict: "met" | "notMet" | "undetermined";
  /** The first day on which it was certainly met; absent where it was not yet. */
  on?: string;
  /** The first day before that on which it was undetermined, so that it may have been met already; absent where there is none. */
  notExcluded?: string;
}

/** How the share of one scale changed. With unknown points on either side, both verdicts may be undetermined; it is certain to have stayed the same where both are not met. */
export interface DcaScaleChange {
  /** The subscale's id; empty for the total. */
  id: string;
  /** The earlier score. */
  from: Score;
  /** The day of the earlier score. */
  fromDate: string;
  /** The later score. */
  to: Score;
  /** The day of the later score. */
  toDate: string;
  /** Says whether the share rose. */
  rose: "met" | "notMet" | "undetermined";
  /** Says whether the share fell. */
  fell: "met" | "notMet" | "undetermined";
}

/** How one unit's results changed over time. */
export interface DcaTrend {
  /** The kind of document. */
  kind: "trend";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The unit; absent where there are no results. */
  unit?: Unit;
  /** The day that the trend is as of. Later results are left out. */
  on: string;
  /** How many results were left out because they are later. */
  leftOut: number;
  /** The results by date. */
  points: DcaTrendPoint[];
  /** How the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, with an empty id. A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** The changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** Says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** The windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** The caveats of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** One result. */
export interface DcaTrendPoint {
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** The day of the administration. */
  date: string;
  /** The window that the day is in; empty for none. */
  window: string;
  /** The total; null where there is none. */
  total: Score | null;
  /** The subscales' scores. */
  subscales: Score[];
  /** The verdicts on the criteria, in their order. */
  criteria: DcaCriterionDay[];
}

/** How far a component of infrastructure is in place: what a checklist declares, and what its measures say. */
export interface DistrictComponentStatus {
  /** Which part of the infrastructure for implementation it is. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** What the checklist declares; empty where it declares nothing. */
  declared?: "undeveloped" | "inProcess" | "established";
  /** Tells whether the component must be in place before the innovation is first used. */
  initial?: boolean;
  /** Met when all checks are. A check whose measure does not apply is left out; without any check, the verdict is undetermined. */
  derived: "met" | "notMet" | "undetermined";
  /** The findings of the rules for the component, in their order. */
  checks: RuleFinding[];
  /** Tells whether the checklist names evidence for what it declares. */
  evidence?: boolean;
}

/** A share from its worst to its best case, exactly. */
export interface Exact {
  /** The worst case; absent where it is open. */
  low?: string;
  /** The best case; absent where it is open. */
  high?: string;
}

/** A value on a day. */
export interface FidelityDatedTally {
  /** The day. */
  on: string;
  /** The day on which the value was entered, where that was later. */
  recorded?: string;
  /** How many, of at least one possible. */
  value: Tally;
}

/** The points of one dimension. */
export interface FidelityDimensionScore {
  /** The part of fidelity that was scored, such as adherence or quality. */
  dimension: "adherence" | "exposure" | "quality" | "responsiveness" | "differentiation" | "coaching.adherence" | "coaching.quality" | "coaching.responsiveness" | "coaching.dose";
  /** The points of the dimension. */
  score: Tally;
}

/** Whether the outcomes of a unit and an innovation improved. */
export interface FidelityImprovement {
  /** The unit whose outcomes are judged. */
  unit: Unit;
  /** The practice or program whose outcomes are judged. */
  innovation: string;
  /** The day. */
  on: string;
  /** Met where every outcome improved. */
  verdict: "met" | "notMet" | "undetermined";
  /** The outcomes that were judged, in the order of their measures. One that is pooled of units below has their baselines and latest values added up, and no value where one of these is not known. */
  outcomes: FidelityOutcome[];
  /** How they were judged, one finding for each outcome. */
  findings: RuleFinding[];
  /** Say what was not used, and what is not known. */
  caveats: Notice[];
}

/** One practitioner's score on a fidelity instrument on a day. */
export interface FidelityObservation {
  /** Names the observation, so that corrections can refer to it. */
  id?: string;
  /** The id of the observation that this one corrects. */
  supersedes?: string;
  /** The id of an observation that does not count; the one that voids it does not count either. */
  voids?: string;
  /** The person who was observed. */
  practitioner: string;
  /** The innovation whose use was observed. */
  innovation: string;
  /** The instrument, and the version, that was used. */
  instrument: InstrumentRef;
  /** The day of the observation. */
  date: string;
  /** The day on which the record was entered, where that was later. */
  recorded?: string;
  /** The points, of at least 1 and at most 1,000,000 possible ones. */
  score: Tally;
  /** The observer; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Scores of single dimensions of fidelity, where the instrument has them; each dimension at most once. */
  dimensions?: FidelityDimensionScore[];
}

/** One outcome of an innovation in a unit, as dated shares: such as the students who reach a benchmark, or the students with a referral. */
export interface FidelityOutcome {
  /** Names the series, so that corrections can refer to it. */
  id?: string;
  /** The id of the series that this one corrects. */
  supersedes?: string;
  /** The id of a series that does not count; the series that voids it does not count either. */
  voids?: string;
  /** The day on which the series, with its baseline and target, was entered, where that was after the day of the baseline. Values that were entered later have a day of their own. */
  recorded?: string;
  /** Names the outcome, such as "reading.benchmark". */
  measure: string;
  /** Where it was measured. */
  unit: Unit;
  /** The innovation that it is an outcome of. */
  innovation: string;
  /** Says which way is better. */
  better: "higher" | "lower";
  /** What is counted, in the plural, such as "students". */
  of?: string;
  /** The value before the innovation was used. */
  baseline: FidelityDatedTally;
  /** The share that is aimed at; absent means none. */
  target?: string;
  /** The least gain over the baseline that is an improvement, as a share such as "5%" for 5 percentage points; absent means any. */
  leastChange?: string;
  /** How many days after its day a value counts, the last of them included. Absent, and unless "For good" is set, it counts through the end of the same window of the next year, or a year where it lies in no window; no source states a term, so this is inferred. */
  currentDays?: number;
  /** Values count until there is a later one; leave the number of days empty then. */
  forGood?: boolean;
  /** The values since, in any order, at most one a day. */
  values: FidelityDatedTally[];
  /** Says where the values come from. */
  source?: Source;
}

/** Says who administered an assessment or made an observation, by role, never by name. */
export interface InstrumentAdministeredBy {
  /** The role, such as "data coordinator". */
  role: string;
  /** The day on which the person was trained for the instrument; absent means that it is not stated. */
  trainedOn?: string;
  /** How many days a training counts for, its last day included, where those who keep the record have a rule on it; absent means that it does not expire. */
  trainingDays?: number;
}

/** Names the completion behind a definition. */
export interface InstrumentCompletedBy {
  /** Says whose completion it is. */
  name: string;
  /** Marks made-up numbers. */
  illustrative?: boolean;
}

/** The verdict on one criterion. If the criterion asks for shares of several scales, none of which overlap, its finding's Needed counts the points for all of them together. */
export interface InstrumentCriterionResult {
  /** Names the criterion. */
  id: string;
  /** Says it in a few words. */
  title: string;
  /** Says how well the criterion is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** A JSON Pointer to the node in its document. */
  path: string;
  /** Met, not met, or undetermined while too much is unknown. */
  verdict: "met" | "notMet" | "undetermined";
  /** How the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** How many of the nodes below have to be met, where a number of them has to. */
  count?: number;
  /** What was compared; absent for a combination. */
  measure?: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** The value that was compared; of a series, the values that count. */
  measured?: Value;
  /** The comparison. */
  wanted?: RuleComparison;
  /** How many latest values of a series were compared. */
  last?: number;
  /** How many values of a series had to meet the comparison. */
  times?: number;
  /** Says from which days values count; absent for all days. */
  within?: string;
  /** What would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** Tells that nothing which is still open or can be added makes the verdict met: too few points are possible, or the days are over. The needs of other children do not help then. */
  unreachable?: boolean;
  /** Where the criterion is stated; absent where no source is named. */
  source?: Source;
  /** Says what this part of the rule is for, in the rule's own words. */
  why?: string;
  /** The findings of the nodes below, in their order. */
  children: RuleFinding[];
  /** The comparisons of the finding in one list, however deep they lie, for whoever shows thresholds; older results have none. */
  levels?: Level[];
}

/** Tells which items were not simply scored, by id in the definition's order. */
export interface InstrumentItemAccount {
  /** How many items were scored. */
  scored: number;
  /** The items that were administered and have no score. */
  missing: string[];
  /** The items that do not apply. */
  notApplicable: string[];
  /** The answers to items that the definition does not have, kept as they were given: a score, or null, by item. */
  unscored: { [key: string]: number | null };
}

/** Names a definition. */
export interface InstrumentRef {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
}

/** What an administration comes to: points and shares of each subscale, a verdict on each named criterion with its finding, and what a reader must know beside them. */
export interface InstrumentResult {
  /** The kind of document. */
  kind: "result";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** The id of what was scored, if it has one. */
  administration?: string;
  /** Names the definition that was used. */
  instrument: InstrumentUsedDefinition;
  /** What was assessed. */
  unit: Unit;
  /** The day of the administration. */
  date: string;
  /** The day on which the administration was entered, where that was later and is stated. */
  recorded?: string;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** The sections that were administered; absent means all. */
  sections?: string[];
  /** What an unanswered item counted as. */
  missing: string;
  /** The instrument's total; null where it defines none, where it is not known how it is formed, and where only a part was administered. */
  total: Score | null;
  /** Pools the items that were administered, whether or not the instrument defines that as its total. */
  points: Tally;
  /** The scores of the subscales that were administered, in the definition's order. There are none while the list of items may be incomplete: the points of some items would pass for those of all. */
  subscales: Score[];
  /** The verdicts on the criteria of this version. */
  criteria: InstrumentCriterionResult[];
  /** Tells which items were not simply scored. */
  items: InstrumentItemAccount;
  /** What a reader must know beside the numbers. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** The instrument's id. */
  id: string;
  /** The version of the instrument, such as "2.1". */
  version: string;
  /** The instrument's name, for people; older results have none. The digest covers it. */
  title?: string;
  /** Names the text, if one version has several. */
  edition?: string;
  /** Names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** The definition's SHA-256, completion and profile included. */
  digest: string;
  /** Names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** The parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
}

/** One comparison of a measure with a threshold. */
export interface Level {
  /** What was compared. */
  measure: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** Whether the comparison is met. */
  verdict: "met" | "notMet" | "undetermined";
  /** The value that was compared; absent where nothing is known of it. */
  measured?: Value;
  /** How the value has to compare with what is wanted. */
  relation: "atLeast" | "moreThan" | "atMost" | "lessThan" | "between" | "is" | "oneOf";
  /** The threshold: one, the two ends of a band, or several words one of which will do. */
  wanted: string[];
  /** Marks a comparison that the criterion wants not to be met. */
  opposite?: boolean;
}

/** Something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** The stable name of what is noticed. */
  code: string;
  /** Says it in a sentence. */
  message: string;
  /** The message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** Fill in the places of the template, in their order. */
  params?: string[];
  /** What the notice is about, such as "record p3"; empty for the result as a whole. */
  subject?: string;
  /** Where what is noticed is stated; absent where nobody needs to look it up. */
  source?: Source;
}

/** What an instrument says of the unit, and of the units below it. */
export interface ProfileAssessed {
  /** The instrument that was administered. */
  instrument: InstrumentRef;
  /** The latest result of the unit itself; null where there is none. */
  latest: InstrumentResult | null;
  /** Say how each criterion of the latest result was judged, with the criterion's id as their subject. */
  sentences?: Notice[];
  /** How the unit's results changed; null where there is none. */
  trend: DcaTrend | null;
  /** The latest results of the units below, by id. */
  below: ProfileStanding[];
}

/** Something to know of the quality of the data. What holds of many things is one concern. */
export interface ProfileConcern {
  /** What is wrong with the data, in a word. */
  quality: "missing" | "expired" | "conflict" | "refused" | "repeated" | "deviation" | "illustrative" | "unconfirmed" | "unused" | "remark";
  /** What is noticed of the first thing that the concern is about. */
  notice: Notice;
  /** How many things the concern is about. */
  count: number;
  /** The first of the things that it holds of. */
  subjects?: string[];
  /** The verdicts that the concern may change, such as "stage/reading/fullImplementation" and "criterion/dca@7.7/minimum". None where all verdicts stand. */
  mayChange: string[];
}

/** The coaching contacts of a month. */
export interface ProfileContacts {
  /** The month that the contacts are of. */
  month: string;
  /** The contacts that were delivered of those planned. */
  delivered: Tally;
}

/** How one innovation stands. */
export interface ProfileInnovation {
  /** Names the innovation. */
  id: string;
  /** The stage of implementation that the innovation is in, with the findings. */
  stage: StagesAssessment;
  /** Say whether each stage is entered, and why, with the stage as their subject. */
  sentences?: Notice[];
  /** The changes of its stages in the year up to the day. */
  events: StagesStageEvent[];
  /** The outcomes of the innovation in the unit; null where none is known of. */
  outcomes: FidelityImprovement | null;
  /** The measures of it of which something is known, but for those that the unit has with any innovation. */
  measures: ProfileKnownMeasure[];
  /** What the host's rules come to that the innovation has a say in. Absent where there are none. */
  rules?: RuleDecision[];
  /** How the innovation stands in the units below, by id; units of which nothing is known are left out. */
  below: ProfileStanding[];
}

/** A definition that was used, or the documents of a kind. */
export interface ProfileInput {
  /** The kind of the documents. */
  kind: string;
  /** Names the definition; absent for documents. */
  id?: string;
  /** How many documents there are; absent for a definition. */
  count?: number;
  /** The SHA-256 of the definition's compact JSON; of documents that of their sorted digests. */
  digest: string;
  /** The first 16 digits of the digest of each document, by which a changed one is found; absent for a definition, and where there are more than 200. */
  documents?: string[];
}

/** What is known of a measure on the day. */
export interface ProfileKnownMeasure {
  /** Names the measure. */
  measure: string;
  /** What a count is of, in the plural. */
  of?: string;
  /** What the measure is; absent where the record that gave it has expired. */
  value?: Value;
  /** What the value comes from. */
  basis?: "declared" | "measured" | "decided";
  /** The day of the latest evidence. */
  on?: string;
  /** The last day on which it counts; absent where it counts until it changes. */
  through?: string;
  /** Marks a value that is unknown, in whole or in part, since evidence expired. */
  expired?: boolean;
}

/** An activity of a plan of the unit or of one below it. */
export interface ProfilePlannedActivity {
  /** The id of the plan; absent where it has none. */
  plan?: string;
  /** The id of the activity. */
  id: string;
  /** The unit that the plan is for. */
  unit: Unit;
  /** Says what is to be done. */
  text: string;
  /** The role that is to do it; absent where that is not stated. */
  who?: string;
  /** The last day on which it is on time; absent where none is stated. */
  due?: string;
  /** The day on which it was done; absent where it was not. */
  done?: string;
  /** Says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
}

/** How a unit below stands with an innovation or an instrument. */
export interface ProfileStanding {
  /** The unit below that stands so. */
  unit: Unit;
  /** The day of the result; absent for an innovation. */
  on?: string;
  /** The stage that is certain; absent where none is, and of an instrument. */
  stage?: string;
  /** The latest stage that is not excluded. */
  possible?: string;
  /** The practitioners at fidelity of those intended, or the points of the instrument; absent where it is not known. */
  count?: Tally;
  /** Whether its outcomes improved, or whether it meets the instrument's criteria. */
  verdict: "met" | "notMet" | "undetermined";
}

/** Something to do next. */
export interface ProfileStep {
  /** The innovation whose stage it moves; absent for a criterion. */
  innovation?: string;
  /** The stage to enter; absent for a criterion. */
  stage?: string;
  /** The instrument of the criterion; absent for a stage. */
  instrument?: InstrumentRef;
  /** The criterion; absent for a stage. */
  criterion?: string;
  /** Marks a step that suffices for the stage or the criterion by itself. */
  enough?: boolean;
  /** Marks a stage that was entered before, and was lost within the year. */
  lost?: boolean;
  /** Says what is wanted and what is missing. While it is undetermined, recording what is not known may be all there is to do. */
  finding: RuleFinding;
  /** Say the finding. */
  sentences?: Notice[];
  /** The last day of what is due for it; absent where nothing is. */
  by?: string;
  /** Does what is due for it; absent where nobody is named. */
  who?: string;
}

/** An operator with its threshold, written as documents write it. Exactly one is set.
 *
 * A share is "80%" or "4/5"; a count, a number with the measure's unit, such as "44 points" or "12.5 h"; a day, YYYY-MM-DD. */
export interface RuleComparison {
  /** The least value that meets the comparison. */
  atLeast?: string;
  /** The value that what is measured must exceed. */
  moreThan?: string;
  /** The greatest value that meets the comparison. */
  atMost?: string;
  /** The value that what is measured must stay below. */
  lessThan?: string;
  /** Holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** "yes" or "no", or a category. */
  is?: string;
  /** Holds the categories that meet the comparison. */
  oneOf?: string[];
}

/** What one rule says of the facts on a day. */
export interface RuleDecision {
  /** The rule's id. */
  rule: string;
  /** The id of the rule set that holds it, which may be one above the set that was asked; empty if that has none. Paths of findings lead into it. */
  set?: string;
  /** Says it in a few words. */
  title?: string;
  /** The day of judgement. */
  on: string;
  /** Tells whether the rule applies at all: met is yes. */
  applies: "yes" | "no" | "undetermined";
  /** The verdict on what the rule asks for; a rule that asks for nothing is met. Where the rule does not apply there is no verdict, and it is undetermined. */
  verdict: "met" | "notMet" | "undetermined";
  /** The finding of the rule's condition; absent where it has none. */
  when?: RuleFinding;
  /** The finding of its requirement; absent where it has none, and where the rule does not apply. */
  require?: RuleFinding;
  /** What follows; absent unless the rule applies and its verdict is met. */
  then?: string;
  /** Where the rule is stated. */
  source?: Source;
  /** What a reader must know besides the verdict. */
  caveats: Notice[];
}

/** How a verdict was reached: what was measured, what was wanted, and what it would take. A combination of nodes has a child for each of them. */
export interface RuleFinding {
  /** A JSON Pointer to the node in its document. */
  path: string;
  /** Met, not met, or undetermined while too much is unknown. */
  verdict: "met" | "notMet" | "undetermined";
  /** How the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** How many of the nodes below have to be met, where a number of them has to. */
  count?: number;
  /** What was compared; absent for a combination. */
  measure?: string;
  /** What a tally counts or a quantity is in. */
  unit?: string;
  /** The value that was compared; of a series, the values that count. */
  measured?: Value;
  /** The comparison. */
  wanted?: RuleComparison;
  /** How many latest values of a series were compared. */
  last?: number;
  /** How many values of a series had to meet the comparison. */
  times?: number;
  /** Says from which days values count; absent for all days. */
  within?: string;
  /** What would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** Tells that nothing which is still open or can be added makes the verdict met: too few points are possible, or the days are over. The needs of other children do not help then. */
  unreachable?: boolean;
  /** Where the criterion is stated; absent where no source is named. */
  source?: Source;
  /** Says what this part of the rule is for, in the rule's own words. */
  why?: string;
  /** The findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** What would make a comparison met. Needs of different units are never added up. */
export interface RuleNeed {
  /** How many more must be certain; absent where fewer are needed. */
  more?: number;
  /** How many fewer there may be, counting every unknown as one. */
  fewer?: number;
  /** How many are still needed, more or fewer, even if every unknown turns out well: 0 while the verdict is undetermined. */
  evenIf: number;
  /** The distance from the worst case to the threshold where nothing is counted: hours, or percentage points written as "5%". */
  gap?: string;
  /** What is counted, in the plural, or what the gap is in. */
  unit: string;
}

/** Something that is to be done: what, of whom, by whom and by when, and how that stands on the day of asking. */
export interface ScheduleDue {
  /** The unit in which it is to be done. */
  unit: Unit;
  /** What is to be done. */
  what: "administration" | "observation" | "training" | "activity" | "decision" | "barrier" | "coaching" | "session" | "survey";
  /** Whom or what it is about: the practitioner of an observation, the activity of a plan; absent for an administration, which is about the unit. */
  subject?: string;
  /** What it is for; absent where it is for no single one. */
  innovation?: string;
  /** The id of the schedule, plan or other document that asks for it. */
  schedule?: string;
  /** What is to be administered, or observed with; absent for anything else. */
  instrument?: InstrumentRef;
  /** What makes it due, such as a window, a term or a plan. */
  reason: "baseline" | "window" | "meeting" | "unknown" | "expiry" | "plan";
  /** The id of the window; absent for another reason. */
  window?: string;
  /** What is known on the day of asking, in a word of the document that it comes from, such as "expired"; absent where nothing more is to say. */
  standing?: string;
  /** Who does it, a role or an opaque id; absent where that is not stated. */
  completedBy?: string;
  /** Who hands in the result; absent where that is not stated. */
  submittedBy?: string;
  /** The first day on which it is on time; absent where any day is. */
  from?: string;
  /** The last day on which it is on time; absent where none is known. */
  until?: string;
  /** Says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
  /** The day on which it was done, late where it is after the last day on time. Absent where it was not done. */
  done?: string;
  /** Where it is stated that it is due; absent where a document of the host says so. */
  source?: Source;
}

/** The score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** The subscale's id; absent for the total. */
  id?: string;
  /** The subscale's short label. */
  label?: string;
  /** The points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** The most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** The points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** The share of a mean of subscales, exactly. */
  share?: Exact;
  /** The most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** The points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** Set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** How many items the mean score is of. */
  items?: number;
  /** The share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** The share in the worst case, with one decimal. */
  low: string | null;
  /** The share in the best case, with one decimal. */
  high: string | null;
  /** The mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** How many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
}

/** Says where a definition, threshold or rule is stated. */
export interface Source {
  /** The name of the document or page. */
  title: string;
  /** The edition or version of the document. */
  edition?: string;
  /** The year of publication. */
  year?: number;
  /** Where the document is found. */
  url?: string;
  /** The page, item or heading within the document. */
  locator?: string;
}

/** The stage of one unit and one innovation on a day. */
export interface StagesAssessment {
  /** The kind of document. */
  kind: "stageAssessment";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** What was assessed. */
  unit: Unit;
  /** The innovation that the unit implements. */
  innovation: string;
  /** The day of assessment. */
  on: string;
  /** The id of the stage model. */
  model: string;
  /** The stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; empty where there is none. */
  primary: string;
  /** The latest stage that is not excluded, which the unit would have if every unknown turned out well: the primary stage or a later one. */
  possible: string;
  /** A later stage that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** The stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** Stages that are not entered, although a later one is. */
  skipped: string[];
  /** The findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** What a reader must know besides. */
  caveats: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** A stage with the last day on which it was certain. */
export interface StagesLastKnown {
  /** Names the stage. */
  stage: string;
  /** The day. */
  through: string;
}

/** A change of one stage. */
export interface StagesStageEvent {
  /** The day of the evidence that shows the change. */
  on: string;
  /** Which stage was entered, completed or lost. */
  stage: string;
  /** Says what happened. */
  change: string;
}

/** How one stage was judged. */
export interface StagesStageFinding {
  /** Names the stage. */
  id: string;
  /** The verdict on entering. */
  entered: "met" | "notMet" | "undetermined";
  /** The verdict on completing; undetermined where the model has no node for it. */
  completed: "met" | "notMet" | "undetermined";
  /** How it was judged whether the stage is entered. */
  enter: RuleFinding;
  /** How it was judged whether the stage is completed; absent where the model has no rule for it. */
  complete?: RuleFinding;
  /** The share of the stage's activities that are done; absent where that is not known. */
  done?: Tally;
}

/** A tally with its share for display. */
export interface StatedTally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
  /** The share with one decimal; null while something is unknown. */
  percent: string | null;
  /** The share in the worst case. */
  low: string | null;
  /** The share in the best case. */
  high: string | null;
}

/** So many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between what is earned, of what is possible, and the same with all that is unknown added. */
export interface Tally {
  /** What is certain, such as points that were scored; 0 or more. */
  earned: number;
  /** The most there can be: at least what is earned and what is unknown together. */
  possible: number;
  /** What may yet be added to what is earned, 0 or more. */
  unknown: number;
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** A measured value. Which members are present tells of what sort it is. */
export interface Value {
  /** What is certain of a tally. */
  earned?: number;
  /** The most that a tally can come to. */
  possible?: number;
  /** What may yet be added to what is earned. */
  unknown?: number;
  /** The most that a tally of a part could come to in all. */
  full?: number;
  /** Set where thresholds in points are compared with the share of the part. */
  scaled?: boolean;
  /** The worst case of a ratio or quantity; absent where it is open. */
  low?: string;
  /** The best case of a ratio or quantity; absent where it is open. */
  high?: string;
  /** What a mean is of. */
  parts?: Tally[];
  /** The answer of a measure that is yes or no. */
  answer?: "yes" | "no" | "unknown";
  /** The day, of a measure that is a day. */
  date?: string;
  /** The word, where the measure is one of several words. */
  category?: string;
  /** Values, each on a day. */
  series?: Dated[];
  /** Set where the measure does not apply. */
  notApplicable?: boolean;
  /** Set where nothing is known of the measure. */
  missing?: boolean;
  /** The day on which a single value was found; absent where that is not known. */
  on?: string;
}
