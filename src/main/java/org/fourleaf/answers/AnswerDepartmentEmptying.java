package org.fourleaf.answers;

import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answers of a department that is deleted go where its tickets go. */
@Component
class AnswerDepartmentEmptying implements DepartmentEmptying {

    private final PredefinedAnswerStore store;

    AnswerDepartmentEmptying(PredefinedAnswerStore store) {
        this.store = store;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Actor by, UUID department, UUID into) {
        store.moveDepartment(by.workspace(), department, into);
    }
}
