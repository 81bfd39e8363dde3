/** The page around a report: one file that needs nothing but itself. */
import { type Html, html, rawHtml } from "./html.ts";
import { pageStyle } from "./page-style.ts";

/** @returns the whole file; no scripts, no requests */
export function renderPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${rawHtml(pageStyle)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}
