package org.fourleaf.house;

import org.fourleaf.Fourleaf;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The module graph of ARCHITECTURE.md is the one in the code. */
class ModulesTest {

    @Test
    void modules_depend_only_downwards_on_what_they_declare() {
        ApplicationModules.of(Fourleaf.class).verify();
    }
}
