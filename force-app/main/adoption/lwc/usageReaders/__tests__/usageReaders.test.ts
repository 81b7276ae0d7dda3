import { parseReaders, serializeReaders } from 'c/usageReaders';

const AVERY = { name: 'Avery Stone', permissions: ['View All Data', 'Modify All Data'] };

it('reads what it wrote', () => {
  expect(parseReaders(serializeReaders([AVERY]))).toEqual([AVERY]);
});

it.each([null, '', '{', '{}', '[1]', '[{"name":"Avery"}]', '[{"name":"Avery","permissions":[1]}]', '[null]'])(
  'takes %j for unknown rather than for nobody',
  (text) => {
    expect(parseReaders(text)).toBeUndefined();
  }
);
