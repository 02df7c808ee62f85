package org.fourleaf.email;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail for the desk comes to.
 *
 * @param name shown as the sender beside the agent's, none for the agent's alone
 * @param department where its mail goes; none for the default one
 * @param replySecret seals the tokens in the addresses that answers come back to
 */
public record Mailbox(
        UUID id,
        String address,
        @Nullable String name,
        @Nullable DepartmentName department,
        @JsonIgnore byte[] replySecret,
        @JsonIgnore boolean deleted,
        @JsonIgnore long version) {

    /** A department as its mailboxes name it. */
    public record DepartmentName(UUID id, String name) {}

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    String localPart() {
        return address.substring(0, address.indexOf('@'));
    }

    @JsonIgnore
    @Nullable
    UUID departmentId() {
        return department == null ? null : department.id;
    }
}
