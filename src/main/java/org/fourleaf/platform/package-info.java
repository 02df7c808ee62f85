/**
 * What every module stands on: who acts ({@link org.fourleaf.platform.Actor}), ids and time; in the sub-packages the database with its
 * workspaces, the one log, the web conventions, stored files and the live stream. Depends on no other module.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.fourleaf.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
