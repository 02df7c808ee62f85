package org.fourleaf.signin;

import jakarta.validation.Valid;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workspace's rules of signing in over HTTP. */
@RestController
@RequestMapping("/api/v1/sign-in-rules")
class SignInRuleController {

    /** Fields left out stay. */
    record Change(
            @Nullable Boolean secondFactorRequired,
            @Nullable Boolean ssoOnly) {}

    private final SignInRuling ruling;

    SignInRuleController(SignInRuling ruling) {
        this.ruling = ruling;
    }

    @GetMapping
    SignInRules get(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        return ruling.of(by.workspace());
    }

    @PatchMapping
    SignInRules change(Actor by, Caller caller, @Valid @RequestBody Change change) {
        caller.mustBeWhole();
        SignInRules was = ruling.of(by.workspace());
        return ruling.change(
                by,
                new SignInRules(
                        change.secondFactorRequired == null ? was.secondFactorRequired() : change.secondFactorRequired,
                        change.ssoOnly == null ? was.ssoOnly() : change.ssoOnly));
    }
}
