import type { Logger } from 'pino';
import type { Clock } from '../runtime/clock.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { createSecurityLog } from '../runtime/audit/security-log.ts';
import type { SecurityLog } from '../runtime/audit/security-log.ts';
import { Refusal } from '../runtime/refusal.ts';
import { countAdministrators } from '../store/operations/count-administrators.ts';
import { createAuthenticator } from './authenticator.ts';
import type { Authenticate } from './authenticator.ts';
import { createDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { adminRole } from './default-roles.ts';
import { addAdministratorTask, addDefaultsTask, firstAdministrator } from './first-start.ts';
import { createLogin } from './login.ts';
import type { Login } from './login.ts';
import type { Oidc } from './oidc.ts';
import { createPasswordCheck } from './password-check.ts';
import { hashPassword } from './passwords.ts';
import { everybody } from './principal.ts';
import type { Principal } from './principal.ts';
import { createRequestSource } from './request-source.ts';
import type { RequestSource } from './request-source.ts';
import { readablePassword } from './secrets.ts';
import { createThrottle } from './throttle.ts';

/** How a server finds out who asks. */
export interface Identity extends RequestSource {
  /** Whether it asks at all. Without, everybody may do everything. */
  readonly isOn: boolean;
  /** Whether tenants are told apart. */
  readonly isMultiTenant: boolean;
  /** Whether it may be reached by TLS only, by itself or by a proxy before it. */
  readonly isSecure: boolean;
  /** Who sends a request. Throws UNAUTHORIZED for credentials that are wrong; without credentials it is nobody. */
  readonly authenticate: Authenticate<Principal | Promise<Principal>>;
  readonly directory: Directory;
  readonly login: Login;
  readonly securityLog: SecurityLog;
  /** The identity provider; null where there is none. */
  readonly oidc: Oidc | null;
  stop(): void;
}

export interface IdentityOptions {
  readonly runtime: Pick<Runtime, 'database' | 'pipeline' | 'events'>;
  /** The real time, also where the time of processes stands still. */
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Logger;
  readonly isOn: boolean;
  /** Whether people see things of the tenants only that they are members of. */
  readonly isMultiTenant: boolean;
  readonly isSecure: boolean;
  /** Whether a proxy before the server says whom it speaks for. */
  readonly isBehindProxy: boolean;
  readonly oidc: Oidc | null;
  /** Told the password of the administrator that was made because there was none. */
  readonly tellPassword: (username: string, password: string) => void;
}

/** Puts the parts together and makes sure that there is somebody who can administer. */
export const createIdentity = async (options: IdentityOptions): Promise<Identity> => {
  const { runtime, clock, isOn, isSecure, isBehindProxy, oidc } = options;
  const { database, pipeline } = runtime;
  const directory = createDirectory(database, clock, options.isMultiTenant);
  const unsubscribe = runtime.events.subscribe(({ topics }) => {
    if (topics.includes('identity')) directory.changed();
  });
  await addDefaults(options);
  const passwordCheck = createPasswordCheck();
  const throttle = createThrottle();
  const source = createRequestSource(isBehindProxy);
  const { addressOf } = source;
  const securityLog = createSecurityLog(pipeline, clock, options.log);
  const parts = { directory, passwordCheck, throttle, pipeline, clock, oidc, isSecure, addressOf, securityLog };
  return {
    isOn,
    isMultiTenant: options.isMultiTenant,
    isSecure,
    authenticate: isOn ? createAuthenticator(parts) : () => everybody,
    directory,
    securityLog,
    login: createLogin({ ...parts, database }),
    oidc,
    ...source,
    stop: unsubscribe,
  };
};

/** A database that cannot be written to must not keep the server from starting: it serves what can be read, and the next start adds them. */
const addDefaults = async ({ runtime, isOn, log, tellPassword }: IdentityOptions): Promise<void> => {
  try {
    await runtime.pipeline.submit(addDefaultsTask);
    if (!isOn) return;
    // Asked again in the task; a start with an administrator need not hash a password for nobody.
    if ((await countAdministrators(runtime.database, adminRole)) > 0) return;
    const password = readablePassword();
    const isNew = await runtime.pipeline.submit(addAdministratorTask(await hashPassword(password)));
    if (isNew) tellPassword(firstAdministrator, password);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.error({ err: error }, 'the default roles could not be stored; the next start tries again');
  }
};
