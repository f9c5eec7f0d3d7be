// A frontend's own code over the types that ship.
import type { Administration } from "../../../schema/dist/types/administration";

export const administration: Administration = {
  kind: "administration", schemaVersion: 1, instrument: { id: "dca", version: "7.7" },
  unit: { id: "d-1", kind: "district" }, date: "2026-01-20", responses: { "1": 2, "2": null },
};

// @ts-expect-error a kind of unit that is none
export const kind: Administration["unit"]["kind"] = "shire";
