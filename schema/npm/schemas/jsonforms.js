// JSON Forms reads dots and brackets in the name of a member as a path, and sets no member
// that has the name of one of each object. In its form such signs, and the first letter of
// such a name, are the wide ones of Unicode that look alike, so that it finds items such as 1.1.
const wide = (name) => name.replace(/[.[\]/~\\]|^[cp_](?=onstructor$|rototype$|_proto__$)/g, (sign) => String.fromCodePoint(sign.codePointAt(0) + 0xfee0));

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const each = (object, made) => Object.fromEntries(Object.entries(object).map(made));

// renamed is a document whose members have other names.
function renamed(value, rename) {
  if (Array.isArray(value)) return value.map((v) => renamed(v, rename));
  return isObject(value) ? each(value, ([name, v]) => [rename(name), renamed(v, rename)]) : value;
}

// schemaOf is a schema of documents whose members have other names.
function schemaOf(value, rename) {
  if (Array.isArray(value)) return value.map((v) => schemaOf(v, rename));
  if (!isObject(value)) return value;
  return each(value, ([keyword, v]) => {
    if (keyword === "properties") return [keyword, each(v, ([name, member]) => [rename(name), schemaOf(member, rename)])];
    if (keyword === "required") return [keyword, v.map(rename)];
    return [keyword, (["const", "default", "enum", "examples"].includes(keyword) ? renamed : schemaOf)(v, rename)];
  });
}

// layoutOf is a layout whose scopes name members so.
function layoutOf(value) {
  if (Array.isArray(value)) return value.map(layoutOf);
  if (!isObject(value)) return value;
  const pointer = (scope) => scope.split("/").map((part) => wide(part.replaceAll("~1", "/").replaceAll("~0", "~"))).join("/");
  return each(value, ([name, v]) => [name, name === "scope" ? pointer(v) : layoutOf(v)]);
}

// jsonFormsForm is a form, and what turns a document into the data of it and back.
export function jsonFormsForm(schema, layout) {
  const other = new Map(), own = new Map();
  const made = schemaOf(schema, (name) => {
    const named = wide(name);
    if (named !== name) {
      other.set(name, named);
      own.set(named, name);
    }
    return named;
  });
  return {
    schema: made,
    uischema: layoutOf(layout),
    data: (document) => renamed(document, (name) => other.get(name) ?? name),
    document: (data) => renamed(data, (name) => own.get(name) ?? name),
  };
}
