import { records } from '../../data/records/records.ts';
import { fieldPath, type FieldId, type RecordRepresentation } from '../../data/records/representation.ts';
import { wireAdapter, type Provision } from '../../data/wire/wire.ts';

export {
  createRecord,
  deleteRecord,
  notifyRecordUpdateAvailable,
  updateRecord
} from '../../data/records/records.ts';
export { getFieldDisplayValue, getFieldValue } from '../../data/records/representation.ts';

type FieldIds = FieldId | readonly FieldId[];

export type GetRecordConfig = {
  recordId: string | undefined;
  fields?: FieldIds;
  optionalFields?: FieldIds;
  layoutTypes?: string | readonly string[];
  modes?: string | readonly string[];
};

const NOTHING = { data: undefined, error: undefined };

function list<Item>(items: Item | readonly Item[] | undefined): Item[] {
  return items === undefined ? [] : Array.isArray(items) ? [...items] : [items as Item];
}

function paths(fields: FieldIds | undefined): string[] {
  return [...new Set(list<FieldId>(fields as FieldId | FieldId[] | undefined).map(fieldPath))].sort();
}

/** Wire adapter: one record, kept current while the component lives. */
export const getRecord = wireAdapter<GetRecordConfig, Provision<RecordRepresentation>>({
  required: ['recordId'],
  initial: NOTHING,
  subscribe(config, emit) {
    const recordId = config.recordId ?? '';
    const fields = paths(config.fields);
    const optionalFields = paths(config.optionalFields);
    const layoutTypes = list(config.layoutTypes);
    // The platform holds back a wire that asks for nothing.
    if (recordId === '' || fields.length + optionalFields.length + layoutTypes.length === 0) {
      return () => {};
    }
    return records.observe(
      { recordId, fields, optionalFields, layoutTypes, modes: list(config.modes) },
      emit
    );
  }
});

export type GetRecordsConfig = {
  records:
    readonly { recordIds: readonly string[]; fields?: FieldIds; optionalFields?: FieldIds }[] | undefined;
};

export interface BatchResults {
  results: { statusCode: number; result: unknown }[];
}

/** Wire adapter: several records, emitted once all of them are there. */
export const getRecords = wireAdapter<GetRecordsConfig, Provision<BatchResults>>({
  required: ['records'],
  initial: NOTHING,
  subscribe(config, emit) {
    const wanted = (config.records ?? []).flatMap(({ recordIds, fields, optionalFields }) =>
      recordIds.map((recordId) => ({
        recordId,
        fields: paths(fields),
        optionalFields: paths(optionalFields)
      }))
    );
    const results: BatchResults['results'] = [];
    const stops = wanted.map((request, index) =>
      records.observe(request, ({ data, error }) => {
        const statusCode = data ? 200 : ((error as { status?: number }).status ?? 500);
        results[index] = { statusCode, result: data ?? error };
        if (Object.keys(results).length === wanted.length) {
          emit({ data: { results: [...results] }, error: undefined });
        }
      })
    );
    return () => stops.forEach((stop) => stop());
  }
});
