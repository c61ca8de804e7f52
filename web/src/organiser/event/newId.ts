import type { Id } from '../../protocol/messages.gen.ts';

/** 96 random bits as the wire has ids. */
export function newId(): Id {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
