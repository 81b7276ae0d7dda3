import type { Context, Hono } from 'hono';
import type { Org, UserContext } from '../contract.ts';

/** What the middleware has found out by the time a data route runs. */
export interface OrgEnv {
  Variables: { user: UserContext; apiVersion: string };
}

export type OrgApp = Hono<OrgEnv>;
export type OrgContext = Context<OrgEnv>;

/** A route file's export: it registers its paths on the app. */
export type RouteInstaller = (app: OrgApp, org: Org) => void;
