import { extname } from 'node:path/posix';
import { NEWEST_VERSION } from '../../http/paths.ts';
import type { Landscape } from '../landscape.ts';
import { textOf } from '../package/zip.ts';
import type { Bundle, BundleProblem } from './bundle.ts';
import { compileBundle } from './compile.ts';
import { readConfiguration, type BundleConfiguration } from './configuration.ts';
import { missingModule } from './modules.ts';

/** Everything for which the platform would refuse this component: its files, its configuration, what it needs. */
export function checkBundle(bundle: Bundle, landscape: Landscape): BundleProblem[] {
  const configurationFile = `${bundle.name}.js-meta.xml`;
  const content = bundle.files.get(configurationFile);
  if (!content) {
    const problem = `Lightning Component Bundle ${bundle.name} has no configuration file ${configurationFile}`;
    return [{ file: configurationFile, problem }];
  }
  const shape = shapeProblems(bundle);
  if (shape.length > 0) return shape;
  const configuration = readConfiguration(configurationFile, textOf(content));
  const { problems, references } = compileBundle(bundle, {
    apiVersion: configuration.apiVersion || NEWEST_VERSION,
    dynamicComponents: configuration.capabilities.includes('lightning__dynamicComponent')
  });
  const missing = references.flatMap(({ file, specifier, line, column }) => {
    const problem = missingModule({ file, specifier }, bundle, landscape);
    return problem ? [{ file, problem, ...(line && { line }), ...(column && { column }) }] : [];
  });
  return [
    ...configuration.problems,
    ...missingObjects(configuration, configurationFile, landscape),
    ...problems,
    ...missing
  ];
}

/** https://github.com/jamessimone/lwc-paginator/issues/1 is a bundle without the script that bears its name. */
function shapeProblems({ name, files }: Bundle): BundleProblem[] {
  const scripts = [...files.keys()].filter((file) => ['.js', '.ts'].includes(extname(file)));
  const twins = scripts.filter((file) => extname(file) === '.ts' && files.has(file.replace(/\.ts$/, '.js')));
  const problems = twins.map((file) => ({
    file,
    problem: `${file} and ${file.replace(/\.ts$/, '.js')} are one module in two languages. Keep one of them.`
  }));
  if (!files.has(`${name}.js`) && !files.has(`${name}.ts`)) {
    problems.push({ file: `${name}.js-meta.xml`, problem: `No base file for markup://c:${name}` });
  }
  return problems;
}

/** https://github.com/trailheadapps/ebikes-lwc/issues/337 */
function missingObjects(
  { objects }: BundleConfiguration,
  file: string,
  landscape: Landscape
): BundleProblem[] {
  return objects
    .filter(({ text }) => !landscape.object(text.trim()))
    .map(({ text, line, column }) => ({
      file,
      problem: `Invalid reference ${text.trim()} of type sobjectClass in file ${file}`,
      line,
      column
    }));
}
