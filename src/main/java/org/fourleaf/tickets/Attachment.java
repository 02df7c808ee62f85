package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in the thread, or uploaded and not sent yet. @param size in bytes */
public record Attachment(
        UUID id,
        String name,
        String type,
        long size,
        boolean inline,
        @JsonIgnore byte[] hash,
        @JsonIgnore @Nullable UUID ticket,
        @JsonIgnore @Nullable UUID addedBy) {

    @JsonProperty
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public String url() {
        return urlOf(id);
    }

    /** Where its bytes are fetched from. */
    public static String urlOf(UUID id) {
        return "/api/v1/attachments/" + id;
    }
}
