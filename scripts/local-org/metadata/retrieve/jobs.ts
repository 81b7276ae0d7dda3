import type { Org } from '../../contract.ts';
import { MetadataFault } from '../fault.ts';
import { normalizeId } from '../../ids.ts';
import { writeManifest, type Manifest } from '../package/manifest.ts';
import { writeZip } from '../package/zip.ts';
import { filePropertiesOf, type FileProperties } from './file-properties.ts';
import { selectFiles, type Selection } from './select.ts';

export interface RetrieveRequest {
  manifest: Manifest;
  /** The zip's own root instead of the folder `unpackaged`. */
  singlePackage: boolean;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_retrieveresult.htm */
export interface RetrieveResult {
  id: string;
  done: boolean;
  status: 'Succeeded';
  success: boolean;
  fileProperties: FileProperties[];
  messages: { fileName: string; problem: string }[];
  zipFile: Uint8Array;
}

export interface RetrieveJobs {
  /** Runs to its end before it returns. */
  start(request: RetrieveRequest): RetrieveResult;
  /** Throws MetadataFault for an id that isn't one of a retrieve. */
  result(id: string): RetrieveResult;
}

/** Zips are large and are fetched at once. */
const MOST_RESULTS = 10;
const ROOT = 'unpackaged';

export function createRetrieveJobs(org: Org): RetrieveJobs {
  const results = new Map<string, RetrieveResult>();
  let started = 0;
  return {
    start(request) {
      started += 1;
      const id = normalizeId(`09S${String(started).padStart(12, '0')}`) ?? '';
      const result = retrieve(org, id, request);
      results.set(id, result);
      const [oldest] = results.keys();
      if (results.size > MOST_RESULTS && oldest !== undefined) results.delete(oldest);
      return result;
    },
    result(id) {
      const known = results.get(normalizeId(id) ?? '');
      if (!known) throw new MetadataFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
      return known;
    }
  };
}

function retrieve(org: Org, id: string, { manifest, singlePackage }: RetrieveRequest): RetrieveResult {
  const selection = selectFiles(org.metadata, manifest);
  const folder = singlePackage ? '' : `${ROOT}/`;
  const files = new Map(selection.files.map(({ fileName, content }) => [`${folder}${fileName}`, content]));
  files.set(`${folder}package.xml`, new TextEncoder().encode(manifestOf(selection, manifest.version)));
  const properties = filePropertiesOf(org);
  return {
    id,
    done: true,
    status: 'Succeeded',
    success: true,
    fileProperties: selection.files.map((file) =>
      properties({ ...file, fileName: `${folder}${file.fileName}` })
    ),
    messages: selection.problems.map((problem) => ({ fileName: `${ROOT}/package.xml`, problem })),
    zipFile: writeZip(files)
  };
}

function manifestOf({ members }: Selection, version: string): string {
  const byType = Map.groupBy(members, ({ type }) => type);
  return writeManifest({
    version,
    members: new Map(
      [...byType].map(([type, all]) => [type, [...new Set(all.map(({ fullName }) => fullName))]])
    )
  });
}
