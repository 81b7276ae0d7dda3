import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { createLogger } from 'vite';

import { SMALL_PROJECT, sourceFixture } from '../testing.ts';
import { platformBundles } from '../vite-plugin/platform-bundles.ts';
import { concernsPreview, Project } from './project.ts';

const source = sourceFixture(SMALL_PROJECT);
const LABELS = 'labels/Some.labels-meta.xml';
let project: Project;

describe('Project', () => {
  before(async () => {
    const { offered } = await platformBundles();
    project = new Project(source.folder, offered, createLogger('silent'));
  });
  after(() => source.remove());

  it('compiles once, and anew after a change that it was told of', async () => {
    const first = await project.components();
    assert.equal(await project.components(), first);
    source.write(LABELS, SMALL_PROJECT[LABELS].replace('Good morning', 'Good evening'));
    project.forget();
    const { files } = await project.components();
    assert.match(files.get('greeting.js')?.code ?? '', /"Good evening"/);
  });

  it('names an import that leads nowhere', async () => {
    const path = 'lwc/greeting/greeting.ts';
    source.write(path, `import { x } from 'lightning/nowhere';\n${SMALL_PROJECT[path]}x();\n`);
    project.forget();
    const { problems } = await project.components();
    assert.match(
      problems.get('greeting') ?? '',
      /greeting\.ts imports lightning\/nowhere\. The preview has no such module of the platform\./
    );
  });

  it('names a label that does not exist', async () => {
    const path = 'lwc/greeting/greeting.ts';
    source.write(path, SMALL_PROJECT[path].replace('c.Some_Hello', 'c.Some_Absent'));
    project.forget();
    const { problems } = await project.components();
    assert.match(
      problems.get('greeting') ?? '',
      /There is no custom label Some_Absent\. Add it to a \.labels-meta\.xml file\./
    );
  });
});

it('changes of tests and of files elsewhere do not concern the preview', () => {
  assert.equal(concernsPreview('/p/force-app', '/p/force-app/main/lwc/a/a.html'), true);
  assert.equal(concernsPreview('/p/force-app', '/p/force-app/main/labels/A.labels-meta.xml'), true);
  assert.equal(concernsPreview('/p/force-app', '/p/force-app/main/lwc/a/__tests__/a.test.ts'), false);
  assert.equal(concernsPreview('/p/force-app', '/p/README.md'), false);
});
