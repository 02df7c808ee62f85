/**
 * The people who work in a workspace: agents, their roles and presence. Owns the tables of db/migration/people but those of
 * {@code customers} and {@code signin}. Publishes administrative facts and {@code presence.changed}; listens to nothing. Others come in
 * by the door {@link org.fourleaf.people.Agents}; modules above add to a new workspace by
 * {@link org.fourleaf.people.WorkspaceFurnishing}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.fourleaf.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
