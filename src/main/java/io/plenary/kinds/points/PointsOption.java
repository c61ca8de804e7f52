package io.plenary.kinds.points;

/**
 * What can be given points.
 *
 * @param id stable within the poll, 1 to 8 of [a-z0-9]
 */
public record PointsOption(String id, String text) {}
