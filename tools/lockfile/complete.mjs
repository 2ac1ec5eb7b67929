// Run after every change of packages: `node tools/lockfile/complete.mjs`.
// A mirror may lack the binaries of platforms it does not serve; npm then leaves them out of package-lock.json, and `npm ci` refuses the
// file. This adds each as what it is, an optional package of another platform, and removes addresses, so that any registry serves the file.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'sunos', 'aix', 'netbsd', 'openbsd'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  if (path === '') continue;
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = wanted.replace(/^[\^~]/, '');
    if (!/^\d/.test(version)) continue;
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue;
    lock.packages[`node_modules/${name}`] = { version, ...(entry.dev ? { dev: true } : {}), optional: true, ...platformOf(name) };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system) || (system === 'win32' && words.includes('windows')));
  const cpu = processors.find((processor) => words.includes(processor));
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}) };
}
