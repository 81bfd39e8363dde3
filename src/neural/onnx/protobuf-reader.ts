/**
 * Reads one protobuf message field by field, and refuses whatever the specification does not allow.
 *
 * Every length is checked against the end of its message before anything is read or made, and
 * values are views of the file until a caller copies them.
 *
 * Source: the protobuf encoding specification (protobuf.dev/programming-guides/encoding).
 */
import { refuse } from "./fault.ts";
import { describeWireType, type WireType, wireType } from "./wire-type.ts";

/**
 * Fields and listed integers a file may have, tensor data in one piece not counted. A model of many
 * thousand nodes has some hundred thousand; without a bound a small file could fill the memory,
 * since a field of two bytes can become an object of a hundred.
 */
const fieldsMax = 2 ** 22;

/** A varint is at most ten bytes: 64 bits in groups of seven. */
const varintBytesMax = 10;

// A byte order mark is a character of a name like any other.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

interface File {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  fieldsLeft: number;
}

export class ProtobufReader {
  /** Where this message stands, as `model.graph.node[2]`. */
  readonly path: string;
  readonly #file: File;
  readonly #end: number;
  #at: number;
  #field = 0;
  #wire = 0;
  #low = 0;
  #high = 0;

  private constructor(file: File, path: string, range: { from: number; to: number }) {
    this.#file = file;
    this.path = path;
    this.#at = range.from;
    this.#end = range.to;
  }

  /** A reader of the message that all the bytes make up. */
  static over(source: Uint8Array, path: string): ProtobufReader {
    const { buffer, byteOffset, byteLength } = source;
    // A plain view, because the pieces of a node Buffer are Buffers that behave otherwise.
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const view = new DataView(buffer, byteOffset, byteLength);
    const file = { bytes, view, fieldsLeft: fieldsMax };
    return new ProtobufReader(file, path, { from: 0, to: byteLength });
  }

  /** Bytes not yet read. */
  get bytesLeft(): number {
    return this.#end - this.#at;
  }

  /** The number of the field that `nextField` came to. */
  get field(): number {
    return this.#field;
  }

