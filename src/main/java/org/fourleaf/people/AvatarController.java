package org.fourleaf.people;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Faces over HTTP. */
@RestController
@RequestMapping("/api/v1/agents/{agent}/avatar")
class AvatarController {

    private static final String LARGE = "large";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Agents agents;
    private final AvatarStore store;
    private final AvatarChanging changing;
    private final AgentCards cards;

    AvatarController(Agents agents, AvatarStore store, AvatarChanging changing, AgentCards cards) {
        this.agents = agents;
        this.store = store;
        this.changing = changing;
        this.cards = cards;
    }

    /**
     * A JPEG, 72 pixels a side or 256.
     *
     * @param v the version its address names; with the current one the answer may be kept for ever
     */
    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> get(
            Actor by,
            @PathVariable String agent,
            @RequestParam @Nullable String v,
            @RequestParam @Nullable String size) {
        AvatarStore.Stored found = store.find(
                        by.workspace(), agents.readable(by, agent).id(), LARGE.equals(size))
                .orElseThrow(() -> Refusal.notFound("picture"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(
                        found.hash().equals(v)
                                ? CacheControl.maxAge(FOR_EVER).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(found.content());
    }

    /** The body is the picture: PNG, JPEG or GIF; its middle square is kept. */
    @PutMapping
    public AgentCard put(Actor by, @PathVariable String agent, InputStream body) throws IOException {
        Agent found = agents.readable(by, agent);
        byte[] file = body.readNBytes(AvatarPicture.FILE_BYTES_MAX + 1);
        if (file.length > AvatarPicture.FILE_BYTES_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "too-large",
                    "A picture may have " + AvatarPicture.FILE_BYTES_MAX / 1024 / 1024 + " MB.");
        }
        changing.put(by, found.id(), file);
        return cards.fresh(by, found.id());
    }

    @DeleteMapping
    public ResponseEntity<Void> remove(Actor by, @PathVariable String agent) {
        changing.remove(by, agents.readable(by, agent).id());
        return ResponseEntity.noContent().build();
    }
}
