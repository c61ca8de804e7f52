/**
 * Signing in by OpenID Connect: what is said to the provider, and what is believed of its answer.
 */
@NullMarked
package io.plenary.oidc;

import org.jspecify.annotations.NullMarked;
