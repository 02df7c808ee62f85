package org.fourleaf.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import org.fourleaf.people.Greeting;
import org.fourleaf.people.Greetings;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The last step of every way in: a new session's cookie, and the end of the session that was there before. */
@Component
class Entrance {

    private final SignInRecords records;
    private final Greetings greetings;
    private final ClientAddress addresses;
    private final PublicAddress here;
    private final WorkspacePlace place;

    Entrance(
            SignInRecords records,
            Greetings greetings,
            ClientAddress addresses,
            PublicAddress here,
            WorkspacePlace place) {
        this.records = records;
        this.greetings = greetings;
        this.addresses = addresses;
        this.here = here;
        this.place = place;
    }

    Browser browser(HttpServletRequest request) {
        return new Browser(addresses.of(request), request.getHeader(HttpHeaders.USER_AGENT));
    }

    ResponseEntity<Greeting> enter(
            SignInRecords.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        setCookies(opened, request, response);
        return ResponseEntity.created(URI.create("/api/v1/session"))
                .body(greetings.of(Objects.requireNonNull(Workspaces.current()), opened.agent()));
    }

    void setCookies(SignInRecords.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        Caller before = Caller.current();
        if (before != null && before.via() == Caller.Via.SESSION) {
            records.close(before.actor(), before.credential());
        }
        place.see(Objects.requireNonNull(Workspaces.current()), opened.agent(), here.origin(request));
        response.addCookie(SessionCookie.of(opened.secret(), request));
        if (StepCookie.bindingIn(request) != null) {
            response.addCookie(StepCookie.removed(request));
        }
    }
}
