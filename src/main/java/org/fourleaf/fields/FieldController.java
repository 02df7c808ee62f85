package org.fourleaf.fields;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Custom fields over HTTP. */
@RestController
@RequestMapping("/api/v1/fields")
class FieldController {

    private static final int KEY_LENGTH_MAX = 60;
    private static final String KEY = "[a-z0-9_]{1," + KEY_LENGTH_MAX + "}";
    private static final int OPTIONS_MAX = 200;
    private static final int OPTION_LENGTH_MAX = 100;

    /** A field to be added. Without a key, its name makes one; without an order it comes last. */
    record Wanted(
            @NotNull FieldSubject subject,
            @Nullable @Pattern(regexp = KEY) String key,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotNull FieldType type,

            @Nullable @Size(max = OPTIONS_MAX) List<@NotBlank @Size(max = OPTION_LENGTH_MAX) String> options,

            @Nullable FieldNeed required,
            @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer order,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String help) {}

    /** Fields left out stay. Subject, key and type are for life. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = OPTIONS_MAX) List<@NotBlank @Size(max = OPTION_LENGTH_MAX) String> options,

            @Nullable FieldNeed required,
            @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer order,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> help,
            @Nullable Boolean archived) {}

    private final Fields fields;
    private final FieldEditing editing;

    FieldController(Fields fields, FieldEditing editing) {
        this.fields = fields;
        this.editing = editing;
    }

    /** Of one subject or of all, in their order; archived ones too. */
    @GetMapping
    @Transactional(readOnly = true)
    public Page<Field> list(Actor by, @RequestParam @Nullable String subject) {
        List<FieldSubject> wanted =
                subject == null ? Arrays.asList(FieldSubject.values()) : List.of(FieldSubject.named(subject));
        return new Page<>(
                wanted.stream().flatMap(each -> fields.of(by, each).stream()).toList(), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<Field> get(Actor by, @PathVariable UUID id) {
        return answer(fields.readable(by, id));
    }

    @PostMapping
    ResponseEntity<Field> add(Actor by, @Valid @RequestBody Wanted wanted) {
        String name = Texts.name(wanted.name, "/name");
        Field made = editing.add(
                by,
                new Field(
                        Ids.next(),
                        wanted.subject,
                        wanted.key == null ? keyOf(name) : wanted.key,
                        name,
                        wanted.type,
                        options(Objects.requireNonNullElse(wanted.options, List.of())),
                        Objects.requireNonNullElse(wanted.required, FieldNeed.NEVER),
                        wanted.order == null ? 0 : wanted.order,
                        Texts.orNull(wanted.help),
                        false,
                        1));
        return ResponseEntity.created(URI.create("/api/v1/fields/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    @Transactional
    public ResponseEntity<Field> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Field was = fields.readable(by, id);
        Field wanted = new Field(
                id,
                was.subject(),
                was.key(),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                was.type(),
                change.options == null ? was.options() : options(change.options),
                Objects.requireNonNullElse(change.required, was.required()),
                change.order == null ? was.order() : change.order,
                Texts.orNull(change.help.or(was.help())),
                Objects.requireNonNullElse(change.archived, was.archived()),
                was.version());
        return answer(editing.change(by, wanted, ETags.expected(ifMatch)));
    }

    /** Values that were given stay with their tickets and customers. */
    @DeleteMapping("/{id}")
    @Transactional
    public ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        editing.delete(by, fields.readable(by, id).id());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Field> answer(Field field) {
        return ResponseEntity.ok().eTag(ETags.of(field.version())).body(field);
    }

    private static List<String> options(List<String> given) {
        List<String> options = given.stream().map(Texts::line).toList();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).isEmpty() || options.indexOf(options.get(i)) < i) {
                throw Refusal.invalid("/options/" + i, "Each option must be there once and not be blank.");
            }
        }
        return options;
    }

    /** Letters without their marks, digits and underscores; a name in another script needs a key of its own. */
    private static String keyOf(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (key.isEmpty()) {
            throw Refusal.invalid("/key", "Give it a key of small letters, digits and underscores.");
        }
        return Texts.cut(key, KEY_LENGTH_MAX);
    }
}
