import { createDecoder, createEncoder, cutMessage } from './codec.ts';
import { PIECE, type PageConfig } from './page-messages.ts';
import { bootPage, openChannel, pageBase64, rendererElectron, watchPage } from './page-side.ts';

/**
 * The script that runs in every new document of a window before its own scripts: the page's end of the channel and the
 * preload. Only the top frame gets them; in all others the binding is taken away.
 */
export function pageScript(config: PageConfig, preload: string): string {
  return `(() => {
  const config = ${JSON.stringify(config)};
  const send = globalThis[config.binding];
  delete globalThis[config.binding];
  if (globalThis.top !== globalThis || typeof send !== 'function') return;
  const base64 = (${pageBase64.toString()})();
  const encode = (${createEncoder.toString()})(base64.to);
  const decode = (${createDecoder.toString()})(base64.from);
  const cutMessage = ${cutMessage.toString()};
  const cut = (text) => cutMessage(text, ${PIECE});
  const channel = (${openChannel.toString()})(send, config.receiver, cut, encode, decode);
  const electron = (${rendererElectron.toString()})(channel);
  const preload = (require, process) => {
    const module = { exports: {} };
    (function (module, exports) {
${preload}
    }).call(undefined, module, module.exports);
  };
  (${bootPage.toString()})(config, channel, electron, ${watchPage.toString()}, preload);
})();
`;
}
