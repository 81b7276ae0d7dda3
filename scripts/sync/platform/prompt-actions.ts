import { queryRows } from '../org/rest.ts';
import { enough } from './enough.ts';
import type { PlatformSource } from './platform-usage.ts';

interface PromptRow {
  people: number;
  displayed: number;
  taken: number;
  dismissed: number;
}

/** In-App Guidance, beside ours. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_promptaction.htm */
export const promptActions: PlatformSource = {
  object: 'PromptAction',
  async read(client) {
    const [row] = await queryRows<PromptRow>(
      client,
      `SELECT COUNT_DISTINCT(UserId) people, SUM(TimesDisplayed) displayed, SUM(TimesActionTaken) taken,
         SUM(TimesDismissed) dismissed FROM PromptAction`
    );
    return enough(row?.people, () => [
      `native prompts were shown ${row?.displayed ?? 0} times to ${row?.people ?? 0} people: ` +
        `${row?.taken ?? 0} acted upon, ${row?.dismissed ?? 0} dismissed.`
    ]);
  }
};
