// What both tests need: where things are, the command, and numbers that repeat.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export const repository = process.env.REPOSITORY;
export const out = new URL("../out", import.meta.url).pathname;

let built;

/** Builds the command once, and returns its path. */
export function mtss() {
  if (!built) {
    built = join(out, "mtss");
    execFileSync("go", ["build", "-o", built, "./mtss/cmd/mtss"], { cwd: repository });
  }
  return built;
}

/** Returns a function that picks whole numbers below a bound, the same in every run. */
export function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
