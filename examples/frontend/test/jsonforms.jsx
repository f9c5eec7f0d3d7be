import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { and, rankWith, schemaMatches, uiTypeIs } from "@jsonforms/core";
import { JsonForms, withJsonFormsEnumCellProps } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { groups, send, start } from "./start.js";

const { schema, ui } = globalThis.form;

// The Ajv that JSON Forms brings knows draft-07 only and stops at the $schema.
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));

const control = (scope, label) => ({ type: "Control", scope, label });

// layout says in JSON Forms' own words what the UI schema says in rjsf's.
const layout = {
  type: "VerticalLayout",
  elements: [
    control("#/properties/unit/properties/id", "Unit"),
    control("#/properties/unit/properties/kind", "Kind of unit"),
    control("#/properties/date", "Date"),
    ...[...groups(schema, ui)].map(([group, items]) => ({
      type: "Group",
      label: group,
      elements: items.map((item) => control(`#/properties/responses/properties/${item}`, ui.responses[item]["ui:title"])),
    })),
  ],
};

// Score keeps scores as numbers; the cell that comes with the vanilla renderers
// makes text of them, which the schema refuses.
const Score = withJsonFormsEnumCellProps(({ data, id, path, schema, handleChange }) => (
  <select
    id={id}
    value={data === undefined ? "" : String(data)}
    onChange={(event) => handleChange(path, event.target.value === "" ? undefined : JSON.parse(event.target.value))}
  >
    <option value=""></option>
    {schema.enum.map((score) => (
      <option key={String(score)} value={String(score)}>
        {score}
      </option>
    ))}
  </select>
));
const isScore = and(uiTypeIs("Control"), schemaMatches((s) => s.enum?.some(Number.isInteger)));
const cells = [{ tester: rankWith(10, isScore), cell: Score }, ...vanillaCells];

// plain leaves out what was never filled in.
const plain = (data) => JSON.parse(JSON.stringify(data));

// onChange comes late: handing its data back in would undo what was chosen since.
const initial = start(schema);

function Page() {
  const [data, setData] = useState(initial);
  const [errors, setErrors] = useState([]);
  return (
    <>
      <JsonForms
        schema={schema}
        uischema={layout}
        data={initial}
        ajv={ajv}
        renderers={vanillaRenderers}
        cells={cells}
        onChange={(now) => {
          setData(now.data);
          setErrors(now.errors);
        }}
      />
      <button disabled={errors.length > 0} onClick={() => send(plain(data))}>
        Submit
      </button>
    </>
  );
}

createRoot(document.getElementById("form")).render(<Page />);
