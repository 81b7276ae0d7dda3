import type { Org, UserContext } from '../../contract.ts';
import { deleteComponents } from '../crud/delete.ts';
import { renameComponent } from '../crud/rename.ts';
import { saveComponents, type CrudResult, type SaveMode } from '../crud/save.ts';
import type { DeployJobs } from '../deploy/jobs.ts';
import { DEPLOY_FLAGS, type DeployOptions, type DeployResult } from '../deploy/result.ts';
import { MetadataFault } from '../fault.ts';
import { manifestOf } from '../package/manifest.ts';
import { filePropertiesOf } from '../retrieve/file-properties.ts';
import type { RetrieveJobs } from '../retrieve/jobs.ts';
import { describedTypes, readComponent, requireType } from '../retrieve/read.ts';
import { childrenOf as childComponents } from '../retrieve/select.ts';
import { childFlag, childOf, childrenOf, childText, type XmlElement } from '../../xml/document.ts';
import { escapeXml, serializeElement } from '../../xml/serialize.ts';
import { RawXml, type SoapObject, type SoapValue } from './envelope.ts';

export interface SoapServices {
  org: Org;
  deploys: DeployJobs;
  retrieves: RetrieveJobs;
}

export interface SoapCall {
  user: UserContext;
  parameters: XmlElement;
}

type Operation = (services: SoapServices, call: SoapCall) => SoapValue;

/** The calls of the Metadata API that the org answers, by name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  deploy({ deploys }, { user, parameters }) {
    const zip = Buffer.from(childText(parameters, 'ZipFile'), 'base64');
    return asyncResult(deploys.start(user, zip, optionsIn(childOf(parameters, 'DeployOptions'))).id);
  },
  checkDeployStatus({ deploys }, { parameters }) {
    const { details, ...result } = deploys.result(childText(parameters, 'asyncProcessId'));
    return { ...result, ...(childFlag(parameters, 'includeDetails') && { details: detailsOf(details) }) };
  },
  cancelDeploy: ({ deploys }, { parameters }) => deploys.cancel(firstText(parameters)),
  deployRecentValidation: ({ deploys }, { user, parameters }) =>
    deploys.startValidated(user, firstText(parameters)).id,
  retrieve({ retrieves }, { parameters }) {
    const request = parameters.children[0] ?? parameters;
    const unpackaged = childOf(request, 'unpackaged');
    if (!unpackaged) {
      throw new MetadataFault(
        'UNKNOWN_EXCEPTION',
        'The local org has no packages: name the components to retrieve'
      );
    }
    const manifest = manifestOf(unpackaged);
    const version = manifest.version || childText(request, 'apiVersion');
    const singlePackage = childFlag(request, 'singlePackage');
    return asyncResult(retrieves.start({ manifest: { ...manifest, version }, singlePackage }).id);
  },
  checkRetrieveStatus({ retrieves }, { parameters }) {
    const { zipFile, ...result } = retrieves.result(childText(parameters, 'asyncProcessId'));
    const wantsZip = childText(parameters, 'includeZip') !== 'false';
    return { ...result, ...(wantsZip && { zipFile: Buffer.from(zipFile).toString('base64') }) };
  },
  describeMetadata: () => ({
    metadataObjects: describedTypes().map((type): SoapObject => ({ ...type })),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false
  }),
  listMetadata({ org }, { parameters }) {
    return childrenOf(parameters, 'queries').flatMap((query) => listType(org, childText(query, 'type')));
  },
  createMetadata: saving('create'),
  updateMetadata: saving('update'),
  upsertMetadata: saving('upsert'),
  deleteMetadata({ org }, { user, parameters }) {
    const names = childrenOf(parameters, 'fullNames').map(({ text }) => text.trim());
    return deleteComponents(org, user, childText(parameters, 'type'), names).map(crudResult);
  },
  renameMetadata({ org }, { user, parameters }) {
    const [type, from, to] = ['type', 'oldFullName', 'newFullName'].map((name) =>
      childText(parameters, name)
    );
    return crudResult(renameComponent(org, user, { type, from, to }));
  },
  readMetadata({ org }, { parameters }) {
    const type = childText(parameters, 'type');
    return {
      records: childrenOf(parameters, 'fullNames').map(({ text }) => record(org, type, text.trim()))
    };
  }
};

function saving(mode: SaveMode): Operation {
  return ({ org }, { user, parameters }) =>
    saveComponents(org, user, mode, childrenOf(parameters, 'metadata')).map(crudResult);
}

function crudResult({ errors, ...result }: CrudResult): SoapObject {
  return { ...result, errors: errors.map((error): SoapObject => ({ ...error })) };
}

/** Started and, to the client, not yet done: it asks for the status next, as with a real org. */
function asyncResult(id: string): SoapObject {
  return { done: false, id, state: 'Queued' };
}

function optionsIn(options: XmlElement | undefined): Partial<DeployOptions> {
  if (!options) return {};
  const given = DEPLOY_FLAGS.filter((name) => childOf(options, name));
  return {
    ...Object.fromEntries(given.map((name) => [name, childFlag(options, name)])),
    runTests: childrenOf(options, 'runTests').map(({ text }) => text.trim())
  };
}

function detailsOf({
  componentFailures,
  componentSuccesses,
  runTestResult
}: DeployResult['details']): SoapObject {
  return {
    componentFailures: componentFailures.map((message): SoapObject => ({ ...message })),
    componentSuccesses: componentSuccesses.map((message): SoapObject => ({ ...message })),
    runTestResult
  };
}

function listType(org: Org, typeName: string): SoapObject[] {
  const type = requireType(typeName);
  if (!type) return [];
  const properties = filePropertiesOf(org);
  const files = org.metadata.list(type.name);
  if (type.name !== typeName) {
    return files
      .flatMap((file) => childComponents(file, type))
      .filter((child) => child.type === typeName)
      .map(({ parent, fullName }) => properties({ ...parent, fullName, type: typeName }));
  }
  const components = new Map(files.map((file) => [file.fullName, file]));
  return [...components.values()].map(properties);
}

function record(org: Org, type: string, fullName: string): RawXml {
  const elements = readComponent(org.metadata, type, fullName);
  if (!elements) return new RawXml('', ' xsi:nil="true"');
  const inner = elements.map((element) => serializeElement(element)).join('');
  return new RawXml(`<fullName>${escapeXml(fullName)}</fullName>${inner}`, ` xsi:type="${escapeXml(type)}"`);
}

/** The WSDL calls the only parameter of these operations `String` or `validationID`; clients differ. */
function firstText(parameters: XmlElement): string {
  return parameters.children[0]?.text.trim() ?? '';
}
