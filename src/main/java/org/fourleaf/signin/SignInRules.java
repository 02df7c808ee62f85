package org.fourleaf.signin;

/**
 * What a workspace asks of everybody who signs in.
 *
 * @param secondFactorRequired whoever has none sets one up at their next sign-in
 * @param ssoOnly passwords and passkeys open for owners only
 */
public record SignInRules(boolean secondFactorRequired, boolean ssoOnly) {

    static final SignInRules NONE = new SignInRules(false, false);
}
