import type { Plugin } from 'vite';

/**
 * Puts into the document what must not wait for the app: a script of its own, and the address of a chunk
 * that is asked for as soon as the app runs.
 */
export function ahead(script: string, chunk: string): Plugin {
  return {
    name: 'adfleet:ahead',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: script });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const files = Object.values(bundle);
        const early = files.find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(script));
        const next = files.find((one) => one.type === 'chunk' && one.name === chunk);
        if (!early || !next) throw new Error(`The build has no ${early ? chunk : script}.`);
        return [
          {
            tag: 'script',
            attrs: { type: 'module', async: true, src: `/${early.fileName}` },
            injectTo: 'head-prepend',
          },
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${next.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
