import { api, LightningElement } from 'lwc';

import { observeObject } from '../../platform/data/changes/changes.ts';
import { compactColumns, listRecords, type Column } from '../../platform/data/lists/lists.ts';
import { objectInfo, type ObjectInfo } from '../../platform/data/objects/objects.ts';
import type { RecordRepresentation } from '../../platform/data/records/representation.ts';
import { objectIcon } from '../../platform/data/search/search.ts';
import { saveErrors } from '../../platform/data/errors/saveErrors.ts';

const MOST = 50;

/** The records of an object that were changed last. */
export default class ListView extends LightningElement {
  info: ObjectInfo | null = null;
  columns: Column[] = [];
  records: RecordRepresentation[] = [];
  problem = '';
  isCreating = false;
  private object = '';
  private stop: (() => void) | undefined;

  @api
  get objectApiName(): string {
    return this.object;
  }
  set objectApiName(name: string) {
    this.object = name;
    this.info = null;
    this.records = [];
    this.observe();
    void this.read();
  }

  override connectedCallback(): void {
    this.observe();
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get icon(): string {
    return objectIcon(this.object);
  }

  get summary(): string {
    const count = this.records.length;
    return `${count === MOST ? `${MOST}+` : count} ${count === 1 ? 'item' : 'items'} · changed last`;
  }

  handleNew(): void {
    this.isCreating = true;
  }

  handleClose(): void {
    this.isCreating = false;
  }

  private observe(): void {
    this.stop?.();
    this.stop = this.isConnected ? observeObject(this.object, () => void this.read()) : undefined;
  }

  private async read(): Promise<void> {
    const { object } = this;
    try {
      const info = await objectInfo(object);
      const columns = await compactColumns(info);
      const fields = columns.map(({ key }) => key);
      const orderBy = '{ LastModifiedDate: { order: DESC } }';
      const records = await listRecords({ info, fields, orderBy, limit: MOST });
      if (object === this.object) {
        Object.assign(this, { info, columns, records, problem: '' });
        document.title = `${info.labelPlural}`;
      }
    } catch (error) {
      this.problem = saveErrors(error).messages.join(' ');
    }
  }
}
