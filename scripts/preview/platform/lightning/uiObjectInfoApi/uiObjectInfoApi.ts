import {
  objectInfo,
  objectInfoBatch,
  picklistFieldValues,
  picklistValues,
  type ObjectInfo,
  type PicklistFieldValues,
  type PicklistValues
} from '../../data/objects/objects.ts';
import { fieldPath, type FieldId } from '../../data/records/representation.ts';
import { deliver } from '../../data/resources/resources.ts';
import { wireAdapter, type Provision } from '../../data/wire/wire.ts';

type ObjectId = string | { objectApiName: string } | undefined;

const NOTHING = { data: undefined, error: undefined };

function nameOf(object: ObjectId): string {
  return typeof object === 'object' ? object.objectApiName : (object ?? '');
}

/** Wire adapter: labels, fields and abilities of an object, as the user may use it. */
export const getObjectInfo = wireAdapter<{ objectApiName: ObjectId }, Provision<ObjectInfo>>({
  required: ['objectApiName'],
  initial: NOTHING,
  subscribe: ({ objectApiName }, emit) => deliver(objectInfo(nameOf(objectApiName)), emit)
});

/** Wire adapter: the same for several objects. */
export const getObjectInfos = wireAdapter<
  { objectApiNames: readonly ObjectId[] | undefined },
  Provision<unknown>
>({
  required: ['objectApiNames'],
  initial: NOTHING,
  subscribe: ({ objectApiNames }, emit) => deliver(objectInfoBatch((objectApiNames ?? []).map(nameOf)), emit)
});

/** Wire adapter: the values of one picklist. */
export const getPicklistValues = wireAdapter<
  { recordTypeId: string | undefined; fieldApiName: FieldId | undefined },
  Provision<PicklistValues>
>({
  required: ['recordTypeId', 'fieldApiName'],
  initial: NOTHING,
  subscribe({ recordTypeId = '', fieldApiName = '' }, emit) {
    const [object, field] = fieldPath(fieldApiName).split('.');
    return deliver(picklistValues(object, recordTypeId, field), emit);
  }
});

/** Wire adapter: the values of all picklists of an object. */
export const getPicklistValuesByRecordType = wireAdapter<
  { objectApiName: ObjectId; recordTypeId: string | undefined },
  Provision<PicklistFieldValues>
>({
  required: ['objectApiName', 'recordTypeId'],
  initial: NOTHING,
  subscribe: ({ objectApiName, recordTypeId = '' }, emit) =>
    deliver(picklistFieldValues(nameOf(objectApiName), recordTypeId), emit)
});
