package org.fourleaf.demo;

import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever chose to look around first finds a desk at work. */
@Component
@Order(100)
class DemoFurnishing implements WorkspaceFurnishing {

    private final DemoFilling filling;

    DemoFurnishing(DemoFilling filling) {
        this.filling = filling;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        if (choices.demo()) {
            filling.begin(owner.workspace());
        }
    }
}
