import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A content folder with these files, gone after the test. */
export async function contentFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** An item's file: what it needs, with these lines more. */
export const itemFile = (lines = '', body = 'Please.\n'): string =>
  `---\ntitle: "A wish"\nstatus: "open"\ncreatedAt: "2026-01-01T00:00:00Z"\n${lines}---\n${body}`;

export const MISSION = `---
mission: "Why."
pillars:
  - { id: board, name: Board, promise: One board. }
---

# Ours
`;
