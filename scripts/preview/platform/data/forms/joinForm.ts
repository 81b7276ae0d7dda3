import type { RecordForm } from './recordForm.ts';

export type FieldValue = string | number | boolean | null;

/** What takes part in a form: a field, or its messages. */
export interface FormMember {
  /** Null for a member that stands for no field. */
  fieldName: string | null;
  /** Called when the form has learnt something: the object, the record, errors. */
  formChanged(): void;
  /** The value to save; undefined for what is not to be saved. */
  fieldValue?(): FieldValue | undefined;
  /** Shows what is wrong with the value; false when something is. */
  reportValidity?(): boolean;
  /** Goes back to the record's value. */
  reset?(): void;
}

/** Event by which a field finds the form around it. */
export const JOIN_FORM = 'caddiejoinform';

export interface JoinForm {
  join(form: RecordForm): void;
}

/** Starts the search of a field for its form. The form answers at once, or there is none. */
export function joinForm(element: EventTarget, join: (form: RecordForm) => void): void {
  const detail: JoinForm = { join };
  element.dispatchEvent(new CustomEvent(JOIN_FORM, { bubbles: true, composed: true, detail }));
}