  /** Goes to the next field; its value must then be read or skipped, once. */
  nextField(): boolean {
    if (this.#at === this.#end) return false;
    const from = this.#at;
    this.#readTag();
    if (this.#wire === wireType.endGroup) this.#refuseWire(from, "a field");
    return true;
  }

  /** An int32, int64 or enum that a double holds exactly. */
  int(): number {
    this.#expect(wireType.varint);
    return this.#readInt();
  }

  /** A float of 32 bits. */
  float(): number {
    this.#expect(wireType.fixed32);
    return this.#file.view.getFloat32(this.#take(4), true);
  }

  /** The bytes of a field, as a view of the file. */
  bytes(): Uint8Array {
    this.#expect(wireType.lengthDelimited);
    const length = this.#readLength();
    const from = this.#take(length);
    return this.#file.bytes.subarray(from, from + length);
  }

  text(): string {
    const from = this.#at;
    const bytes = this.bytes();
    try {
      return decoder.decode(bytes);
    } catch {
      // Either ill-formed, or longer than any string of the engine.
      return this.#refuse(from, "bytes that are no text", "text in UTF-8");
    }
  }

  /** A reader of the message in this field. */
  message(name: string): ProtobufReader {
    this.#expect(wireType.lengthDelimited);
    return this.#inner(`${this.path}.${name}`, this.#readLength());
  }

  /** A reader of a message that may come once: `before` is what an earlier one gave. */
  onlyMessage(name: string, before: unknown): ProtobufReader {
    if (before !== undefined) this.#refuse(this.#at, `a second ${name}`, "one");
    return this.message(name);
  }

  /**
   * A reader of the elements in a repeated field of numbers: many when they are packed, one when
   * they are not. "Protocol buffer parsers must be able to parse repeated fields that were
   * compiled as packed as if they were not packed, and vice versa."
   */
  elements(name: string, wire: WireType): ProtobufReader {
    const path = `${this.path}.${name}`;
    if (this.#wire === wireType.lengthDelimited) return this.#inner(path, this.#readLength());
    this.#expect(wire);
    const from = this.#at;
    this.skip();
    return new ProtobufReader(this.#file, path, { from, to: this.#at });
  }

  /** Adds the integers of a repeated field to a list. */
  ints(name: string, list: number[]): void {
    const elements = this.elements(name, wireType.varint);
    while (elements.bytesLeft > 0) {
      this.#countField();
      list.push(elements.#readInt());
    }
  }

  /** Adds the floats of a repeated field to a list. */
  floats(name: string, list: number[]): void {
    const elements = this.elements(name, wireType.fixed32);
    while (elements.bytesLeft > 0) {
      this.#countField();
      list.push(this.#file.view.getFloat32(elements.#take(4), true));
    }
  }

  /** What is left of this message, as a view of the file. */
  rest(): Uint8Array {
    return this.#file.bytes.subarray(this.#at, this.#end);
  }

  /** Reads what is left as varints, each as the two unsigned words of its 64 bits. */
  varints(visit: (low: number, high: number) => void): void {
    while (this.#at < this.#end) {
      this.#readVarint();
      visit(this.#low, this.#high);
    }
  }

  /** Passes over the value of a field, whatever it is. */
  skip(): void {
    if (this.#wire !== wireType.startGroup) {
      this.#skipValue();
      return;
    }
    // Groups are deprecated, but a parser still has to find their ends.
    const open = [this.#field];
    while (open.length > 0) {
      const from = this.#at;
      this.#readTag();
      if (this.#wire === wireType.startGroup) open.push(this.#field);
      else if (this.#wire !== wireType.endGroup) this.#skipValue();
      else if (open.pop() !== this.#field) this.#refuseWire(from, "the end of the open group");
    }
  }

  #skipValue(): void {
    if (this.#wire === wireType.varint) this.#readVarint();
    else if (this.#wire === wireType.fixed64) this.#take(8);
    else if (this.#wire === wireType.fixed32) this.#take(4);
    else this.#take(this.#readLength());
  }

  #inner(path: string, length: number): ProtobufReader {
    const from = this.#take(length);
    return new ProtobufReader(this.#file, path, { from, to: from + length });
  }

  #readTag(): void {
    const from = this.#at;
    this.#countField();
    this.#readVarint();
    const isTag = this.#high === 0 && this.#low >= 8;
    if (!isTag) this.#refuse(from, "no field number", "one from 1 to 536870911");
    this.#field = this.#low >>> 3;
    this.#wire = this.#low & 7;
    if (this.#wire > wireType.fixed32) this.#refuseWire(from, "wire type 0, 1, 2 or 5");
  }

  #readInt(): number {
    const from = this.#at;
    this.#readVarint();
    const value = (this.#high | 0) * 2 ** 32 + this.#low;
    if (Number.isSafeInteger(value)) return value;
    return this.#refuse(from, `an integer near ${value}`, "at most 2^53 - 1 in size");
  }

  #readLength(): number {
    this.#readVarint();
    // Above 2^53 the sum is not exact, but it is still beyond any end.
    return this.#high * 2 ** 32 + this.#low;
  }

  /** Sets the two words of a varint, unsigned. */
  #readVarint(): void {
    const { bytes } = this.#file;
    const from = this.#at;
    let low = 0;
    let high = 0;
    for (let count = 0; count < varintBytesMax; count++) {
      const byte = bytes[this.#take(1)];
      const bits = byte & 0x7f;
      if (count < 4) low |= bits << (7 * count);
      else if (count > 4) high |= bits << (7 * count - 32);
      else {
        low |= bits << 28;
        high = bits >>> 4;
      }
      // The tenth byte holds the 64th bit and no more.
      if (count === varintBytesMax - 1 && byte > 1) break;
      if (byte < 0x80) {
        this.#low = low >>> 0;
        this.#high = high >>> 0;
        return;
      }
    }
    this.#refuse(from, "a varint of more than 64 bits", "at most ten bytes");
  }

  /** Moves over so many bytes. @returns where they begin */
  #take(count: number): number {
    const from = this.#at;
    if (count > this.#end - from) {
      this.#refuse(from, `${this.#end - from} bytes to the end of the message`, `${count}`);
    }
    this.#at = from + count;
    return from;
  }

  #expect(wire: WireType): void {
    if (this.#wire !== wire) this.#refuseWire(this.#at, describeWireType(wire));
  }

  #countField(): void {
    if (this.#file.fieldsLeft-- > 0) return;
    this.#refuse(this.#at, "one more field", `at most ${fieldsMax} in a file`);
  }

  #refuseWire(at: number, expected: string): never {
    this.#refuse(at, `${describeWireType(this.#wire)} in field ${this.#field}`, expected);
  }

  #refuse(at: number, found: string, expected: string): never {
    refuse({ where: `${this.path} at byte ${at}`, found, expected });
  }
}
