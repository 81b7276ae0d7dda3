/**
 * Installs a sample application (dreamhouse-lwc, lwc-recipes, ebikes-lwc, easy-spaces-lwc … of
 * github.com/trailheadapps) into a new local org as its README says, with the unmodified Salesforce CLI. Tells of each
 * component whether it was deployed or why it was refused, then puts the queries of the application's code to the org.
 *
 *     node scripts/local-org/clients/sample-app.ts <checkout> [--json]
 */
import { checkoutArgument } from './arguments.ts';
import { conclude } from './report.ts';
import { runSampleApp } from './sample-app/run.ts';

const { checkout, json } = checkoutArgument();
conclude(await runSampleApp(checkout), json);
