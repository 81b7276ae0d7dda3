/** A refusal of a whole Metadata API call: a SOAP fault, or an error of the REST resource. */
export class MetadataFault extends Error {
  /** Such as `INVALID_SESSION_ID`, without a prefix. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MetadataFault';
    this.code = code;
  }
}
