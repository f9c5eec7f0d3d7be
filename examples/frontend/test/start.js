// start fills in what a form begins with: its constants, and that no item is scored yet.
export function start(schema) {
  const out = {};
  for (const [name, member] of Object.entries(schema.properties)) {
    const wanted = schema.required?.includes(name);
    if (wanted && "const" in member) out[name] = member.const;
    else if ("default" in member) out[name] = member.default;
    else if (member.properties && wanted) out[name] = start(member);
  }
  return out;
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
