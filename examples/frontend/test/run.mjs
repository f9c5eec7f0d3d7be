import { done } from "./check.mjs";
import { forms } from "./forms.mjs";
import { types } from "./types.mjs";

await types();
await forms();
done();
