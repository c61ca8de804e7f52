import type { Finding } from '../checks.ts';

/** Names and numbers under which only this machine or its own network finds a server (RFC 1918, 6761, 6762, 4193). */
function reach(host: string): 'self' | 'network' | 'public' {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127\./.test(name)) return 'self';
  if (/^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(name)) {
    return 'network';
  }
  if (/^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/.test(name)) return 'network';
  if (/\.(local|lan|home|internal|home\.arpa)$/.test(name) || !/[.:]/.test(name)) return 'network';
  return 'public';
}

/** @param joining the address of the QR code; `here`: the one of this page */
export function address(joining: string, here: string): Finding {
  const title = 'Address for phones.';
  const { hostname, host, origin, protocol } = new URL(joining);
  const how = reach(hostname);
  if (how === 'self') {
    const text = `The code leads to ${host}, which every phone takes for itself. Set the public address of the server.`;
    return { tone: 'look', title, text };
  }
  if (origin !== new URL(here).origin) {
    const text = `The code leads to ${host}, this page came from ${new URL(here).host}. Try the code with a phone.`;
    return { tone: 'look', title, text };
  }
  if (how === 'network') {
    return { tone: 'look', title, text: `${host} is found on its own network only. Phones must be on that Wi-Fi.` };
  }
  if (protocol !== 'https:') {
    return {
      tone: 'look',
      title,
      text: `${host} is not encrypted. Give the server a certificate, or a proxy with one.`,
    };
  }
  return { tone: 'good', title, text: `${host}, encrypted. This page came from there, so it answers.` };
}
