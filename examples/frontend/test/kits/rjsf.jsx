import React from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020";

const { schema, ui } = globalThis.opened;

createRoot(document.getElementById("form")).render(
  <Form
    schema={schema}
    uiSchema={ui}
    validator={customizeValidator({ AjvClass: Ajv2020 })}
    experimental_defaultFormStateBehavior={{ emptyObjectFields: "skipDefaults", constAsDefaults: "never" }}
  />,
);
