/**
 * Runs before each component test: labels are the real texts, so that tests assert what a rep would read, and
 * accessibility is one matcher away.
 */
import { registerSa11yMatcher } from '@sa11y/jest';
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

interface LabelsFile {
  CustomLabels: { labels: { fullName: string; value: string }[] };
}

registerSa11yMatcher();

const file = 'force-app/main/core/labels/CustomLabels.labels-meta.xml';
const parsed = new XMLParser({
  isArray: (name) => name === 'labels',
  parseTagValue: false,
  trimValues: true
}).parse(readFileSync(file, 'utf8')) as LabelsFile;

for (const { fullName, value } of parsed.CustomLabels.labels) {
  jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), {
    virtual: true
  });
}
