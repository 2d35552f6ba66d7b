const LEFT = 'adfleet.left-build';

/**
 * A page that was opened before a release asks for parts that are gone: it is loaded anew, once. What failed
 * for another reason can be tried again where it stands.
 */
export function followReleases() {
  addEventListener('vite:preloadError', () => void leaveOldBuild());
}

async function leaveOldBuild() {
  const build = [...document.scripts]
    .map((script) => script.getAttribute('src') ?? '')
    .filter((src) => src.startsWith('/'));
  const newest = await fetch('/', { cache: 'no-cache' }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null,
  );
  if (newest === null || build.every((src) => newest.includes(src))) return;
  // a document out of some cache may be as old as this one: it must not load itself for ever
  if (sessionStorage.getItem(LEFT) === build.join()) return;
  sessionStorage.setItem(LEFT, build.join());
  location.reload();
}
