/**
 * Certificates for tests, made on the spot: ECDSA on P-256, X.509 version 3 (RFC 5280, section 4.1).
 *
 * Node reads certificates but cannot make them, and keys do not belong into a repository.
 */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

export interface TestCertificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface CertificateTerms {
  readonly name: string;
  /** @defaultValue signed by itself */
  readonly issuer?: TestCertificate;
  /** May sign others. */
  readonly isAuthority?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

let certificatesMade = 0;

export function createCertificate(terms: CertificateTerms): TestCertificate {
  const { name, issuer, isAuthority = false } = terms;
  const { validFrom = new Date("2020-01-01"), validTo = new Date("2120-01-01") } = terms;
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const content = sequence(
    tagged(0xa0, integer(2)),
    integer(++certificatesMade),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(time(validFrom), time(validTo)),
    nameOf(name),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(basicConstraints(isAuthority), alternativeName(name))),
  );
  const signature = sign("sha256", content, issuer?.privateKey ?? privateKey);
  const bits = tagged(0x03, Buffer.concat([Buffer.of(0), signature]));
  const cert = pem("CERTIFICATE", sequence(content, ecdsaWithSha256, bits));
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { cert, key, name, privateKey };
}

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...lengthBytes), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);
/** Below 128, which is one byte. */
const integer = (value: number): Buffer => tagged(0x02, Buffer.of(value));
const identifier = (...bytes: readonly number[]): Buffer => tagged(0x06, Buffer.of(...bytes));
const octets = (content: Uint8Array): Buffer => tagged(0x04, content);

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

/** commonName, 2.5.4.3, as UTF8String. */
function nameOf(name: string): Buffer {
  const value = tagged(0x0c, Buffer.from(name));
  return sequence(tagged(0x31, sequence(identifier(0x55, 0x04, 0x03), value)));
}

/** GeneralizedTime: 20240305143005Z */
function time(date: Date): Buffer {
  return tagged(0x18, Buffer.from(`${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z`));
}

/** 2.5.29.19, critical. */
function basicConstraints(isAuthority: boolean): Buffer {
  const yes = tagged(0x01, Buffer.of(0xff));
  const content = isAuthority ? sequence(yes) : sequence();
  return sequence(identifier(0x55, 0x1d, 0x13), yes, octets(content));
}

/** 2.5.29.17, with the name as a DNS name. */
function alternativeName(name: string): Buffer {
  const dns = tagged(0x82, Buffer.from(name, "latin1"));
  return sequence(identifier(0x55, 0x1d, 0x11), octets(sequence(dns)));
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
