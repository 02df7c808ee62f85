/**
 * Single sign-on by OpenID Connect: providers a workspace trusts, the round trip to them, and whom they mean. Owns {@code sso_provider}
 * and {@code sso_link}; publishes changes of providers and new links; opens sessions through {@link org.fourleaf.signin.SignInDoor}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "signin"})
@NullMarked
package org.fourleaf.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
