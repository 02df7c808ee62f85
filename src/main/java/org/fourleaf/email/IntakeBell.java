package org.fourleaf.email;

import org.springframework.stereotype.Component;

/** Rings when a mail was accepted. */
@Component
final class IntakeBell extends WorkspaceBell {}
