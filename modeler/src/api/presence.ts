import type { DraftPresence } from '@baton/client';
import { currentUser } from '../shared/user/current-user';
import { request } from './client';

export type { DraftPresence };

/** What a page wants of a draft: to edit it if nobody does, in any case, only to see it, or to have done with it. */
export type PresenceWish = 'edit' | 'takeOver' | 'watch' | 'leave';

/** This page, for the server; another one after a reload. */
export const pageSession = crypto.getRandomValues(new Uint32Array(3)).join('-');

/** Tells the server that this page has a draft open, and hears who else has. */
export function meetAtDraft(draftId: string, wish: PresenceWish): Promise<DraftPresence> {
  return request(`/ext/drafts/${encodeURIComponent(draftId)}/presence`, {
    method: 'POST',
    body: { session: pageSession, name: currentUser(), wish },
    // A page that closes has no time to wait for it.
    keepalive: wish === 'leave',
  });
}
