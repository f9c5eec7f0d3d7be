"""Scores administrations, independently of the Go code.

Each line of standard input is {"definition": ..., "administration": ...}; each
line of output holds the total, the subscales that were administered, and the
verdict on every comparison of every criterion that was administered.
"""
import json
import math
import sys
from fractions import Fraction


def half_up(value, decimals):
    scaled = math.floor(value * 10 ** decimals + Fraction(1, 2))
    return f"{scaled // 10 ** decimals}.{scaled % 10 ** decimals:0{decimals}d}"


def close(value, scale, usual, cuts):
    """value * scale with the usual decimals, or the fewest more that keep it on its own side of each cut."""
    def side(a, b):
        return (a > b) - (a < b)
    for decimals in range(usual, 13):
        text = half_up(value * scale, decimals)
        if all(side(Fraction(text), cut * scale) == side(value, cut) for cut in cuts):
            return text
    return half_up(value * scale, usual)


def number(value):
    """A plain decimal where it is finite, else a fraction."""
    if 10 ** 12 % value.denominator:
        return str(value)
    text = half_up(value, 12).rstrip("0")
    return text.rstrip(".")


def share(text):
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


class Case:
    def __init__(self, definition, administration):
        self.d, self.a = definition, administration
        scales = {s["id"]: s["scores"] for s in definition["scales"]}
        self.scores = {i["id"]: scales[i["scale"]] for i in definition["items"]}
        self.subscales = definition.get("subscales", [])
        chosen = administration.get("sections")
        self.left_out = {i for s in definition.get("sections", []) for i in s["items"] if chosen and s["id"] not in chosen}

    def items(self, name):
        if name == "total":
            return set(self.scores)
        own = {i for s in self.subscales if s["id"] == name for i in s.get("items", [])}
        return own.union(*(self.items(s["id"]) for s in self.subscales if s.get("parent") == name))

    def tally(self, name):
        """Earned, possible, unknown. An unanswered item keeps the least of its scale; the rest is unknown."""
        answers, policy = self.a["responses"], self.d.get("missing", "unknown")
        asked = self.items(name) - self.left_out - set(self.a.get("notApplicable", []))
        scored = {i for i in asked if answers.get(i) is not None}
        if policy.startswith("prorate "):
            enough = scored and Fraction(len(scored), len(asked)) >= share(policy.split()[1])
            policy = "exclude" if enough else "unknown"
        earned = sum(answers[i] for i in scored)
        possible = sum(self.scores[i][-1] for i in (scored if policy == "exclude" else asked))
        if policy != "unknown":
            return earned, possible, 0
        least = sum(self.scores[i][0] for i in asked - scored)
        return earned + least, possible, sum(self.scores[i][-1] for i in asked - scored) - least

    def wholly_not_applicable(self, name):
        return self.items(name) <= set(self.a.get("notApplicable", []))

    def part(self, name):
        """What is said of a scale whose points are a part of all."""
        earned, possible, unknown = self.tally(name)
        full, out = sum(self.scores[i][-1] for i in self.items(name)), {}
        if self.wholly_not_applicable(name):
            out["notApplicable"] = True
        if possible < full:
            out["full"] = full
        policy = self.d.get("missing", "unknown")
        if possible and possible < full and not unknown and policy.startswith("prorate "):
            answered = [i for i in self.items(name) if self.a["responses"].get(i) is not None]
            if answered and Fraction(len(answered), len(self.items(name))) >= share(policy.split()[1]):
                out["prorated"] = number(Fraction(earned * full, possible))
        return out

    def cuts(self, name):
        out = []
        for c in self.d.get("criteria", []):
            for measure, node in self.comparisons(c["require"]):
                if measure == name:
                    out += map(share, node.get("between", []) or [node[op] for op in ("atLeast", "moreThan", "atMost", "lessThan") if op in node])
        return out

    def administered(self, name):
        return not self.items(name) & self.left_out

    def span(self, name):
        """Worst and best case; None where nothing is possible."""
        if name == "total" and self.d["total"] == "mean":
            top = [s["id"] for s in self.subscales if not s.get("parent")]
            if any(not self.span(s) and not self.wholly_not_applicable(s) for s in top):
                return None
            parts = [self.span(s) for s in top]
            parts = [p for p in parts if p]
            return tuple(sum(ends) / len(parts) for ends in zip(*parts)) if parts else None
        earned, possible, unknown = self.tally(name)
        return (Fraction(earned, possible), Fraction(earned + unknown, possible)) if possible else None

    def score(self, name, report=None):
        out, span = {}, self.span(name)
        if name == "total" and self.d["total"] == "mean":
            out["of"] = "subscales"
        else:
            out["earned"], out["possible"], out["unknown"] = self.tally(name)
            out.update(self.part(name))
        cuts = self.cuts(name)
        low, high = (close(end, 100, 1, cuts) for end in span) if span else (None, None)
        out.update(low=low, high=high, percent=low if span and span[0] == span[1] else None)
        if report == "mean" and span and span[0] == span[1]:
            top = max(self.scores[i][-1] for i in self.items(name))
            out["mean"] = close(Fraction(out["earned"], out["possible"]), top, 2, cuts)
        return out

    def level(self, subscale):
        parents = [s for s in self.subscales if s["id"] == subscale.get("parent")]
        return 1 + self.level(parents[0]) if parents else 1

    def comparisons(self, node):
        for child in node.get("all", []) + node.get("any", []) + node.get("of", []) + list(filter(None, [node.get("not")])):
            yield from self.comparisons(child)
        if "measure" in node:
            yield node["measure"], node
        for group in node.get("each", []):
            level = int((group + ".1").split(".")[1])
            yield from ((s["id"], node) for s in self.subscales if self.level(s) == level)

    def verdict(self, measure, node):
        span = self.span(measure)
        if not span:
            return "undetermined"
        low, high = span
        met_or_never = {
            "atLeast": lambda cut: (low >= cut, high < cut), "moreThan": lambda cut: (low > cut, high <= cut),
            "atMost": lambda cut: (high <= cut, low > cut), "lessThan": lambda cut: (high < cut, low >= cut)}
        if "between" in node:
            least, most = map(share, node["between"])
            met, never = low >= least and high <= most, high < least or low > most
        else:
            met, never = next(judge(share(node[op])) for op, judge in met_or_never.items() if op in node)
        return "met" if met else "notMet" if never else "undetermined"

    def result(self):
        out = {"total": None, "subscales": [], "verdicts": []}
        if self.d["total"] != "none" and self.administered("total"):
            out["total"] = self.score("total")
        for s in self.subscales:
            if self.administered(s["id"]):
                out["subscales"].append({"id": s["id"], **self.score(s["id"], s.get("report"))})
        for c in self.d.get("criteria", []):
            found = list(self.comparisons(c["require"]))
            if all(self.administered(measure) for measure, _ in found):
                out["verdicts"] += [[c["id"], m, self.verdict(m, node)] for m, node in found]
        return out


for line in sys.stdin:
    print(json.dumps(Case(**json.loads(line)).result()))
