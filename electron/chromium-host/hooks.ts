import Module, { register } from 'node:module';

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/** From now on `electron` is this host, for `import` and for `require`, wherever the importing file lies. */
export function standInForElectron(hostUrl: string, host: object): void {
  const resolve = `export async function resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: ${JSON.stringify(hostUrl)}, shortCircuit: true }
      : next(specifier, context);
  }`;
  register(`data:text/javascript,${encodeURIComponent(resolve)}`);
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(Module);
  loader._load = (request, ...rest) => (request === 'electron' ? host : load(request, ...rest));
}
