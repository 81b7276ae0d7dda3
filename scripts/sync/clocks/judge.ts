import { moduleFile, resolveComponentModules } from '../../lib/component-modules.ts';
import type { Judge } from '../../../force-app/main/intelligence/lwc/qualificationVerdict/types.ts';

/** The page's own `judge`. It imports other components by name, which Node finds only once it is told where. */
export async function loadJudge(): Promise<Judge> {
  resolveComponentModules();
  const { judge } = (await import(moduleFile('qualificationVerdict').href)) as { judge: Judge };
  return judge;
}
