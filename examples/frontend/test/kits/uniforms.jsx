import React from "react";
import { createRoot } from "react-dom/client";
import { JSONSchemaBridge } from "uniforms-bridge-json-schema";
import { AutoForm } from "uniforms-unstyled";

const bridge = new JSONSchemaBridge({ schema: globalThis.opened.schema, validator: () => null });

createRoot(document.getElementById("form")).render(<AutoForm schema={bridge} />);
