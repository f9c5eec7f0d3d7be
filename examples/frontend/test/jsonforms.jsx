import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import { and, isOneOfEnumControl, optionIs, rankWith } from "@jsonforms/core";
import { JsonForms, withJsonFormsOneOfEnumProps } from "@jsonforms/react";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { jsonFormsForm } from "../../../schema/npm/schemas/jsonforms.js";
import { jsonFormsTexts } from "../../../schema/npm/schemas/labels.js";
import { send, start } from "./start.js";

const { schema, layout, labels, kit } = globalThis.form;

// The Ajv that JSON Forms brings knows draft-07 only and stops at the $schema.
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));

// Scores are an item's choices. In the vanilla renderer's own, a label chooses for the first
// item of the page, because ids are the values.
const Scores = withJsonFormsOneOfEnumProps(({ path, label, description, options, data, handleChange }) => (
  <fieldset>
    <legend>{label}</legend>
    {description && <p>{description}</p>}
    {options.map((option) => (
      <label key={option.label}>
        <input type="radio" name={path} checked={data === option.value} onChange={() => handleChange(path, option.value)} />
        {option.label}
      </label>
    ))}
  </fieldset>
));
const scores = { tester: rankWith(10, and(isOneOfEnumControl, optionIs("format", "radio"))), renderer: Scores };

const renderers = kit === "material" ? materialRenderers : [...vanillaRenderers, scores];
const cells = kit === "material" ? materialCells : vanillaCells;
const i18n = jsonFormsTexts(labels);
const form = jsonFormsForm(schema, layout);

// onChange comes late: handing its data back in would undo what was chosen since.
const initial = form.data(start(schema));

function Page() {
  const [data, setData] = useState(initial);
  const [errors, setErrors] = useState([]);
  return (
    <>
      <JsonForms
        schema={form.schema}
        uischema={form.uischema}
        data={initial}
        ajv={ajv}
        renderers={renderers}
        cells={cells}
        i18n={i18n}
        onChange={(now) => {
          setData(now.data);
          setErrors(now.errors);
        }}
      />
      <button disabled={errors.length > 0} onClick={() => send(form.document(data))}>
        {labels.buttons?.submit ?? "Submit"}
      </button>
    </>
  );
}

createRoot(document.getElementById("form")).render(<Page />);
