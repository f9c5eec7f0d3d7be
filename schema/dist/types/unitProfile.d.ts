// Made from the JSON Schema of the same name; change nothing here.

/** Profile is what documents say of one unit on one day: made by Of, to be stored, shown, and made again from the same documents. */
export interface UnitProfile {
  /** names what the document is */
  kind: "unitProfile";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is the unit. */
  unit: Unit;
  /** on is the day. */
  on: string;
  /** library is the version of the library that made it; absent where that was not said. */
  library?: string;
  /** illustrative marks figures that are made up, in whole or in part. */
  illustrative?: boolean;
  /** units are the units below that rows are of, such as the schools of a district. */
  units: Unit[];
  /** assessed are the instruments that were administered in the unit or below it. */
  assessed: ProfileAssessed[];
  /** innovations are the innovations of the unit, by name. */
  innovations: ProfileInnovation[];
  /** measures are the measures of the unit with any innovation of which something is known: of coaching, teams, ownership, infrastructure and learning. */
  measures: ProfileMeasure[];
  /** components are how far the components of infrastructure are in place; none where no document speaks of them. */
  components: DistrictComponentStatus[];
  /** coaching is the coaching that was planned and delivered, by month. */
  coaching: ProfileContacts[];
  /** activities are the activities of plans in force. */
  activities: ProfileActivity[];
  /** steps are what to do next, first what moves a stage at once. */
  steps: ProfileStep[];
  /** due is what is due in the unit and below it, in the order of schedule.List: what was missed or done in the half year before the day, and what comes in the half year after it. */
  due: ScheduleDue[];
  /** concerns are what a reader must know of the quality of the data. */
  concerns: ProfileConcern[];
  /** sources are where the rules and instruments that were used are stated. */
  sources: Source[];
  /** definitions are the definitions that were used. */
  definitions: ProfileInput[];
  /** inputs are the documents, by kind. They are the same documents where the digests are, in whatever order they came. */
  inputs: ProfileInput[];
}

/** dated is one value of a series. */
export interface Dated {
  /** on is the day that the value belongs to. */
  on: string;
  /** value is the value. */
  value: Value;
}

/** CriterionDay is the verdict on a criterion at one result, and when it was first met up to then. */
export interface DcaCriterionDay {
  /** id names the criterion. */
  id: string;
  /** verdict is the verdict at that result. */
  verdict: "met" | "notMet" | "undetermined";
  /** on is the first day on which it was certainly met; absent where it was not yet. */
  on?: string;
  /** notExcluded is the first day before that on which it was undetermined, so that it may have been met already; absent where there is none. */
  notExcluded?: string;
}

/** ScaleChange is how the share of one scale changed. With unknown points on either side, both verdicts may be undetermined; it is certain to have stayed the same where both are notMet. */
export interface DcaScaleChange {
  /** id is the subscale's id; "" for the total. */
  id: string;
  /** from is the earlier score. */
  from: Score;
  /** fromDate is its day. */
  fromDate: string;
  /** to is the later score. */
  to: Score;
  /** toDate is its day. */
  toDate: string;
  /** rose says whether the share rose. */
  rose: "met" | "notMet" | "undetermined";
  /** fell says whether the share fell. */
  fell: "met" | "notMet" | "undetermined";
}

/** Trend is how one unit's results changed over time. */
export interface DcaTrend {
  /** names what the document is */
  kind: "trend";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is the unit; absent where there are no results. */
  unit?: Unit;
  /** on is the day that the trend is as of. Later results are left out. */
  on: string;
  /** leftOut is how many results were left out because they are later. */
  leftOut: number;
  /** points are the results by date. */
  points: DcaTrendPoint[];
  /** changes are how the total and each subscale changed from the first point that has it, such as the baseline, to the last one; the total comes first, under "". A scale with one point has no change; if the trend has several points, a caveat says so. */
  changes: DcaScaleChange[];
  /** recent are the changes from the last point but one that has the scale to the last. */
  recent: DcaScaleChange[];
  /** firstAtCriterion says for each criterion when it was first met, and the latest verdict on it. */
  firstAtCriterion: DcaCriterionDay[];
  /** missed are the windows between the baseline and the day of asking that are over and in which nothing was administered. */
  missed: ScheduleDue[];
  /** caveats are those of the results, without repetitions, and those of the trend. */
  caveats: Notice[];
}

