/**
 * The process in which bodies are rendered. It is told a list of jobs at a time and answers with a list as long; it ends
 * when whoever started it goes away. `pool.ts` is the other end.
 */
import { renderJob, type RenderJob } from './job.ts';

process.on('message', (jobs: RenderJob[]) => process.send?.(jobs.map(renderJob)));
process.send?.('ready');
