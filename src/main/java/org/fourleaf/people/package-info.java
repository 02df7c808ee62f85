/**
 * The people of a workspace and how they get in: agents and their roles, customers and companies; set-up, sign-in, sessions and tokens;
 * presence; the audit log. Owns the tables of db/migration/people. Publishes administrative facts and {@code presence.changed}; listens
 * to nothing. Others come in by the doors {@link org.fourleaf.people.Agents} and {@link org.fourleaf.people.Customers}; modules above
 * add to a new workspace by {@link org.fourleaf.people.WorkspaceFurnishing}.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.fourleaf.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
