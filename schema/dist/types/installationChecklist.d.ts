// Made from the JSON Schema of the same name; change nothing here.

/** Checklist is a document of what a team declares about the components of infrastructure, also called an installation checklist. */
export interface InstallationChecklist {
  /** names what the document is */
  kind: "installationChecklist";
  /** is the version of the schema */
  schemaVersion: 1;
  /** id identifies the document. */
  id?: string;
  /** unit is the unit that the checklist is about. */
  unit: Unit;
  /** innovation is the practice or program that the components are for; absent where they are for any. */
  innovation?: string;
  /** date is the day on which it was filled in. What it declares counts until the same window of the next year, or for a year. */
  date: string;
  /** components are the components, each at most once. Nothing is declared about one that is left out. */
  components: DistrictDeclaredComponent[];
}

/** DeclaredComponent is what a team declares about a component. */
export interface DistrictDeclaredComponent {
  /** component is the component. */
  component: "implementationTeam" | "initiativeInventory" | "initiativeReview" | "staffSelection" | "staffDevelopment" | "communicationPlan" | "barrierRemoval" | "coachingSystem" | "implementationPlan" | "dataUse";
  /** status is how far the team says that the component is. */
  status: "undeveloped" | "inProcess" | "established";
  /** initial marks a component that must be in place before the innovation is first used. */
  initial?: boolean;
  /** basedOn is the published resource that the component is based on; absent if the team drafted its own. */
  basedOn?: "mdePracticeProfile" | "nirnAIHub" | "moduleInfrastructure" | "dca77" | "initiativeInventory" | "moduleStaff" | "moduleTeamFormation" | "ditSelection" | "committeeAudit" | "moduleCoachingDIT" | "coordinatorResources" | "coordinatorDescription" | "installationChecklists" | "dataSystem" | "scopeAndSequence" | "ditSeries" | "isdSeries" | "professionalLearningPage" | "districtCapacityPage" | "eduPaths" | "guidingQuestions" | "supportBinder" | "trainingBinder" | "preparationChecklist" | "resourceList" | "letterOfAgreement" | "isdStrategicPlan" | "isdMICIPPlan" | "isdMTSSPlan" | "localMICIPPlan" | "mtssInfrastructureSeries" | "nciiCoaching" | "ncsiCoaching" | "nciiMaterials" | "nciiModules" | "irisModules" | "ceedarModules";
  /** evidence are the ids of documents that show the status. */
  evidence: string[];
}

/** Unit is a classroom, school, district or larger body that something is measured of. */
export interface Unit {
  /** id is an opaque identifier, never a person's name. */
  id: string;
  /** kind says what sort of unit it is. */
  kind: "classroom" | "program" | "school" | "district" | "isd" | "region" | "state";
}
