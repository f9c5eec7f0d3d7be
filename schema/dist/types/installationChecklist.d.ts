// Made from the JSON Schema of the same name; change nothing here.

/** Checklist is a document of what a team declares of the components: its installation checklist. */
export interface InstallationChecklist {
  /** kind is "installationChecklist"; writing sets it. */
  kind: "installationChecklist";
  /** schemaVersion is 1; writing sets it. */
  schemaVersion: 1;
  /** id names the document. */
  id?: string;
  /** unit is the unit whose checklist it is. */
  unit: Unit;
  /** date is the day on which it was filled in. */
  date: string;
  /** components are the components, each at most once; one that is left out is not declared. */
  components: DistrictDeclaredComponent[];
}

/** DeclaredComponent is what is declared of a component. */
export interface DistrictDeclaredComponent {
  /** component is one of Components. */
  component: string;
  /** status is how far it is said to be. */
  status: "undeveloped" | "inProcess" | "established";
  /** initial marks a component that must be in place before the innovation is first used. */
  initial?: boolean;
  /** basedOn is the provided resource that it is built from, one of Resources; absent for an own draft. */
  basedOn?: string;
  /** evidence are ids of documents that show it. */
  evidence: string[];
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
