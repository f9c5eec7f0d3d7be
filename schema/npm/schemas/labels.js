// What a document of kind labels gives to form generators, beside what is in the forms
// that were made with it.

// What a keyword of JSON Schema finds wrong, for who fills in a form: under the keyword,
// or under it and what it asks for. Labels have the same keywords, and come first.
const english = {
  required: "{0} is missing", dependentRequired: "{0} is missing",
  additionalProperties: "{0} is not known here", unevaluatedProperties: "{0} is not known here", propertyNames: "{0} cannot be a name here",
  type: "is of another type than it has to be", "type/string": "has to be text", "type/integer": "has to be a whole number", "type/number": "has to be a number",
  "type/boolean": "has to be yes or no", "type/array": "has to be a list", "type/object": "has to be a group of fields", "type/null": "has to be left empty",
  const: "has to be {0}", enum: "is not one of the choices", oneOf: "is not one of the choices", anyOf: "is not one of the choices",
  not: "cannot be this", if: "does not go with what else is filled in",
  format: "is not written as a valid {0}", "format/date": "has to be a day of the calendar, as in 2026-01-20",
  pattern: "has to be written as in {0}", "pattern/": "is not written as it has to be",
  "pattern/two words": "begins or ends with a space, or has a tab or line break in it",
  minLength: "is too short, it needs {0} characters", "minLength/1": "is empty", maxLength: "is too long, {0} characters are the most",
  minItems: "has too few entries, it needs {0}", "minItems/1": "has no entry, it needs one", maxItems: "has too many entries, {0} are the most", uniqueItems: "has the same entry twice",
  contains: "lacks an entry that it needs", minProperties: "has too few fields, it needs {0}", maxProperties: "has too many fields, {0} are the most",
  minimum: "has to be {0} or more", maximum: "has to be {0} or less", exclusiveMinimum: "has to be more than {0}", exclusiveMaximum: "has to be less than {0}",
  multipleOf: "has to be a multiple of {0}", formatMinimum: "has to be {0} or later", formatMaximum: "has to be {0} or earlier",
};

// texts that show what a pattern asks for: the first that it takes
const samples = ["two words", "some.word-2", "2026-01-20", "2026-01", "01-20", "14:30", "80%", "prorate 80%"];

// the member of Ajv's params that says what a keyword asks for
const askedBy = ["missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName", "allowedValues", "allowedValue", "limit", "multipleOf", "format", "pattern", "type"];

function asked({ params = {}, title, parentSchema }) {
  const by = askedBy.find((name) => params[name] !== undefined), value = params[by];
  switch (by) {
    case "missingProperty": return title || parentSchema?.properties?.[value]?.title || value;
    case "pattern": return samples.find((text) => new RegExp(value).test(text)) ?? "";
    case "type": {
      const types = [value].flat(), others = types.filter((type) => type !== "null"); // what may be null may be left empty
      return (others.length > 0 ? others : types).join(", ");
    }
  }
  return [value ?? ""].flat().map(String).join(", ");
}

const at = (object, key) => (key !== undefined && Object.hasOwn(object, key) ? object[key] : undefined);

// message says what is wrong: a problem of the library, or an error of Ajv, of
// react-jsonschema-form, where the keyword is its name, or of JSON Forms.
export function message(found, messages = {}) {
  const keyword = found.keyword ?? found.name, listed = Array.isArray(found.params);
  const params = keyword === undefined || listed ? found.params ?? [] : [asked(found)];
  const text = at(messages, found.template) ?? at(messages, found.code) ?? at(messages, keyword) ?? at(english, `${keyword}/${params[0]}`) ?? at(english, keyword);
  if (text === undefined) return found.message ?? keyword ?? "";
  return text.replace(/\{(\d+)\}/g, (hole, i) => params[i] ?? hole);
}

// place is the JSON Pointer to what is wrong. Ajv has that of the object for a member that
// is missing, or of a name that is wrong; react-jsonschema-form has a path of its own.
function place({ path, instancePath, propertyName, property, params = {} }) {
  if (path !== undefined) return path;
  if (instancePath === undefined) return property ? `/${property.replace(/^\./, "").replaceAll(".", "/")}` : "";
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName ?? propertyName;
  return name === undefined ? instancePath : `${instancePath}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// Keywords that fail because what they hold does, those that refuse a value of any type, and
// those that refuse how a text is written: of the latter two, what says most comes first.
const wrappers = ["if", "propertyNames", "anyOf", "oneOf"], whole = ["enum", "const", "type"], written = ["minLength", "format", "pattern"];

// causes tells where each error is, and leaves out those that fail for the cause of another.
export function causes(found) {
  const all = new Map();
  for (const error of found) all.set(place(error), [...(all.get(place(error)) ?? []), error]);
  return [...all].flatMap(([where, errors]) => {
    const named = (keywords) => keywords.flatMap((keyword) => errors.filter((error) => (error.keyword ?? error.name) === keyword));
    const wrapped = named(wrappers), refused = named(whole), ill = named(written);
    let kept = errors.filter((error) => ![...wrapped, ...refused, ...ill.slice(1)].includes(error));
    if (wrapped.length === 0) kept = [...refused.slice(0, 1), ...kept];
    else if (kept.length === 0 && ![...all.keys()].some((other) => other.startsWith(`${where}/`))) {
      kept = refused[0]?.params?.type ? [{ ...refused[0], params: { type: refused.flatMap((error) => error.params.type) } }] : wrapped.slice(-1);
    }
    return kept.map((error) => ({ where, error }));
  });
}

const buttonOf = {
  Add: "add", "Add Item": "add", Remove: "remove", "Move up": "moveUp", "Move down": "moveDown", Copy: "copy", Clear: "clear", "clear input": "clear",
};

// rjsfTexts are props of a Form of react-jsonschema-form. The stack of an error is what it
// lists above the form.
export function rjsfTexts({ buttons = {}, messages = {} }) {
  const said = (error) => {
    const text = message(error, messages), { message: raw, stack } = error;
    return { ...error, message: text, ...(raw && stack?.endsWith(raw) ? { stack: stack.slice(0, -raw.length) + text } : {}) };
  };
  return {
    transformErrors: (errors) => causes(errors).map(({ error }) => said(error)),
    translateString: (text, params = []) => buttons[buttonOf[text]] ?? params.reduce((said, param, i) => said.replaceAll(`%${i + 1}`, () => param), text),
  };
}

const keys = {
  addTooltip: "add", addAriaLabel: "add", removeTooltip: "remove", removeAriaLabel: "remove", deleteDialogAccept: "remove",
  up: "moveUp", upAriaLabel: "moveUp", down: "moveDown", downAriaLabel: "moveDown", clear: "clear",
};

// jsonFormsTexts is the i18n of JsonForms, which asks for a text of all errors of a field
// before it asks for one of each.
export function jsonFormsTexts({ language, buttons = {}, messages = {} }) {
  const translateError = (error) => message(error, messages);
  return {
    locale: language,
    translate(key, text, { errors, schema } = {}) { // the schema of the field
      const last = key.split(".").at(-1);
      return last === "custom" && errors ? causes(errors).map(({ error }) => translateError({ title: schema?.title, ...error })).join("\n") : buttons[keys[last]] ?? text;
    },
    translateError,
  };
}
