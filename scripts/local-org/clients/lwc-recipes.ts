/**
 * Installs trailheadapps/lwc-recipes into a new local org as its README says, with the unmodified Salesforce CLI, and
 * puts the queries of its code to it.
 *
 *     node scripts/local-org/clients/lwc-recipes.ts <checkout> [--json]
 */
import { conclude } from './report.ts';
import { runSampleApp } from './sample-app/run.ts';
import { checkoutArgument } from './arguments.ts';

const { checkout, json } = checkoutArgument();
conclude(await runSampleApp(checkout, { permissionSet: 'recipes', dataPlan: 'data/data-plan.json' }), json);
