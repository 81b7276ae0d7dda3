import { NO_ERRORS, saveErrors, type SaveErrors } from '../errors/saveErrors.ts';
import {
  MASTER_RECORD_TYPE,
  objectInfo,
  picklistFieldValues,
  type ObjectInfo,
  type PicklistValues
} from '../objects/objects.ts';
import { createRecord, records, updateRecord } from '../records/records.ts';
import type { RecordRepresentation } from '../records/representation.ts';
import { query } from '../http/http.ts';
import { resource } from '../resources/resources.ts';
import { changedFields, fieldPaths } from './fieldPaths.ts';
import type { FieldValue, FormMember } from './joinForm.ts';

export interface FormConfig {
  objectApiName: string;
  recordId: string | undefined;
  recordTypeId: string | undefined;
}

/** The state that a record form and the fields inside of it share. */
export class RecordForm {
  info: ObjectInfo | null = null;
  picklists: Readonly<Record<string, PicklistValues>> = {};
  record: RecordRepresentation | null = null;
  errors: SaveErrors = NO_ERRORS;
  private config: FormConfig | null = null;
  private readonly members = new Set<FormMember>();
  private stop: (() => void) | null = null;
  private observed = '';

  /** Called with the record, or with what went wrong, each time either arrives. */
  onload: (record: RecordRepresentation) => void = () => {};

  configure(config: FormConfig): void {
    if (JSON.stringify(config) !== JSON.stringify(this.config)) {
      this.config = config;
      this.close();
      void this.readObject(config);
    }
  }

  join(member: FormMember): () => void {
    this.members.add(member);
    queueMicrotask(() => this.observe());
    member.formChanged();
    return () => this.members.delete(member);
  }

  close(): void {
    this.stop?.();
    this.stop = null;
    this.observed = '';
  }

  /** The values to save: all editable fields of a form for a new record, all of its fields for an existing one. */
  values(): Record<string, FieldValue> {
    const values: Record<string, FieldValue> = {};
    for (const member of this.members) {
      const value = member.fieldValue?.();
      if (member.fieldName !== null && value !== undefined) {
        values[member.fieldName] = value;
      }
    }
    return values;
  }

  reportValidity(): boolean {
    return [...this.members].map((member) => member.reportValidity?.() ?? true).every(Boolean);
  }

  reset(): void {
    this.members.forEach((member) => member.reset?.());
    this.show(NO_ERRORS);
  }

  /** Saves and answers the record. Rejects with what the org refused, after it is shown beside the fields. */
  async save(fields: Record<string, unknown>): Promise<RecordRepresentation> {
    const { recordId, objectApiName = '' } = this.config ?? {};
    this.show(NO_ERRORS);
    try {
      const saved = recordId
        ? await this.update(recordId, changedFields(fields, this.record))
        : await createRecord({ apiName: objectApiName, fields });
      this.members.forEach((member) => member.reset?.());
      return saved;
    } catch (error) {
      this.show(saveErrors(error));
      throw error;
    }
  }

  private async update(recordId: string, fields: Record<string, unknown>): Promise<RecordRepresentation> {
    return Object.keys(fields).length === 0 && this.record
      ? this.record
      : updateRecord({ fields: { Id: recordId, ...fields } });
  }

  private show(errors: SaveErrors): void {
    const known = new Set([...this.members].map(({ fieldName }) => fieldName));
    const elsewhere = Object.entries(errors.fields).filter(([field]) => !known.has(field));
    this.errors = {
      fields: errors.fields,
      messages: [...errors.messages, ...elsewhere.flatMap(([, texts]) => texts)]
    };
    this.announce();
  }

  private announce(): void {
    this.members.forEach((member) => member.formChanged());
  }

  private async readObject({ objectApiName, recordTypeId }: FormConfig): Promise<void> {
    try {
      const info = await objectInfo(objectApiName);
      const recordType = recordTypeId ?? info.defaultRecordTypeId ?? MASTER_RECORD_TYPE;
      const { picklistFieldValues: picklists } = await picklistFieldValues(objectApiName, recordType);
      this.info = info;
      this.picklists = picklists;
      this.observe();
      this.announce();
    } catch (error) {
      this.show(saveErrors(error));
    }
  }

  /** Reads the record with the fields of all members; for a new one, its defaults. */
  private observe(): void {
    const { info, config } = this;
    if (!info || !config) {
      return;
    }
    const names = [...this.members]
      .flatMap(({ fieldName }) => fieldName ?? [])
      .filter((name) => name in info.fields);
    const paths = [...new Set(names.flatMap((name) => fieldPaths(info, name)))].sort();
    if (paths.length === 0 || paths.join() === this.observed) {
      return;
    }
    this.observed = paths.join();
    if (!config.recordId) {
      void this.readDefaults(info.apiName, paths);
      return;
    }
    const leave = this.stop;
    this.stop = records.observe(
      { recordId: config.recordId, fields: [], optionalFields: paths },
      ({ data, error }) => {
        if (data) {
          this.take(data);
        } else if (error) {
          this.show(saveErrors(error));
        }
      }
    );
    leave?.();
  }

  private async readDefaults(objectApiName: string, optionalFields: string[]): Promise<void> {
    try {
      const path = `/ui-api/record-defaults/create/${objectApiName}${query({ optionalFields })}`;
      const { record } = await resource<{ record: RecordRepresentation }>(path);
      this.take(record);
    } catch (error) {
      this.show(saveErrors(error));
    }
  }

  private take(record: RecordRepresentation): void {
    this.record = record;
    this.onload(record);
    this.announce();
  }
}
