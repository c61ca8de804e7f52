package io.plenary.reaction;

/** What somebody can show without a word. */
public enum Reaction { CLAP, HEART, IDEA, QUESTION }
