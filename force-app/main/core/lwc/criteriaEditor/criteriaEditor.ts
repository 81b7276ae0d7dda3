import ADD from '@salesforce/label/c.Caddie_Criteria_Editor_Add';
import ALL from '@salesforce/label/c.Caddie_Criteria_Editor_All';
import ANY from '@salesforce/label/c.Caddie_Criteria_Editor_Any';
import CONDITION from '@salesforce/label/c.Caddie_Criteria_Editor_Condition';
import EMPTY from '@salesforce/label/c.Caddie_Criteria_Editor_Empty';
import FIELD from '@salesforce/label/c.Caddie_Criteria_Editor_Field';
import JOINING from '@salesforce/label/c.Caddie_Criteria_Editor_Joining';
import LOGIC from '@salesforce/label/c.Caddie_Criteria_Editor_Logic';
import LOGIC_HELP from '@salesforce/label/c.Caddie_Criteria_Editor_Logic_Help';
import OPERATOR from '@salesforce/label/c.Caddie_Criteria_Editor_Operator';
import OWN from '@salesforce/label/c.Caddie_Criteria_Editor_Own';
import REMOVE from '@salesforce/label/c.Caddie_Criteria_Editor_Remove';
import VALUE from '@salesforce/label/c.Caddie_Criteria_Editor_Value';
import VALUE_HELP from '@salesforce/label/c.Caddie_Criteria_Editor_Value_Help';
import VALUE_MISSING from '@salesforce/label/c.Caddie_Criteria_Editor_Value_Missing';
import { parseCriteria, type Operator, type Problem } from 'c/criteria';
import { operatorsFor, validateCriteria, type FieldShape } from 'c/criteriaCheck';
import { describeCriteria, type CriteriaLabels } from 'c/criteriaText';
import { criteriaLabels } from 'c/criteriaWords';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { allOf, removeRow, takesValue, toDraft, toText, type Draft, type Joining, type Row } from './rows';

/** A field that may stand in the criteria. */
export interface EditorField extends FieldShape {
  /** API name or path, such as `Account.Industry`. */
  path: string;
}

/** What `criteriachange` carries. */
export interface CriteriaChange {
  /** The text to store, also while it has problems. */
  text: string;
  isValid: boolean;
}

interface RowView extends Row {
  number: number;
  conditionLabel: string;
  removeLabel: string;
  operators: { label: string; value: Operator }[];
  takesValue: boolean;
  problems: string[];
}

/**
 * Edits criteria as rows of field, operator and value with a logic that joins them. Says them as a sentence while one
 * types and shows each problem beside its cause. Sends `criteriachange` with the text after every change.
 */
export default class CriteriaEditor extends LightningElement {
  /** What the sentence begins with, such as "Qualifies when {0}". */
  @api sentence = '{0}';

  fieldList: EditorField[] = [];
  draft: Draft = { rows: [], joining: 'all', logic: '' };
  /** Rows in which somebody has typed: the others are not called wrong before they are filled in. */
  touched = new Set<number>();
  lastId = 0;
  text = '';
  focusNext: number | 'add' | null = null;

  labels = {
    add: ADD,
    empty: EMPTY,
    field: FIELD,
    joining: JOINING,
    logic: LOGIC,
    logicHelp: LOGIC_HELP,
    operator: OPERATOR,
    value: VALUE,
    valueHelp: VALUE_HELP
  };
  joinings: { label: string; value: Joining }[] = [
    { label: ALL, value: 'all' },
    { label: ANY, value: 'any' },
    { label: OWN, value: 'own' }
  ];

  /** The fields to choose from, in this order. */
  @api
  get fields(): EditorField[] {
    return this.fieldList;
  }
  set fields(fields: EditorField[]) {
    this.fieldList = fields;
    this.text = this.print();
  }

  /** The stored text. The editor's own text coming back leaves the rows alone. */
  @api
  get value(): string {
    return this.text;
  }
  set value(text: string) {
    if (text !== this.text) {
      this.draft = toDraft(text, () => (this.lastId += 1));
      this.touched = new Set(this.draft.rows.map(({ id }) => id));
      this.text = text;
    }
  }

  renderedCallback(): void {
    const target = this.focusNext;
    this.focusNext = null;
    if (target === 'add') {
      (this.refs as { add?: HTMLElement }).add?.focus();
    } else if (target !== null) {
      const selects = [...(this.template?.querySelectorAll<HTMLElement>('.field') ?? [])];
      selects.find(({ dataset }) => Number(dataset.id) === target)?.focus();
    }
  }

  get hasRows(): boolean {
    return this.draft.rows.length > 0;
  }

  get hasSeveral(): boolean {
    return this.draft.rows.length > 1;
  }

  get isOwnLogic(): boolean {
    return this.hasSeveral && this.draft.joining === 'own';
  }

  get fieldOptions(): { label: string; value: string }[] {
    return this.fieldList.map(({ label, path }) => ({ label, value: path }));
  }

