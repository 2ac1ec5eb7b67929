import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Message } from '#platform/i18n';
import type { Actor } from '#platform/permissions';
import type { Portal } from '../portal.ts';

export type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A paper that may be sent at a desk: its kind, in words, and why it is asked. */
export type PaperAsked = {
  readonly kind: string;
  readonly name: Message;
  readonly why?: Message;
  readonly copies: number;
  /** Since when the counter asks for it once more. */
  readonly askedAt?: string;
};

/**
 * Where somebody sends papers for one thing: a draft, a request, an appeal, a complaint. Made from a proof that the browser carries, or
 * from an agent's session, never from an address alone.
 */
export type PaperDesk = {
  /** `draft:<id>`, `application:<id>`… and the territory that fences its pages. */
  readonly owner: string;
  readonly territory: string;
  /** What is filed already takes pages at once; a draft's go onto the file when it is sent. */
  readonly isDraft: boolean;
  readonly title: Message;
  /** The page of the list, and the page before it. */
  readonly path: string;
  readonly back: string;
  readonly next?: string;
  readonly asked: readonly PaperAsked[];
  readonly may: 'send' | 'open' | 'see';
  /** The agent who opens pages. */
  readonly agent?: Actor;
};

/** Finds the desk that a request is about; undefined when whoever asks has shown no right to one, and has been answered. */
export type FindDesk = (asking: Asking) => Promise<PaperDesk | undefined>;
