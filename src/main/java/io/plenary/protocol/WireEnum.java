package io.plenary.protocol;

import io.plenary.words.Word;

/** A word of the wire alone. */
public interface WireEnum extends Word {}
