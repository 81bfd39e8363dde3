/**
 * Reads dictionaries in the QuickFIX XML format: `<fix major minor servicepack type>` with `<header>`,
 * `<trailer>`, `<messages>`, `<components>` and `<fields>`, as QuickFIX, QuickFIX/J and their users
 * write them.
 */
import { OutsideError } from "../../../core/trouble.ts";
import { type Dictionary, type FixVersion, fixVersions } from "./dictionary.ts";
import type {
  ComponentRow,
  DictionaryTable,
  FieldRow,
  MemberRow,
  MessageRow,
} from "./dictionary-table.ts";
import { writeMemberRow } from "./dictionary-table.ts";
import { dictionaryFromTable } from "./expand-table.ts";
import { fieldTypeOf } from "./field-types.ts";
import { readXmlTree, type TextFault, type XmlElement } from "./xml-tree.ts";

export interface XmlDictionaryOptions {
  /** Stands in messages, and in `source`. */
  readonly path: string;
  /** Where the text does not say it rightly: QuickFIX/J's files leave the service pack out. */
  readonly version?: FixVersion;
}

export type XmlTableOutcome =
  | { readonly kind: "table"; readonly table: DictionaryTable }
  /** All of them, in the order of the text. */
  | { readonly kind: "faults"; readonly faults: readonly TextFault[] };

/**
 * The dictionary in a text.
 *
 * @throws OutsideError `INVALID_DICTIONARY`, whose message names every fault with its line
 */
export function parseXmlDictionary(text: string, options: XmlDictionaryOptions): Dictionary {
  const outcome = readXmlTable(text, options);
  if (outcome.kind === "table") return dictionaryFromTable(outcome.table);
  const lines = outcome.faults.map((fault) => `${options.path}:${fault.line}: ${fault.text}`);
  throw new OutsideError("INVALID_DICTIONARY", lines.join("\n"), { canRetry: false });
}

/** The same as a table, with the components still in it; or all that is wrong. */
export function readXmlTable(text: string, options: XmlDictionaryOptions): XmlTableOutcome {
  const tree = readXmlTree(text);
  if (tree.kind === "fault") return { kind: "faults", faults: [tree.fault] };
  if (tree.root.name !== "fix") {
    const fault = { line: tree.root.line, text: `found <${tree.root.name}>, expected <fix>` };
    return { kind: "faults", faults: [fault] };
  }
  const reading = new DictionaryReading(tree.root);
  const table = reading.readTable(options);
  const faults = reading.faults.toSorted((a, b) => a.line - b.line);
  return faults.length === 0 ? { kind: "table", table } : { kind: "faults", faults };
}

/** One pass over one tree; gathers faults and goes on. */
class DictionaryReading {
  readonly faults: TextFault[] = [];
  readonly #root: XmlElement;
  readonly #tags = new Map<string, number>();
  readonly #types = new Map<number, string>();
  readonly #components: ReadonlyMap<string, XmlElement>;
  readonly #bringing = new Map<string, boolean>();

  constructor(root: XmlElement) {
    this.#root = root;
    this.#components = this.#nameComponents();
  }

  readTable(options: XmlDictionaryOptions): DictionaryTable {
    const version = options.version ?? this.#readVersion();
    const fields = this.#section("fields").flatMap((element) => this.#readField(element));
    const components = [...this.#components].map(
      ([name, element]): ComponentRow => [name, this.#readMembers(element)],
    );
    this.#findRecursion();
    const header = this.#section("header").flatMap((element) => this.#readMember(element));
    const trailer = this.#section("trailer").flatMap((element) => this.#readMember(element));
    const messages = this.#readMessages();
    return { version, source: [options.path], fields, components, header, trailer, messages };
  }

  #fault(element: XmlElement, text: string): void {
    this.faults.push({ line: element.line, text });
  }

