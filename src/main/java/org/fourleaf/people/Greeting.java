package org.fourleaf.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Permission;
import org.jspecify.annotations.Nullable;

/** What the UI learns when somebody is signed in: who they are, what they may, where they are. */
public record Greeting(Self agent, List<String> permissions, Place workspace) {

    /** The agent as they see themselves. */
    public record Self(
            UUID id,
            String email,
            String name,
            @Nullable String alias,
            String role,
            String language,
            String theme,
            @Nullable String signatureHtml,
            @Nullable String avatarUrl,
            @Nullable String timeZone,
            List<String> languages) {}

    /** The workspace as its agents see it. */
    public record Place(String name, String timeZone, String language, boolean demo) {}

    public Greeting {
        permissions = List.copyOf(permissions);
    }

    static Greeting of(Agent agent, Iterable<Permission> permissions, Workspace workspace, @Nullable String avatarUrl) {
        List<String> names = new ArrayList<>();
        permissions.forEach(permission -> names.add(permission.stored()));
        names.sort(null);
        return new Greeting(
                new Self(
                        agent.id(),
                        agent.email(),
                        agent.name(),
                        agent.alias(),
                        agent.role(),
                        agent.language(),
                        agent.theme(),
                        agent.signatureHtml(),
                        avatarUrl,
                        agent.timeZone(),
                        agent.languages()),
                names,
                new Place(workspace.name(), workspace.timeZone(), workspace.language(), workspace.demo()));
    }
}
