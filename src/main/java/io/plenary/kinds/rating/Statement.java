package io.plenary.kinds.rating;

/**
 * What people give a point of the scale.
 *
 * @param id stable within the rating, 1 to 8 of [a-z0-9]
 */
public record Statement(String id, String text) {}
