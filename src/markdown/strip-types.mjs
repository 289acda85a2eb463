/**
 * Lets a child process run Milepost's TypeScript where npm installed it: Node strips types everywhere but below
 * node_modules. Plain JavaScript, as it runs before any type is stripped. Node 22.15 or later.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = new URL('.', import.meta.url).href;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(here) || !url.endsWith('.ts')) return next(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'module', shortCircuit: true, source };
  },
});
