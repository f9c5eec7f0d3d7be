import React from "react";
import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";

createRoot(document.getElementById("form")).render(
  <JsonForms schema={globalThis.opened.schema} uischema={globalThis.opened.layout} data={{}} renderers={vanillaRenderers} cells={vanillaCells} />,
);
