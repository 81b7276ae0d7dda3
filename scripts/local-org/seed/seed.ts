import { tableOf, type PermissionTables } from '../access/permission-rows.ts';
import { FORECAST_CATEGORIES } from '../catalogue/objects/shared-picklists.ts';
import { STAGES } from '../catalogue/objects/opportunity.ts';
import { seedPeople } from './people.ts';
import { growProfiles, seedProfiles } from './profiles.ts';
import type { UsersFile } from './users-file.ts';

function seedStages({ schema, rows, userId }: PermissionTables): void {
  STAGES.forEach((stage, index) => {
    rows.insert(
      tableOf(schema, 'OpportunityStage'),
      {
        MasterLabel: stage.name,
        ApiName: stage.name,
        IsActive: true,
        SortOrder: index + 1,
        IsClosed: stage.end !== null,
        IsWon: stage.end === 'won',
        ForecastCategory: stage.category,
        ForecastCategoryName:
          FORECAST_CATEGORIES.find(({ value }) => value === stage.category)?.label ?? null,
        DefaultProbability: stage.probability
      },
      userId
    );
  });
}

/** What every new org holds: itself, profiles, people, stages and the standard price book. */
export function seedOrg(tables: PermissionTables, organizationId: string, file: UsersFile): void {
  const { schema, rows, userId } = tables;
  rows.insert(
    tableOf(schema, 'Organization'),
    {
      Id: organizationId,
      Name: file.organization.name,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      FiscalYearStartMonth: 1,
      DefaultLocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles'
    },
    userId
  );
  seedProfiles(tables);
  seedPeople(tables, file);
  seedStages(tables);
  rows.insert(
    tableOf(schema, 'Pricebook2'),
    { Name: 'Standard Price Book', IsActive: true, IsStandard: true },
    userId
  );
}

/** What an org of an older data folder lacks: new standard fields' permissions, and people new to the file. */
export function growOrg(tables: PermissionTables, file: UsersFile): void {
  growProfiles(tables);
  seedPeople(tables, file);
}
