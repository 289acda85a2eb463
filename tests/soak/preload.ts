import { z } from 'astro/zod';
import { watchDisk } from './disk.ts';

/** What `--import` of this file does to a process, in MILEPOST_SOAK as JSON. */
export const orders = z.strictObject({
  folder: z.string(),
  /** What time the process believes it is when it begins. */
  now: z.string(),
  strike: z.strictObject({ step: z.int(), moment: z.enum(['before', 'halfway', 'after']) }).optional(),
});
export type Orders = z.output<typeof orders>;

const { folder, now, strike } = orders.parse(JSON.parse(process.env['MILEPOST_SOAK'] ?? ''));

const RealDate = Date;
const behind = Date.now() - Date.parse(now);
Reflect.set(
  globalThis,
  'Date',
  new Proxy(RealDate, {
    construct: (target, given) =>
      given.length === 0 ? new target(target.now() - behind) : Reflect.construct(target, given),
    get: (target, key) => (key === 'now' ? () => target.now() - behind : Reflect.get(target, key)),
  }),
);

/** SIGKILL cannot be caught, delayed or cleaned up after. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

if (strike) watchDisk(folder, { ...strike, act: die });
