import { api, LightningElement } from 'lwc';

import { joinForm, type FormMember } from '../../data/forms/joinForm.ts';
import type { RecordForm } from '../../data/forms/recordForm.ts';
import type { FieldInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';

/** Stand-in for `lightning-output-field`: a field's label and value. Nothing where the user may not read it. */
export default class OutputField extends LightningElement {
  @api fieldName = '';
  @api variant: 'standard' | 'label-hidden' | 'label-inline' | 'label-stacked' = 'standard';
  @api fieldClass = '';

  info: FieldInfo | undefined;
  record: RecordRepresentation | undefined;
  private leave: (() => void) | undefined;

  override connectedCallback(): void {
    joinForm(this, (form: RecordForm) => {
      const member: FormMember = {
        fieldName: this.fieldName,
        formChanged: () => {
          this.info = form.info?.fields[this.fieldName];
          this.record = form.record ?? undefined;
        }
      };
      this.leave = form.join(member);
    });
  }

  override disconnectedCallback(): void {
    this.leave?.();
  }

  get isShown(): boolean {
    return this.info !== undefined && this.record !== undefined;
  }

  get hasLabel(): boolean {
    return this.variant !== 'label-hidden';
  }

  get elementClass(): string {
    const layout =
      this.variant === 'label-inline' ? 'slds-form-element_horizontal' : 'slds-form-element_stacked';
    return `slds-form-element slds-form-element_readonly ${layout}`;
  }
}
