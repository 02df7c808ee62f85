package org.fourleaf.answers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.CannedMessage;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Predefined answers over HTTP. Personal ones are their agent's; the others need {@link Permission#TEXTS_MANAGE}. */
@RestController
@RequestMapping("/api/v1/predefined-answers")
class PredefinedAnswerController {

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z]{2,4})?";
    private static final String LANGUAGE_DEFAULT = "en";

    /** @param html in the main language @param texts in others, by language */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String keywords,

            @Nullable @Pattern(regexp = LANGUAGE) String language,

            @NotBlank @Size(max = PredefinedAnswer.HTML_LENGTH_MAX)
            String html,

            @Nullable @Size(max = PredefinedAnswer.LANGUAGES_MAX)
            Map<String, String> texts,

            CannedMessage.@Nullable Scope scope,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String keywords,

            @Nullable @Pattern(regexp = LANGUAGE) String language,

            @Nullable @Size(min = 1, max = PredefinedAnswer.HTML_LENGTH_MAX)
            String html,

            @Nullable @Size(max = PredefinedAnswer.LANGUAGES_MAX)
            Map<String, String> texts,

            CannedMessage.@Nullable Scope scope,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> department) {}

    /** @param language none for what the customer speaks */
    record Use(
            @NotNull String ticket,
            @Nullable @Pattern(regexp = LANGUAGE) String language) {}

    private final PredefinedAnswers answers;
    private final Departments departments;
    private final Tickets tickets;

    PredefinedAnswerController(PredefinedAnswers answers, Departments departments, Tickets tickets) {
        this.answers = answers;
        this.departments = departments;
        this.tickets = tickets;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<PredefinedAnswer> list(Actor by, Slice slice) {
        return answers.page(by, slice);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<PredefinedAnswer> get(Actor by, @PathVariable UUID id) {
        return answer(answers.readable(by, id));
    }

    /** Everybody's, unless a scope or a department is given. */
    @PostMapping
    @Transactional
    ResponseEntity<PredefinedAnswer> add(Actor by, @Valid @RequestBody Wanted wanted) {
        CannedMessage.Scope scope = wanted.scope != null
                ? wanted.scope
                : wanted.department == null ? CannedMessage.Scope.ALL : CannedMessage.Scope.DEPARTMENT;
        String language = wanted.language == null ? LANGUAGE_DEFAULT : wanted.language;
        PredefinedAnswer added = answers.add(
                by,
                new PredefinedAnswer(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        wanted.keywords == null ? "" : Texts.line(wanted.keywords),
                        language,
                        html(wanted.html, "/html"),
                        wanted.texts == null ? Map.of() : texts(wanted.texts, language),
                        scope,
                        department(by, scope, wanted.department),
                        scope == CannedMessage.Scope.PERSONAL ? by.agentId() : null,
                        0,
                        1));
        return ResponseEntity.created(URI.create("/api/v1/predefined-answers/" + added.id()))
                .eTag(ETags.of(1))
                .body(added);
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<PredefinedAnswer> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        PredefinedAnswer was = answers.readable(by, id);
        CannedMessage.Scope scope = change.scope == null ? was.scope() : change.scope;
        boolean moves = change.department.present() || scope != was.scope();
        String language = change.language == null ? was.language() : change.language;
        return answer(answers.change(
                by,
                was,
                new PredefinedAnswer(
                        id,
                        change.name == null ? was.name() : Texts.name(change.name, "/name"),
                        change.keywords == null ? was.keywords() : Texts.line(change.keywords),
                        language,
                        change.html == null ? was.html() : html(change.html, "/html"),
                        texts(change.texts == null ? was.texts() : change.texts, language),
                        scope,
                        moves ? department(by, scope, change.department.value()) : was.department(),
                        scope == CannedMessage.Scope.PERSONAL ? by.agentId() : null,
                        was.uses(),
                        was.version()),
                ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        answers.delete(by, answers.readable(by, id), ETags.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** Its text for a ticket, variables filled in; counts the use. */
    @PostMapping("/{id}/use")
    @Transactional
    PredefinedAnswer.Text use(Actor by, @PathVariable UUID id, @Valid @RequestBody Use use) {
        return answers.use(by, id, tickets.readable(by, use.ticket), use.language);
    }

    private @Nullable UUID department(Actor by, CannedMessage.Scope scope, @Nullable String reference) {
        if (scope != CannedMessage.Scope.DEPARTMENT) {
            return null;
        }
        if (reference == null) {
            throw Refusal.invalid("/department", "Say which department's it is.");
        }
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.invalid("/department", "There is no such department."));
    }

    private static Map<String, String> texts(Map<String, String> given, String main) {
        Map<String, String> texts = new TreeMap<>();
        given.forEach((language, html) -> {
            String pointer = "/texts/" + language;
            if (!language.matches(LANGUAGE)) {
                throw Refusal.invalid("/texts", "Texts go by language, such as lt or pt-BR.");
            }
            if (language.equals(main)) {
                throw Refusal.invalid(pointer, "This is the main language: its text is html.");
            }
            if (html == null || html.isBlank() || html.length() > PredefinedAnswer.HTML_LENGTH_MAX) {
                throw Refusal.invalid(pointer, "A text of 1 to " + PredefinedAnswer.HTML_LENGTH_MAX + " characters.");
            }
            texts.put(language, html(html, pointer));
        });
        return texts;
    }

    private static String html(String given, String pointer) {
        TextVariables.mustBeKnown(given, pointer);
        String clean = HtmlCleaning.clean(Texts.clean(given), contentId -> null).html();
        if (clean.isBlank()) {
            throw Refusal.invalid(pointer, "The text is missing.");
        }
        return clean;
    }

    private static ResponseEntity<PredefinedAnswer> answer(PredefinedAnswer answer) {
        return ResponseEntity.ok().eTag(ETags.of(answer.version())).body(answer);
    }
}
