/** What a kind of activity without ballots is made of, and what the server gives it. */
package io.plenary.module;
