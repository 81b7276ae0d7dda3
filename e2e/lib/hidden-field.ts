import { strToU8, zipSync } from 'fflate';
import type { Connection } from 'jsforce';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Deploys a number field that no profile and no permission set lets anybody read. */
export async function addHiddenField(admin: Connection, object: string, field: string): Promise<void> {
  const files = {
    'package.xml': `<Package ${NAMESPACE}>
      <types><members>${object}.${field}</members><name>CustomField</name></types><version>66.0</version>
    </Package>`,
    [`objects/${object}.object`]: `<CustomObject ${NAMESPACE}><fields><fullName>${field}</fullName>
      <label>Hidden</label><precision>5</precision><scale>1</scale><type>Number</type></fields></CustomObject>`
  };
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const result = await admin.metadata.deploy(Buffer.from(zip), { singlePackage: true }).complete(true);
  if (!result.success) {
    throw new Error(`The field was not deployed: ${JSON.stringify(result.details)}`);
  }
}
