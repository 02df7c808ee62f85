package org.fourleaf.templates;

import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.TextVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rewrites the texts of the desk's own mails, and takes back what was rewritten. Needs {@link Permission#TEXTS_MANAGE}. */
@Component
@Transactional
public class TemplateEditing {

    static final int TEMPLATES_MAX = 2_000;

    private final TemplateStore store;
    private final Departments departments;
    private final Log log;

    TemplateEditing(TemplateStore store, Departments departments, Log log) {
        this.store = store;
        this.departments = departments;
        this.log = log;
    }

    /** @param expected the version that was read; none: whatever is there. @throws Refusal invalid naming what does not fit */
    public MailTemplate put(Actor by, MailTemplate wanted, @Nullable Long expected) {
        MailTemplate template = checked(wanted);
        mayEdit(by, template.kind(), template.department());
        MailTemplate was = store.find(by.workspace(), template.kind(), template.department(), template.language())
                .orElse(null);
        if (expected != null && expected != (was == null ? 0 : was.version())) {
            throw Refusal.stale();
        }
        if (was == null && store.count(by.workspace()) >= TEMPLATES_MAX) {
            throw Refusal.conflict("too-many", "There are " + TEMPLATES_MAX + " texts of mails; delete some first.");
        }
        store.put(by.workspace(), template);
        log.write(by, new TemplateChanged(template.kind(), template.department(), template.language(), false));
        return store.find(by.workspace(), template.kind(), template.department(), template.language())
                .orElseThrow();
    }

    /** It says again what it said at first. Nothing happens where nobody rewrote it. */
    public void restore(Actor by, TemplateKind kind, @Nullable UUID department, String language) {
        mayEdit(by, kind, department);
        if (store.find(by.workspace(), kind, department, language).isPresent()) {
            store.delete(by.workspace(), kind, department, language);
            log.write(by, new TemplateChanged(kind, department, language, true));
        }
    }

    private void mayEdit(Actor by, TemplateKind kind, @Nullable UUID department) {
        by.mustHave(Permission.TEXTS_MANAGE);
        if (department != null) {
            departments.readable(by, department);
            if (kind.isToAgents()) {
                throw Refusal.invalid("/department", "This mail goes to agents and belongs to no department.");
            }
        }
    }

    /** Cleaned, with variables that exist and the one without which a mail would be for nothing. */
    static MailTemplate checked(MailTemplate wanted) {
        TextVariables.mustBeKnown(wanted.html(), "/html", wanted.kind().variables());
        TextVariables.mustBeKnown(wanted.subject(), "/subject", wanted.kind().variables());
        String html = HtmlCleaning.clean(Texts.clean(wanted.html()), contentId -> null)
                .html();
        if (html.isBlank()) {
            throw Refusal.invalid("/html", "A mail must say something.");
        }
        String needed = wanted.kind().needed();
        if (needed != null && !html.contains("{" + needed + "}")) {
            throw Refusal.invalid("/html", "{" + needed + "} is missing: without it this mail is for nothing.");
        }
        if (wanted.kind().hasSubject() == wanted.subject().isBlank()) {
            throw Refusal.invalid(
                    "/subject",
                    wanted.kind().hasSubject()
                            ? "This mail needs a subject."
                            : "This mail answers in a ticket and has the ticket's subject.");
        }
        return new MailTemplate(
                wanted.kind(),
                wanted.department(),
                wanted.language(),
                Texts.line(wanted.subject()),
                html,
                wanted.version());
    }
}
