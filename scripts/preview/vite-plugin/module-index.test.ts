import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import { sourceFixture } from '../testing.ts';
import { indexModules, lwcFolders, ownerOf } from './module-index.ts';

const fixture = sourceFixture({
  'main/core/lwc/text/text.ts': '',
  'main/core/lwc/text/words.ts': '',
  'main/guidance/lwc/panel/panel.html': '',
  'main/guidance/lwc/panel/panel.ts': '',
  'main/guidance/lwc/text/text.ts': '',
  'main/guidance/lwc/look/look.css': '',
  'main/guidance/lwc/.eslintrc.json': '{}',
  'main/guidance/objects/A__c/A__c.object-meta.xml': ''
});
after(() => fixture.remove());

const roots = lwcFolders(fixture.folder).map((folder) => ({ namespace: 'c', folder }));

describe('modules of a project', () => {
  it('lie in every lwc folder, one for each feature', () => {
    assert.deepEqual(
      roots.map(({ folder }) => folder),
      [join(fixture.folder, 'main/core/lwc'), join(fixture.folder, 'main/guidance/lwc')]
    );
  });

  it('are found by name; the script is the main file, the earlier folder wins', () => {
    const modules = indexModules(roots);
    assert.deepEqual([...modules.keys()].sort(), ['c/look', 'c/panel', 'c/text']);
    assert.equal(modules.get('c/panel')?.main, join(fixture.folder, 'main/guidance/lwc/panel/panel.ts'));
    assert.equal(modules.get('c/look')?.main, join(fixture.folder, 'main/guidance/lwc/look/look.css'));
    assert.equal(modules.get('c/text')?.folder, join(fixture.folder, 'main/core/lwc/text'));
  });

  it('own the files in their folders', () => {
    const file = join(fixture.folder, 'main/core/lwc/text/words.ts');
    assert.deepEqual(ownerOf(file, roots), { namespace: 'c', name: 'text' });
    assert.equal(ownerOf(join(fixture.folder, 'main/guidance/lwc/.eslintrc.json'), roots), null);
    assert.equal(ownerOf(join(fixture.folder, 'README.md'), roots), null);
  });

  it('are none where there is no folder', () => {
    assert.deepEqual(lwcFolders(join(fixture.folder, 'absent')), []);
  });
});
