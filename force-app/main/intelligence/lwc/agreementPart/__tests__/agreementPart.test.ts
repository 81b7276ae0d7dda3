import AgreementPart from 'c/agreementPart';
import { mount } from '../../../../../../test/agreement';

const show = (status: string) =>
  mount('c-agreement-part', AgreementPart, { status, announcement: 'Signed.' });

afterEach(() => document.body.replaceChildren());

it('has a skeleton while it loads', async () => {
  const { element, texts } = await show('loading');
  expect(texts('.skeleton')).toEqual(['Loading the agreement']);
  expect(texts('[aria-live="polite"]')).toEqual(['Signed.']);
  await expect(element).toBeAccessible();
});

it('says that nothing has changed when it could not be loaded, and tries again', async () => {
  const { element, listen, press, sent, texts } = await show('failed');
  listen('retry');
  expect(texts('.failed p')).toEqual(["Couldn't load this part of the agreement. Nothing has changed."]);
  await press('.retry');
  expect(sent).toEqual([{ type: 'retry', detail: null }]);
  await expect(element).toBeAccessible();
});

it('says who can give access', async () => {
  const { texts } = await show('denied');
  expect(texts('.denied')).toEqual([
    "You don't have access to this part of the agreement. Your Salesforce admin can give it with a Caddie permission set."
  ]);
});

it('says nothing once its content is there', async () => {
  const { all } = await show('ready');
  expect(all('.skeleton, .failed, .denied')).toEqual([]);
});
