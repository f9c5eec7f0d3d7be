import React from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";

const { schema, ui, data } = globalThis.opened;

createRoot(document.getElementById("form")).render(
  <Form schema={schema} uiSchema={ui} formData={data} onChange={({ formData }) => { globalThis.edited = formData; }} validator={validator} experimental_defaultFormStateBehavior={{ emptyObjectFields: "populateRequiredDefaults", constAsDefaults: "never" }} />,
);
