/**
 * Links by which agents come in who have no password, or forgot theirs: invitations by an admin, resets one asks for oneself. A leaf;
 * owns {@code access_link}. Of a link only the hash is kept: it is made the moment its mail is written, so a mail that has to be sent
 * again carries a new one. Publishes who was invited, who came, and resets.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "signin", "email", "tickets", "templates"})
@NullMarked
package org.fourleaf.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
