package io.plenary.config;

/**
 * A value as somebody wrote it.
 *
 * @param origin where: {@code --port}, {@code PLENARY_PORT}, {@code port in plenary.properties}
 */
record Raw(String origin, String text) {}
