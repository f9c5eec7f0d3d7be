export { fieldErrors } from "./errors.js";
export { kinds } from "./kinds.js";
