/** Hypertext that is safe by construction: what is put into a template is escaped. */

/** Text that is already hypertext. */
export interface Html {
  readonly kind: "html";
  readonly text: string;
}

type HtmlValue = Html | string | number | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for use between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Takes text as hypertext without escaping it: for charts and styles made by this program. */
export function rawHtml(text: string): Html {
  return { kind: "html", text };
}

/** Template tag; strings and numbers are escaped, `Html` and lists of it are taken as they are. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    text += toText(value) + (strings[index + 1] ?? "");
  });
  return rawHtml(text);
}

function toText(value: HtmlValue): string {
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  if ("kind" in value) return value.text;
  return value.map((part) => part.text).join("");
}
