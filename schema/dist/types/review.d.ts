// Made from the JSON Schema of the same name; change nothing here.

/** The outcome of a meeting under a protocol. */
export interface Review {
  /** The kind of document. */
  kind: "review";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Holds the agreed scores, ready to be scored. */
  administration: InstrumentAdministration;
  /** The id of the protocol. */
  protocol: string;
  /** Say how each item was resolved, in the order of the meeting. */
  items: DcaResolved[];
  /** Says how far the people who voted agreed before and after discussion, with one entry for each scale of the items that were voted on, in the definition's order. */
  agreement: DcaAgreement[];
  /** How many of the team voted on any item; absent where nobody did, or the size of the team is not stated. */
  voted?: Tally;
  /** Departures from the protocol, in the order of the document. Their subjects are JSON Pointers into the meeting. */
  deviations: Notice[];
  /** Departures from the protocol that the meeting says too little of to rule out. */
  notExcluded: Notice[];
  /** Where a host puts the result of its own checklist of how the administration was done, scored like any other instrument for the meeting's unit and day; null where there is none. The DCA's kit has a checklist whose items and scoring could not be read, so none ships. */
  checklist: InstrumentResult | null;
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** Agreement corrected for chance: 1 is perfect, 0 is what chance would give, below 0 is worse than chance. */
export interface AgreementCoefficient {
  /** The exact coefficient, 1 at most; absent where it is undefined. */
  value?: string;
  /** How many raters the table has. */
  raters: number;
  /** How many units were compared: those that two or more raters rated. */
  units: number;
  /** How many ratings these units were given. */
  ratings: number;
  /** How many units were left out, because fewer than two raters rated them. */
  leftOut: number;
  /** The code for why the coefficient is undefined; empty where it is defined. */
  undefined?: "agreement.undefined.weights" | "agreement.undefined.metric" | "agreement.undefined.raters" | "agreement.undefined.pairs" | "agreement.undefined.variation";
}

/** Agreement as counted, without allowing for chance. */
export interface AgreementPercent {
  /** The pairs of ratings of one unit that are the same, of all such pairs. A missing rating makes no pair, so nothing is unknown. */
  pairs: Tally;
  /** The units on which all ratings are the same, of those that two or more raters rated. For two raters this is their item-by-item agreement, and the same as "Pairs". */
  unanimous: Tally;
  /** How many units were left out, because fewer than two raters rated them. */
  leftOut: number;
}

/** One value of a series. */
export interface Dated {
  /** The day that the value belongs to. */
  on: string;
  /** What was measured on that day. */
  value: Value;
}

/** How far the people with a vote agreed on the items of one scale, before and after discussion. People who abstained or did not vote on an item are left out of that item. */
export interface DcaAgreement {
  /** The id of the items' scale. */
  scale: string;
  /** How many of the items were voted on more than once. The others count the same in "Before" and "After". */
  again: number;
  /** The agreement in the first round of each item. */
  before: DcaRoundAgreement;
  /** The agreement in the last round of each item. */
  after: DcaRoundAgreement;
}

/** Counts the votes of one round, by people who have a vote. */
export interface DcaPoll {
  /** The number of the round, from 1. */
  round: number;
  /** The scores that were voted for, rising, and how often each was. */
  counts: DcaScoreCount[];
  /** How many abstained. */
  abstained: number;
}

/** How one item was resolved. */
export interface DcaResolved {
  /** The item's id. */
  item: string;
  /** Says how it ended: what made the score, or why there is none. */
  outcome: "agreed" | "majority" | "mostFrequent" | "tie" | "noConsensus" | "notVoted" | "notApplicable";
  /** The score; null where there is none. */
  score: number | null;
  /** The votes of each round. */
  rounds: DcaPoll[];
  /** The scores with the most votes in the last round, rising: two or more are a tie. */
  leading: number[];
  /** The greatest minus the least vote of the first round. */
  spread: number;
  /** Set where the votes of any one round reach from one end of the scale to the other. */
  spansScale: boolean;
  /** Set where the agreed score was nobody's vote in any round. */
  nobodysVote: boolean;
}

/** How far the votes of one round of each item agree. */
export interface DcaRoundAgreement {
  /** Counts the pairs of votes that agree. */
  percent: AgreementPercent;
  /** Krippendorff's alpha for ordered scores. Where the votes do not determine it, it is undefined and says why. */
  alpha: AgreementCoefficient;
}

/** How often a score was voted for. */
export interface DcaScoreCount {
  /** The score that was voted for. */
  score: number;
  /** How often it was voted for, 1 or more. */
  times: number;
}

/** A share from its worst to its best case, exactly. */
export interface Exact {
  /** The worst case; absent where it is open. */
  low?: string;
  /** The best case; absent where it is open. */
  high?: string;
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

/** One unit's answers to an instrument on a day: the scores that were agreed on, item by item. */
export interface InstrumentAdministration {
  /** The kind of document. */
  kind: "administration";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Names the administration, so that results and corrections can refer to it. */
  id?: string;
  /** The id of the administration that this one corrects. */
  supersedes?: string;
  /** The id of an administration that does not count; this one then counts for nothing itself. */
  voids?: string;
  /** What was administered. */
  instrument: InstrumentRef;
  /** What was assessed. */
  unit: Unit;
  /** The day on which the scores were agreed. */
  date: string;
  /** The day on which it was entered, where that was later; the result then says so. */
  recorded?: string;
  /** The agreed scores. An item without a response is missing, like one whose response is null. */
  responses: { [key: string]: number | null };
  /** Points by subscale id, or "total", of a record of which only these are known; it then has no responses, and the result says so. */
  summary?: { [key: string]: number | null };
  /** The ids of items that do not apply. */
  notApplicable?: string[];
  /** The ids of the sections that were administered; absent means all of them. */
  sections?: string[];
  /** The role of who administered it, and when that person was trained; absent means that it is not stated. */
  administeredBy?: InstrumentAdministeredBy;
  /** Says whether the protocol of administering was kept; undetermined, or absent, where that is not known. */
  protocolKept?: "met" | "notMet" | "undetermined";
  /** What a reader of the result must know of how the scores came about, such as departures from the protocol; the result passes them on. */
  notices?: Notice[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
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
