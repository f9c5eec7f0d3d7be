export { fieldErrors } from "./errors.js";
export { kinds } from "./kinds.js";
export { jsonFormsTexts, message, rjsfTexts } from "./labels.js";
