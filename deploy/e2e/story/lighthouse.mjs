// Lighthouse's scores of one page as a phone loads it (4 × slower processor, slow 4G, both simulated).
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const RUNS = 3;
const LEAST = { performance: 0.9, accessibility: 0.9, 'best-practices': 0.9 };

/**
 * The median of three visits for each score, and what is below its least.
 *
 * @param address the page
 * @param cookies those of somebody signed in, as Playwright gives them
 */
export async function phoneScores(address, cookies, { executablePath, args }) {
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    await browser.setCookie(...cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path })));
    const page = await browser.newPage();
    const visits = [];
    for (let run = 0; run < RUNS; run++) {
      const flags = { onlyCategories: Object.keys(LEAST), disableStorageReset: true, logLevel: 'error' };
      const { lhr } = await lighthouse(address, flags, undefined, page);
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      visits.push(lhr);
    }
    const scores = Object.keys(LEAST).map((key) => [key, median(visits.map((v) => v.categories[key].score))]);
    return {
      scores: Object.fromEntries(scores),
      tooLow: scores.filter(([key, score]) => score < LEAST[key]).map(([key]) => `${key}: ${faults(visits, key)}`),
    };
  } finally {
    await browser.close();
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The audits that cost points in the last visit. */
function faults(visits, key) {
  const last = visits.at(-1);
  return last.categories[key].auditRefs
    .filter(({ id, weight }) => weight > 0 && last.audits[id].score !== null && last.audits[id].score < 0.9)
    .map(({ id }) => `${id} ${last.audits[id].displayValue ?? ''}`.trim())
    .join(', ');
}
