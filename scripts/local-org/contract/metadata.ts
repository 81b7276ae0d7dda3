/** One file of a deploy in metadata format; a component may have several (a bundle). */
export interface MetadataFile {
  /** The metadata type (`CustomObject`, `PermissionSet`, `LightningComponentBundle` …). */
  type: string;
  fullName: string;
  /** The path inside the package, such as `objects/Account.object`. */
  fileName: string;
  content: Uint8Array;
}

export interface MetadataReference {
  type: string;
  fullName: string;
}

/** What is deployed, as `fileProperties` of a retrieve tell it. */
export interface StoredMetadataFile extends MetadataFile {
  id: string;
  createdById: string;
  createdDate: string;
  lastModifiedById: string;
  lastModifiedDate: string;
}

export interface MetadataFiles {
  /** Of one type, or all; by type, full name, file name. */
  list(type?: string): StoredMetadataFile[];
  /** All files of one component; empty when it isn't there. */
  get(type: string, fullName: string): StoredMetadataFile[];
  /** When a deploy last changed anything, or null. */
  lastChange(): string | null;
}

export interface MetadataChange {
  /** A `CustomObject` file is merged into what is there: fields and rules that it doesn't name stay. */
  files: readonly MetadataFile[];
  /** Also children such as `{type: 'CustomField', fullName: 'Account.Tier__c'}`. */
  removed?: readonly MetadataReference[];
  /** Recorded as created by and last modified by. */
  userId: string;
  /** True: everything is done and then rolled back. */
  checkOnly?: boolean;
}

/** Why a component can't be installed; `installMetadata` throws `MetadataError` with a list of them. */
export interface MetadataProblem extends MetadataReference {
  fileName: string;
  problem: string;
  lineNumber?: number;
  columnNumber?: number;
}
