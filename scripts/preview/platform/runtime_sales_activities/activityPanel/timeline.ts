import type { RecordRepresentation } from '../../data/records/representation.ts';

/** A task or an event on the timeline. */
export interface Activity {
  id: string;
  objectApiName: string;
  subject: string;
  /** As the user reads it. */
  when: string;
  /** For sorting: an ISO date or date-time; empty for a task without a due date. */
  date: string;
  icon: string;
  isOpen: boolean;
  isOverdue: boolean;
  detail: string;
}

const TASK_ICONS: Readonly<Record<string, string>> = { Call: 'standard:log_a_call', Email: 'standard:email' };

function text({ fields }: RecordRepresentation, name: string): string {
  const { value = null, displayValue = null } = fields[name] ?? {};
  return displayValue ?? (typeof value === 'string' ? value : '');
}

function raw({ fields }: RecordRepresentation, name: string): string {
  const value = fields[name]?.value;
  return typeof value === 'string' ? value : '';
}

export function taskActivity(record: RecordRepresentation, today: string): Activity {
  const date = raw(record, 'ActivityDate');
  const isOpen = record.fields.IsClosed?.value !== true;
  return {
    id: record.id,
    objectApiName: 'Task',
    subject: text(record, 'Subject'),
    when: text(record, 'ActivityDate') || 'No due date',
    date,
    icon: TASK_ICONS[raw(record, 'TaskSubtype')] ?? 'standard:task',
    isOpen,
    isOverdue: isOpen && date !== '' && date < today,
    detail: text(record, 'Description')
  };
}

export function eventActivity(record: RecordRepresentation, now: string): Activity {
  const date = raw(record, 'StartDateTime') || raw(record, 'ActivityDate');
  return {
    id: record.id,
    objectApiName: 'Event',
    subject: text(record, 'Subject'),
    when: text(record, 'StartDateTime') || text(record, 'ActivityDate'),
    date,
    icon: 'standard:event',
    isOpen: date >= now,
    isOverdue: false,
    detail: text(record, 'Description')
  };
}

/** What is still to do, the next first (without a date: last), and what is done, the latest first. */
export function sortActivities(activities: readonly Activity[]): { upcoming: Activity[]; past: Activity[] } {
  const rank = ({ date }: Activity): string => date || '9999';
  const byDate = [...activities].sort((a, b) => rank(a).localeCompare(rank(b)));
  return {
    upcoming: byDate.filter(({ isOpen }) => isOpen),
    past: byDate.filter(({ isOpen }) => !isOpen).reverse()
  };
}
