// Made from the JSON Schema of the same name; change nothing here.

/** A document of what a team declares about the components of infrastructure, also called an installation checklist. */
export interface InstallationChecklist {
  /** The kind of document. */
  kind: "installationChecklist";
  /** The version of the schema of this kind. */
  schemaVersion: 1;
  /** Identifies the document. */
  id?: string;
  /** The unit that the checklist is about. */
  unit: Unit;
  /** The practice or program that the components are for; absent where they are for any. */
  innovation?: string;
  /** The day on which it was filled in. What it declares counts until the same window of the next year, or for a year. */
  date: string;
  /** The day on which the checklist was entered, where that was later. */
  recorded?: string;
  /** The components, each at most once. Nothing is declared about one that is left out. */
  components: DistrictDeclaredComponent[];
  /** Where an editor finds the schema of the document. It is not kept. */
  $schema?: string;
}

/** What a team declares about a component. */
export interface DistrictDeclaredComponent {
  /** Which part of the infrastructure for implementation is declared. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** How far the team says that the component is. */
  status: "undeveloped" | "inProcess" | "established";
  /** Marks a component that must be in place before the innovation is first used. */
  initial?: boolean;
  /** The published resource that the component is based on; absent if the team drafted its own. */
  basedOn?: "mdePracticeProfile" | "nirnAIHub" | "moduleInfrastructure" | "dca77" | "initiativeInventory" | "moduleStaff" | "moduleTeamFormation" | "ditSelection" | "committeeAudit" | "moduleCoachingDIT" | "coordinatorResources" | "coordinatorDescription" | "installationChecklists" | "dataSystem" | "scopeAndSequence" | "ditSeries" | "isdSeries" | "professionalLearningPage" | "districtCapacityPage" | "eduPaths" | "guidingQuestions" | "supportBinder" | "trainingBinder" | "preparationChecklist" | "resourceList" | "letterOfAgreement" | "isdStrategicPlan" | "isdMICIPPlan" | "isdMTSSPlan" | "localMICIPPlan" | "mtssInfrastructureSeries" | "nciiCoaching" | "ncsiCoaching" | "nciiMaterials" | "nciiModules" | "irisModules" | "ceedarModules";
  /** The ids of documents that show the status. */
  evidence: string[];
}

/** A classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** An opaque identifier, never a person's name. */
  id: string;
  /** Says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
