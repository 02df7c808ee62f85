package org.fourleaf.signin;

import java.util.UUID;

/** What the module above, single sign-on, knows: whether anybody could still come in that way. */
public interface SingleSignOn {

    boolean isOffered(UUID workspace);
}
