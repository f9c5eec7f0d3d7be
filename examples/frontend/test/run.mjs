import { done } from "./check.mjs";
import { shown } from "./errors.mjs";
import { forms } from "./forms.mjs";
import { openapis } from "./openapi.mjs";
import { report } from "./report.mjs";
import { types } from "./types.mjs";

await types();
await openapis();
await shown();
await forms();
await report();
done();
