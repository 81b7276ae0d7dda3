import type { OrgClient, PreviewAccount } from '../org/org-client.ts';
import type { PreviewSettings } from '../site/model.ts';
import { customPermissions, visibleNavigation } from '../site/permission-sets.ts';
import type { Project } from '../site/project.ts';
import type { ViewChoices } from './cookies.ts';

/** The account that is chosen; without a (known) choice a rep, or the first account. */
export function chosenAccount(accounts: readonly PreviewAccount[], persona: string | null): PreviewAccount {
  const find = (name: string | null): PreviewAccount | undefined =>
    accounts.find((account) => account.persona === name);
  return find(persona) ?? find('rep') ?? accounts[0];
}

/** Everything that the page must know before it starts. Never a token. */
export async function pageSettings(
  accounts: readonly PreviewAccount[],
  choices: ViewChoices,
  project: Project,
  org: OrgClient
): Promise<PreviewSettings> {
  const account = chosenAccount(accounts, choices.persona);
  const [id, assigned] = await Promise.all([org.userId(account), org.permissionSets(account)]);
  const { site, permissionSets } = project.read();
  const navigation = visibleNavigation(site.app.navigation, permissionSets, assigned);
  return {
    user: { id, name: account.name, username: account.username, persona: account.persona },
    people: accounts.map(({ name, username, persona }) => ({ name, username, persona })),
    formFactor: choices.formFactor,
    slds: choices.slds,
    dir: choices.dir,
    permissions: customPermissions(permissionSets, assigned),
    site: { ...site, app: { ...site.app, navigation } }
  };
}
