/** XML as a tree with line numbers, for the dictionaries that users bring. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Where its tag begins, from 1. */
  readonly line: number;
}

/** What is wrong in a text, and on which line. */
export interface TextFault {
  readonly line: number;
  readonly text: string;
}

export type XmlOutcome =
  | { readonly kind: "tree"; readonly root: XmlElement }
  | { readonly kind: "fault"; readonly fault: TextFault };

/** No dictionary has more levels; QuickFIX's has 8. */
const levelsMax = 40;

/**
 * The elements of an XML text. Text between them is left out.
 *
 * A document type is refused: entities that it may define are how a small text becomes a huge one.
 * Nothing is ever fetched.
 */
export function readXmlTree(text: string): XmlOutcome {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const top: XmlElement = { name: "", attributes: {}, children: [], line: 0 };
  const open: XmlElement[] = [top];
  let startLine = 1;
  const refuse = (message: string) => {
    throw new XmlRefusal({ line: parser.line, text: message });
  };
  parser.on("error", (error) => refuse(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", () => refuse("a document type is not read"));
  parser.on("opentagstart", () => {
    startLine = parser.line;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > levelsMax) refuse(`more than ${levelsMax} elements inside one another`);
    const element: XmlElement = { name, attributes, children: [], line: startLine };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof XmlRefusal) return { kind: "fault", fault: error.fault };
    throw error;
  }
  const root = top.children[0];
  if (root === undefined) return { kind: "fault", fault: { line: 1, text: "there is no element" } };
  return { kind: "tree", root };
}

/** Carries a fault out of the parser's callbacks. */
class XmlRefusal extends Error {
  readonly fault: TextFault;

  constructor(fault: TextFault) {
    super(fault.text);
    this.fault = fault;
  }
}
