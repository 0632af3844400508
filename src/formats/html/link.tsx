import type { ComponentChildren } from 'preact';

/** An address that a browser may follow; null for any other, such as "javascript:", which is shown as text then. */
export function safeUrl(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** A link to elsewhere, if its address is one. */
export function Outside({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const url = safeUrl(href);
  return url === null ? children : <a href={url}>{children}</a>;
}
