package org.fourleaf.choices;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the lists' addresses have in common: the same bodies, the same answers. */
@Component
class ChoiceRequests {

    static final int NAME_LENGTH_MAX = 40;

    /** A word to be added; without an order it comes last. */
    record Wanted(
            @NotBlank @Size(max = NAME_LENGTH_MAX) String name,
            @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer order) {}

    /** What is left out stays. */
    record Change(
            @Nullable @Size(min = 1, max = NAME_LENGTH_MAX) String name,
            @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer order,
            @Nullable Boolean archived) {}

    private final Choices choices;
    private final ChoiceEditing editing;

    ChoiceRequests(Choices choices, ChoiceEditing editing) {
        this.choices = choices;
        this.editing = editing;
    }

    Page<Choice> list(Actor by, ChoiceKind kind) {
        return new Page<>(choices.of(by, kind), null);
    }

    ResponseEntity<Choice> get(Actor by, ChoiceKind kind, UUID id) {
        return answer(choices.readable(by, kind, id));
    }

    ResponseEntity<Choice> add(Actor by, ChoiceKind kind, String path, Wanted wanted, @Nullable String status) {
        Choice made = editing.add(
                by,
                new Choice(
                        Ids.next(),
                        kind,
                        Texts.name(wanted.name, "/name"),
                        status,
                        wanted.order == null ? 0 : wanted.order,
                        false,
                        1));
        return ResponseEntity.created(URI.create(path + "/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @Transactional
    public ResponseEntity<Choice> change(Actor by, ChoiceKind kind, UUID id, @Nullable String ifMatch, Change change) {
        Choice was = choices.readable(by, kind, id);
        Choice wanted = new Choice(
                id,
                kind,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                was.status(),
                change.order == null ? was.order() : change.order,
                Objects.requireNonNullElse(change.archived, was.archived()),
                was.version());
        return answer(editing.change(by, wanted, ETags.expected(ifMatch)));
    }

    @Transactional
    public ResponseEntity<Void> delete(Actor by, ChoiceKind kind, UUID id) {
        editing.delete(by, choices.readable(by, kind, id));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Choice> answer(Choice choice) {
        return ResponseEntity.ok().eTag(ETags.of(choice.version())).body(choice);
    }
}
