import DENIED from '@salesforce/label/c.Caddie_Intelligence_Panel_Denied';
import FAILED from '@salesforce/label/c.Caddie_Intelligence_Mail_Error';
import LOADING from '@salesforce/label/c.Caddie_Intelligence_Loading';
import NOBODY from '@salesforce/label/c.Caddie_Intelligence_Mail_Nobody';
import OF_ACCOUNT from '@salesforce/label/c.Caddie_Intelligence_Mail_Account';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import { dataOf, fromGraphQLErrors, graphql, type GraphQLResult } from 'c/crm';
import { nodesOf, text, type Connection, type Value } from 'c/graphqlAnswer';
import { api, LightningElement, wire } from 'lwc';
import { PEOPLE } from './people';

type PeopleAnswer = {
  uiapi: {
    query: { Contact?: Connection<{ Id: string; Account?: { Id: string; Name?: Value } | null }> };
  };
};

/**
 * Account intelligence beside a mail or a meeting: that of the account to which most of its people belong. The pane
 * tells of addresses, never of a record:
 * https://developer.salesforce.com/docs/platform/lwc/guide/use-config-for-app-builder-email-app-pane.html
 */
export default class MailIntelligence extends LightningElement {
  @api
  get emails(): string[] {
    return this._emails;
  }
  set emails(emails: string[]) {
    this._emails = emails ?? [];
    this.chosenId = '';
    this.answer = undefined;
    this.variables =
      this._emails.length > 0 ? { where: { Email: { in: [...new Set(this._emails)].sort() } } } : undefined;
  }

  _emails: string[] = [];
  variables: { where: Record<string, unknown> } | undefined;
  peopleQuery = PEOPLE;
  answer: GraphQLResult | undefined;
  chosenId = '';

  labels = {
    loading: LOADING,
    failed: FAILED,
    denied: DENIED,
    nobody: NOBODY,
    retry: TRY_AGAIN,
    account: OF_ACCOUNT
  };

  @wire(graphql, { query: '$peopleQuery', variables: '$variables' })
  handlePeople(answer: GraphQLResult): void {
    this.answer = answer;
  }

  get errorKind(): string | undefined {
    const errors = this.answer?.errors;
    return errors?.length ? fromGraphQLErrors(errors).kind : undefined;
  }

  get isDenied(): boolean {
    return this.errorKind === 'denied';
  }

  get hasFailed(): boolean {
    return this.errorKind === 'unavailable';
  }

  get isLoading(): boolean {
    return this.variables !== undefined && this.answer === undefined;
  }

  /** Accounts of the people, the one of most people first. */
  get options(): { value: string; label: string }[] {
    const found = this.answer && dataOf<PeopleAnswer>(this.answer);
    const accounts = nodesOf(found?.uiapi.query.Contact).flatMap(({ Account }) => (Account ? [Account] : []));
    const people = Map.groupBy(accounts, ({ Id }) => Id);
    return [...people.values()]
      .sort((one, other) => other.length - one.length)
      .map(([account]) => ({ value: account.Id, label: text(account.Name) }));
  }

  get accountId(): string {
    return this.chosenId || (this.options[0]?.value ?? '');
  }

  get hasChoice(): boolean {
    return this.options.length > 1;
  }

  get isNobody(): boolean {
    return !this.isLoading && !this.errorKind && !this.accountId;
  }

  handleAccount(event: CustomEvent<{ value: string }>): void {
    this.chosenId = event.detail.value;
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }
}
