/**
 * How people get in: the first set-up, passwords, sessions and tokens, throttling, and the filter that learns who calls. Owns the tables
 * of db/migration/signin, {@code session}, {@code api_token} and {@code sign_in_failure}. Publishes who signed in, was refused, signed
 * out; what made or revoked a token. Implements {@link org.fourleaf.people.AgentAccess}, by which people lets agents in and out.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.fourleaf.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
