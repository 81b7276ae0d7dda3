import { strFromU8, unzipSync, zipSync } from 'fflate';

/** File contents by path, `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** A zip that the Metadata API would refuse before looking at any component. */
export class ZipError extends Error {
  readonly errorCode: string;

  constructor(errorCode: string, message: string) {
    super(message);
    this.name = 'ZipError';
    this.errorCode = errorCode;
  }
}

// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm: 10,000 files, 39 MB
// zipped, 400 MB unzipped.
const MOST_FILES = 10_000;
const MOST_ZIPPED_BYTES = 39 * 1024 * 1024;
const MOST_UNZIPPED_BYTES = 400 * 1024 * 1024;

/** The files of a zip, folders left out; throws ZipError when it is no zip, too large, or leaves its own root. */
export function readZip(zip: Uint8Array): PackageFiles {
  if (zip.byteLength > MOST_ZIPPED_BYTES) {
    throw new ZipError('LIMIT_EXCEEDED', `Zip is larger than ${MOST_ZIPPED_BYTES} bytes`);
  }
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unzip(zip))) {
    const path = name.replace(/\\/g, '/');
    if (path.endsWith('/')) continue;
    if (path.startsWith('/') || path.split('/').includes('..')) {
      throw new ZipError('UNKNOWN_EXCEPTION', `Zip entry '${name}' lies outside of the package`);
    }
    files.set(path, content);
  }
  return files;
}

/** A zip with every file under its path. Equal files give equal bytes: entries carry no time of their own. */
export function writeZip(files: PackageFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00', level: 6 });
}

/** The text of a file; a byte order mark is not part of it. */
export function textOf(content: Uint8Array): string {
  return strFromU8(content).replace(/^\uFEFF/, '');
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  let files = 0;
  let bytes = 0;
  try {
    return unzipSync(zip, {
      // Counted from the zip's directory, before anything is unpacked.
      filter: ({ originalSize }) => {
        files += 1;
        bytes += originalSize;
        if (files > MOST_FILES || bytes > MOST_UNZIPPED_BYTES) {
          throw new ZipError(
            'LIMIT_EXCEEDED',
            `Zip holds more than ${MOST_FILES} files or ${MOST_UNZIPPED_BYTES} bytes`
          );
        }
        return true;
      }
    });
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('INVALID_ZIP_FILE', 'The zip file is invalid: it cannot be unpacked');
  }
}
