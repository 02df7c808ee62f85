package org.fourleaf.templates;

import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** A department that is deleted takes its own texts with it; the one its tickets go to keeps its own. */
@Component
class TemplateDepartmentEmptying implements DepartmentEmptying {

    private final TemplateStore templates;
    private final AutoAnswerStore answers;

    TemplateDepartmentEmptying(TemplateStore templates, AutoAnswerStore answers) {
        this.templates = templates;
        this.answers = answers;
    }

    @Override
    public void empty(Actor by, UUID department, UUID into) {
        templates.deleteOf(by.workspace(), department);
        answers.deleteOf(by.workspace(), department);
    }
}
