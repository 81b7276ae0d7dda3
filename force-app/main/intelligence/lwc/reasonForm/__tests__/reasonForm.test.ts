import ReasonForm from 'c/reasonForm';
import { mount } from '../../../../../../test/mount';

afterEach(() => document.body.replaceChildren());

const ASKED = { label: 'Why not?', hint: 'Both sides read it.', action: 'Refuse' };
type Button = HTMLElement & { disabled: boolean; label: string };

it('sends a reason only when there is one', async () => {
  const { element, find, click, send, sent } = await mount('c-reason-form', ReasonForm, ASKED, ['reason']);
  expect(find<Button>('.send').label).toBe('Refuse');
  expect(find<Button>('.send').disabled).toBe(true);
  await send('lightning-textarea', 'change', { value: '  They have merged. ' });
  expect(find<Button>('.send').disabled).toBe(false);
  await click('.send');
  expect(sent).toEqual([['reason', { text: 'They have merged.' }]]);
  await expect(element).toBeAccessible();
});

it('takes no answer as one where it is optional', async () => {
  const { find } = await mount('c-reason-form', ReasonForm, { ...ASKED, isOptional: true });
  expect(find<Button>('.send').disabled).toBe(false);
});

it('keeps what was typed while it is saved and when that fails', async () => {
  const { element, find, send, texts } = await mount('c-reason-form', ReasonForm, ASKED);
  await send('lightning-textarea', 'change', { value: 'Merged' });
  Object.assign(element, { isSaving: true, failure: "Couldn't save that." });
  await Promise.resolve();
  expect(find<Button>('.send').disabled).toBe(true);
  expect(texts('.failed')).toEqual(["Couldn't save that."]);
  expect(find<HTMLElement & { value: string }>('lightning-textarea').value).toBe('Merged');
  await expect(element).toBeAccessible();
});

it('can be left', async () => {
  const { click, sent } = await mount('c-reason-form', ReasonForm, ASKED, ['cancel']);
  await click('.cancel');
  expect(sent).toEqual([['cancel', null]]);
});
