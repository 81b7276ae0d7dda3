import type { Connection } from 'jsforce';
import { checkContent } from '../content/check.ts';
import { describeShape } from '../content/describe-shape.ts';
import type { Problem } from '../content/problem.ts';
import { pushContent } from '../content/push.ts';
import type { Progress } from '../lib/progress.ts';
import { intelligenceFolder, readIntelligence } from './intelligence-files.ts';
import { daysToMove } from './sample-dates.ts';
import { readSample } from './sample-files.ts';
import { seedIntelligence } from './seed-intelligence.ts';
import { seedReviews } from './seed-reviews.ts';
import { seedSample } from './seed-sample.ts';

const FOLDER = 'data';

export interface FillOptions {
  connectAs(persona: string): Connection;
  /** User Ids by persona. */
  userIds: ReadonlyMap<string, string>;
  /** False: the sample data is there already, only the content is made current. */
  isNew: boolean;
  today: string;
  progress: Progress;
}

/**
 * Brings sample data and content into the local org. Content that does not fit is left out, so that one piece in the
 * making does not keep the others away; its problems are answered.
 */
export async function fillOrg({
  connectAs,
  userIds,
  isNew,
  today,
  progress
}: FillOptions): Promise<Problem[]> {
  const sample = isNew ? await readSample(FOLDER) : null;
  if (sample) {
    progress.begin('Sample data');
    const ids = await seedSample({ connection: connectAs('admin'), sample, today, userIds });
    await seedIntelligence({
      connectAs,
      sample: await readIntelligence(intelligenceFolder(FOLDER)),
      known: new Map([...userIds, ...ids]),
      days: daysToMove(sample.extras.writtenOn, today)
    });
  }
  progress.begin('Content');
  const connection = connectAs('author');
  const { pieces, problems } = await checkContent({
    folder: 'content',
    shape: describeShape(connection, connection.instanceUrl)
  });
  await pushContent({ connection, pieces, retire: false });
  if (sample) {
    await seedReviews(sample.extras.reviews, connectAs);
    // Once more, so that the approvals just given are counted.
    await pushContent({ connection, pieces, retire: false });
  }
  return problems;
}
