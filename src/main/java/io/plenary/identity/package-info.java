/**
 * Who is who: participants without accounts, organisers with them, what each role may do, and the
 * keys under which people are stored. Ports for what must be kept; nothing here knows the store or
 * the transport.
 */
package io.plenary.identity;
