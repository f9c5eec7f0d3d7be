import React from "react";
import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";

createRoot(document.getElementById("form")).render(
  <JsonForms schema={globalThis.opened.schema} uischema={globalThis.opened.layout} data={{}} renderers={materialRenderers} cells={materialCells} />,
);
