package org.fourleaf.templates;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.tickets.TextVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the desk's own mails over HTTP. Every agent may read them. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    private static final int HTML_LENGTH_MAX = 100_000;
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z]{2,4})?";

    /** @param subject only of mails that have one of their own; others have their ticket's */
    record Wanted(
            @Nullable @Size(max = Limits.SUBJECT_LENGTH_MAX) String subject,
            @NotBlank @Size(max = HTML_LENGTH_MAX) String html) {}

    record Draft(
            @NotNull TemplateKind kind,
            @NotNull @Pattern(regexp = LANGUAGE) String language,
            @Nullable UUID department,
            @Nullable @Size(max = Limits.SUBJECT_LENGTH_MAX) String subject,
            @NotBlank @Size(max = HTML_LENGTH_MAX) String html) {}

    record Preview(String subject, String html) {}

    record DepartmentName(UUID id, String name) {}

    /**
     * @param shipped nobody rewrote it
     * @param toAgents goes to colleagues
     * @param ownSubject has a subject of its own; others answer in a ticket and take over its subject
     * @param variables what may stand in it in braces
     */
    record Shown(
            TemplateKind kind,
            @Nullable DepartmentName department,
            String language,
            String subject,
            String html,
            boolean shipped,
            boolean toAgents,
            boolean ownSubject,
            List<String> variables,
            long version) {}

    private final TemplateStore store;
    private final ShippedTemplates shipped;
    private final TemplateEditing editing;
    private final Departments departments;
    private final BusinessCalendars calendars;
    private final WorkspacePlace place;

    TemplateController(
            TemplateStore store,
            ShippedTemplates shipped,
            TemplateEditing editing,
            Departments departments,
            BusinessCalendars calendars,
            WorkspacePlace place) {
        this.store = store;
        this.shipped = shipped;
        this.editing = editing;
        this.departments = departments;
        this.calendars = calendars;
        this.place = place;
    }

    /** Each kind in each language as it would be sent, then what departments say of their own. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Shown> list(Actor by) {
        List<MailTemplate> own = store.all(by.workspace());
        Map<UUID, String> seen = new HashMap<>();
        departments.all(by).forEach(department -> seen.put(department.id(), department.name()));
        List<MailTemplate> templates = new ArrayList<>();
        for (MailTemplate one : shipped.all()) {
            templates.add(own.stream()
                    .filter(other -> other.department() == null
                            && other.kind() == one.kind()
                            && other.language().equals(one.language()))
                    .findFirst()
                    .orElse(one));
        }
        own.stream()
                .filter(one -> one.department() == null
                        ? shipped.find(one.kind(), one.language()).isEmpty()
                        : seen.containsKey(one.department()))
                .forEach(templates::add);
        return new Page<>(
                templates.stream()
                        .map(template -> shown(template, seen.get(template.department())))
                        .toList(),
                null);
    }

    @GetMapping("/{kind}/{language}")
    @Transactional(readOnly = true)
    ResponseEntity<Shown> get(
            Actor by,
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable UUID department) {
        TemplateKind wanted = kind(kind);
        MailTemplate found = store.find(by.workspace(), wanted, department, language)
                .or(() -> department == null ? shipped.find(wanted, language) : Optional.empty())
                .orElseThrow(TemplateController::unseen);
        return answer(by, found);
    }

    @PutMapping("/{kind}/{language}")
    @Transactional
    ResponseEntity<Shown> put(
            Actor by,
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable UUID department,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        TemplateKind known = kind(kind);
        if (!language.matches(LANGUAGE)) {
            throw unseen();
        }
        return answer(
                by,
                editing.put(
                        by,
                        new MailTemplate(
                                known,
                                department,
                                language,
                                wanted.subject == null ? "" : wanted.subject,
                                wanted.html,
                                0),
                        ETags.expected(ifMatch)));
    }

    /** Back to what Fourleaf ships, or for a department to what all say. */
    @DeleteMapping("/{kind}/{language}")
    @Transactional
    ResponseEntity<Void> restore(
            Actor by,
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable UUID department) {
        editing.restore(by, kind(kind), department, language);
        return ResponseEntity.noContent().build();
    }

    /** How it would read, with made-up people and this desk's own names and hours. */
    @PostMapping("/preview")
    @Transactional(readOnly = true)
    Preview preview(Actor by, @Valid @RequestBody Draft draft) {
        MailTemplate template = TemplateEditing.checked(new MailTemplate(
                draft.kind,
                draft.department,
                draft.language,
                draft.subject == null ? "" : draft.subject,
                draft.html,
                0));
        Map<String, String> values = sample(by, draft);
        return new Preview(
                TextVariables.fillLine(template.subject(), values), TextVariables.fill(template.html(), values));
    }

    private Map<String, String> sample(Actor by, Draft draft) {
        List<Department> all = departments.all(by);
        Department department = all.stream()
                .filter(one -> one.id().equals(draft.department))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
        Map<String, String> values = new HashMap<>(Map.of(
                "customer.name",
                "Ada Example",
                "customer.first_name",
                "Ada",
                "customer.email",
                "ada@example.com",
                "ticket.code",
                "ABC-DEFGH-123",
                "ticket.subject",
                "…",
                "agent.name",
                by.name(),
                "company.name",
                place.name(by.workspace()),
                TemplateKind.LINK,
                "https://…/welcome"));
        values.put(TemplateKind.QUESTION, "…?");
        if (department != null) {
            values.put("department.name", department.name());
            values.put(
                    "department.hours", calendars.inWords(by, department.id(), Locale.forLanguageTag(draft.language)));
        }
        return values;
    }

    private ResponseEntity<Shown> answer(Actor by, MailTemplate template) {
        UUID department = template.department();
        return ResponseEntity.ok()
                .eTag(ETags.of(template.version()))
                .body(shown(
                        template,
                        department == null
                                ? null
                                : departments.readable(by, department).name()));
    }

    private static Shown shown(MailTemplate template, @Nullable String department) {
        return new Shown(
                template.kind(),
                template.department() == null || department == null
                        ? null
                        : new DepartmentName(template.department(), department),
                template.language(),
                template.subject(),
                template.html(),
                template.isShipped(),
                template.kind().isToAgents(),
                template.kind().hasSubject(),
                List.copyOf(new TreeSet<>(template.kind().variables())),
                template.version());
    }

    private static TemplateKind kind(String name) {
        return TemplateKind.ofJson(name).orElseThrow(TemplateController::unseen);
    }

    private static Refusal unseen() {
        return Refusal.notFound("template");
    }
}
