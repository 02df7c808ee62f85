package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tags over HTTP, by name. */
@RestController
@RequestMapping("/api/v1/tags")
class TagController {

    private static final String COLOUR = "gray|red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange";
    private static final String BEGINNING = "b";
    private static final String INSIDE = "i";

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Pattern(regexp = COLOUR) String colour,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String description) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Pattern(regexp = COLOUR) String colour,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> description,
            @Nullable Boolean archived) {}

    record Usage(long tickets) {}

    /** @param into by id or name */
    record Merge(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String into) {}

    private final TagStore store;
    private final TagMerging merging;
    private final TagFollowing following;
    private final TransactionOperations transaction;
    private final Log log;

    TagController(
            TagStore store, TagMerging merging, TagFollowing following, TransactionOperations transaction, Log log) {
        this.store = store;
        this.merging = merging;
        this.following = following;
        this.transaction = transaction;
        this.log = log;
    }

    /** By name; of a search first those that begin with {@code q}, then those that have it inside. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Tag> list(
            Actor by,
            @RequestParam @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String q,
            @RequestParam @Nullable Boolean archived,
            Slice slice) {
        String typed = Texts.orNull(q);
        Cursor after = slice.after(2);
        TagStore.End end = after == null ? null : new TagStore.End(after.text(0).equals(INSIDE), after.text(1));
        return slice.page(
                store.page(by.workspace(), typed, archived, end, slice.fetch()),
                last -> Cursor.of(begins(last, typed) ? BEGINNING : INSIDE, Texts.key(last.name())));
    }

    private static boolean begins(Tag tag, @Nullable String typed) {
        return typed == null || Texts.key(tag.name()).startsWith(Texts.key(typed));
    }

    @PostMapping
    @Transactional
    ResponseEntity<Tag> add(Actor by, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.TAGS_MANAGE);
        Tag tag = new Tag(
                Ids.next(),
                Texts.name(wanted.name, "/name"),
                wanted.colour == null ? Tag.COLOURLESS : wanted.colour,
                Texts.orNull(wanted.description),
                false,
                1);
        try {
            store.insert(by.workspace(), tag);
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        log.write(by, new TagChanged(tag.id(), false));
        return ResponseEntity.created(URI.create("/api/v1/tags/" + tag.id()))
                .eTag(ETags.of(1))
                .body(tag);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<Tag> get(Actor by, @PathVariable UUID id) {
        return answer(found(by, id));
    }

    /** How many tickets wear it: what one wants to know before deleting or merging it. */
    @GetMapping("/{id}/usage")
    @Transactional(readOnly = true)
    Usage usage(Actor by, @PathVariable UUID id) {
        return new Usage(store.worn(by.workspace(), found(by, id).id()));
    }

    /** All its tickets wear the other from now on; it is gone. Answers with the other, which the last of many tickets wear some moments later. */
    @PutMapping("/{id}/merge")
    ResponseEntity<Tag> merge(Actor by, @PathVariable UUID id, @Valid @RequestBody Merge merge) {
        TagWork work = merging.merge(by, id, merge.into);
        following.soon(by.workspace(), work);
        return answer(transaction.execute(status -> found(by, Objects.requireNonNull(work.into()))));
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<Tag> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        by.mustHave(Permission.TAGS_MANAGE);
        Tag was = found(by, id);
        Long expected = ETags.expected(ifMatch);
        Tag wanted = new Tag(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.colour == null ? was.colour() : change.colour,
                change.description.or(was.description()),
                change.archived == null ? was.archived() : change.archived,
                was.version());
        try {
            if ((expected != null && expected != was.version()) || !store.update(by.workspace(), wanted)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        log.write(by, new TagChanged(id, false));
        return answer(found(by, id));
    }

    /** Gone at once; with many tickets it leaves the last of them some moments later. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        following.soon(by.workspace(), merging.delete(by, id));
        return ResponseEntity.noContent().build();
    }

    private Tag found(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("tag"));
    }

    private static ResponseEntity<Tag> answer(@Nullable Tag found) {
        Tag tag = Objects.requireNonNull(found);
        return ResponseEntity.ok().eTag(ETags.of(tag.version())).body(tag);
    }

    private static Refusal taken() {
        return Refusal.conflict("name-taken", "There is already a tag of this name.");
    }
}
