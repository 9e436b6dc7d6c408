import Module, { register } from 'node:module';

type Load = (request: string, ...rest: unknown[]) => unknown;

/** From now on `electron` is this host, for `import` and for `require`, wherever the importing file lies. */
export function standInForElectron(hostUrl: string, host: object): void {
  const resolve = `export async function resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: ${JSON.stringify(hostUrl)}, shortCircuit: true }
      : next(specifier, context);
  }`;
  register(`data:text/javascript,${encodeURIComponent(resolve)}`);
  // Node 20 has no synchronous hook for `require`; its loader's one function is the only place.
  const load = (Reflect.get(Module, '_load') as Load).bind(Module);
  const hooked: Load = (request, ...rest) => (request === 'electron' ? host : load(request, ...rest));
  Reflect.set(Module, '_load', hooked);
}
