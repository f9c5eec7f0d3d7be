import { causes, message } from "./labels.js";

// fieldErrors puts what the library or a validator found at the fields of a form: what
// it returns is extraErrors of react-jsonschema-form. Messages are those of a document
// of kind labels.
export function fieldErrors(problems, messages = {}) {
  const root = {};
  for (const { where, error } of causes(problems)) {
    let at = root;
    for (const name of where.split("/").slice(1)) {
      const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
      if (!Object.hasOwn(at, key)) { // a path may name __proto__ or constructor, as a sender chose
        Object.defineProperty(at, key, { value: {}, enumerable: true });
      }
      at = at[key];
    }
    (at.__errors ??= []).push(message(error, messages));
  }
  return root;
}
