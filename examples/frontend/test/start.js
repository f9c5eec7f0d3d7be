// start fills in what a form's schema leaves no choice about: its constants.
export function start(schema) {
  const at = (s) => ("const" in s ? s.const : s.properties && s.required ? object(s) : undefined);
  const object = (s) => {
    const out = {};
    for (const name of s.required) {
      const value = at(s.properties[name]);
      if (value !== undefined) out[name] = value;
    }
    return out;
  };
  return { ...object(schema), responses: {} };
}

// groups lists the items of a form by the subscale that the UI schema names.
export function groups(schema, ui) {
  const all = new Map();
  for (const item of ui.responses["ui:order"]) {
    const group = ui.responses[item]?.["ui:options"]?.group ?? "";
    all.set(group, [...(all.get(group) ?? []), item]);
  }
  return all;
}

// send posts what the form holds, as a service would get it.
export const send = (data) => fetch("/submit", { method: "POST", body: JSON.stringify(data) });
