// Lighthouse's scores of one page as a mid-tier phone loads it (slower processor, slow 4G, both simulated).
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

// whatever else the machine does only makes a visit slower, so the best one is nearest to the page's own cost
const VISITS = 10;
const LEAST = { performance: 0.9, accessibility: 0.9, 'best-practices': 0.9 };

// Lighthouse makes a fast desktop (a benchmark index of 1,500 to 2,000) four times slower to stand for such a
// phone; a slower machine has to be calibrated, down to two times for a slow desktop
const FAST_DESKTOP = 1_750;
const SLOWER = { most: 4, least: 2 };

/**
 * The best of at most ten visits for each score, and what is below its least.
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
      const flags = {
        onlyCategories: Object.keys(LEAST),
        disableStorageReset: true,
        logLevel: 'error',
        throttling: { cpuSlowdownMultiplier: slower(visits) },
      };
      const page = await browser.newPage();
      const { lhr } = await lighthouse(address, flags, undefined, page);
      await page.close();
      if (lhr.runtimeError) unrecorded = lhr.runtimeError.message;
      else visits.push(lhr);
    }
    if (visits.length === 0) throw new Error(`Lighthouse: ${unrecorded}`);
    return {
      scores: scores(visits),
      visits: visits.map(
        ({ categories, configSettings }) =>
          `${categories.performance.score} at ${configSettings.throttling.cpuSlowdownMultiplier} x`,
      ),
      tooLow: scores(visits)
        .filter(([key, score]) => score < LEAST[key])
        .map(([key]) => `${key}: ${faults(visits, key)}`),
    };
  } finally {
    await browser.close();
  }
}

/** By the machine's speed in the visits so far: it may change from minute to minute. */
function slower(visits) {
  if (visits.length === 0) return SLOWER.most;
  const indexes = visits.map((visit) => visit.environment.benchmarkIndex).sort((a, b) => a - b);
  const multiplier = (SLOWER.most * indexes[Math.floor(indexes.length / 2)]) / FAST_DESKTOP;
  return Number(Math.min(SLOWER.most, Math.max(SLOWER.least, multiplier)).toFixed(1));
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
