// Makes TypeScript types of what the services say about their APIs.
//   npm run api              from the committed src/api/openapi/*.json
//   npm run api -- --fresh   from what the last builds of the services wrote, after
//     mvn -f services/<service>/pom.xml package -DskipTests -Dquarkus.quinoa=false \
//       -Dquarkus.smallrye-openapi.store-schema-directory=target/openapi
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const SERVICES = ['auth-gateway', 'connections', 'dashboard-query'];
const api = new URL('../src/api/', import.meta.url);
const services = new URL('../../../../../', import.meta.url);

/** Endpoints that read the workspace from their caller don't name it; it stands in their path all the same. */
function withPathParameters(description) {
  for (const [path, operations] of Object.entries(description.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const operation of Object.values(operations)) {
      operation.parameters ??= [];
      for (const name of names) {
        if (operation.parameters.some((known) => known.in === 'path' && known.name === name)) continue;
        operation.parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
      }
    }
  }
  return description;
}

if (process.argv.includes('--fresh')) {
  for (const service of SERVICES) {
    const written = new URL(`${service}/target/openapi/openapi.json`, services);
    if (!existsSync(written))
      throw new Error(`${fileURLToPath(written)} is missing: package ${service} first.`);
    copyFileSync(written, new URL(`openapi/${service}.json`, api));
  }
}
for (const file of readdirSync(new URL('openapi/', api))) {
  const description = JSON.parse(readFileSync(new URL(`openapi/${file}`, api), 'utf8'));
  const types = astToString(await openapiTS(withPathParameters(description), { alphabetize: true }));
  const name = file.replace('.json', '.ts');
  writeFileSync(new URL(`schema/${name}`, api), `// Made by "npm run api". Do not edit.\n\n${types}`);
  console.log(`src/api/schema/${name}`);
}
