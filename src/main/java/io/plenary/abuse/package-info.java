/**
 * Which texts may abuse somebody, by word lists that come with the server. Pure but for reading
 * these.
 */
package io.plenary.abuse;
