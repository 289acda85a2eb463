import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `12 passed, 0 failed`, for readers that know no colours. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string): number => states.filter((each) => each === state).length;
    const broken = modules.reduce((sum, module) => sum + module.errors().length, errors.length);
    const skipped = count('skipped') + count('pending');
    const plain = [
      `${count('passed')} passed`,
      `${count('failed') + broken} failed`,
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ];
    process.stdout.write(`\n${plain.join(', ')}\n`);
  }
}
