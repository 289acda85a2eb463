/** Seconds to wait where a webhook asks to come again and does not say when, and the most where it does. */
const [SOON, MOST] = [2, 20];
const ATTEMPTS = 3;

/**
 * Sends a body to a webhook; answers what went wrong, in words that do not name it, and nothing when all went well. Only
 * what the other side says that it did not take (429) is sent again: what broke off may have been read.
 * @param {string} address
 * @param {string} body
 * @param {{ patience: number, wait?: (seconds: number) => Promise<unknown> }} options `patience`: milliseconds an attempt.
 * @returns {Promise<string | undefined>}
 */
export async function send(address, body, { patience, wait = pause }) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(address, body, patience);
    if (typeof answer === 'string') return answer;
    if (answer.ok) return undefined;
    // What it says beyond that is not read, and must not keep the run waiting.
    await answer.body?.cancel();
    if (answer.status !== 429 || attempt === ATTEMPTS) return `it answered HTTP ${answer.status}`;
    await wait(Math.min(Number(answer.headers.get('retry-after')) || SOON, MOST));
  }
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** An error of `fetch` names the address, which is a secret. */
async function post(address, body, patience) {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    return error?.name === 'TimeoutError'
      ? `it did not answer within ${patience / 1000} seconds`
      : 'it cannot be reached';
  }
}
