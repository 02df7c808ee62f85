/**
 * Drawn faces: agents choose one of those their level has opened, by its name. Owns no table: what is chosen is kept as a picture like any
 * other of {@code people}, and a file of one's own is always allowed, also one that looks like a face that is not open yet.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "levels"})
@NullMarked
package org.fourleaf.faces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
