import React from "react";
import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";

const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));

createRoot(document.getElementById("form")).render(
  <JsonForms schema={globalThis.opened.schema} uischema={globalThis.opened.layout} data={{}} ajv={ajv} renderers={materialRenderers} cells={materialCells} />,
);
