import FEWER from '@salesforce/label/c.Caddie_Agreement_Capacity_Fewer';
import MORE from '@salesforce/label/c.Caddie_Agreement_Capacity_More';
import NO_SELLER from '@salesforce/label/c.Caddie_Agreement_Capacity_No_Seller';
import OF from '@salesforce/label/c.Caddie_Agreement_Capacity_Of';
import OVER from '@salesforce/label/c.Caddie_Agreement_Capacity_Over';
import PENDING from '@salesforce/label/c.Caddie_Agreement_Capacity_Pending';
import PENDING_OVER from '@salesforce/label/c.Caddie_Agreement_Capacity_Pending_Over';
import PLAIN from '@salesforce/label/c.Caddie_Agreement_Capacity_Plain';
import TITLE from '@salesforce/label/c.Caddie_Agreement_Capacity_Title';
import type { Capacity } from 'c/targetList';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

const AT_FIRST = 8;

interface CapacityView {
  key: string;
  text: string;
  note: string;
  hasBar: boolean;
  barStyle: string;
}

/**
 * Accounts a seller and tier beside what one seller can serve well, in alphabetical order. Too many accounts are the
 * list's matter, not a fault of the person: so it is said plainly, and not in red.
 */
export default class TargetCapacity extends LightningElement {
  @api capacities: Capacity[] = [];
  /** Names of sellers by Id. */
  @api names: ReadonlyMap<string, string> = new Map();

  isAllShown = false;
  labels = { title: TITLE };

  get views(): CapacityView[] {
    const named = this.capacities.map((capacity) => ({ capacity, name: this.nameOf(capacity.sellerId) }));
    return named
      .sort(
        (one, two) => one.name.localeCompare(two.name) || one.capacity.tier.localeCompare(two.capacity.tier)
      )
      .map(({ capacity, name }) => toView(capacity, name));
  }

  get shown(): CapacityView[] {
    return this.isAllShown ? this.views : this.views.slice(0, AT_FIRST);
  }

  get toggleText(): string {
    const hidden = this.views.length - AT_FIRST;
    return hidden <= 0 ? '' : this.isAllShown ? FEWER : fill(MORE, hidden);
  }

  handleToggle(): void {
    this.isAllShown = !this.isAllShown;
  }

  nameOf(sellerId: string): string {
    return sellerId ? (this.names.get(sellerId) ?? sellerId) : NO_SELLER;
  }
}

function toView({ sellerId, tier, accounts, pending, most, over }: Capacity, name: string): CapacityView {
  const wouldBeOver = most === null ? 0 : Math.max(0, accounts + pending - most);
  const pendingNote = wouldBeOver > over ? fill(PENDING_OVER, pending, wouldBeOver) : fill(PENDING, pending);
  const notes = [over > 0 && fill(OVER, over), pending > 0 && pendingNote];
  const share = most ? Math.min(1, accounts / most) : 0;
  return {
    key: `${sellerId}-${tier}`,
    text: most === null ? fill(PLAIN, name, accounts, tier) : fill(OF, name, accounts, most, tier),
    note: notes.filter((note) => note !== false).join(' '),
    hasBar: most !== null,
    barStyle: `inline-size: ${Math.round(share * 100)}%`
  };
}
