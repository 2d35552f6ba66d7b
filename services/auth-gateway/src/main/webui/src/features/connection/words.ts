import type { Account, Connection } from '@/api/answers';
import { platformName } from '@/components/Platform';
import type { ChipTone } from '@/components/StatusChip';

/** A state in words: what it is called, what it means, and what to do. */
export interface Words {
  tone: ChipTone;
  word: string;
  sentence: string;
}

/** How a connection does. The service's own sentence comes first where it has one. */
export function wordsOf(connection: Pick<Connection, 'state' | 'sentence' | 'platform'>): Words {
  const platform = platformName(connection.platform);
  const said = connection.sentence;
  switch (connection.state) {
    case 'active':
      return { tone: 'good', word: 'Connected', sentence: said ?? 'It is read every 15 minutes.' };
    case 'pending':
      return {
        tone: 'warn',
        word: 'No account chosen',
        sentence: said ?? 'Choose which ad accounts to read; then reading starts by itself.',
      };
    case 'needs_reauth':
      return {
        tone: 'bad',
        word: 'Needs your consent again',
        sentence:
          said ?? `${platform} no longer lets adfleet in. Authorize it again; nothing that was read is lost.`,
      };
    case 'rate_limited':
      return {
        tone: 'warn',
        word: 'Waiting',
        sentence: said ?? `${platform} asked adfleet to wait. It goes on by itself, there is nothing to do.`,
      };
  }
}

const ACCOUNT_WORDS: Record<Account['state'], [ChipTone, string]> = {
  active: ['good', 'Readable'],
  disabled: ['warn', 'Switched off'],
  no_permission: ['bad', 'No access'],
};

export function accountWords(account: Account): [ChipTone, string] {
  return ACCOUNT_WORDS[account.state];
}

const CALLBACK: Record<string, string> = {
  consent_denied: 'You did not agree, so nothing was connected. Connect again when you are ready.',
  scope_missing: 'Not everything adfleet needs was allowed. Connect again and leave all boxes ticked.',
  no_refresh_token:
    'The platform gave no lasting access. Remove adfleet from your account’s connected apps there, then connect again.',
  exchange_failed: 'The platform did not complete the connection. Try again in a minute.',
  accounts_unreadable:
    'The platform agreed, but its list of accounts could not be read. Try again; if it stays so, check your access there.',
};

/** Why somebody came back from a platform without a connection. */
export function callbackSentence(reason: string): string {
  return CALLBACK[reason] ?? 'The platform did not connect. Try again in a minute.';
}