/** TrendPoint is one result. */
export interface DcaTrendPoint {
  /** administration is the id of what was scored, if it has one. */
  administration?: string;
  /** date is the day of the administration. */
  date: string;
  /** window is the window that the day is in; "" for none. */
  window: string;
  /** total is the total; null where there is none. */
  total: Score | null;
  /** subscales are the subscales' scores. */
  subscales: Score[];
  /** criteria are the verdicts on the criteria, in their order. */
  criteria: DcaCriterionDay[];
}

/** ComponentStatus is how far a component of infrastructure is in place: what a checklist declares, and what its measures say. */
export interface DistrictComponentStatus {
  /** component is the component. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** declared is what the checklist declares; empty where it declares nothing. */
  declared?: "undeveloped" | "inProcess" | "established";
  /** initial tells whether the component must be in place before the innovation is first used. */
  initial?: boolean;
  /** derived is met when all checks are. A check whose measure does not apply is left out; without any check, the verdict is undetermined. */
  derived: "met" | "notMet" | "undetermined";
  /** checks are the findings of the component's rules, in the order of Checks. */
  checks: RuleFinding[];
  /** evidence tells whether the checklist names evidence for what it declares. */
  evidence?: boolean;
}

/** exact is a share from its worst to its best case, exactly. */
export interface Exact {
  /** low is the worst case; absent where it is open. */
  low?: string;
  /** high is the best case; absent where it is open. */
  high?: string;
}

/** DatedTally is a value on a day. */
export interface FidelityDatedTally {
  /** on is the day. */
  on: string;
  /** value is how many, of at least one possible. */
  value: Tally;
}

/** Improvement is whether the outcomes of a unit and an innovation improved. */
export interface FidelityImprovement {
  /** unit is the unit. */
  unit: Unit;
  /** innovation is the innovation. */
  innovation: string;
  /** on is the day. */
  on: string;
  /** verdict is met where every outcome improved. */
  verdict: "met" | "notMet" | "undetermined";
  /** outcomes are the outcomes that were judged, in the order of their measures. One that is pooled of units below has their baselines and latest values added up, and no value where one of these is not known. */
  outcomes: FidelityOutcome[];
  /** findings are how they were judged, one for each of Outcomes. */
  findings: RuleFinding[];
  /** caveats say what was not used, and what is not known. */
  caveats: Notice[];
}

/** Outcome is one outcome of an innovation in a unit, as dated shares: such as the students who reach a benchmark, or the students with a referral. */
export interface FidelityOutcome {
  /** id names the series, so that corrections can refer to it. */
  id?: string;
  /** supersedes is the id of the series that this one corrects. */
  supersedes?: string;
  /** voids is the id of a series that does not count; the series that voids it does not count either. */
  voids?: string;
  /** measure names the outcome, such as "reading.benchmark". */
  measure: string;
  /** unit is where it was measured. */
  unit: Unit;
  /** innovation is the innovation that it is an outcome of. */
  innovation: string;
  /** better says which way is better. */
  better: "higher" | "lower";
  /** of is what is counted, in the plural, such as "students". */
  of?: string;
  /** baseline is the value before the innovation was used. */
  baseline: FidelityDatedTally;
  /** target is the share that is aimed at; absent means none. */
  target?: string;
  /** leastChange is the least gain over the baseline that is an improvement, as a share such as "5%" for 5 percentage points; absent means any. */
  leastChange?: string;
  /** currentDays is how many days after its day a value counts, the last of them included. Absent, and unless ForGood is set, it counts through the end of the same window of the next year, or a year where it lies in no window; no source states a term, so this is inferred. */
  currentDays?: number;
  /** forGood has values count until a later one; absent with CurrentDays. */
  forGood?: boolean;
  /** values are the values since, in any order, at most one a day. */
  values: FidelityDatedTally[];
  /** source says where the values come from. */
  source?: Source;
}

