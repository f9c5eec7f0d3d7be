import React from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020";
import { rjsfTexts } from "../../../schema/npm/schemas/labels.js";
import { groups, send, start } from "./start.js";

const { schema, ui, labels } = globalThis.form;

// The default validator knows draft-07 only.
const validator = customizeValidator({ AjvClass: Ajv2020 });

// Items shows the items under the headings of their subscales, which the UI
// schema gives as hints and the standard templates do not show.
function Items(props) {
  const field = new Map(props.properties.map((p) => [p.name, p.content]));
  return [...groups(schema, ui)].map(([group, items]) => (
    <fieldset key={group}>
      {group && <legend>{group}</legend>}
      {items.map((item) => (
        <React.Fragment key={item}>{field.get(item)}</React.Fragment>
      ))}
    </fieldset>
  ));
}

createRoot(document.getElementById("form")).render(
  <Form
    schema={schema}
    uiSchema={{ ...ui, responses: { ...ui.responses, "ui:ObjectFieldTemplate": Items } }}
    formData={start(schema)}
    validator={validator}
    {...rjsfTexts(labels)}
    noHtml5Validate
    // Optional objects would else be sent half empty.
    experimental_defaultFormStateBehavior={{ emptyObjectFields: "skipDefaults", constAsDefaults: "never" }}
    onSubmit={({ formData }) => send(formData)}
  />,
);
