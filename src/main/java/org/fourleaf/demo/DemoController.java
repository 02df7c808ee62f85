package org.fourleaf.demo;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demonstration over HTTP: how full it is, fill it, take it away. */
@RestController
@RequestMapping("/api/v1/demo")
class DemoController {

    /** @param done tickets so far, of {@code total} */
    record Progress(DemoState state, int done, int total) {}

    /** Opens the set-up page again. */
    record Removed(String setupCode) {}

    private final DemoStore store;
    private final DemoFilling filling;
    private final DemoRemoval removal;

    DemoController(DemoStore store, DemoFilling filling, DemoRemoval removal) {
        this.store = store;
        this.filling = filling;
        this.removal = removal;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Progress progress(Actor by) {
        return store.find(by.workspace())
                .map(demo -> new Progress(demo.state(), demo.done(), demo.total()))
                .orElse(new Progress(DemoState.NONE, 0, 0));
    }

    /** Begins, or goes on where it was interrupted; in a full one changes nothing. */
    @PutMapping
    @Transactional
    Progress fill(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (!store.isDemonstration(by.workspace())) {
            throw Refusal.conflict("not-a-demo", "Only a workspace set up to look around in is filled.");
        }
        filling.begin(by.workspace());
        return progress(by);
    }

    @DeleteMapping
    ResponseEntity<Removed> remove(Actor by) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Removed(removal.remove(by)));
    }
}
