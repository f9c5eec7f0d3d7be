// What a result says of the total and of each subscale, ready to be drawn.
import type { Result, RuleFinding } from "@openmtss/schemas";
import type { Word } from "./words";

export interface Row {
  id: string;
  low: number;
  high: number;
  possible: number;
  /** As shown, such as "51.9" to "88.9", in percent. */
  percent: [string, string] | null;
  /** The level to reach, in points and as its source says it; absent without a criterion. */
  level?: { points: number; text: string };
  /** What a criterion says of it. */
  verdict?: { icon: "met" | "not" | "may"; word: Word; params: number[] };
}

function* leaves(finding: RuleFinding): Generator<RuleFinding> {
  if (finding.measure !== undefined) yield finding;
  for (const child of finding.children) yield* leaves(child);
}

function level(finding: RuleFinding, possible: number): { points: number; text: string } | undefined {
  const text = finding.wanted?.atLeast;
  const found = text === undefined ? null : /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (!found || finding.unit !== "points") return undefined;
  return { points: found[2] ? (Number(found[1]) * possible) / 100 : Number(found[1]), text: text! };
}

function verdict(finding: RuleFinding): NonNullable<Row["verdict"]> {
  const { verdict, needed } = finding;
  const need = needed.find((n) => n.unit === "points"), points = need?.more ?? 0;
  if (verdict === "met") return { icon: "met", word: "met", params: [] };
  if (verdict === "undetermined") {
    const open = finding.measured?.unknown ?? 0;
    if (!need) return { icon: "may", word: "undetermined", params: [] };
    return { icon: "may", word: points === 1 ? "needOpen1" : "needOpen", params: [points, open] };
  }
  if (!need) return { icon: "not", word: "notMet", params: [] };
  const even = (finding.measured?.unknown ?? 0) > 0;
  const more = even ? need.evenIf : points;
  return { icon: "not", word: even ? (more === 1 ? "needEven1" : "needEven") : more === 1 ? "needMore1" : "needMore", params: [more] };
}

/** The total first, if the instrument has one, then its subscales. */
export function rows(result: Result): Row[] {
  const findings = result.criteria.flatMap((criterion) => [...leaves(criterion as RuleFinding)]);
  const scores = [...(result.total ? [{ ...result.total, id: "total" }] : []), ...result.subscales];
  return scores.map((score) => {
    const id = score.id ?? "total", { earned = 0, possible = 0, unknown = 0 } = score;
    const row: Row = {
      id, low: earned, high: earned + unknown, possible,
      percent: score.low != null && score.high != null ? [score.low, score.high] : null,
    };
    const finding = findings.find((f) => f.measure === id);
    if (finding) {
      const to = level(finding, possible);
      if (to) row.level = to;
      row.verdict = verdict(finding);
    }
    return row;
  });
}
