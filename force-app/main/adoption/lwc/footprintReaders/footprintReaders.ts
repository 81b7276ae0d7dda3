import OTHERS from '@salesforce/label/c.Caddie_Footprint_Who_Others';
import SOURCE from '@salesforce/label/c.Caddie_Footprint_Who_Source';
import UNKNOWN from '@salesforce/label/c.Caddie_Footprint_Who_Unknown';
import YOU from '@salesforce/label/c.Caddie_Footprint_Who_You';
import type { AccessNode } from 'c/footprintQueries';
import { momentInWords } from 'c/moments';
import { fill } from 'c/text';
import { parseReaders } from 'c/usageReaders';
import { api, LightningElement } from 'lwc';

/** Who could query the person's recorded use: by name where the sync has read the permissions, by kind before. */
export default class FootprintReaders extends LightningElement {
  @api access: AccessNode | undefined;

  labels = { you: YOU, unknown: UNKNOWN, others: OTHERS };

  get readers(): { name: string; why: string }[] | undefined {
    return parseReaders(this.access?.Readers__c?.value)?.map(({ name, permissions }) => ({
      name,
      why: permissions.join(', ')
    }));
  }

  get sourceText(): string | undefined {
    const at = this.access?.Computed_At__c?.value;
    const by = this.access?.Computed_By__c?.value;
    return this.readers && at && by ? fill(SOURCE, by, momentInWords(at)) : undefined;
  }
}