  get rows(): RowView[] {
    const { texts } = this.words;
    const problems = this.problems;
    return this.draft.rows.map((row, index) => {
      const number = index + 1;
      return {
        ...row,
        number,
        conditionLabel: fill(CONDITION, number),
        removeLabel: fill(REMOVE, number),
        operators: this.operatorsOf(row).map((operator) => ({
          value: operator,
          label: wordsOf(
            this.isDate(row) ? dateTemplate(texts.operators, operator) : texts.operators[operator]
          )
        })),
        takesValue: takesValue(row.operator),
        problems: this.touched.has(row.id) ? this.problemsOf(row, number, problems) : []
      };
    });
  }

  get isComplete(): boolean {
    return this.draft.rows.every(({ operator, value }) => !takesValue(operator) || value.trim() !== '');
  }

  get logicProblems(): string[] {
    return this.problems.filter(({ item }) => item === undefined).map(({ message }) => message);
  }

  /** The criteria in words; nothing while they cannot be read. */
  get sentenceText(): string {
    const { criteria } = parseCriteria(this.text);
    return criteria?.items.length ? fill(this.sentence, describeCriteria(criteria, this.words)) : '';
  }

  get words(): CriteriaLabels {
    const words = criteriaLabels(undefined);
    return { ...words, field: (path) => this.shapeOf(path)?.label ?? words.field(path) };
  }

  get problems(): Problem[] {
    const { criteria, problems } = parseCriteria(this.text);
    return criteria ? validateCriteria(criteria, (path) => this.shapeOf(path)) : problems;
  }

  handleAdd(): void {
    const first = this.fieldList[0];
    this.lastId += 1;
    const [operator = 'equals'] = operatorsFor(first?.type ?? '');
    const row: Row = { id: this.lastId, field: first?.path ?? '', operator, value: '' };
    const rows = [...this.draft.rows, row];
    const logic = this.draft.logic && `${this.draft.logic} AND ${rows.length}`;
    this.focusNext = row.id;
    this.change({ ...this.draft, rows, logic });
  }

  handleRemove(event: Event): void {
    const id = idOf(event);
    this.focusNext = 'add';
    this.change(removeRow(this.draft, id));
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const field = event.detail.value;
    const [first = 'equals'] = operatorsFor(this.shapeOf(field)?.type ?? '');
    this.changeRow(event, (row) => {
      const isKept = operatorsFor(this.shapeOf(field)?.type ?? '').includes(row.operator);
      return { ...row, field, operator: isKept ? row.operator : first };
    });
  }

  handleOperator(event: CustomEvent<{ value: string }>): void {
    this.changeRow(event, (row) => ({ ...row, operator: event.detail.value as Operator }));
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.touched.add(idOf(event));
    this.changeRow(event, (row) => ({ ...row, value: event.detail.value }));
  }

  handleLeave(event: Event): void {
    this.touched.add(idOf(event));
    this.draft = { ...this.draft };
  }

  handleJoining(event: CustomEvent<{ value: string }>): void {
    const joining = event.detail.value as Joining;
    const logic = this.draft.logic || allOf(this.draft.rows.length);
    this.change({ ...this.draft, joining, logic });
  }

  handleLogic(event: CustomEvent<{ value: string }>): void {
    this.change({ ...this.draft, logic: event.detail.value });
  }

  changeRow(event: Event, change: (row: Row) => Row): void {
    const id = idOf(event);
    this.change({ ...this.draft, rows: this.draft.rows.map((row) => (row.id === id ? change(row) : row)) });
  }

  change(draft: Draft): void {
    this.draft = draft;
    this.text = this.print();
    const detail: CriteriaChange = {
      text: this.text,
      isValid: this.isComplete && this.problems.length === 0
    };
    this.dispatchEvent(new CustomEvent<CriteriaChange>('criteriachange', { detail }));
  }

  print(): string {
    return toText(this.draft, (path) => this.shapeOf(path)?.type ?? 'String');
  }

  shapeOf(path: string): EditorField | undefined {
    return this.fieldList.find((field) => field.path === path);
  }

  isDate({ field }: Row): boolean {
    return /^date/i.test(this.shapeOf(field)?.type ?? '');
  }

  /** What fits the field, and what is there already even if it does not, so that the problem has its cause in view. */
  operatorsOf({ field, operator }: Row): Operator[] {
    return [...new Set([...operatorsFor(this.shapeOf(field)?.type ?? ''), operator])];
  }

  problemsOf({ operator, value }: Row, number: number, problems: readonly Problem[]): string[] {
    if (takesValue(operator) && !value.trim()) {
      return [VALUE_MISSING];
    }
    return problems.filter(({ item }) => item === number).map(({ message }) => withoutItem(message));
  }
}

function idOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.id);
}

/** `{0} is {1} or more` → "is … or more", for a list of operators. */
function wordsOf(template: string): string {
  return fill(template, '', '…').trim();
}

function dateTemplate(templates: CriteriaLabels['texts']['operators'], operator: Operator): string {
  return templates[`${operator}Date` as keyof typeof templates] ?? templates[operator];
}

/** "Item 2: there is …" → "There is …": the row says which one it is. */
function withoutItem(message: string): string {
  const text = message.replace(/^Item \d+:? /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
