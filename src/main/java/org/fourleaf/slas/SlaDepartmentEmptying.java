package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** A department that is deleted gives no level any more; what was promised there is looked up where its tickets went. */
@Component
class SlaDepartmentEmptying implements DepartmentEmptying {

    private final LevelStore levels;
    private final ClockStore clocks;
    private final LevelBooks books;

    SlaDepartmentEmptying(LevelStore levels, ClockStore clocks, LevelBooks books) {
        this.levels = levels;
        this.clocks = clocks;
        this.books = books;
    }

    @Override
    public void empty(Actor by, UUID department, UUID into) {
        if (levels.page(by.workspace()) == 0) {
            return;
        }
        levels.turnPage(by.workspace());
        books.forgetAfterCommit(by.workspace());
        levels.give(by.workspace(), department, null);
        clocks.moveDepartment(by.workspace(), department, into);
    }
}
