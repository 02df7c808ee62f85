package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What else must leave a department before it is deleted; implemented by the modules that hang things on departments. */
public interface DepartmentEmptying {

    void empty(Actor by, UUID department, UUID into);
}
