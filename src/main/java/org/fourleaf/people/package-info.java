/**
 * The people who work in a workspace and how they get in: agents and their roles; set-up, sign-in, sessions and tokens; presence. Owns
 * the tables of db/migration/people but those of {@code customers}. Publishes administrative facts and {@code presence.changed}; listens
 * to nothing. Others come in by the door {@link org.fourleaf.people.Agents}; modules above add to a new workspace by
 * {@link org.fourleaf.people.WorkspaceFurnishing}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.fourleaf.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
