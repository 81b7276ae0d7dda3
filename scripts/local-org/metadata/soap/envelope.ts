import { MetadataFault } from '../fault.ts';
import { childText, parseXml, XmlSyntaxError, type XmlElement } from '../../xml/document.ts';
import { escapeXml, METADATA_NAMESPACE } from '../../xml/serialize.ts';

/** A call as it came: which operation, with what, in whose session. Names are without their prefixes. */
export interface SoapRequest {
  operation: string;
  parameters: XmlElement;
  sessionId: string | undefined;
}

/** What a result may hold; undefined is left out, a list repeats its element. */
export type SoapValue = string | number | boolean | undefined | RawXml | SoapObject | readonly SoapValue[];
export type SoapObject = { readonly [name: string]: SoapValue };

/** XML that is part of the answer as it stands, with attributes for the element around it. */
export class RawXml {
  readonly attributes: string;
  readonly content: string;

  constructor(content: string, attributes = '') {
    this.content = content;
    this.attributes = attributes;
  }
}

const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Throws MetadataFault when the body is no SOAP call. */
export function parseSoapRequest(body: string): SoapRequest {
  const envelope = parseBody(body);
  const header = childNamed(envelope, 'Header');
  const session = header && childNamed(header, 'SessionHeader');
  const operation = childNamed(envelope, 'Body')?.children[0];
  if (envelope.name !== 'Envelope' || !operation) {
    throw new MetadataFault(
      'UNKNOWN_EXCEPTION',
      'The request is not a SOAP envelope with an operation in its body'
    );
  }
  return {
    operation: operation.name,
    parameters: operation,
    sessionId: (session && childText(session, 'sessionId')) || undefined
  };
}

/** `<deployResponse><result>…`, one result element for each item of a list. */
export function soapResponse(operation: string, result: SoapValue): string {
  const body = `<${operation}Response>${writeValue('result', result)}</${operation}Response>`;
  return (
    `${DECLARATION}<soapenv:Envelope xmlns:soapenv="${ENVELOPE_NAMESPACE}" xmlns="${METADATA_NAMESPACE}" ` +
    `xmlns:xsi="${INSTANCE_NAMESPACE}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_error_handling.htm */
export function soapFault({ code, message }: MetadataFault): string {
  return (
    `${DECLARATION}<soapenv:Envelope xmlns:soapenv="${ENVELOPE_NAMESPACE}" xmlns:sf="${METADATA_NAMESPACE}">` +
    `<soapenv:Body><soapenv:Fault><faultcode>sf:${escapeXml(code)}</faultcode>` +
    `<faultstring>${escapeXml(`${code}: ${message}`)}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`
  );
}

function parseBody(body: string): XmlElement {
  try {
    return withoutPrefixes(parseXml(body));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new MetadataFault('UNKNOWN_EXCEPTION', `The request is not XML: ${error.message}`);
  }
}

function withoutPrefixes(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.slice(element.name.indexOf(':') + 1),
    children: element.children.map(withoutPrefixes)
  };
}

function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

function writeValue(name: string, value: SoapValue): string {
  if (value === undefined) return '';
  if (value instanceof RawXml) return `<${name}${value.attributes}>${value.content}</${name}>`;
  if (isList(value)) return value.map((item) => writeValue(name, item)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const inner = Object.entries(value).map(([key, item]) => writeValue(key, item));
  return `<${name}>${inner.join('')}</${name}>`;
}

function isList(value: SoapValue): value is readonly SoapValue[] {
  return Array.isArray(value);
}
