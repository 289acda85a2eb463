// Unpacks the Chromium and prints the environment that starts it, as one line of JSON.
// It brings the libraries that a bare system lacks only when it believes to run where they are always missing.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
const CHROME_PATH = await chromium.executablePath();
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
console.log(JSON.stringify({ CHROME_PATH, LD_LIBRARY_PATH, FONTCONFIG_PATH }));
