export { fieldErrors } from "./errors.js";
export { jsonFormsForm } from "./jsonforms.js";
export { kinds } from "./kinds.js";
export { jsonFormsTexts, message, rjsfTexts } from "./labels.js";
