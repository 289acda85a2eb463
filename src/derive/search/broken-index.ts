/** An index that is not what this version of the site wrote: cut in transit, or older than the script. */
export class BrokenIndex extends Error {
  override name = 'BrokenIndex';

  constructor(file: string, expected: string, got: string) {
    super(
      `${file}: expected ${expected}; got ${got}. Reload the page; if that does not help, build the site again.`,
    );
  }
}
