import { done } from "./check.mjs";
import { deep } from "./deep.mjs";
import { shown } from "./errors.mjs";
import { forms } from "./forms.mjs";
import { openapis } from "./openapi.mjs";
import { report } from "./report.mjs";
import { types } from "./types.mjs";

await types();
await openapis();
await shown();
await forms();
await deep();
await report();
done();
