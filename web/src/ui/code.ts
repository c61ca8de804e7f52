/** A join code as people read it aloud: `H7K 2MQ`. */
export const spacedCode = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ');

/** A join code for a screen reader, one symbol after the other: `H 7 K 2 M Q`. */
export const spelledCode = (code: string): string => [...code].join(' ');
