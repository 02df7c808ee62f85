package org.fourleaf.people;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles agents can have. */
@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

    private final RoleStore roles;

    RoleController(RoleStore roles) {
        this.roles = roles;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Role> list(Actor by) {
        return new Page<>(roles.all(by.workspace()), null);
    }
}
