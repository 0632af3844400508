import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { MovementSymbols } from './movement.tsx';

interface DocumentProps {
  /** Shown by browsers and search engines, at most 70 characters. */
  readonly title: string;
  readonly description: string;
  /** What made it, with its version. */
  readonly creator: string;
  /** What the page may load: Content-Security-Policy. */
  readonly policy: string;
  /** It shows made-up figures, so search engines leave it out. */
  readonly isMadeUp: boolean;
  /** Styles, script and icon. */
  readonly head: ComponentChildren;
  readonly header: ComponentChildren;
  readonly footer: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A whole page. */
export const Document = (props: DocumentProps) => (
  <html lang="da">
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta http-equiv="Content-Security-Policy" content={props.policy} />
      <meta name="description" content={props.description} />
      <meta name="generator" content={props.creator} />
      {props.isMadeUp && <meta name="robots" content="noindex" />}
      {props.head}
    </head>
    <body>
      <a class="skip" href="#indhold">
        Gå til sidens indhold
      </a>
      <MovementSymbols />
      <header>{props.header}</header>
      <main id="indhold" class="wide" tabIndex={-1}>
        {props.children}
      </main>
      <footer>{props.footer}</footer>
    </body>
  </html>
);

/** First in a page that shows a made-up figure. */
export const MadeUpNotice = ({ text }: { readonly text: string }) => (
  <p class="notice">
    <strong>Opdigtede tal.</strong> {text}
  </p>
);

export const documentText = (page: VNode): string => `<!doctype html>\n${renderToString(page)}\n`;
