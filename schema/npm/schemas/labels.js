// What a document of kind labels gives to form generators, beside what is in the forms
// that were made with it.

// the member of Ajv's params that says what a keyword asks for
const asked = ["missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName", "allowedValues", "allowedValue", "limit", "format", "pattern", "type"];

// message says what is wrong: a problem of the library, or an error of Ajv, of
// react-jsonschema-form, where the keyword is its name, or of JSON Forms.
export function message(found, messages = {}) {
  const keyword = found.keyword ?? found.name;
  const own = (key) => (key !== undefined && Object.hasOwn(messages, key) ? messages[key] : undefined);
  const text = own(found.template) ?? own(found.code) ?? own(keyword);
  if (text === undefined) return found.message ?? keyword ?? "";
  let params = found.params ?? [];
  if (!Array.isArray(params)) params = [[params[asked.find((name) => params[name] !== undefined)] ?? ""].flat().map(String).join(", ")];
  return text.replace(/\{(\d+)\}/g, (place, i) => params[i] ?? place);
}

const english = {
  Add: "add", "Add Item": "add", Remove: "remove", "Move up": "moveUp", "Move down": "moveDown", Copy: "copy", Clear: "clear", "clear input": "clear",
};

// rjsfTexts are props of a Form of react-jsonschema-form.
export function rjsfTexts({ buttons = {}, messages = {} }) {
  return {
    transformErrors: (errors) => errors.map((e) => ({ ...e, message: message(e, messages) })),
    translateString: (text, params = []) => buttons[english[text]] ?? params.reduce((said, param, i) => said.replaceAll(`%${i + 1}`, () => param), text),
  };
}

const keys = {
  addTooltip: "add", addAriaLabel: "add", removeTooltip: "remove", removeAriaLabel: "remove", deleteDialogAccept: "remove",
  up: "moveUp", upAriaLabel: "moveUp", down: "moveDown", downAriaLabel: "moveDown", clear: "clear",
};

// jsonFormsTexts is the i18n of JsonForms.
export function jsonFormsTexts({ language, buttons = {}, messages = {} }) {
  return {
    locale: language,
    translate: (key, text) => buttons[keys[key.split(".").at(-1)]] ?? text,
    translateError: (error) => message(error, messages),
  };
}
