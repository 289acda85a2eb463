/** Rows of text as a table for a terminal: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Columns that a text takes: two for each character of the wide scripts, none for marks. */
const widthOf = (text = ''): number =>
  [...text.replace(/\p{M}/gu, '')].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
const WIDE =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u;
