import { type AstroInlineConfig, build as astroBuild, dev as astroDev, preview as astroPreview } from 'astro';
import { type Command, type Flags, Stop } from './command.ts';

const options = {
  outDir: { type: 'string' },
  base: { type: 'string' },
  site: { type: 'string' },
  port: { type: 'string' },
} as const;

/** `milepost build`: the static site. */
export const build: Command = {
  summary: 'the static site, into dist/',
  options,
  async run(flags, { now }) {
    const start = now().getTime();
    await astroBuild(configFor(flags));
    const seconds = ((now().getTime() - start) / 1000).toFixed(1);
    const outDir = text(flags, 'outDir') ?? 'dist';
    return {
      report: { outDir, seconds: Number(seconds) },
      text: `Built into ${outDir}/ in ${seconds} s.`,
      status: 0,
    };
  },
};

/** `milepost preview`: serves what was built, until it is stopped. */
export const preview: Command = {
  summary: 'serves what was built',
  options,
  async run(flags, { say }) {
    const server = await astroPreview(configFor(flags));
    say(
      `Your roadmap: http://localhost:${server.port}${slashed(text(flags, 'base') ?? '/')}   (Ctrl+C ends it)`,
    );
    await server.closed();
    return { report: {}, text: '', status: 0 };
  },
};

/** `milepost dev`: serves the site and renews it when content or code changes. */
export const dev: Command = {
  summary: 'serves the site while you edit',
  options,
  async run(flags, { say }) {
    const server = await astroDev(configFor(flags));
    say(
      `Your roadmap: http://localhost:${server.address.port}${slashed(text(flags, 'base') ?? '/')}   (Ctrl+C ends it)`,
    );
    await new Promise((resolve) => process.once('SIGINT', resolve));
    await server.stop();
    return { report: {}, text: '', status: 0 };
  },
};

/** Astro's configuration for a command line; the content folder goes by the environment, where the integration reads it. */
function configFor(flags: Flags): AstroInlineConfig {
  process.env['MILEPOST_CONTENT'] = flags.content;
  const [outDir, base, site] = [text(flags, 'outDir'), text(flags, 'base'), text(flags, 'site')];
  return {
    root: process.cwd(),
    logLevel: 'warn',
    ...(outDir !== undefined && { outDir }),
    ...(base !== undefined && { base: slashed(base) }),
    ...(site !== undefined && { site }),
    server: { port: portFrom(text(flags, 'port')) },
  };
}

/** The port of a command line. @throws Stop (status 2) when it is none. */
export function portFrom(given: string | undefined): number {
  const port = Number(given ?? 4321);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Stop(`--port: expected a number from 0 to 65535; got "${given}".`, 2);
}

const text = ({ own }: Flags, name: keyof typeof options): string | undefined => {
  const value = own[name];
  return typeof value === 'string' ? value : undefined;
};

const slashed = (base: string): string => `/${base}/`.replace(/\/+/g, '/');
