import { api, LightningElement } from 'lwc';

import { lookupTarget } from '../../data/forms/fieldText.ts';
import { joinForm, type FieldValue } from '../../data/forms/joinForm.ts';
import type { RecordForm } from '../../data/forms/recordForm.ts';
import type { FieldInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';
import { controlKind, inputAttributes, toFieldValue, type ControlKind } from './fieldControl.ts';

type Control = HTMLElement & { setCustomValidity(message: string): void; reportValidity(): boolean };

const NONE = { label: '--None--', value: '' };

/**
 * Stand-in for `lightning-input-field`: edits a field by its type, with the object's label, requiredness, values and
 * help. A field that the user may not change is shown only; one that they may not read is absent.
 */
export default class InputField extends LightningElement {
  @api fieldName = '';
  @api variant: 'standard' | 'label-hidden' | 'label-inline' | 'label-stacked' = 'standard';
  @api disabled = false;
  @api readOnly = false;
  @api required = false;
  /** A page layout calls some fields otherwise than the object: Account Name for the Account ID. Not on the platform. */
  @api layoutLabel: string | undefined;

  info: FieldInfo | undefined;
  record: RecordRepresentation | undefined;
  options: { label: string; value: string }[] = [];
  /** What the user has entered; undefined while it is the record's. */
  private draft: unknown = undefined;
  private preset: unknown = undefined;
  private problems: readonly string[] = [];
  private leave: (() => void) | undefined;

  /** A value to begin with, in place of the record's. */
  @api
  get value(): unknown {
    return this.current;
  }
  set value(value: unknown) {
    this.preset = value;
    this.draft = undefined;
  }

  override connectedCallback(): void {
    joinForm(this, (form) => {
      this.leave = form.join({
        fieldName: this.fieldName,
        formChanged: () => this.take(form),
        fieldValue: () => this.savedValue(),
        reportValidity: () => this.reportValidity(),
        reset: () => this.reset()
      });
    });
  }

  override disconnectedCallback(): void {
    this.leave?.();
  }

  /** Goes back to the record's value. */
  @api
  reset(): void {
    this.draft = undefined;
    this.preset = undefined;
    this.problems = [];
  }

  @api
  reportValidity(): boolean {
    return this.control?.reportValidity() ?? true;
  }

  @api
  focus(): void {
    this.control?.focus();
  }

  get label(): string {
    return this.layoutLabel ?? this.info?.label ?? '';
  }

  get isAbsent(): boolean {
    return this.info === undefined || this.record === undefined;
  }

  get isOutput(): boolean {
    return !this.isAbsent && (this.readOnly || !this.isEditable);
  }

  get hasLabel(): boolean {
    return this.variant !== 'label-hidden';
  }

  /** The kind of control that the field needs, as one true property of that name. */
  get is(): Partial<Record<ControlKind, true>> {
    return this.kind ? { [this.kind]: true } : {};
  }

  get isRequired(): boolean {
    return this.required || (this.info?.required === true && this.info.dataType !== 'Boolean');
  }

  get help(): string | undefined {
    return this.info?.inlineHelpText ?? undefined;
  }

  get attributes(): ReturnType<typeof inputAttributes> {
    return this.info ? inputAttributes(this.info) : { type: 'text' };
  }

  get maxLength(): number | undefined {
    return this.info && this.info.length > 0 && this.attributes.type !== 'number'
      ? this.info.length
      : undefined;
  }

  get current(): unknown {
    const recorded = this.preset ?? this.record?.fields[this.fieldName]?.value ?? null;
    return this.draft === undefined ? recorded : this.draft;
  }

  get picklistOptions(): { label: string; value: string }[] {
    return this.isRequired ? this.options : [NONE, ...this.options];
  }

  get picklistValue(): string {
    return String(this.current ?? '');
  }

  get multipicklistValue(): string[] {
    const { current } = this;
    return Array.isArray(current)
      ? current
      : String(current ?? '')
          .split(';')
          .filter(Boolean);
  }

  get lookupObject(): string {
    return this.info?.referenceToInfos[0]?.apiName ?? '';
  }

  get lookupName(): string {
    const target = this.info && this.record ? lookupTarget(this.record, this.info) : null;
    return target !== null && target.id === this.current ? target.name : '';
  }

  handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean; recordId?: string | null }>): void {
    event.stopPropagation();
    const { value, checked, recordId } = event.detail;
    this.draft = this.is.checkbox ? checked : this.is.lookup ? recordId : value;
    this.problems = [];
    this.showProblems();
    const changed = this.is.lookup ? (recordId ? [recordId] : []) : this.is.checkbox ? checked : value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: changed, checked } }));
  }

  private get kind(): ControlKind | null {
    return this.info && !this.isAbsent && !this.isOutput ? controlKind(this.info) : null;
  }

  private get isEditable(): boolean {
    const isNew = this.record?.id === null;
    return (isNew ? this.info?.createable : this.info?.updateable) === true;
  }

  private get control(): Control | null {
    return this.template?.querySelector<Control>('.control') ?? null;
  }

  private take(form: RecordForm): void {
    this.info = form.info?.fields[this.fieldName];
    this.record = form.record ?? undefined;
    this.options = (form.picklists[this.fieldName]?.values ?? []).map(({ label, value }) => ({
      label,
      value
    }));
    this.problems = form.errors.fields[this.fieldName] ?? [];
    this.showProblems();
  }

  private savedValue(): FieldValue | undefined {
    return this.info && this.kind !== null ? toFieldValue(this.current, this.info) : undefined;
  }

  private showProblems(): void {
    const { control } = this;
    control?.setCustomValidity?.(this.problems.join(' '));
    if (this.problems.length > 0) {
      control?.reportValidity();
    }
  }
}
