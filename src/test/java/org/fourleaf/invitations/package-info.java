/** Tests of the invitations module. */
@NullMarked
package org.fourleaf.invitations;

import org.jspecify.annotations.NullMarked;
