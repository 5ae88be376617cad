// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry } from '../operation-entry.ts';
import type { Topology, UsageMetrics, SystemConfiguration, Setting } from './schemas.ts';

export type GetTopologyAnswer = Topology;

export type GetUsageMetricsInput = {
  readonly startTime: string;
  readonly endTime: string;
  readonly tenantId?: string;
  readonly withTenants?: 'true' | 'false';
};

export type GetUsageMetricsAnswer = UsageMetrics;

export type GetSystemConfigurationAnswer = SystemConfiguration;

export type GetLicenseAnswer = {
  readonly validLicense: boolean;
  readonly licenseType: string;
  readonly isCommercial: boolean;
  readonly expiresAt: string | null;
};

export type GetSettingsAnswer = {
  readonly items: readonly Setting[];
};

export type PinClockInput = {
  readonly timestamp: number;
};

/** Cluster. */
export interface Cluster {
  /** Ask whether the server is well. `GET /v2/status` */
  getStatus(options?: CallOptions): Promise<void>;
  /** List the servers that work together. `GET /v2/topology` */
  getTopology(options?: CallOptions): Promise<GetTopologyAnswer>;
  /** Count what was used in a period. Process instances that started, decisions that were evaluated, and people who have or had last a task that was created, from `startTime` up to before `endTime`. `GET /v2/system/usage-metrics` */
  getUsageMetrics(input: GetUsageMetricsInput, options?: CallOptions): Promise<GetUsageMetricsAnswer>;
  /** Read what user interfaces need to know of the server. `GET /v2/system/configuration` */
  getSystemConfiguration(options?: CallOptions): Promise<GetSystemConfigurationAnswer>;
  /** Read the license. Baton is free software under the MIT license; clients of Camunda 8 ask for this. `GET /v2/license` */
  getLicense(options?: CallOptions): Promise<GetLicenseAnswer>;
  /** Read the settings that are in effect, without secrets. `GET /ext/settings` */
  getSettings(options?: CallOptions): Promise<GetSettingsAnswer>;
  /** Stop the clock at a time. Time stands still at `timestamp` (epoch milliseconds); what is due by then, timers for example, is done. A help for tests, only with `BATON_CONTROLLED_CLOCK=on`, and for this server alone: others on the same database go by their own clocks. `PUT /v2/clock` */
  pinClock(input: PinClockInput, options?: CallOptions): Promise<void>;
  /** Let the clock go on by the time of the system. A help for tests, only with `BATON_CONTROLLED_CLOCK=on`, and for this server alone: others on the same database go by their own clocks. `POST /v2/clock/reset` */
  resetClock(options?: CallOptions): Promise<void>;
}

export const clusterOperations = {
  getStatus: { method: 'GET', path: '/v2/status', answer: 'nothing', hasNoInput: true, isSafe: true },
  getTopology: { method: 'GET', path: '/v2/topology', answer: 'json', hasNoInput: true, isSafe: true },
  getUsageMetrics: {
    method: 'GET',
    path: '/v2/system/usage-metrics',
    query: ['startTime', 'endTime', 'tenantId', 'withTenants'],
    answer: 'json',
    isSafe: true,
  },
  getSystemConfiguration: {
    method: 'GET',
    path: '/v2/system/configuration',
    answer: 'json',
    hasNoInput: true,
    isSafe: true,
  },
  getLicense: { method: 'GET', path: '/v2/license', answer: 'json', hasNoInput: true, isSafe: true },
  getSettings: { method: 'GET', path: '/ext/settings', answer: 'json', hasNoInput: true, isSafe: true },
  pinClock: { method: 'PUT', path: '/v2/clock', body: 'json', answer: 'nothing', isSafe: true },
  resetClock: { method: 'POST', path: '/v2/clock/reset', answer: 'nothing', hasNoInput: true },
} as const satisfies Readonly<Record<keyof Cluster, OperationEntry>>;
