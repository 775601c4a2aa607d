/** `textDocument/signatureHelp`. */
import type { Handler } from '../handler';
import type { SignatureHelp } from 'vscode-languageserver';
import { toMarkup } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { signatureHelpProvider: { triggerCharacters: [',', '='], retriggerCharacters: [',', '='] } },
  listen(session) {
    session.connection.onSignatureHelp(({ textDocument, position }, token) =>
      guard<SignatureHelp | null>(session, 'signature help', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const help = session.service.signatureHelp(analyzed.analysis, analyzed.document.offsetAt(position));
        if (help === undefined) return null;
        const signatures = help.signatures.map(({ label, parameters }) => ({
          label,
          parameters: parameters.map((each) => ({
            label: each.label,
            ...(each.markdown === undefined ? {} : { documentation: toMarkup(each.markdown) }),
          })),
        }));
        // Editors highlight the first parameter where none is given, so a number beyond the last one stands for none.
        const activeParameter = help.activeParameter ?? signatures[help.activeSignature]?.parameters.length ?? 0;
        return { signatures, activeSignature: help.activeSignature, activeParameter };
      }),
    );
  },
};
