/**
 * Typed, validated settings. Every setting is declared once in {@link io.plenary.config.Declared};
 * command line, environment, file, {@code --help} and {@code src/docs/settings.md} all follow from
 * that declaration. The only package that reads the environment.
 */
package io.plenary.config;
