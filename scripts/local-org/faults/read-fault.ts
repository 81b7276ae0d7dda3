import { FaultProblem, type Fault } from './fault.ts';

type Check = (value: unknown) => string | null;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'a text');
const method: Check = (value) =>
  typeof value === 'string' && /^[A-Z]+$/i.test(value) ? null : 'a method such as PUT';
const path: Check = (value) =>
  typeof value === 'string' && value.startsWith('/') ? null : 'a path that begins with /';

function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  return (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? null
      : `a whole number ${range}`;
}

function oneOf(...words: string[]): Check {
  return (value) => (words.includes(String(value)) ? null : `one of ${words.join(', ')}`);
}

const TARGET: Readonly<Record<string, Check>> = { path, method, count: whole(1), after: whole(0) };

interface Shape {
  required: Readonly<Record<string, Check>>;
  optional?: Readonly<Record<string, Check>>;
}

const SHAPES: Readonly<Record<Fault['kind'], Shape>> = {
  status: {
    required: { status: whole(400, 599) },
    optional: { retryAfter: whole(0), errorCode: text, message: text }
  },
  reset: { required: { when: oneOf('beforeBody', 'inBody', 'afterBody') } },
  answerLost: { required: {} },
  answerCut: { required: {} },
  slowAnswer: { required: { milliseconds: whole(0, 600_000) } },
  sessionExpired: { required: {} },
  recordsRefused: {
    required: {},
    optional: { first: whole(1), every: whole(1), errorCode: text, message: text }
  }
};

function isKind(kind: unknown): kind is Fault['kind'] {
  return typeof kind === 'string' && Object.hasOwn(SHAPES, kind);
}

/** A fault from JSON. Throws FaultProblem for whatever a fault of its kind doesn't have, lacks or can't be. */
export function readFault(body: Readonly<Record<string, unknown>>): Fault {
  const { kind, ...rest } = body;
  if (!isKind(kind)) {
    throw new FaultProblem(`kind has to be one of ${Object.keys(SHAPES).join(', ')}`);
  }
  const { required, optional = {} } = SHAPES[kind];
  const checks: Record<string, Check> = { ...TARGET, ...required, ...optional };
  for (const name of ['path', ...Object.keys(required)]) {
    if (rest[name] === undefined) throw new FaultProblem(`${name} is missing: ${checks[name](undefined)}`);
  }
  for (const [name, value] of Object.entries(rest)) {
    if (!Object.hasOwn(checks, name)) {
      const known = Object.keys(checks).join(', ');
      throw new FaultProblem(`A fault of the kind ${kind} has no ${name}; it has ${known}`);
    }
    const wanted = checks[name](value);
    if (wanted !== null) throw new FaultProblem(`${name} has to be ${wanted}`);
  }
  if (rest.first !== undefined && rest.every !== undefined) {
    throw new FaultProblem('Either first or every says which records are refused, not both');
  }
  return { kind, ...rest } as Fault;
}
