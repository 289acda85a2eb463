/** A font as small as one can be: a square for each of some letters, and no more tables than a reader asks for. */
export function tinyFont(letters: string, { weight = 400, italicAngle = 0 } = {}): Buffer {
  const codes = [...new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const glyphs = codes.length + 1;
  // One contour of four points, each on it, as distances from the one before.
  const square = Buffer.concat([
    shorts([1, 0, 0, 500, 500, 3, 0]),
    Buffer.from([1, 1, 1, 1]),
    shorts([0, 500, 0, -500, 0, 0, 500, 0]),
  ]);
  return assemble({
    'OS/2': Buffer.concat([shorts([3, 500, weight, 5]), Buffer.alloc(88)]),
    cmap: cmap(codes),
    glyf: Buffer.concat(Array.from({ length: glyphs }, () => square)),
    head: Buffer.concat([
      shorts([1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000]),
      Buffer.alloc(16),
      shorts([0, 0, 500, 500, 0, 8, 2, 1, 0]),
    ]),
    hhea: shorts([1, 0, 800, -200, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0, glyphs]),
    hmtx: shorts(Array.from({ length: glyphs }, () => [600, 0]).flat()),
    loca: longs(Array.from({ length: glyphs + 1 }, (_, place) => place * square.length)),
    maxp: shorts([1, 0, glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
    post: Buffer.concat([shorts([3, 0, italicAngle, 0, -100, 50]), Buffer.alloc(20)]),
  });
}

function shorts(list: readonly number[]): Buffer {
  const part = Buffer.alloc(list.length * 2);
  for (const [at, value] of list.entries()) part.writeUInt16BE(value & 0xffff, at * 2);
  return part;
}

function longs(list: readonly number[]): Buffer {
  const part = Buffer.alloc(list.length * 4);
  for (const [at, value] of list.entries()) part.writeUInt32BE(value, at * 4);
  return part;
}

/** Format 12: a group for each letter. */
function cmap(codes: readonly number[]): Buffer {
  const groups = longs(codes.flatMap((code, place) => [code, code, place + 1]));
  const table = Buffer.concat([shorts([12, 0]), longs([16 + groups.length, 0, codes.length]), groups]);
  return Buffer.concat([shorts([0, 1, 3, 10]), longs([12]), table]);
}

function assemble(tables: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(tables).sort();
  let offset = 12 + names.length * 16;
  const directory: Buffer[] = [longs([0x00010000]), shorts([names.length, 128, 3, 16])];
  const bodies: Buffer[] = [];
  for (const name of names) {
    const body = tables[name] ?? Buffer.alloc(0);
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    directory.push(Buffer.from(name.padEnd(4)), longs([0, offset, body.length]));
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}
