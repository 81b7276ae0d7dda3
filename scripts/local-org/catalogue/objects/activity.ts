import type { FieldSchema } from '../../contract.ts';
import { date, dateTime, flag, integer, owner, picklist, reference, text, textArea } from '../fields.ts';
import { standardObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_event.htm

/** Custom objects with activities enabled are added to WhatId when the schema is built. */
const WHAT = ['Account', 'Opportunity', 'Campaign'];

function relatedTo(children: string): FieldSchema[] {
  return [
    reference('WhoId', 'Name ID', ['Contact', 'Lead'], {
      onParentDelete: 'SetNull',
      permissionable: false,
      childRelationshipName: children
    }),
    reference('WhatId', 'Related To ID', WHAT, {
      onParentDelete: 'Cascade',
      permissionable: false,
      childRelationshipName: children
    })
  ];
}

const PRIVATE = { sharingModel: 'Private', readableThrough: ['WhatId', 'WhoId'] } as const;
const SUBJECTS = ['Call', 'Send Letter', 'Send Quote', 'Other'];

export const task = standardObject('Task', '00T', ['Task', 'Tasks'], PRIVATE, [
  ...relatedTo('Tasks'),
  picklist('Subject', 'Subject', SUBJECTS, { type: 'combobox', nameField: true }),
  date('ActivityDate', 'Due Date Only'),
  picklist(
    'Status',
    'Status',
    ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
    { length: 40, required: true }
  ),
  picklist('Priority', 'Priority', ['High', '*Normal', 'Low'], { length: 40, required: true }),
  flag('IsHighPriority', 'High Priority', { calculated: true }),
  owner({ referenceTo: ['User', 'Group'] }),
  textArea('Description', 'Description', 32000),
  reference('AccountId', 'Account ID', 'Account', { calculated: true }),
  flag('IsClosed', 'Closed', { calculated: true }),
  picklist('TaskSubtype', 'Task Subtype', ['*Task', 'Email', 'Call', 'ListEmail', 'Cadence'], {
    length: 40,
    restricted: true,
    updateable: false,
    permissionable: false
  }),
  picklist('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound'], { length: 40, restricted: true }),
  integer('CallDurationInSeconds', 'Call Duration', 8),
  dateTime('CompletedDateTime', 'Completed Date', { calculated: true }),
  flag('IsReminderSet', 'Reminder Set', { permissionable: false }),
  dateTime('ReminderDateTime', 'Reminder Date/Time', { permissionable: false })
]);

export const event = standardObject('Event', '00U', ['Event', 'Events'], PRIVATE, [
  ...relatedTo('Events'),
  picklist('Subject', 'Subject', [...SUBJECTS, 'Meeting', 'Email'], { type: 'combobox', nameField: true }),
  text('Location', 'Location', 255),
  flag('IsAllDayEvent', 'All-Day Event', { permissionable: false }),
  dateTime('ActivityDateTime', 'Due Date Time', { permissionable: false }),
  date('ActivityDate', 'Due Date Only', { permissionable: false }),
  integer('DurationInMinutes', 'Duration', 8, { permissionable: false }),
  dateTime('StartDateTime', 'Start Date Time', { permissionable: false }),
  dateTime('EndDateTime', 'End Date Time', { permissionable: false }),
  textArea('Description', 'Description', 32000),
  reference('AccountId', 'Account ID', 'Account', { calculated: true }),
  owner(),
  flag('IsPrivate', 'Private'),
  picklist('ShowAs', 'Show Time As', ['*Busy', 'OutOfOffice', 'Free'], { length: 40, restricted: true }),
  picklist('EventSubtype', 'Event Subtype', ['*Event'], {
    length: 40,
    restricted: true,
    updateable: false,
    permissionable: false
  })
]);
