import { bulk } from './bulk.ts';
import type { Channel } from './channel.ts';
import { graphql, uiApi } from './lightning.ts';
import { collections, composite, rest, soql } from './rest.ts';

/** Every way to reach a record. */
export const CHANNELS: readonly Channel[] = [rest, collections, composite, soql, uiApi, graphql, bulk];
