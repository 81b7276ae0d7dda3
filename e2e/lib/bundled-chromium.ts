import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { untar } from './untar.ts';

const require = createRequire(import.meta.url);

/** A browser ready to be started, with the environment that it needs. */
export interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string>;
}

/** Where the npm package keeps its compressed parts, or null where the optional dependency is absent. */
function packageFolder(): string | null {
  try {
    const entry = require.resolve('@sparticuz/chromium');
    return entry.slice(0, entry.indexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium');
  } catch {
    return null;
  }
}

function inflate(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file));
}

/**
 * The package brings one font, and machines in CI often none, so text would be drawn as empty boxes. The
 * machine's own fonts follow it, for the scripts that the packaged one lacks.
 */
function fontsConf(folder: string): string {
  const families = ['sans-serif', 'system-ui', 'serif', 'Salesforce Sans', 'Arial', 'Helvetica', 'Segoe UI'];
  const aliases = families.map(
    (family) =>
      `  <alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(folder, 'fonts')}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${join(folder, 'font-cache')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    ''
  ].join('\n');
}

function unpack(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}-`);
  writeFileSync(join(work, 'chromium'), inflate(join(source, 'bin', 'chromium.br')), { mode: 0o755 });
  untar(inflate(join(source, 'bin', 'al2023.tar.br')), work);
  untar(inflate(join(source, 'bin', 'fonts.tar.br')), work);
  writeFileSync(join(work, 'fonts.conf'), fontsConf(target));
  try {
    renameSync(work, target);
  } catch (error) {
    // Another process was faster; its copy is as good.
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(join(target, 'chromium'))) {
      throw error;
    }
  }
}

/**
 * The Chromium that npm installed for Linux x64, unpacked once below `node_modules/.cache`. The package itself
 * unpacks its shared libraries only inside a Lambda-like environment, so that is done here.
 * @returns null on other systems, or where the optional dependency is absent.
 */
export function bundledChromium(): UnpackedChromium | null {
  const source = process.platform === 'linux' && process.arch === 'x64' ? packageFolder() : null;
  if (source === null) {
    return null;
  }
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(dirname(dirname(source)), '.cache', `caddie-chromium-${manifest.version}`);
  if (!existsSync(join(target, 'chromium'))) {
    unpack(source, target);
  }
  return {
    executablePath: join(target, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(target, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(target, 'fonts.conf')
    }
  };
}