/** CompletedBy names the completion behind a definition. The zero value is none. */
export interface InstrumentCompletedBy {
  /** name says whose completion it is. */
  name: string;
  /** illustrative marks made-up numbers. */
  illustrative?: boolean;
}

/** CriterionResult is the verdict on one criterion. If the criterion asks for shares of several scales, none of which overlap, its finding's Needed counts the points for all of them together. */
export interface InstrumentCriterionResult {
  /** id names the criterion. */
  id: string;
  /** title says it in a few words. */
  title: string;
  /** provenance says how well the criterion is known. */
  provenance: "confirmed" | "inferred" | "unconfirmed";
  /** path is a JSON Pointer to the node in its document. */
  path: string;
  /** verdict is met, notMet or undetermined. */
  verdict: "met" | "notMet" | "undetermined";
  /** operator is how the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** count is how many children an atLeastOf asks for. */
  count?: number;
  /** measure is what was compared; absent for a combination. */
  measure?: string;
  /** unit is what a tally counts or a quantity is in. */
  unit?: string;
  /** measured is the value that was compared. */
  measured?: Value;
  /** wanted is the comparison. */
  wanted?: RuleComparison;
  /** last is how many latest values of a series were compared. */
  last?: number;
  /** needed is what would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** source is where the criterion is stated; nil where no source is named. */
  source?: Source;
  /** why says in the node's own words what it is for. */
  why?: string;
  /** children are the findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** ItemAccount tells which items were not simply scored, by id in the definition's order. */
export interface InstrumentItemAccount {
  /** scored is how many items were scored. */
  scored: number;
  /** missing are the items that were administered and have no score. */
  missing: string[];
  /** notApplicable are the items that do not apply. */
  notApplicable: string[];
  /** unscored are answers that were kept as they were given, by number, but that the definition has no item for. In documents they are an object from item id to score or null. */
  unscored: { [key: string]: number | null };
}

/** Ref names a definition. */
export interface InstrumentRef {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
}

/** Result is what an administration comes to: points and shares of each subscale, a verdict on each named criterion with its finding, and what a reader must know beside them. */
export interface InstrumentResult {
  /** names what the document is */
  kind: "result";
  /** is the version of the schema */
  schemaVersion: 1;
  /** administration is the id of what was scored, if it has one. */
  administration?: string;
  /** instrument names the definition that was used. */
  instrument: InstrumentUsedDefinition;
  /** unit is what was assessed. */
  unit: Unit;
  /** date is the day of the administration. */
  date: string;
  /** sections are the sections that were administered; absent means all. */
  sections?: string[];
  /** missing is what an unanswered item counted as. */
  missing: string;
  /** total is the instrument's total; nil if it defines none, if how it is formed is not known, or if only a part was administered. */
  total: Score | null;
  /** points pools the items that were administered, whether or not the instrument defines that as its total. */
  points: Tally;
  /** subscales are the scores of the subscales that were administered, in the definition's order. There are none while the list of items may be incomplete: the points of some items would pass for those of all. */
  subscales: Score[];
  /** criteria are the verdicts on the criteria of this version. */
  criteria: InstrumentCriterionResult[];
  /** items tells which items were not simply scored. */
  items: InstrumentItemAccount;
  /** caveats are what a reader must know beside the numbers. */
  caveats: Notice[];
}

/** UsedDefinition names the definition behind a result, down to its bytes. */
export interface InstrumentUsedDefinition {
  /** id is the instrument's id. */
  id: string;
  /** version is its version. */
  version: string;
  /** edition names the text, if one version has several. */
  edition?: string;
  /** profile names the adopter's profile whose criteria were judged; absent where they were the instrument's own. */
  profile?: string;
  /** digest is the definition's SHA-256, completion and profile included. */
  digest: string;
  /** completedBy names the completion, if there was one. */
  completedBy?: InstrumentCompletedBy;
  /** lacks are the parts that the definition may not have in full. While items are among them, there are no subscales and no total. */
  lacks?: ("items" | "scales" | "sections" | "subscales" | "total")[];
}

/** Notice is something that a reader of a result must know besides: what it does not cover, what it rests on, what was left out. It is not an error. */
export interface Notice {
  /** code is the stable name of what is noticed. */
  code: string;
  /** message says it in a sentence. */
  message: string;
  /** template is the message with {0}, {1} and so on in place of what is particular, so that a host can look up its translation. */
  template?: string;
  /** params fill in the places of the template, in their order. */
  params?: string[];
  /** subject is what the notice is about, such as "record p3"; "" for the result as a whole. */
  subject?: string;
  /** source is where what is noticed is stated; the zero value where nobody needs to look it up. */
  source?: Source;
}

/** Activity is an activity of a plan of the unit or of one below it. */
export interface ProfileActivity {
  /** plan is the id of the plan; absent where it has none. */
  plan?: string;
  /** id is the id of the activity. */
  id: string;
  /** unit is the unit that the plan is for. */
  unit: Unit;
  /** text says what is to be done. */
  text: string;
  /** who does it, a role; absent where that is not stated. */
  who?: string;
  /** due is the last day on which it is on time; absent where none is stated. */
  due?: string;
  /** done is the day on which it was done; absent where it was not. */
  done?: string;
  /** status says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
}

/** Assessed is what an instrument says of the unit, and of the units below it. */
export interface ProfileAssessed {
  /** instrument is the instrument. */
  instrument: InstrumentRef;
  /** latest is the latest result of the unit itself; null where there is none. */
  latest: InstrumentResult | null;
  /** trend is how the unit's results changed; null where there is none. */
  trend: DcaTrend | null;
  /** below are the latest results of the units below, by id. */
  below: ProfileStanding[];
}

/** Concern is something to know of the quality of the data. What holds of many things is one concern. */
export interface ProfileConcern {
  /** quality is its kind. */
  quality: "missing" | "expired" | "conflict" | "refused" | "repeated" | "deviation" | "illustrative" | "unconfirmed" | "unused" | "remark";
  /** notice says it, of the first thing that it holds of. */
  notice: Notice;
  /** count is how many things it holds of. */
  count: number;
  /** subjects are the first of these. */
  subjects?: string[];
  /** mayChange are the verdicts that it may change, as in "stage/reading/fullImplementation" and "criterion/dca@7.7/minimum". None where all verdicts stand. */
  mayChange: string[];
}

/** Contacts are the coaching contacts of a month. */
export interface ProfileContacts {
  /** month is the month. */
  month: string;
  /** delivered are the contacts that were delivered of those planned. */
  delivered: Tally;
}

/** Innovation is how one innovation stands. */
export interface ProfileInnovation {
  /** id names the innovation. */
  id: string;
  /** stage is its stage of implementation, with the findings. */
  stage: StagesAssessment;
  /** events are the changes of its stages in the year up to the day. */
  events: StagesStageEvent[];
  /** outcomes are its outcomes in the unit; null where none is known of. */
  outcomes: FidelityImprovement | null;
  /** measures are the measures of it of which something is known, but for those that the unit has with any innovation. */
  measures: ProfileMeasure[];
  /** below is how it stands in the units below, by id; those of which nothing is known are left out. */
  below: ProfileStanding[];
}

/** Input is a definition that was used, or the documents of a kind. */
export interface ProfileInput {
  /** kind is the kind of the documents. */
  kind: string;
  /** id names the definition; absent of documents. */
  id?: string;
  /** count is how many documents there are; absent of a definition. */
  count?: number;
  /** digest is the SHA-256 of the definition's compact JSON; of documents that of their sorted digests. */
  digest: string;
}

/** Measure is what is known of a measure on the day. */
export interface ProfileMeasure {
  /** measure names it. */
  measure: string;
  /** of is what a count is of, in the plural. */
  of?: string;
  /** value is its value; absent where what said it has expired. */
  value?: Value;
  /** basis is what the value comes from. */
  basis?: "declared" | "measured" | "decided";
  /** on is the day of the latest evidence. */
  on?: string;
  /** through is the last day on which it counts; absent where it counts until it changes. */
  through?: string;
  /** expired marks a value that is unknown, in whole or in part, since evidence expired. */
  expired?: boolean;
}

/** Standing is how a unit below stands with an innovation or an instrument. */
export interface ProfileStanding {
  /** unit is the unit. */
  unit: Unit;
  /** on is the day of its result; absent of an innovation. */
  on?: string;
  /** stage is the stage that is certain; absent where none is, and of an instrument. */
  stage?: string;
  /** possible is the latest stage that is not excluded. */
  possible?: string;
  /** count is the practitioners at fidelity of those intended, or the points of the instrument; absent where it is not known. */
  count?: Tally;
  /** verdict is whether its outcomes improved, or whether it meets the instrument's criteria. */
  verdict: "met" | "notMet" | "undetermined";
}

/** Step is something to do next. */
export interface ProfileStep {
  /** innovation is the innovation whose stage it moves; absent of a criterion. */
  innovation?: string;
  /** stage is the stage to enter; absent of a criterion. */
  stage?: string;
  /** instrument is the instrument of the criterion; absent of a stage. */
  instrument?: InstrumentRef;
  /** criterion is the criterion; absent of a stage. */
  criterion?: string;
  /** enough marks a step that suffices for the stage or the criterion by itself. */
  enough?: boolean;
  /** lost marks a stage that was entered before, and was lost within the year. */
  lost?: boolean;
  /** finding says what is wanted and what is missing. While it is undetermined, recording what is not known may be all there is to do. */
  finding: RuleFinding;
  /** by is the last day of what is due for it; absent where nothing is. */
  by?: string;
  /** who does that; absent where nobody is named for it. */
  who?: string;
}

/** Comparison is an operator with its threshold, written as documents write it. Exactly one is set.
 *
 * A share is "80%" or "4/5"; a count, a number with the measure's unit, such as "44 points" or "12.5 h"; a day, YYYY-MM-DD. */
export interface RuleComparison {
  /** atLeast is the least value that meets the comparison. */
  atLeast?: string;
  /** moreThan is the greatest value that does not. */
  moreThan?: string;
  /** atMost is the greatest value that meets the comparison. */
  atMost?: string;
  /** lessThan is the least value that does not. */
  lessThan?: string;
  /** between holds the least and the greatest value that meet the comparison. */
  between?: string[];
  /** is is "yes" or "no", or a category. */
  is?: string;
  /** oneOf holds the categories that meet the comparison. */
  oneOf?: string[];
}

/** Finding is how a verdict was reached: what was measured, what was wanted, and what it would take. A combination of nodes has a child for each of them. */
export interface RuleFinding {
  /** path is a JSON Pointer to the node in its document. */
  path: string;
  /** verdict is met, notMet or undetermined. */
  verdict: "met" | "notMet" | "undetermined";
  /** operator is how the children are joined: all, any, not, atLeastOf or each; absent for a comparison. */
  operator?: "all" | "any" | "not" | "atLeastOf" | "each";
  /** count is how many children an atLeastOf asks for. */
  count?: number;
  /** measure is what was compared; absent for a combination. */
  measure?: string;
  /** unit is what a tally counts or a quantity is in. */
  unit?: string;
  /** measured is the value that was compared. */
  measured?: Value;
  /** wanted is the comparison. */
  wanted?: RuleComparison;
  /** last is how many latest values of a series were compared. */
  last?: number;
  /** needed is what would make the verdict met. It is empty where the verdict is met, where no count says it, and below a not, which does not want more of it. Several needs are alternatives. */
  needed: RuleNeed[];
  /** source is where the criterion is stated; nil where no source is named. */
  source?: Source;
  /** why says in the node's own words what it is for. */
  why?: string;
  /** children are the findings of the nodes below, in their order. */
  children: RuleFinding[];
}

/** Need is what would make a comparison met. Needs of different units are never added up. */
export interface RuleNeed {
  /** more is how many more must be certain; absent where fewer are needed. */
  more?: number;
  /** fewer is how many fewer there may be, counting every unknown as one. */
  fewer?: number;
  /** evenIf is how many of More or Fewer remain even if every unknown turns out well: 0 while the verdict is undetermined. */
  evenIf: number;
  /** gap is the distance from the worst case to the threshold where nothing is counted: hours, or percentage points written as "5%". */
  gap?: string;
  /** unit is what is counted, in the plural, or what Gap is in. */
  unit: string;
}

/** Due is something that is to be done: what, of whom, by whom and by when, and how that stands on the day of asking. */
export interface ScheduleDue {
  /** unit is the unit in which it is to be done. */
  unit: Unit;
  /** what is what is to be done. */
  what: "administration" | "observation" | "training" | "activity" | "decision" | "barrier" | "coaching" | "session" | "survey";
  /** subject is whom or what it is about: the practitioner of an observation, the activity of a plan; absent for an administration, which is about the unit. */
  subject?: string;
  /** innovation is what it is for; absent where it is for no single one. */
  innovation?: string;
  /** schedule is the id of the schedule, plan or other document that asks for it. */
  schedule?: string;
  /** instrument is what is to be administered, or observed with; absent for anything else. */
  instrument?: InstrumentRef;
  /** reason is what it goes by. */
  reason: "baseline" | "window" | "meeting" | "unknown" | "expiry" | "plan";
  /** window is the id of the window; absent for another reason. */
  window?: string;
  /** standing is what is known on the day of asking, in a word of the document that it comes from, such as "expired" or "underWay"; absent where nothing more is to say. */
  standing?: string;
  /** completedBy is who does it, a role or an opaque id; absent where that is not stated. */
  completedBy?: string;
  /** submittedBy is who hands in the result; absent where that is not stated. */
  submittedBy?: string;
  /** from is the first day on which it is on time; absent where any day is. */
  from?: string;
  /** until is the last day on which it is on time; absent where none is known. */
  until?: string;
  /** status says whether it is done, open, missed or coming. */
  status: "done" | "open" | "missed" | "coming";
  /** done is the day on which it was done; after Until where that was too late. Absent where it was not done. */
  done?: string;
  /** source is where it is stated that it is due; absent where a document of the host says so. */
  source?: Source;
}

/** score is the score of a subscale or the total. Percent, low, high and mean are for display; verdicts never come from them. */
export interface Score {
  /** id is the subscale's id; absent for the total. */
  id?: string;
  /** label is the subscale's short label. */
  label?: string;
  /** earned is the points that are certain; absent for a mean of subscales. */
  earned?: number;
  /** possible is the most points there can be; absent for a mean of subscales. */
  possible?: number;
  /** unknown is the points that may yet be earned; absent for a mean of subscales. */
  unknown?: number;
  /** of is "subscales" for a total that is the mean of the subscales' shares. */
  of?: "subscales";
  /** share is the share of a mean of subscales, exactly. */
  share?: Exact;
  /** full is the most points of the whole scale, where items that do not apply or were left out make it shorter. */
  full?: number;
  /** prorated is the points that the share comes to on the whole scale, where a policy says so. */
  prorated?: string;
  /** notApplicable is set where no item of the subscale applies. */
  notApplicable?: boolean;
  /** items is how many items the mean score is of. */
  items?: number;
  /** percent is the share with one decimal, for display; null while points are unknown, and for 0 of 0. */
  percent: string | null;
  /** low is the share in the worst case, with one decimal. */
  low: string | null;
  /** high is the share in the best case, with one decimal. */
  high: string | null;
  /** mean is the mean score per item with two decimals, where the instrument reports one and no points are unknown. */
  mean?: string;
  /** itemsAtTop is how many items have their greatest score, where the instrument reports that. */
  itemsAtTop?: StatedTally;
}

/** Source says where a definition, threshold or rule is stated. Title is required; the zero value means that there is none. */
export interface Source {
  /** title is the name of the document or page. */
  title: string;
  /** edition is the edition or version of the document. */
  edition?: string;
  /** year is the year of publication. */
  year?: number;
  /** url is where the document is found. */
  url?: string;
  /** locator is the page, item or heading within the document. */
  locator?: string;
}

/** Assessment is the stage of one unit and one innovation on a day. */
export interface StagesAssessment {
  /** names what the document is */
  kind: "stageAssessment";
  /** is the version of the schema */
  schemaVersion: 1;
  /** unit is what was assessed. */
  unit: Unit;
  /** innovation is what it implements. */
  innovation: string;
  /** on is the day of assessment. */
  on: string;
  /** model is the id of the stage model. */
  model: string;
  /** primary is the stage that is certain: the latest that is entered, in a model that goes in order the latest before which all are; "" where there is none. */
  primary: string;
  /** possible is the latest stage that is not excluded, which the unit would have if every unknown turned out well: Primary or a later one. */
  possible: string;
  /** lastKnown is a later stage than Primary that was certain until evidence expired; absent where nothing that expired would change the stage. */
  lastKnown?: StagesLastKnown;
  /** active are the stages that are entered and not completed, in order. Stages overlap, so there may be several. */
  active: string[];
  /** skipped are stages that are not entered, although a later one is. */
  skipped: string[];
  /** stages are the findings, for every stage of the model. */
  stages: StagesStageFinding[];
  /** caveats are what a reader must know besides. */
  caveats: Notice[];
}

/** LastKnown is a stage with the last day on which it was certain. */
export interface StagesLastKnown {
  /** stage names the stage. */
  stage: string;
  /** through is the day. */
  through: string;
}

/** StageEvent is a change of one stage. */
export interface StagesStageEvent {
  /** on is the day of the evidence that shows the change. */
  on: string;
  /** stage is the stage. */
  stage: string;
  /** change says what happened. */
  change: string;
}

/** StageFinding is how one stage was judged. */
export interface StagesStageFinding {
  /** id names the stage. */
  id: string;
  /** entered is the verdict on entering. */
  entered: "met" | "notMet" | "undetermined";
  /** completed is the verdict on completing; undetermined where the model has no node for it. */
  completed: "met" | "notMet" | "undetermined";
  /** enter is the finding behind Entered. */
  enter: RuleFinding;
  /** complete is the finding behind Completed; nil where the model has no node for it. */
  complete?: RuleFinding;
  /** done is the share of the stage's activities that are done, where that is known; else nil. */
  done?: Tally;
}

/** statedTally is a tally with its share for display. */
export interface StatedTally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
  /** percent is the share with one decimal; null while something is unknown. */
  percent: string | null;
  /** low is the share in the worst case. */
  low: string | null;
  /** high is the share in the best case. */
  high: string | null;
}

/** Tally is so many of so many, of which some are not known yet: points of an assessment, practitioners at fidelity, items of a checklist that are done. Its share lies between Earned/Possible and (Earned+Unknown)/Possible. The zero value is 0 of 0, whose share is undefined. */
export interface Tally {
  /** earned is what is certain, 0 or more. */
  earned: number;
  /** possible is the most there can be, at least Earned + Unknown. */
  possible: number;
  /** unknown is what may yet be added to Earned, 0 or more. */
  unknown: number;
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}

/** value is a measured value. Which members are present tells of what sort it is. */
export interface Value {
  /** earned is what is certain of a tally. */
  earned?: number;
  /** possible is the most that a tally can come to. */
  possible?: number;
  /** unknown is what may yet be added to what is earned. */
  unknown?: number;
  /** full is the most that a tally of a part could come to in all. */
  full?: number;
  /** scaled is set where bounds are compared with the share of the part. */
  scaled?: boolean;
  /** low is the worst case of a ratio or quantity; absent where it is open. */
  low?: string;
  /** high is the best case of a ratio or quantity; absent where it is open. */
  high?: string;
  /** parts are what a mean is of. */
  parts?: Tally[];
  /** answer is that of a measure that is yes or no. */
  answer?: "yes" | "no" | "unknown";
  /** date is a day. */
  date?: string;
  /** category is one of several words. */
  category?: string;
  /** series are values, each on a day. */
  series?: Dated[];
  /** notApplicable is set where the measure does not apply. */
  notApplicable?: boolean;
  /** missing is set where nothing is known of the measure. */
  missing?: boolean;
}