  #section(name: string): XmlElement[] {
    return this.#root.children.filter((child) => child.name === name).flatMap((s) => s.children);
  }

  #readVersion(): FixVersion {
    const { type = "FIX", major = "", minor = "", servicepack = "0" } = this.#root.attributes;
    const pack = servicepack === "0" || servicepack === "" ? "" : `SP${servicepack}`;
    const written = `${type}.${major}.${minor}${pack}`;
    const version = fixVersions.find((known) => known === written);
    if (version !== undefined) return version;
    this.#fault(this.#root, `the version ${written} is none of ${fixVersions.join(", ")}`);
    return "FIX.4.4";
  }

  #readField(element: XmlElement): FieldRow[] {
    const { number: written = "", name = "", type: writtenType = "" } = element.attributes;
    const tag = Number(written);
    const type = fieldTypeOf(writtenType);
    const isNumbered = /^[1-9]\d{0,8}$/.test(written);
    if (element.name !== "field") this.#fault(element, `<${element.name}> is no field`);
    if (!isNumbered) this.#fault(element, `field ${name}: "${written}" is no tag`);
    if (name === "") this.#fault(element, `field ${written}: it has no name`);
    if (type === undefined) {
      this.#fault(element, `field ${name} (${written}): the type "${writtenType}" is not known`);
    }
    if (isNumbered && this.#types.has(tag)) this.#fault(element, `field ${tag} is defined twice`);
    if (this.#tags.has(name)) this.#fault(element, `the name ${name} is taken by two fields`);
    if (!isNumbered || this.#types.has(tag) || this.#tags.has(name)) return [];
    this.#tags.set(name, tag);
    this.#types.set(tag, type ?? "STRING");
    const values = this.#readValues(element);
    return [
      values.length === 0 ? [tag, name, type ?? "STRING"] : [tag, name, type ?? "STRING", values],
    ];
  }

  /** `<value enum description>`, in QuickFIX/J also inside `<values>`; of two equal the first counts. */
  #readValues(field: XmlElement): string[] {
    const isOpen = [field, ...field.children].some(
      (element) => element.attributes.allowOtherValues === "true",
    );
    if (isOpen) return [];
    const names = new Map<string, string>();
    const elements = field.children.flatMap((child) =>
      child.name === "values" ? child.children : [child],
    );
    for (const element of elements) {
      const { enum: value, description } = element.attributes;
      if (element.name !== "value" || value === undefined || value === "") {
        this.#fault(element, `field ${field.attributes.name}: <${element.name}> is no value`);
      } else if (!names.has(value)) names.set(value, description ?? value);
    }
    return [...names].flat();
  }

  #nameComponents(): Map<string, XmlElement> {
    const components = new Map<string, XmlElement>();
    for (const element of this.#section("components")) {
      const { name = "" } = element.attributes;
      if (element.name !== "component") this.#fault(element, `<${element.name}> is no component`);
      else if (!/^[A-Za-z_][\w.-]*$/.test(name))
        this.#fault(element, `"${name}" names no component`);
      else if (components.has(name)) this.#fault(element, `component ${name} is defined twice`);
      else components.set(name, element);
    }
    return components;
  }

  #readMessages(): MessageRow[] {
    const types = new Set<string>();
    const names = new Set<string>();
    return this.#section("messages").flatMap((element): MessageRow[] => {
      const { name = "", msgtype = "", msgcat } = element.attributes;
      if (element.name !== "message" || name === "" || msgtype === "") {
        this.#fault(element, "a message has a name and a msgtype");
        return [];
      }
      if (types.has(msgtype)) this.#fault(element, `message type ${msgtype} is defined twice`);
      if (names.has(name)) this.#fault(element, `the name ${name} is taken by two messages`);
      types.add(msgtype);
      names.add(name);
      return [[msgtype, name, msgcat === "admin" ? "admin" : "app", this.#readMembers(element)]];
    });
  }

  #readMembers(parent: XmlElement): MemberRow[] {
    return parent.children.flatMap((element) => this.#readMember(element));
  }

  #readMember(element: XmlElement): MemberRow[] {
    const { name = "", required = "N" } = element.attributes;
    if (!/^[YyNn]$/.test(required)) {
      this.#fault(element, `${name}: required is "${required}", expected Y or N`);
    }
    const isRequired = /^[Yy]$/.test(required);
    if (element.name === "component") {
      if (this.#components.has(name)) {
        return [writeMemberRow({ kind: "component", name, isRequired })];
      }
      this.#fault(element, `the component ${name} is not defined`);
      return [];
    }
    if (element.name !== "field" && element.name !== "group") {
      this.#fault(element, `<${element.name}> is no field, group or component`);
      return [];
    }
    const tag = this.#tags.get(name);
    if (tag === undefined) this.#fault(element, `the field ${name} is not defined`);
    if (element.name === "group") return this.#readGroup(element, tag, isRequired);
    return tag === undefined ? [] : [writeMemberRow({ kind: "field", tag, isRequired })];
  }

  /** Its members are read, and their faults told, even where the group itself has one. */
  #readGroup(element: XmlElement, tag: number | undefined, isRequired: boolean): MemberRow[] {
    const { name = "" } = element.attributes;
    const members = this.#readMembers(element);
    if (!element.children.some((child) => this.#bringsField(child))) {
      this.#fault(element, `the group ${name} has no fields`);
    }
    if (tag === undefined) return [];
    const type = this.#types.get(tag);
    if (type !== "NUMINGROUP" && type !== "INT") {
      this.#fault(element, `the group ${name} is counted by a field of type ${type}`);
    }
    return [writeMemberRow({ kind: "group", tag, isRequired, members })];
  }

  /** A component that is not known, or contains itself, has its own fault. */
  #bringsField(element: XmlElement): boolean {
    if (element.name !== "component") return true;
    const { name = "" } = element.attributes;
    const component = this.#components.get(name);
    if (component === undefined) return true;
    const known = this.#bringing.get(name);
    if (known !== undefined) return known;
    this.#bringing.set(name, true);
    const brings = component.children.some((child) => this.#bringsField(child));
    this.#bringing.set(name, brings);
    return brings;
  }

  /** Every component that contains itself is told once, with the way round. */
  #findRecursion(): void {
    const done = new Set<string>();
    const visit = (name: string, above: readonly string[]): void => {
      const element = this.#components.get(name);
      if (element === undefined || done.has(name)) return;
      if (above.includes(name)) {
        const way = [...above.slice(above.indexOf(name)), name].join(" > ");
        this.#fault(element, `the component ${name} contains itself: ${way}`);
        return;
      }
      for (const inner of componentsIn(element)) visit(inner, [...above, name]);
      done.add(name);
    };
    for (const name of this.#components.keys()) visit(name, []);
  }
}

function componentsIn(element: XmlElement): string[] {
  return element.children.flatMap((child) =>
    child.name === "component" ? [child.attributes.name ?? ""] : componentsIn(child),
  );
}
