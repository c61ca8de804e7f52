/**
 * People who are not there: phones, an audience and a presenter over real sockets, as a newcomer's
 * first minute and as the tests' swarm. They know the server only by its wire. Everything here
 * lives on event loops; nothing waits.
 */
package io.plenary.simulation;
