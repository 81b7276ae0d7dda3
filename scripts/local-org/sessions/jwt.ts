/** What an unattended client claims about itself. */
export interface JwtClaims {
  /** The username to log in as. */
  sub: string;
  /** Seconds since 1970. */
  exp: number;
}

/**
 * Reads a JWT's claims, or null when it is none. The signature isn't checked: the org knows no client's certificate,
 * and whoever can reach it on this machine could ask it for a token anyway.
 */
export function readJwtClaims(assertion: string): JwtClaims | null {
  const [, payload, ...rest] = assertion.split('.');
  if (payload === undefined || rest.length !== 1) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return null;
    const { sub, exp } = claims as Partial<Record<keyof JwtClaims, unknown>>;
    return typeof sub === 'string' && typeof exp === 'number' ? { sub, exp } : null;
  } catch {
    return null;
  }
}
